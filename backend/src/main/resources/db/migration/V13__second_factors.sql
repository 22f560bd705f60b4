-- A second factor by time (RFC 6238). The secret is sealed; the last step that was used never counts again.
create table second_factor (
  user_id       char(36) character set ascii collate ascii_bin not null primary key,
  sealed_secret varbinary(200) not null,
  key_version   int not null,
  created_at    datetime(6) not null,
  confirmed_at  datetime(6) null,
  last_step     bigint not null,
  key second_factor_by_key (key_version, user_id),
  constraint second_factor_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table recovery_code (
  user_id     char(36) character set ascii collate ascii_bin not null,
  code_sha256 char(64) character set ascii collate ascii_bin not null,
  primary key (user_id, code_sha256),
  constraint recovery_code_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Somebody has shown a password, and is asked for a code.
create table sign_in_challenge (
  token_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  user_id      char(36) character set ascii collate ascii_bin not null,
  expires_at   datetime(6) not null,
  key sign_in_challenge_by_expiry (expires_at),
  constraint sign_in_challenge_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What an organisation asks of its people; without a row, nothing in particular.
create table organisation_security (
  organisation_id        char(36) character set ascii collate ascii_bin not null primary key,
  second_factor_required boolean not null,
  version                int not null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- When a second factor was shown in this session.
alter table session
  add column second_factor_at datetime(6) null;
