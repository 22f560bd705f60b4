-- Text that people read compares without regard to case or accents; ids, codes and keys compare byte by byte. Ids are UUIDs of version 7, whose bytes are in
-- the order in which they were made. A column that holds an id and has no foreign key says why. Both collations are known to MySQL 8.4+ and MariaDB 11.4+.

-- Agencies and carriers: every owner of something belongs to one of them.
create table organization (
  id   binary(16) not null primary key,
  kind varchar(10) character set ascii collate ascii_bin not null,
  unique key organization_of_kind (id, kind),
  constraint organization_kind check (kind in ('AGENCY', 'CARRIER'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table carrier (
  id         binary(16) not null primary key,
  kind       varchar(10) character set ascii collate ascii_bin not null default 'CARRIER',
  name       varchar(200) not null unique,
  time_zone  varchar(64)  not null,
  created_at datetime(6)  not null,
  constraint carrier_organization foreign key (id, kind) references organization (id, kind),
  constraint carrier_kind check (kind = 'CARRIER')
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table agency (
  id               binary(16) not null primary key,
  kind             varchar(10) character set ascii collate ascii_bin not null default 'AGENCY',
  name             varchar(200) not null,
  npn              varchar(10) character set ascii collate ascii_bin not null unique,
  level            varchar(40) character set ascii collate ascii_bin not null,
  upline_agency_id binary(16) null,
  -- what that one is called, as the agency says; null where the operator entered it
  upline_name      varchar(200) null,
  -- grows with every change of what it is called, and where it stands
  version          int not null default 1,
  created_at       datetime(6) not null,
  constraint agency_organization foreign key (id, kind) references organization (id, kind),
  constraint agency_kind check (kind = 'AGENCY'),
  constraint agency_upline foreign key (upline_agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The newest contract of an agency with a carrier; those before it stand in agency_contract_past. A carrier lists its agencies by name as a range of one key, so
-- the name stands at the contract too. No foreign key keeps the two the same: it would have to cascade, and a cluster of MySQL refuses such changes while
-- its primary moves. One writer changes both in one transaction (AgencyProfiles).
create table agency_contract (
  agency_id   binary(16) not null,
  carrier_id  binary(16) not null,
  agency_name varchar(200) not null,
  -- from when on the carrier may expect reports; null where that is unknown
  since       date null,
  -- the last day of it; null while no end is agreed
  ends_on     date null,
  end_reason  varchar(500) null,
  -- whether it has begun and not ended, where the carrier is: duties are those of contracts in force (ContractDays)
  in_force    boolean not null default true,
  -- since when changes are not owed; null while it is in force, and before it first was
  out_of_force_since datetime(6) null,
  version     int not null default 1,
  primary key (agency_id, carrier_id),
  key agency_contract_by_carrier (carrier_id, agency_id),
  key agency_contract_by_name (carrier_id, agency_name, agency_id),
  key agency_contract_to_turn (in_force, ends_on),
  constraint agency_contract_agency foreign key (agency_id) references agency (id),
  constraint agency_contract_carrier foreign key (carrier_id) references carrier (id),
  constraint agency_contract_ended check (ends_on is null or since is null or ends_on >= since)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What stands in an agency's references, so that no two agencies' are the same in a carrier's lists. It tells nothing of them,
-- and is never given to another.
create table reference_mark (
  agency_id binary(16) not null primary key,
  mark      char(4) character set ascii collate ascii_bin not null,
  constraint reference_mark_once unique (mark),
  constraint reference_mark_agency foreign key (agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Human references count per agency: a shared counter would tell one agency how busy the others are.
create table reference_sequence (
  agency_id   binary(16) not null,
  prefix      char(3) character set ascii collate ascii_bin not null,
  year        smallint not null,
  last_number int      not null,
  primary key (agency_id, prefix, year),
  constraint reference_sequence_agency foreign key (agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
