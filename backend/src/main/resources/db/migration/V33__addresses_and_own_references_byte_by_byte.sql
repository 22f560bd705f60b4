-- What is one text to Java and what is one to the database is the same: addresses are compared byte by byte, in the form
-- that V34 gives them, own references by the digest of theirs.
alter table app_user
  modify column email varchar(254) character set utf8mb4 collate utf8mb4_bin null;
alter table invitation
  modify column email varchar(254) character set utf8mb4 collate utf8mb4_bin not null;
alter table outgoing_mail
  modify column recipient varchar(254) character set utf8mb4 collate utf8mb4_bin not null;

alter table relationship
  add column own_reference_sha256 char(64) character set ascii collate ascii_bin null after own_reference,
  add unique key relationship_own_reference_once (agency_id, own_reference_sha256),
  drop key relationship_own_reference;
alter table incident
  add column own_reference_sha256 char(64) character set ascii collate ascii_bin null after own_reference,
  add unique key incident_own_reference_once (agency_id, own_reference_sha256),
  drop key incident_own_reference;
