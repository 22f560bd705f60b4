-- Actors, so that everything that says who did it can name one: a person, or a service account, which has no address, no password, and no sign-in.
-- A column called ..._by holds the id of one. Addresses are compared byte by byte, in their canonical form.
create table app_user (
  id                     binary(16) not null primary key,
  email                  varchar(254) character set utf8mb4 collate utf8mb4_bin null unique,
  name                   varchar(200) not null,
  -- null until an invited person chooses one, and until a reset is finished
  password_hash          varchar(255) character set ascii collate ascii_bin null,
  -- whether the password is long enough to be the only factor
  password_stands_alone  boolean not null default true,
  organization_id        binary(16) not null,
  organization_kind      varchar(10) character set ascii collate ascii_bin not null,
  is_service_account     boolean not null default false,
  active                 boolean not null,
  -- for If-Match, when an administrator changes it
  version                int not null default 1,
  created_at             datetime(6) not null,
  key app_user_by_organization (organization_id, organization_kind, id),
  constraint app_user_organization foreign key (organization_id, organization_kind) references organization (id, kind),
  constraint app_user_person_has_email check (is_service_account or email is not null)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table app_user_role (
  user_id binary(16) not null,
  role    varchar(40) character set ascii collate ascii_bin not null,
  primary key (user_id, role),
  constraint app_user_role_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One row per sign-in; every refresh token descends from one.
create table session (
  id               binary(16) not null primary key,
  user_id          binary(16) not null,
  started_at       datetime(6) not null,
  expires_at       datetime(6) not null,
  ended_at         datetime(6) null,
  -- what its owner wants to know of it: when it was last used, and from where
  last_used_at     datetime(6) not null,
  source_address   varchar(45) character set ascii collate ascii_bin null,
  user_agent       varchar(200) null,
  -- when a second factor was shown in it
  second_factor_at datetime(6) null,
  -- when its owner last showed who they are in it
  confirmed_at     datetime(6) not null,
  key session_by_user (user_id, started_at),
  -- a person's sessions are listed in the order of their ids
  key session_by_person (user_id, id),
  constraint session_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table refresh_token (
  token_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  session_id   binary(16) not null,
  issued_at    datetime(6) not null,
  expires_at   datetime(6) not null,
  used_at      datetime(6) null,
  -- with the token itself, which is not kept, it makes the next one
  successor_salt char(43) character set ascii collate ascii_bin not null,
  key refresh_token_by_session (session_id),
  key refresh_token_by_expiry (expires_at),
  constraint refresh_token_session foreign key (session_id) references session (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- From where people have shown who they are: exactly the network, and not what begins like it.
create table known_sign_in_source (
  user_id  binary(16) not null,
  network  varchar(45) character set ascii collate ascii_bin not null,
  known_at datetime(6) not null,
  primary key (user_id, network),
  key known_sign_in_source_by_age (known_at),
  constraint known_sign_in_source_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Failures in a row, of one account: at each of its known sources apart, of all strangers together.
create table sign_in_failure (
  subject  char(64) character set ascii collate ascii_bin not null primary key,
  -- null for an address without an account
  user_id  binary(16) null,
  kind     varchar(10) character set ascii collate ascii_bin not null,
  failures int not null,
  last_at  datetime(6) not null,
  key sign_in_failure_user (user_id, kind),
  key sign_in_failure_age (last_at),
  constraint sign_in_failure_of_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A sign-in with one comes from a reader of the account's mail, and is counted apart from all others.
create table sign_in_permit (
  token_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  user_id      binary(16) not null,
  expires_at   datetime(6) not null,
  key sign_in_permit_end (expires_at),
  constraint sign_in_permit_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A person has shown a password, and is asked for a code.
create table sign_in_challenge (
  token_sha256  char(64) character set ascii collate ascii_bin not null primary key,
  user_id       binary(16) not null,
  expires_at    datetime(6) not null,
  permit_sha256 char(64) character set ascii collate ascii_bin null,
  key sign_in_challenge_by_expiry (expires_at),
  constraint sign_in_challenge_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A second factor by time (RFC 6238). The secret is sealed; the last step that was used never counts again.
create table second_factor (
  user_id       binary(16) not null primary key,
  sealed_secret varbinary(200) not null,
  key_version   int not null,
  created_at    datetime(6) not null,
  confirmed_at  datetime(6) null,
  last_step     bigint not null,
  key second_factor_by_key (key_version, user_id),
  constraint second_factor_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table recovery_code (
  user_id     binary(16) not null,
  code_sha256 char(64) character set ascii collate ascii_bin not null,
  primary key (user_id, code_sha256),
  constraint recovery_code_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What an organization asks of its people; without a row, nothing in particular.
create table organization_security (
  organization_id        binary(16) not null primary key,
  second_factor_required boolean not null,
  role_changes_approved  boolean not null default false,
  version                int not null,
  constraint organization_security_organization foreign key (organization_id) references organization (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table invitation (
  id                binary(16) not null primary key,
  organization_id   binary(16) not null,
  organization_kind varchar(10) character set ascii collate ascii_bin not null,
  email             varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  name              varchar(200) not null,
  -- a JSON array of codes
  roles             varchar(400) character set ascii collate ascii_bin not null,
  -- null for the first administrator of an organization, who is invited by the operator's command
  invited_by        binary(16) null,
  version           int not null,
  created_at        datetime(6) not null,
  expires_at        datetime(6) not null,
  accepted_at       datetime(6) null,
  revoked_at        datetime(6) null,
  key invitation_by_organization (organization_id, organization_kind, id),
  constraint invitation_organization foreign key (organization_id, organization_kind) references organization (id, kind),
  constraint invitation_inviter foreign key (invited_by) references app_user (id),
  constraint invitation_roles check (json_valid(roles))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A new address that a person asked for, until its mailbox has confirmed it.
create table email_change (
  id         binary(16) not null primary key,
  user_id    binary(16) not null unique,
  email      varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  asked_at   datetime(6) not null,
  expires_at datetime(6) not null,
  key email_change_by_expiry (expires_at),
  constraint email_change_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The links that are mailed: enough to recognize one, not to make it.
create table email_link (
  token_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  purpose      varchar(20) character set ascii collate ascii_bin not null,
  -- an invitation, a user or a change of address, as the purpose says: no foreign key can name two tables
  subject_id   binary(16) not null,
  created_at   datetime(6) not null,
  expires_at   datetime(6) not null,
  used_at      datetime(6) null,
  used_from    varchar(45) character set ascii collate ascii_bin null,
  key email_link_by_subject (subject_id, purpose),
  key email_link_by_expiry (expires_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What waits for a second administrator.
create table role_change (
  id              binary(16) not null primary key,
  organization_id binary(16) not null,
  kind            varchar(20) character set ascii collate ascii_bin not null,
  user_id         binary(16) null,
  -- the version of the user that the change was asked for
  user_version    int null,
  -- a JSON array of codes
  roles           varchar(400) character set ascii collate ascii_bin null,
  requested_by    binary(16) not null,
  requested_at    datetime(6) not null,
  expires_at      datetime(6) not null,
  state           varchar(10) character set ascii collate ascii_bin not null,
  decided_by      binary(16) null,
  decided_at      datetime(6) null,
  version         int not null,
  key role_change_by_organization (organization_id, id),
  key role_change_waiting (organization_id, state, expires_at, id),
  constraint role_change_organization foreign key (organization_id) references organization (id),
  constraint role_change_user foreign key (user_id) references app_user (id),
  constraint role_change_requester foreign key (requested_by) references app_user (id),
  constraint role_change_decider foreign key (decided_by) references app_user (id),
  constraint role_change_roles check (json_valid(roles)),
  constraint role_change_decided check ((decided_by is null) = (decided_at is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table service_account (
  id           binary(16) not null primary key,
  -- a JSON array of scopes
  scopes       text character set ascii collate ascii_bin not null,
  created_by   binary(16) not null,
  expires_at   datetime(6) not null,
  last_used_at datetime(6) null,
  constraint service_account_user foreign key (id) references app_user (id),
  constraint service_account_creator foreign key (created_by) references app_user (id),
  constraint service_account_scopes check (json_valid(scopes))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A secret, of which the hash is kept, or a public key.
create table service_credential (
  id                 binary(16) not null primary key,
  service_account_id binary(16) not null,
  kind               varchar(20) character set ascii collate ascii_bin not null,
  secret_sha256      char(64) character set ascii collate ascii_bin null,
  public_key         varchar(500) character set ascii collate ascii_bin null,
  hint               varchar(20) character set ascii collate ascii_bin not null,
  created_at         datetime(6) not null,
  expires_at         datetime(6) not null,
  revoked_at         datetime(6) null,
  last_used_at       datetime(6) null,
  key service_credential_by_account (service_account_id, id),
  constraint service_credential_account foreign key (service_account_id) references service_account (id),
  constraint service_credential_kind check ((kind = 'SECRET') = (secret_sha256 is not null) and (kind = 'PUBLIC_KEY') = (public_key is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Assertions by which service accounts have got a token: each works once.
create table used_client_assertion (
  jti_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  expires_at datetime(6) not null,
  key used_client_assertion_by_expiry (expires_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Where the people of an organization can sign in, besides here. One that was removed leaves its version.
create table identity_provider (
  organization_id binary(16) not null primary key,
  version         int not null,
  issuer          varchar(255) character set ascii collate ascii_bin null,
  client          varchar(200) null,
  sealed_secret   varbinary(2100) null,
  key_version     int null,
  roles_claim     varchar(100) null,
  key identity_provider_by_key (key_version, organization_id),
  constraint identity_provider_organization foreign key (organization_id) references organization (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table identity_provider_role (
  organization_id binary(16) not null,
  claim_value     varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  role            varchar(40) character set ascii collate ascii_bin not null,
  primary key (organization_id, claim_value, role),
  constraint identity_provider_role_provider foreign key (organization_id) references identity_provider (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who is who at a provider. An address that a provider gives to another person does not bring the account with it.
create table federated_identity (
  organization_id binary(16) not null,
  issuer          varchar(255) character set ascii collate ascii_bin not null,
  subject         varchar(255) character set ascii collate ascii_bin not null,
  user_id         binary(16) not null,
  linked_at       datetime(6) not null,
  primary key (organization_id, issuer, subject),
  unique key federated_identity_once (user_id, issuer),
  constraint federated_identity_organization foreign key (organization_id) references organization (id),
  constraint federated_identity_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A sign-in at a provider under way; the secrets themselves are with the browser.
create table single_sign_on_attempt (
  state_sha256    char(64) character set ascii collate ascii_bin not null primary key,
  browser_sha256  char(64) character set ascii collate ascii_bin not null,
  organization_id binary(16) not null,
  issuer          varchar(255) character set ascii collate ascii_bin not null,
  client          varchar(200) not null,
  expires_at      datetime(6) not null,
  key single_sign_on_attempt_by_expiry (expires_at),
  key single_sign_on_attempt_by_organization (organization_id),
  constraint single_sign_on_attempt_organization foreign key (organization_id) references organization (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
