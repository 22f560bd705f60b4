-- Administrators keep the people of their organisation: a version for If-Match.
alter table app_user
  add column version int not null default 1;

-- What a person wants to know of the own sessions: when each was last used, and from where.
alter table session
  add column last_used_at   datetime(6)  null,
  add column source_address varchar(45)  character set ascii collate ascii_bin null,
  add column user_agent     varchar(200) null;

update session set last_used_at = started_at;

alter table session
  modify column last_used_at datetime(6) not null;
