-- What a carrier asks, from a day on. A new policy is a new row; the past is never rewritten.
create table reporting_policy (
  carrier_id                          binary(16) not null,
  effective_from                      date         not null,
  incident_due_day                    varchar(8)   not null,
  -- how many days after the due date are not late
  grace_days                          tinyint      not null default 0,
  -- days before the due date on which agencies are reminded: a JSON array of numbers
  reminder_days                       varchar(40) character set ascii collate ascii_bin not null default '[]',
  nil_incident_report_wanted          boolean      not null,
  relationship_notice                 varchar(20)  not null,
  relationship_notice_days            int          null,
  no_relationships_declaration_wanted boolean      not null,
  -- where the carrier reads mail about reports
  mailbox                             varchar(254) null,
  attestation_version                 varchar(40)  not null,
  attestation_wording                 text         not null,
  -- unknown for the policy that came with the carrier
  announced_at                        datetime(6)  null,
  announced_by                        binary(16) null,
  announced_by_name                   varchar(200) null,
  primary key (carrier_id, effective_from),
  constraint reporting_policy_carrier foreign key (carrier_id) references carrier (id),
  constraint reporting_policy_announcer foreign key (announced_by) references app_user (id),
  constraint reporting_policy_due_day check (incident_due_day = 'LAST_DAY' or incident_due_day regexp '^([1-9]|1[0-9]|2[0-8])$'),
  constraint reporting_policy_grace check (grace_days between 0 and 28),
  constraint reporting_policy_reminders check (json_valid(reminder_days)),
  constraint reporting_policy_notice check (relationship_notice in ('AS_CHANGES_OCCUR', 'WITHIN_DAYS')),
  constraint reporting_policy_days check ((relationship_notice = 'WITHIN_DAYS') = (relationship_notice_days is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Each reminder of a month goes out once, whichever instance of the service comes first.
create table reporting_reminder (
  id         binary(16) not null primary key,
  agency_id  binary(16) not null,
  carrier_id binary(16) not null,
  period     char(7) character set ascii collate ascii_bin not null,
  -- DUE_n, so many days before the due date, or OVERDUE.
  kind       varchar(20) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  unique key reporting_reminder_once (agency_id, carrier_id, period, kind),
  key reporting_reminder_by_carrier (carrier_id),
  constraint reporting_reminder_agency foreign key (agency_id) references agency (id),
  constraint reporting_reminder_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Every upload of CMS's directory of contracts, with its outcome. Faults are kept as JSON: nothing looks them up.
create table contract_directory_import (
  id               binary(16) not null primary key,
  carrier_id       binary(16) not null,
  status           varchar(10) character set ascii collate ascii_bin not null,
  file_name        varchar(255) not null,
  contract_count   int not null,
  fault_count      int not null,
  faults           mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  content_sha256   char(64) character set ascii collate ascii_bin not null,
  uploaded_at      datetime(6) not null,
  uploaded_by      binary(16) not null,
  uploaded_by_name varchar(200) not null,
  key contract_directory_import_by_carrier (carrier_id, id),
  constraint contract_directory_import_carrier foreign key (carrier_id) references carrier (id),
  constraint contract_directory_import_user foreign key (uploaded_by) references app_user (id),
  constraint contract_directory_import_status check (status in ('LOADED', 'REJECTED')),
  constraint contract_directory_import_faults check (json_valid(faults))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Which upload a carrier's numbers are checked against. Switched when the new entries are all there, so no check ever reads half a directory.
create table contract_directory (
  carrier_id binary(16) not null primary key,
  import_id  binary(16) not null,
  constraint contract_directory_carrier foreign key (carrier_id) references carrier (id),
  constraint contract_directory_current foreign key (import_id) references contract_directory_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table contract_directory_entry (
  import_id           binary(16) not null,
  contract_number     char(5) character set ascii collate ascii_bin not null,
  legal_name          varchar(200) not null,
  marketing_name      varchar(200) null,
  parent_organization varchar(200) null,
  organization_type   varchar(100) null,
  plan_type           varchar(100) null,
  effective_date      date null,
  -- the words of the names, each with a space before it
  search_text         text character set utf8mb4 collate utf8mb4_bin not null,
  primary key (import_id, contract_number),
  constraint contract_directory_entry_import foreign key (import_id) references contract_directory_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
