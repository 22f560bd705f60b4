-- The audit trail. Every organisation has a chain of its own; what nobody signed in has done, and what the service does by
-- itself, is in the chain of the organisation 00000000-0000-0000-0000-000000000000. There are no foreign keys: the trail
-- outlives what it tells of. There are no partitions either: every question is a range of a key that begins with the
-- organisation, so ten years of others' events are never looked at, and old events leave in ranges of the primary key.

-- Where each chain ends. The one row that is updated, and the lock by which events of an organisation get their numbers.
create table audit_chain (
  organisation_id char(36) character set ascii collate ascii_bin not null primary key,
  last_seq        bigint      not null,
  last_mac        char(64) character set ascii collate ascii_bin not null,
  last_at         datetime(6) not null,
  -- the event before the oldest that is kept: 0, or what the newest purge left
  purged_seq      bigint      not null default 0,
  purged_mac      char(64) character set ascii collate ascii_bin null
) character set utf8mb4 collate utf8mb4_bin;

-- Append-only: the application's account may insert and select (see docs/audit.md). Times never go back within a chain.
create table audit_event (
  organisation_id char(36) character set ascii collate ascii_bin not null,
  seq             bigint       not null,
  occurred_at     datetime(6)  not null,
  operation       varchar(100) character set ascii collate ascii_bin not null,
  outcome         varchar(10)  character set ascii collate ascii_bin not null,
  -- the HTTP status of what was refused or failed
  status          smallint     null,
  actor_kind      varchar(16)  character set ascii collate ascii_bin not null,
  actor_id        char(36)     character set ascii collate ascii_bin null,
  actor_name      varchar(200) null,
  roles           varchar(400) character set ascii collate ascii_bin not null,
  source          varchar(64)  character set ascii collate ascii_bin null,
  request_id      char(36)     character set ascii collate ascii_bin null,
  -- canonical JSON of the request's parameters; texts that people typed are left out
  parameters      text         null,
  note            varchar(1000) null,
  object_count    int          not null,
  objects_sha256  char(64)     character set ascii collate ascii_bin not null,
  key_version     int          not null,
  mac             char(64)     character set ascii collate ascii_bin not null,
  primary key (organisation_id, seq),
  key audit_event_by_time (organisation_id, occurred_at),
  key audit_event_by_actor (organisation_id, actor_id, seq),
  key audit_event_by_operation (organisation_id, operation, seq),
  key audit_event_by_outcome (organisation_id, outcome, seq),
  constraint audit_event_outcome check (outcome in ('SUCCEEDED', 'REFUSED', 'FAILED'))
) character set utf8mb4 collate utf8mb4_bin;

-- What an event was about: one object, or fifty thousand of one upload.
create table audit_object (
  organisation_id char(36) character set ascii collate ascii_bin not null,
  seq             bigint       not null,
  position        int          not null,
  kind            varchar(40)  character set ascii collate ascii_bin not null,
  object_id       varchar(64)  character set ascii collate ascii_bin not null,
  reference       varchar(60)  null,
  before_sha256   char(64)     character set ascii collate ascii_bin null,
  after_sha256    char(64)     character set ascii collate ascii_bin null,
  primary key (organisation_id, seq, position),
  key audit_object_by_id (organisation_id, object_id, seq)
) character set utf8mb4 collate utf8mb4_bin;
