-- The head of each relationship: where it stands, and the columns by which lists filter and order.
create table relationship (
  id            char(36) character set ascii collate ascii_bin not null primary key,
  agency_id     char(36) character set ascii collate ascii_bin not null,
  reference     varchar(20) character set ascii collate ascii_bin not null,
  own_reference varchar(60) null,
  upstream_id   char(36) character set ascii collate ascii_bin null,
  revision      int not null,
  legal_name    varchar(200) not null,
  name_key      varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  npn           varchar(10) character set ascii collate ascii_bin null,
  ein           char(9) character set ascii collate ascii_bin null,
  entity_type   varchar(40) character set ascii collate ascii_bin not null,
  state         char(2) character set ascii collate ascii_bin null,
  functions     tinyint not null,
  status        varchar(6) character set ascii collate ascii_bin not null,
  search_text   text character set utf8mb4 collate utf8mb4_bin not null,
  created_at    datetime(6) not null,
  changed_at    datetime(6) not null,
  unique key relationship_reference (agency_id, reference),
  unique key relationship_own_reference (agency_id, own_reference),
  key relationship_by_id (agency_id, id),
  key relationship_by_name (agency_id, name_key, id),
  key relationship_by_change (agency_id, changed_at, id),
  key relationship_by_upstream (upstream_id, id),
  constraint relationship_agency foreign key (agency_id) references agency (id),
  constraint relationship_upstream foreign key (upstream_id) references relationship (id),
  constraint relationship_status check (status in ('ACTIVE', 'ENDED')),
  constraint relationship_revision_number check (revision >= 1)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Every revision, append-only. The content is canonical JSON (RFC 8785), kept as text so that its bytes, and its hash, stay what they were.
create table relationship_revision (
  relationship_id char(36) character set ascii collate ascii_bin not null,
  revision        int not null,
  content         mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  content_sha256  char(64) character set ascii collate ascii_bin not null,
  entity_type     varchar(40) character set ascii collate ascii_bin not null,
  state           char(2) character set ascii collate ascii_bin null,
  functions       tinyint not null,
  status          varchar(6) character set ascii collate ascii_bin not null,
  start_date      date not null,
  end_date        date null,
  known_on        date not null,
  origin          varchar(10) character set ascii collate ascii_bin not null,
  changed_at      datetime(6) not null,
  changed_by      char(36) character set ascii collate ascii_bin not null,
  primary key (relationship_id, revision),
  constraint relationship_revision_head foreign key (relationship_id) references relationship (id),
  constraint relationship_revision_user foreign key (changed_by) references app_user (id),
  constraint relationship_revision_json check (json_valid(content)),
  constraint relationship_revision_dates check (end_date is null or end_date >= start_date),
  constraint relationship_revision_status check ((status = 'ENDED') = (end_date is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- An inverted index over the heads: 'state:FL', 'function:SALES', 'term:keystone'. Whatever the filter, a page is a range of this key in the order of the list.
create table relationship_facet (
  agency_id       char(36) character set ascii collate ascii_bin not null,
  facet           varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  relationship_id char(36) character set ascii collate ascii_bin not null,
  primary key (agency_id, facet, relationship_id),
  key relationship_facet_by_relationship (relationship_id),
  constraint relationship_facet_relationship foreign key (relationship_id) references relationship (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What a contracted carrier has not received in its newest revision.
create table undisclosed_change (
  agency_id       char(36) character set ascii collate ascii_bin not null,
  carrier_id      char(36) character set ascii collate ascii_bin not null,
  relationship_id char(36) character set ascii collate ascii_bin not null,
  primary key (agency_id, carrier_id, relationship_id),
  key undisclosed_change_by_relationship (relationship_id, carrier_id),
  constraint undisclosed_change_relationship foreign key (relationship_id) references relationship (id),
  constraint undisclosed_change_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Every upload, with its outcome.
create table relationship_import (
  id            char(36) character set ascii collate ascii_bin not null primary key,
  agency_id     char(36) character set ascii collate ascii_bin not null,
  mode          varchar(10) character set ascii collate ascii_bin not null,
  status        varchar(24) character set ascii collate ascii_bin not null,
  file_name     varchar(255) not null,
  mapping       mediumtext null,
  notices       mediumtext not null,
  row_count     int not null,
  created_count int not null,
  changed_count int not null,
  unchanged_count int not null,
  skipped_count int not null,
  error_count   int not null,
  uploaded_at   datetime(6) not null,
  uploaded_by   char(36) character set ascii collate ascii_bin not null,
  key relationship_import_by_agency (agency_id, id),
  constraint relationship_import_agency foreign key (agency_id) references agency (id),
  constraint relationship_import_user foreign key (uploaded_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table relationship_import_error (
  import_id  char(36) character set ascii collate ascii_bin not null,
  seq        int not null,
  sheet      varchar(100) not null,
  row_no     int not null,
  cell       varchar(12) null,
  column_name varchar(255) not null,
  field      varchar(40) null,
  code       varchar(40) not null,
  message    varchar(1000) not null,
  primary key (import_id, seq),
  constraint relationship_import_error_import foreign key (import_id) references relationship_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The uploaded file, kept for a while so that it can be given back with its faulty cells marked. In parts, so that it never has to be in memory or in a packet whole.
create table relationship_import_file (
  import_id    char(36) character set ascii collate ascii_bin not null,
  part         int not null,
  content      mediumblob not null,
  delete_after datetime(6) not null,
  primary key (import_id, part),
  key relationship_import_file_by_age (delete_after),
  constraint relationship_import_file_import foreign key (import_id) references relationship_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
