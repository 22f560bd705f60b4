-- Text that people read compares without regard to case or accents; ids, codes and keys compare byte by byte.
-- Both collations are known to MySQL 8.4+ and MariaDB 10.11+.

create table carrier (
  id         char(36) character set ascii collate ascii_bin not null primary key,
  name       varchar(200) not null unique,
  time_zone  varchar(64)  not null,
  created_at datetime(6)  not null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What a carrier asks, from a day on. A new policy is a new row; the past is never rewritten.
create table reporting_policy (
  carrier_id                          char(36) character set ascii collate ascii_bin not null,
  effective_from                      date         not null,
  incident_due_day                    varchar(8)   not null,
  nil_incident_report_wanted          boolean      not null,
  relationship_notice                 varchar(20)  not null,
  relationship_notice_days            int          null,
  no_relationships_declaration_wanted boolean      not null,
  attestation_version                 varchar(40)  not null,
  attestation_wording                 text         not null,
  primary key (carrier_id, effective_from),
  constraint reporting_policy_carrier foreign key (carrier_id) references carrier (id),
  constraint reporting_policy_notice check (relationship_notice in ('AS_CHANGES_OCCUR', 'WITHIN_DAYS')),
  constraint reporting_policy_days check ((relationship_notice = 'WITHIN_DAYS') = (relationship_notice_days is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table agency (
  id               char(36) character set ascii collate ascii_bin not null primary key,
  name             varchar(200) not null,
  npn              varchar(10) character set ascii collate ascii_bin not null unique,
  level            varchar(40) character set ascii collate ascii_bin not null,
  upline_agency_id char(36) character set ascii collate ascii_bin null,
  created_at       datetime(6) not null,
  constraint agency_upline foreign key (upline_agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table agency_contract (
  agency_id  char(36) character set ascii collate ascii_bin not null,
  carrier_id char(36) character set ascii collate ascii_bin not null,
  primary key (agency_id, carrier_id),
  key agency_contract_by_carrier (carrier_id, agency_id),
  constraint agency_contract_agency foreign key (agency_id) references agency (id),
  constraint agency_contract_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table app_user (
  id            char(36) character set ascii collate ascii_bin not null primary key,
  email         varchar(254) not null unique,
  name          varchar(200) not null,
  password_hash varchar(255) character set ascii collate ascii_bin not null,
  agency_id     char(36) character set ascii collate ascii_bin null,
  carrier_id    char(36) character set ascii collate ascii_bin null,
  active        boolean not null,
  created_at    datetime(6) not null,
  constraint app_user_agency foreign key (agency_id) references agency (id),
  constraint app_user_carrier foreign key (carrier_id) references carrier (id),
  constraint app_user_one_organisation check ((agency_id is null) <> (carrier_id is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table app_user_role (
  user_id char(36) character set ascii collate ascii_bin not null,
  role    varchar(40) character set ascii collate ascii_bin not null,
  primary key (user_id, role),
  constraint app_user_role_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One row per sign-in; every refresh token descends from one.
create table session (
  id         char(36) character set ascii collate ascii_bin not null primary key,
  user_id    char(36) character set ascii collate ascii_bin not null,
  started_at datetime(6) not null,
  expires_at datetime(6) not null,
  ended_at   datetime(6) null,
  key session_by_user (user_id, started_at),
  constraint session_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table refresh_token (
  token_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  session_id   char(36) character set ascii collate ascii_bin not null,
  issued_at    datetime(6) not null,
  expires_at   datetime(6) not null,
  used_at      datetime(6) null,
  key refresh_token_by_session (session_id),
  constraint refresh_token_session foreign key (session_id) references session (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The first answer to a request that carried an Idempotency-Key.
create table idempotent_request (
  user_id         char(36) character set ascii collate ascii_bin not null,
  idempotency_key varchar(100) character set ascii collate ascii_bin not null,
  operation       varchar(100) character set ascii collate ascii_bin not null,
  request_sha256  char(64) character set ascii collate ascii_bin not null,
  claim           char(36) character set ascii collate ascii_bin not null,
  claimed_at      datetime(6) not null,
  status          smallint null,
  headers         text null,
  body            mediumblob null,
  primary key (user_id, idempotency_key),
  key idempotent_request_by_age (claimed_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Human references count per agency: a shared counter would tell one agency how busy the others are.
create table reference_sequence (
  agency_id  char(36) character set ascii collate ascii_bin not null,
  prefix     char(3) character set ascii collate ascii_bin not null,
  year       smallint not null,
  last_value int not null,
  primary key (agency_id, prefix, year),
  constraint reference_sequence_agency foreign key (agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
