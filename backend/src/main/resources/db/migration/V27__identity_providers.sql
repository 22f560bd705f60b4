-- Where the people of an organisation can sign in, besides here. One that was removed leaves its version.
create table identity_provider (
  organisation_id char(36) character set ascii collate ascii_bin not null primary key,
  version         int not null,
  issuer          varchar(255) character set ascii collate ascii_bin null,
  client          varchar(200) null,
  sealed_secret   varbinary(2100) null,
  key_version     int null,
  roles_claim     varchar(100) null,
  key identity_provider_by_key (key_version, organisation_id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table identity_provider_role (
  organisation_id char(36) character set ascii collate ascii_bin not null,
  claim_value     varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  role            varchar(40) character set ascii collate ascii_bin not null,
  primary key (organisation_id, claim_value, role),
  constraint identity_provider_role_provider foreign key (organisation_id) references identity_provider (organisation_id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who is who at a provider. An address that a provider gives to somebody else does not bring the account with it.
create table federated_person (
  organisation_id char(36) character set ascii collate ascii_bin not null,
  issuer          varchar(255) character set ascii collate ascii_bin not null,
  subject         varchar(255) character set ascii collate ascii_bin not null,
  user_id         char(36) character set ascii collate ascii_bin not null,
  linked_at       datetime(6) not null,
  primary key (organisation_id, issuer, subject),
  unique key federated_person_once (user_id, issuer),
  constraint federated_person_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A sign-in under way; the secrets themselves are with the browser.
create table single_sign_on (
  state_sha256    char(64) character set ascii collate ascii_bin not null primary key,
  browser_sha256  char(64) character set ascii collate ascii_bin not null,
  organisation_id char(36) character set ascii collate ascii_bin not null,
  issuer          varchar(255) character set ascii collate ascii_bin not null,
  client          varchar(200) not null,
  expires_at      datetime(6) not null,
  key single_sign_on_by_expiry (expires_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
