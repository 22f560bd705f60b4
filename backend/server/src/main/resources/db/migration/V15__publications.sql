-- What a carrier tells its agencies of its own accord.
create table announcement (
  id                  binary(16) not null primary key,
  carrier_id          binary(16) not null,
  title               varchar(200) not null,
  -- Markdown without HTML
  body                text not null,
  audience            varchar(10) character set ascii collate ascii_bin not null,
  -- a JSON array of codes
  levels              varchar(400) character set ascii collate ascii_bin not null,
  confirmation_wanted boolean not null,
  confirm_by          date null,
  state               varchar(10) character set ascii collate ascii_bin not null,
  publish_at          datetime(6) null,
  expires_at          datetime(6) null,
  -- when its agencies are to be told; null before it is published, and once they were
  tell_at             datetime(6) null,
  version             int not null,
  created_at          datetime(6) not null,
  changed_at          datetime(6) not null,
  changed_by          binary(16) not null,
  changer_name        varchar(200) not null,
  key announcement_by_carrier (carrier_id, id),
  key announcement_to_tell (tell_at),
  constraint announcement_carrier foreign key (carrier_id) references carrier (id),
  constraint announcement_changer foreign key (changed_by) references app_user (id),
  constraint announcement_audience check (audience in ('ALL', 'LEVELS', 'AGENCIES')),
  constraint announcement_levels check (json_valid(levels)),
  constraint announcement_state check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  constraint announcement_published check (state <> 'PUBLISHED' or publish_at is not null),
  constraint announcement_confirmed_by check (confirmation_wanted or confirm_by is null)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The agencies that were chosen one by one.
create table announcement_agency (
  announcement_id binary(16) not null,
  agency_id       binary(16) not null,
  primary key (announcement_id, agency_id),
  constraint announcement_agency_announcement foreign key (announcement_id) references announcement (id),
  constraint announcement_agency_agency foreign key (agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Whom it reached when it was published, and what has become of it there.
create table announcement_recipient (
  announcement_id     binary(16) not null,
  agency_id           binary(16) not null,
  told_at             datetime(6) not null,
  awaits_confirmation boolean not null,
  -- as the announcement says it, so that what is to be reminded of is a range of a key
  confirm_by          date null,
  -- by the first of its people
  confirmed_at        datetime(6) null,
  primary key (announcement_id, agency_id),
  key announcement_recipient_by_agency (agency_id, announcement_id),
  key announcement_recipient_to_confirm (agency_id, awaits_confirmation, announcement_id),
  key announcement_recipient_to_remind (awaits_confirmation, confirm_by, announcement_id, agency_id),
  constraint announcement_recipient_announcement foreign key (announcement_id) references announcement (id),
  constraint announcement_recipient_agency foreign key (agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who of an agency says to have read it.
create table announcement_confirmation (
  announcement_id binary(16) not null,
  agency_id       binary(16) not null,
  user_id         binary(16) not null,
  user_name       varchar(200) not null,
  confirmed_at    datetime(6) not null,
  primary key (announcement_id, agency_id, user_id),
  constraint announcement_confirmation_recipient foreign key (announcement_id, agency_id) references announcement_recipient (announcement_id, agency_id),
  constraint announcement_confirmation_user foreign key (user_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
