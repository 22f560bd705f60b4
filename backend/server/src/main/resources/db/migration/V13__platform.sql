-- By what each version of each key is known again: a value that only that key makes, and that tells nothing of it. The application's account adds and reads.
create table key_check (
  kind        varchar(30) character set ascii collate ascii_bin not null,
  -- the number of a version, or the id of a key that has none
  version     varchar(64) character set ascii collate ascii_bin not null,
  check_value char(64) character set ascii collate ascii_bin not null,
  recorded_at datetime(6) not null,
  primary key (kind, version)
) character set utf8mb4 collate utf8mb4_bin;

-- The servers that are working on requests with a key. One that has not said for a while that it lives is dead, and what it
-- had begun may be begun again.
create table server_instance (
  id       binary(16) not null,
  alive_at datetime(6) not null,
  primary key (id),
  key server_instance_by_age (alive_at)
) character set utf8mb4 collate utf8mb4_bin;

-- The first answer to a request that carried an Idempotency-Key.
create table idempotent_request (
  user_id            binary(16) not null,
  idempotency_key    varchar(100) character set ascii collate ascii_bin not null,
  operation          varchar(100) character set ascii collate ascii_bin not null,
  request_sha256     char(64) character set ascii collate ascii_bin not null,
  -- made for each attempt; names nothing
  claim_id           binary(16) not null,
  -- which server works on it; without a foreign key, since a server has no row before it first says that it lives
  server_instance_id binary(16) not null,
  claimed_at         datetime(6) not null,
  status             smallint null,
  -- a JSON object
  headers            text null,
  body               mediumblob null,
  primary key (user_id, idempotency_key),
  key idempotent_request_by_age (claimed_at),
  constraint idempotent_request_user foreign key (user_id) references app_user (id),
  constraint idempotent_request_headers check (json_valid(headers))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Mail to be sent, put here in the transaction of what it tells of. It is composed when it is sent, so that no secret waits here.
create table outgoing_mail (
  id           binary(16) not null primary key,
  kind         varchar(40) character set ascii collate ascii_bin not null,
  recipient    varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  -- what it is about, in a table that the kind knows: no foreign key can name more than one
  subject_id   binary(16) null,
  created_at   datetime(6) not null,
  -- null when it was given up
  due_at       datetime(6) null,
  attempts     int not null,
  -- made for each attempt; names nothing
  claim_id     binary(16) null,
  last_failure varchar(200) null,
  key outgoing_mail_due (due_at),
  key outgoing_mail_claim (claim_id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One row for each thing whose rate is limited (GCRA): the instant, in microseconds, at which it is as if nothing had been tried.
create table rate_limit (
  bucket                 char(64) character set ascii collate ascii_bin not null primary key,
  theoretical_arrival_at bigint not null,
  key rate_limit_by_arrival (theoretical_arrival_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
