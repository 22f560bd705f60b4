-- The head of each relationship: where it stands, and the columns by which lists filter and order.
create table relationship (
  id            binary(16) not null primary key,
  agency_id     binary(16) not null,
  reference     varchar(24) character set ascii collate ascii_bin not null,
  own_reference varchar(60) null,
  -- what is one reference to Java and to the database is the same: the digest of its canonical form tells
  own_reference_sha256 char(64) character set ascii collate ascii_bin null,
  upstream_id   binary(16) null,
  revision      int not null,
  legal_name    varchar(200) not null,
  name_key      varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  npn           varchar(10) character set ascii collate ascii_bin null,
  ein           char(9) character set ascii collate ascii_bin null,
  entity_type   varchar(40) character set ascii collate ascii_bin not null,
  state         char(2) character set ascii collate ascii_bin null,
  -- a JSON array of codes
  functions     varchar(200) character set ascii collate ascii_bin not null,
  status        varchar(6) character set ascii collate ascii_bin not null,
  -- recorded by mistake: it counts nowhere
  voided        boolean not null default false,
  search_text   text character set utf8mb4 collate utf8mb4_bin not null,
  created_at    datetime(6) not null,
  changed_at    datetime(6) not null,
  unique key relationship_reference (agency_id, reference),
  unique key relationship_own_reference_once (agency_id, own_reference_sha256),
  key relationship_by_id (agency_id, id),
  key relationship_by_name (agency_id, name_key, id),
  key relationship_by_change (agency_id, changed_at, id),
  key relationship_by_upstream (upstream_id, id),
  constraint relationship_agency foreign key (agency_id) references agency (id),
  constraint relationship_upstream foreign key (upstream_id) references relationship (id),
  constraint relationship_functions check (json_valid(functions)),
  constraint relationship_status check (status in ('ACTIVE', 'ENDED', 'VOIDED')),
  constraint relationship_voided check (voided = (status = 'VOIDED')),
  constraint relationship_revision_number check (revision >= 1)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Every revision, append-only. The content is canonical JSON (RFC 8785), kept as text so that its bytes, and its hash, stay what they were.
create table relationship_revision (
  relationship_id binary(16) not null,
  revision        int not null,
  content         mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  content_sha256  char(64) character set ascii collate ascii_bin not null,
  entity_type     varchar(40) character set ascii collate ascii_bin not null,
  state           char(2) character set ascii collate ascii_bin null,
  -- a JSON array of codes
  functions       varchar(200) character set ascii collate ascii_bin not null,
  status          varchar(6) character set ascii collate ascii_bin not null,
  voided          boolean not null default false,
  start_date      date not null,
  end_date        date null,
  known_on        date not null,
  -- as the head's, of this revision
  name_key        varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  -- without a foreign key: what was above it once may be gone
  upstream_id     binary(16) null,
  origin          varchar(10) character set ascii collate ascii_bin not null,
  changed_at      datetime(6) not null,
  changed_by      binary(16) not null,
  primary key (relationship_id, revision),
  constraint relationship_revision_head foreign key (relationship_id) references relationship (id),
  constraint relationship_revision_user foreign key (changed_by) references app_user (id),
  constraint relationship_revision_json check (json_valid(content)),
  constraint relationship_revision_functions check (json_valid(functions)),
  constraint relationship_revision_dates check (end_date is null or end_date >= start_date),
  constraint relationship_revision_status check (voided or (status = 'ENDED') = (end_date is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- An inverted index over the heads: 'state:FL', 'function:SALES', 'term:keystone'. Whatever the filter, a page is a range of this key in the order of the list.
-- By 'same:npn:6657085' and the like those that stand are found that may be with one entity.
create table relationship_facet (
  agency_id       binary(16) not null,
  facet           varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  relationship_id binary(16) not null,
  primary key (agency_id, facet, relationship_id),
  key relationship_facet_by_relationship (relationship_id),
  constraint relationship_facet_agency foreign key (agency_id) references agency (id),
  constraint relationship_facet_relationship foreign key (relationship_id) references relationship (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What a contracted carrier has not received in its newest revision.
create table undisclosed_relationship (
  agency_id       binary(16) not null,
  carrier_id      binary(16) not null,
  relationship_id binary(16) not null,
  primary key (agency_id, carrier_id, relationship_id),
  key undisclosed_relationship_by_relationship (relationship_id, carrier_id),
  constraint undisclosed_relationship_agency foreign key (agency_id) references agency (id),
  constraint undisclosed_relationship_relationship foreign key (relationship_id) references relationship (id),
  constraint undisclosed_relationship_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
