-- What an organization is called and where it stands, from which day on: the day's answer is the newest that does not begin after it. Before the first, and where
-- there is none, it was as it is.
create table organization_profile (
  organization_id  binary(16) not null,
  effective_from   date not null,
  name             varchar(200) not null,
  -- of an agency only
  level            varchar(40) character set ascii collate ascii_bin null,
  -- the agency above it, as recorded; it does not tell whether that is one of this system
  upline_npn       varchar(10) character set ascii collate ascii_bin null,
  upline_name      varchar(200) null,
  -- whether its day is still to come
  pending          boolean not null,
  recorded_at      datetime(6) not null,
  -- null for the operator's command
  recorded_by      binary(16) null,
  recorder_name    varchar(200) null,
  primary key (organization_id, effective_from),
  key organization_profile_to_turn (pending, effective_from),
  constraint organization_profile_organization foreign key (organization_id) references organization (id),
  constraint organization_profile_recorder foreign key (recorded_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Contracts that ended before the newest one of the two began.
create table agency_contract_past (
  agency_id  binary(16) not null,
  carrier_id binary(16) not null,
  ends_on    date not null,
  since      date null,
  end_reason varchar(500) null,
  primary key (agency_id, carrier_id, ends_on),
  constraint agency_contract_past_contract foreign key (agency_id, carrier_id) references agency_contract (agency_id, carrier_id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
