-- For what a purge looks through.
alter table incident_revision
  add key incident_revision_by_relationship (relationship_id);

-- Whoever purges locks this one row, so that there is one purge at a time.
create table purge_turn (
  id tinyint not null primary key
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

insert into purge_turn (id) values (1);

-- What a purge under way has found old enough, and why some of it stays all the same. Empty again before the purge commits.
create table purge_mark (
  kind       varchar(20) character set ascii collate ascii_bin not null,
  object_id  char(36) character set ascii collate ascii_bin not null,
  -- who was told of it
  carrier_id char(36) character set ascii collate ascii_bin null,
  reference  varchar(40) character set ascii collate ascii_bin null,
  sha256     char(64) character set ascii collate ascii_bin null,
  kept       varchar(20) character set ascii collate ascii_bin null,
  primary key (kind, object_id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The chain that is always there: others begin while they hold it (audit.Chain).
insert ignore into audit_chain (organisation_id, last_seq, last_mac, last_at)
values ('00000000-0000-0000-0000-000000000000', 0, repeat('0', 64), '2000-01-01 00:00:00');
