-- Files that are evidence. Their content lies sealed in chunks, so that none is ever held whole.
create table stored_file (
  id        binary(16) not null primary key,
  -- whose it is; the chunks can be opened for no other
  organization_id binary(16) not null,
  bytes     bigint not null,
  sha256    char(64) character set ascii collate ascii_bin not null,
  chunks    int not null,
  stored_at datetime(6) not null,
  -- its content is gone; that there was one is not
  erased_at datetime(6) null,
  constraint stored_file_organization foreign key (organization_id) references organization (id),
  constraint stored_file_content check (bytes > 0 and chunks > 0)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table stored_file_chunk (
  file_id     binary(16) not null,
  number      int not null,
  key_version int not null,
  sealed      mediumblob not null,
  primary key (file_id, number),
  key stored_file_chunk_by_key (key_version, file_id, number),
  constraint stored_file_chunk_file foreign key (file_id) references stored_file (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- In which revisions of an incident an attachment is listed: from one, up to but not in another.
create table incident_attachment (
  id            binary(16) not null primary key,
  incident_id   binary(16) not null,
  agency_id     binary(16) not null,
  from_revision int not null,
  to_revision   int null,
  key incident_attachment_by_incident (incident_id, from_revision),
  key incident_attachment_by_agency (agency_id),
  constraint incident_attachment_file foreign key (id) references stored_file (id),
  constraint incident_attachment_agency foreign key (agency_id) references agency (id),
  constraint incident_attachment_added foreign key (incident_id, from_revision) references incident_revision (incident_id, revision),
  constraint incident_attachment_range check (to_revision is null or to_revision > from_revision)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Files that an agency gave with the evidence for an item of a plan; both sides see them at once.
create table corrective_action_attachment (
  id          binary(16) not null primary key,
  plan_id     binary(16) not null,
  item_id     binary(16) not null,
  kind        varchar(30) character set ascii collate ascii_bin not null,
  note        varchar(200) null,
  media_type  varchar(50) character set ascii collate ascii_bin not null,
  added_by    binary(16) not null,
  adder_name  varchar(200) not null,
  added_at    datetime(6) not null,
  key corrective_action_attachment_by_plan (plan_id, item_id, id),
  constraint corrective_action_attachment_file foreign key (id) references stored_file (id),
  constraint corrective_action_attachment_plan foreign key (plan_id) references corrective_action_plan (id),
  constraint corrective_action_attachment_item foreign key (item_id) references corrective_action_item (id),
  constraint corrective_action_attachment_user foreign key (added_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
