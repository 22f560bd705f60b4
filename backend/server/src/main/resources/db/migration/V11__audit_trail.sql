-- The audit trail. Every organization has a chain of its own; what callers did who had not signed in, and what the service does by
-- itself, is in the chain of an organization whose id is all zeros. There are no foreign keys: the trail
-- outlives what it tells of. There are no partitions either: every question is a range of a key that begins with the
-- organization, so ten years of others' events are never looked at, and old events leave in ranges of the primary key.

-- Where each chain ends. The one row that is updated, and the lock by which events of an organization get their numbers.
create table audit_chain (
  organization_id binary(16) not null primary key,
  last_seq        bigint      not null,
  last_mac        char(64) character set ascii collate ascii_bin not null,
  last_at         datetime(6) not null,
  -- the event before the oldest that is kept: 0, or what the newest purge left
  purged_seq      bigint      not null default 0,
  purged_mac      char(64) character set ascii collate ascii_bin null
) character set utf8mb4 collate utf8mb4_bin;

-- The chain that is always there: others begin while they hold it (audit.Chain).
insert ignore into audit_chain (organization_id, last_seq, last_mac, last_at)
values (unhex(repeat('0', 32)), 0, repeat('0', 64), '2000-01-01 00:00:00');

-- Append-only: the application's account may insert and select (see docs/audit.md). Times never go back within a chain.
create table audit_event (
  organization_id binary(16) not null,
  seq             bigint       not null,
  occurred_at     datetime(6)  not null,
  operation       varchar(100) character set ascii collate ascii_bin not null,
  outcome         varchar(10) character set ascii collate ascii_bin not null,
  -- the HTTP status of what was refused or failed
  status          smallint     null,
  actor_kind      varchar(16) character set ascii collate ascii_bin not null,
  actor_id        binary(16) null,
  actor_name      varchar(200) null,
  -- a JSON array of codes
  roles           varchar(400) character set ascii collate ascii_bin not null,
  source          varchar(64) character set ascii collate ascii_bin null,
  request_id      binary(16) null,
  -- canonical JSON of the request's parameters; texts that people typed are left out
  parameters      text         null,
  note            varchar(1000) null,
  object_count    int          not null,
  objects_sha256  char(64) character set ascii collate ascii_bin not null,
  key_version     int          not null,
  mac             char(64) character set ascii collate ascii_bin not null,
  primary key (organization_id, seq),
  key audit_event_by_time (organization_id, occurred_at),
  key audit_event_by_actor (organization_id, actor_id, seq),
  key audit_event_by_operation (organization_id, operation, seq),
  key audit_event_by_outcome (organization_id, outcome, seq),
  key audit_event_by_request (organization_id, request_id, seq),
  constraint audit_event_outcome check (outcome in ('SUCCEEDED', 'REFUSED', 'FAILED')),
  constraint audit_event_roles check (json_valid(roles)),
  constraint audit_event_parameters check (json_valid(parameters))
) character set utf8mb4 collate utf8mb4_bin;

-- What an event was about: one object, or fifty thousand of one upload.
create table audit_object (
  organization_id binary(16) not null,
  seq             bigint       not null,
  position        int          not null,
  kind            varchar(40) character set ascii collate ascii_bin not null,
  object_id       binary(16) not null,
  -- names are references too: of a carrier, an agency, a service account
  reference       varchar(200) null,
  before_sha256   char(64) character set ascii collate ascii_bin null,
  after_sha256    char(64) character set ascii collate ascii_bin null,
  primary key (organization_id, seq, position),
  key audit_object_by_id (organization_id, object_id, seq)
) character set utf8mb4 collate utf8mb4_bin;

-- Where a chain stood on a day, signed: worth something once it has been taken elsewhere.
create table audit_head (
  organization_id binary(16) not null,
  taken_on        date        not null,
  seq             bigint      not null,
  mac             char(64) character set ascii collate ascii_bin not null,
  taken_at        datetime(6) not null,
  jws             text        character set ascii collate ascii_bin not null,
  primary key (organization_id, taken_on)
) character set utf8mb4 collate utf8mb4_bin;

-- Where all chains stood at one moment, signed as one text that names the one before it: worth something once it has been sent elsewhere.
create table audit_checkpoint (
  number   bigint      not null primary key,
  taken_at datetime(6) not null,
  -- how many events all chains had given out: whether there is anything new
  events   bigint      not null,
  -- lists every chain, and not only those that went on since the one before
  whole    boolean     not null,
  jws      mediumtext  character set ascii collate ascii_bin not null,
  key audit_checkpoint_whole (whole, number)
) character set utf8mb4 collate utf8mb4_bin;

-- Up to where each receiver has them.
create table audit_checkpoint_sent (
  receiver varchar(20) character set ascii collate ascii_bin not null primary key,
  number   bigint      not null,
  sent_at  datetime(6) not null
) character set utf8mb4 collate utf8mb4_bin;

-- Requests of unknown callers, and refused attempts beyond the first of an hour: counted, since anyone can send any number of them. Swept after 90 days.
create table anonymous_request_count (
  counted_from    datetime     not null,
  operation       varchar(100) character set ascii collate ascii_bin not null,
  status          smallint     not null,
  -- where they came from; * for all that are too many to be told apart
  network         varchar(64) character set ascii collate ascii_bin not null,
  -- whose account was tried; all zeros where there is none, so without a foreign key
  organization_id binary(16) not null,
  requests        bigint       not null,
  last_at         datetime(6)  not null,
  primary key (counted_from, operation, status, network, organization_id)
) character set utf8mb4 collate utf8mb4_bin;
