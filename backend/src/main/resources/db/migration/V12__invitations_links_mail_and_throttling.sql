-- Somebody who is invited chooses the password; until a reset is finished, an account may have none.
alter table app_user
  modify column password_hash varchar(255) character set ascii collate ascii_bin null,
  -- Whether the password is long enough to be the only factor.
  add column password_stands_alone boolean not null default true;

create table invitation (
  id          char(36) character set ascii collate ascii_bin not null primary key,
  agency_id   char(36) character set ascii collate ascii_bin null,
  carrier_id  char(36) character set ascii collate ascii_bin null,
  email       varchar(254) not null,
  name        varchar(200) not null,
  roles       varchar(300) character set ascii collate ascii_bin not null,
  invited_by  char(36) character set ascii collate ascii_bin not null,
  version     int not null,
  created_at  datetime(6) not null,
  expires_at  datetime(6) not null,
  accepted_at datetime(6) null,
  revoked_at  datetime(6) null,
  key invitation_by_agency (agency_id, id),
  key invitation_by_carrier (carrier_id, id),
  constraint invitation_agency foreign key (agency_id) references agency (id),
  constraint invitation_carrier foreign key (carrier_id) references carrier (id),
  constraint invitation_inviter foreign key (invited_by) references app_user (id),
  constraint invitation_one_organisation check ((agency_id is null) <> (carrier_id is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The links that are mailed: enough to recognise one, not to make it.
create table mailed_link (
  token_sha256 char(64) character set ascii collate ascii_bin not null primary key,
  purpose      varchar(20) character set ascii collate ascii_bin not null,
  -- An invitation, or a user.
  subject_id   char(36) character set ascii collate ascii_bin not null,
  created_at   datetime(6) not null,
  expires_at   datetime(6) not null,
  used_at      datetime(6) null,
  used_from    varchar(45) character set ascii collate ascii_bin null,
  key mailed_link_by_subject (subject_id, purpose)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Mail to be sent, put here in the transaction of what it tells of. It is composed when it is sent, so that no secret waits here.
create table outgoing_mail (
  id           char(36) character set ascii collate ascii_bin not null primary key,
  kind         varchar(40) character set ascii collate ascii_bin not null,
  recipient    varchar(254) not null,
  subject_id   char(36) character set ascii collate ascii_bin null,
  created_at   datetime(6) not null,
  -- Null when it was given up.
  due_at       datetime(6) null,
  attempts     int not null,
  claim        char(36) character set ascii collate ascii_bin null,
  last_failure varchar(200) null,
  key outgoing_mail_due (due_at),
  key outgoing_mail_claim (claim)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One row for each thing that is counted; the instant (in microseconds) at which it is as if nothing had been tried.
create table throttle (
  bucket   char(64) character set ascii collate ascii_bin not null primary key,
  rests_at bigint not null,
  key throttle_by_rest (rests_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
