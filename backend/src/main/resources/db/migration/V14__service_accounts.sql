-- A machine is somebody who acts, so that everything that says who did it can name it: no address, no password, and no sign-in.
alter table app_user
  modify column email varchar(254) null,
  add column machine boolean not null default false,
  add constraint app_user_person_has_email check (machine or email is not null);

create table service_account (
  id           char(36) character set ascii collate ascii_bin not null primary key,
  scopes       text character set ascii collate ascii_bin not null,
  created_by   char(36) character set ascii collate ascii_bin not null,
  expires_at   datetime(6) not null,
  last_used_at datetime(6) null,
  constraint service_account_user foreign key (id) references app_user (id),
  constraint service_account_creator foreign key (created_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A secret, of which the hash is kept, or a public key.
create table service_credential (
  id            char(36) character set ascii collate ascii_bin not null primary key,
  account_id    char(36) character set ascii collate ascii_bin not null,
  kind          varchar(20) character set ascii collate ascii_bin not null,
  secret_sha256 char(64) character set ascii collate ascii_bin null,
  public_key    varchar(500) character set ascii collate ascii_bin null,
  hint          varchar(20) character set ascii collate ascii_bin not null,
  created_at    datetime(6) not null,
  expires_at    datetime(6) not null,
  revoked_at    datetime(6) null,
  last_used_at  datetime(6) null,
  key service_credential_by_account (account_id, id),
  constraint service_credential_account foreign key (account_id) references service_account (id),
  constraint service_credential_kind check ((kind = 'SECRET') = (secret_sha256 is not null) and (kind = 'PUBLIC_KEY') = (public_key is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Assertions that machines have shown: each works once.
create table shown_assertion (
  jti_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  expires_at datetime(6) not null,
  key shown_assertion_by_expiry (expires_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
