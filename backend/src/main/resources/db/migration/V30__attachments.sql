-- Files that are evidence. Their content lies sealed in pieces, so that none is ever held whole.
create table kept_file (
  id        char(36) character set ascii collate ascii_bin not null primary key,
  -- whose it is; the pieces can be opened for nobody else
  agency_id char(36) character set ascii collate ascii_bin not null,
  bytes     bigint not null,
  sha256    char(64) character set ascii collate ascii_bin not null,
  pieces    int not null,
  kept_at   datetime(6) not null,
  -- its content is gone; that there was one is not
  erased_at datetime(6) null,
  constraint kept_file_agency foreign key (agency_id) references agency (id),
  constraint kept_file_content check (bytes > 0 and pieces > 0)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table kept_file_piece (
  file_id     char(36) character set ascii collate ascii_bin not null,
  number      int not null,
  key_version int not null,
  sealed      mediumblob not null,
  primary key (file_id, number),
  key kept_file_piece_by_key (key_version, file_id, number),
  constraint kept_file_piece_file foreign key (file_id) references kept_file (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- In which revisions of an incident an attachment is listed: from one, up to but not in another.
create table incident_attachment (
  id            char(36) character set ascii collate ascii_bin not null primary key,
  incident_id   char(36) character set ascii collate ascii_bin not null,
  agency_id     char(36) character set ascii collate ascii_bin not null,
  from_revision int not null,
  to_revision   int null,
  key incident_attachment_by_incident (incident_id, from_revision),
  constraint incident_attachment_file foreign key (id) references kept_file (id),
  constraint incident_attachment_added foreign key (incident_id, from_revision) references incident_revision (incident_id, revision),
  constraint incident_attachment_range check (to_revision is null or to_revision > from_revision)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Files that an agency gave with the evidence for an item of a plan; both sides see them at once.
create table plan_attachment (
  id          char(36) character set ascii collate ascii_bin not null primary key,
  plan_id     char(36) character set ascii collate ascii_bin not null,
  item_id     char(36) character set ascii collate ascii_bin not null,
  kind        varchar(30) character set ascii collate ascii_bin not null,
  note        varchar(200) null,
  media_type  varchar(50) character set ascii collate ascii_bin not null,
  added_by    char(36) character set ascii collate ascii_bin not null,
  adder_name  varchar(200) not null,
  added_at    datetime(6) not null,
  key plan_attachment_by_plan (plan_id, item_id, id),
  constraint plan_attachment_file foreign key (id) references kept_file (id),
  constraint plan_attachment_item foreign key (item_id) references plan_item (id),
  constraint plan_attachment_user foreign key (added_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
