-- From where people have shown who they are: exactly the network, and not what begins like it.
create table known_place (
  user_id  char(36) character set ascii collate ascii_bin not null,
  network  varchar(45) character set ascii collate ascii_bin not null,
  known_at datetime(6) not null,
  primary key (user_id, network),
  constraint known_place_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

insert into known_place (user_id, network, known_at)
select user_id, place, max(started_at)
  from (select user_id, started_at,
               if(source_address like '%:%', concat(substring_index(source_address, ':', 4), ':'), source_address) as place
          from session
         where source_address is not null) as seen
 group by user_id, place;

-- Failures in a row, of one account: at its known places each apart, of all strangers together.
create table sign_in_failure (
  subject  char(64) character set ascii collate ascii_bin not null primary key,
  user_id  char(36) character set ascii collate ascii_bin null,
  kind     varchar(10) character set ascii collate ascii_bin not null,
  failures int not null,
  last_at  datetime(6) not null,
  key sign_in_failure_user (user_id, kind),
  key sign_in_failure_age (last_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Whoever holds one has read the account's mail, and is counted apart from all others.
create table sign_in_permit (
  token_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  user_id      char(36) character set ascii collate ascii_bin not null,
  expires_at   datetime(6) not null,
  key sign_in_permit_end (expires_at),
  constraint sign_in_permit_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

alter table sign_in_challenge
  add column permit_sha256 char(64) character set ascii collate ascii_bin null;

-- When somebody last showed who they are in a session.
alter table session add column confirmed_at datetime(6) null;
update session set confirmed_at = started_at;
alter table session modify column confirmed_at datetime(6) not null;

alter table organisation_security
  add column role_changes_approved boolean not null default false;

-- What waits for a second administrator.
create table role_change (
  id         char(36) character set ascii collate ascii_bin not null primary key,
  agency_id  char(36) character set ascii collate ascii_bin null,
  carrier_id char(36) character set ascii collate ascii_bin null,
  kind       varchar(20) character set ascii collate ascii_bin not null,
  user_id    char(36) character set ascii collate ascii_bin null,
  seen       int null,
  roles      varchar(300) character set ascii collate ascii_bin null,
  asked_by   char(36) character set ascii collate ascii_bin not null,
  asked_at   datetime(6) not null,
  expires_at datetime(6) not null,
  state      varchar(10) character set ascii collate ascii_bin not null,
  decided_by char(36) character set ascii collate ascii_bin null,
  decided_at datetime(6) null,
  version    int not null,
  key role_change_agency (agency_id, id),
  key role_change_carrier (carrier_id, id),
  constraint role_change_agency_there foreign key (agency_id) references agency (id),
  constraint role_change_carrier_there foreign key (carrier_id) references carrier (id),
  constraint role_change_user foreign key (user_id) references app_user (id),
  constraint role_change_asker foreign key (asked_by) references app_user (id),
  constraint role_change_decider foreign key (decided_by) references app_user (id),
  constraint role_change_of_one check ((agency_id is null) <> (carrier_id is null)),
  constraint role_change_decided check ((decided_by is null) = (decided_at is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
