-- What happened that people are told of, written in the transaction in which it happens, and told afterwards: who is told is found then.
create table business_event (
  id                binary(16) not null primary key,
  type              varchar(40) character set ascii collate ascii_bin not null,
  -- whose people are told
  organization_id   binary(16) not null,
  -- one of them alone; null for all whose roles have to do with it
  recipient_id      binary(16) null,
  -- the organization on the other side
  other_id          binary(16) null,
  -- who did it, and need not be told
  actor_id          binary(16) null,
  subject_kind      varchar(30) character set ascii collate ascii_bin not null,
  -- of one of several tables, as the kind says: no foreign key can name more than one
  subject_id        binary(16) null,
  subject_reference varchar(40) character set ascii collate ascii_bin null,
  period            char(7) character set ascii collate ascii_bin null,
  -- what happens once however often it is found; null where each time counts
  once_key          varchar(100) character set ascii collate ascii_bin null,
  occurred_at       datetime(6) not null,
  -- when to tell of it (again); null once everybody was told
  due_at            datetime(6) null,
  unique key business_event_once (organization_id, once_key),
  key business_event_due (due_at),
  key business_event_by_organization (organization_id, occurred_at),
  constraint business_event_organization foreign key (organization_id) references organization (id),
  constraint business_event_recipient foreign key (recipient_id) references app_user (id),
  constraint business_event_other foreign key (other_id) references organization (id),
  constraint business_event_actor foreign key (actor_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- That a person was told of it: once, whichever instance of the service comes first.
create table notification (
  id            binary(16) not null primary key,
  user_id       binary(16) not null,
  event_id      binary(16) not null,
  created_at    datetime(6) not null,
  read_at       datetime(6) null,
  -- waits for the person's next digest, and the day of the one that it came with
  awaits_digest boolean not null,
  digest_on     date null,
  unique key notification_once (event_id, user_id),
  key notification_by_user (user_id, id),
  key notification_unread (user_id, read_at, id),
  key notification_to_digest (awaits_digest, user_id),
  key notification_of_digest (user_id, digest_on, id),
  constraint notification_user foreign key (user_id) references app_user (id),
  constraint notification_event foreign key (event_id) references business_event (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who has chosen how to be told by mail; a person without a row is told as the role suggests.
create table notification_preference (
  user_id binary(16) not null primary key,
  version int not null,
  constraint notification_preference_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table notification_choice (
  user_id binary(16) not null,
  topic   varchar(20) character set ascii collate ascii_bin not null,
  mail    varchar(10) character set ascii collate ascii_bin not null,
  primary key (user_id, topic),
  constraint notification_choice_preference foreign key (user_id) references notification_preference (user_id),
  constraint notification_choice_mail check (mail in ('AT_ONCE', 'DIGEST', 'NONE'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- An address of the team that is told as well, such as a mailbox that several people read.
create table team_mailbox (
  organization_id binary(16) not null primary key,
  -- null while there is none
  address         varchar(254) character set utf8mb4 collate utf8mb4_bin null,
  -- a JSON array of codes
  topics          varchar(200) character set ascii collate ascii_bin not null,
  version         int not null,
  constraint team_mailbox_organization foreign key (organization_id) references organization (id),
  constraint team_mailbox_topics check (json_valid(topics))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
