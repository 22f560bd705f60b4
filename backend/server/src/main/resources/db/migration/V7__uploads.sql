-- Every upload of relationships or incidents, with its outcome.
create table sheet_import (
  id              binary(16) not null primary key,
  agency_id       binary(16) not null,
  subject         varchar(20) character set ascii collate ascii_bin not null,
  mode            varchar(10) character set ascii collate ascii_bin not null,
  status          varchar(24) character set ascii collate ascii_bin not null,
  file_name       varchar(255) not null,
  -- JSON: which column was taken for which field
  mapping         mediumtext null,
  -- a JSON array
  notices         mediumtext not null,
  row_count       int not null,
  created_count   int not null,
  changed_count   int not null,
  unchanged_count int not null,
  skipped_count   int not null,
  error_count     int not null,
  uploaded_at     datetime(6) not null,
  uploaded_by     binary(16) not null,
  version         int not null default 1,
  -- rows that were corrected since the upload
  corrected_count int not null default 0,
  -- JSON: how the sheet was to be read and applied, so that it can be done again with corrections; null where the file was not kept
  settings        mediumtext null,
  -- until when a correction may be under way; null when none is
  busy_until      datetime(6) null,
  key sheet_import_by_agency (agency_id, subject, id),
  constraint sheet_import_agency foreign key (agency_id) references agency (id),
  constraint sheet_import_user foreign key (uploaded_by) references app_user (id),
  constraint sheet_import_mapping check (json_valid(mapping)),
  constraint sheet_import_settings check (json_valid(settings)),
  constraint sheet_import_notices check (json_valid(notices))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What is wrong with it now: corrections put others in their place.
create table sheet_import_error (
  import_id   binary(16) not null,
  seq         int not null,
  sheet       varchar(100) not null,
  row_no      int not null,
  cell        varchar(12) null,
  column_name varchar(255) not null,
  field       varchar(40) null,
  code        varchar(40) not null,
  message     varchar(1000) not null,
  primary key (import_id, seq),
  key sheet_import_error_by_row (import_id, row_no, seq),
  constraint sheet_import_error_import foreign key (import_id) references sheet_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The uploaded file, kept for a while so that it can be given back with its faulty cells marked. In parts, so that it never has to be in memory or in a packet whole,
-- and sealed: refused cells hold whatever people wrote into them.
create table sheet_import_file (
  import_id    binary(16) not null,
  part         int not null,
  key_version  int not null,
  sealed       mediumblob not null,
  delete_after datetime(6) not null,
  primary key (import_id, part),
  key sheet_import_file_by_age (delete_after),
  key sheet_import_file_by_key (key_version),
  constraint sheet_import_file_import foreign key (import_id) references sheet_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What a server is still to do about an upload that is too large for anybody to wait for; gone when it is done.
create table sheet_import_job (
  import_id     binary(16) not null primary key,
  agency_id     binary(16) not null,
  subject       varchar(20) character set ascii collate ascii_bin not null,
  -- in whose name
  asked_by      binary(16) not null,
  -- whether it was taken in before, and is looked at again with corrections
  corrects      boolean not null,
  -- JSON: what was asked
  request       mediumtext not null,
  asked_at      datetime(6) not null,
  phase         varchar(12) character set ascii collate ascii_bin not null,
  rows_read     int not null,
  cancel_asked  boolean not null,
  -- how often a server began with it
  begun         int not null,
  -- which server is at it; without a foreign key, since its id is that of no row
  claimed_by    binary(16) null,
  claimed_until datetime(6) null,
  key sheet_import_job_by_agency (agency_id, asked_at, import_id),
  key sheet_import_job_in_order (asked_at, import_id),
  constraint sheet_import_job_import foreign key (import_id) references sheet_import (id),
  constraint sheet_import_job_agency foreign key (agency_id) references agency (id),
  constraint sheet_import_job_user foreign key (asked_by) references app_user (id),
  constraint sheet_import_job_request check (json_valid(request))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
