-- What an agency's people said of the columns of a sheet, to be used again for sheets with the same headings.
create table sheet_mapping (
  id              binary(16) not null primary key,
  agency_id       binary(16) not null,
  subject         varchar(20) character set ascii collate ascii_bin not null,
  -- of the headings, whatever their order
  headings_sha256 char(64) character set ascii collate ascii_bin not null,
  name            varchar(200) not null,
  -- a JSON array
  headings        mediumtext not null,
  -- JSON
  mapping         mediumtext not null,
  version         int not null,
  created_at      datetime(6) not null,
  changed_at      datetime(6) not null,
  changed_by      binary(16) not null,
  changer_name    varchar(200) not null,
  key sheet_mapping_by_agency (agency_id, id),
  unique key sheet_mapping_headings (agency_id, subject, headings_sha256),
  constraint sheet_mapping_agency foreign key (agency_id) references agency (id),
  constraint sheet_mapping_changer foreign key (changed_by) references app_user (id),
  constraint sheet_mapping_headings_json check (json_valid(headings)),
  constraint sheet_mapping_json check (json_valid(mapping))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
