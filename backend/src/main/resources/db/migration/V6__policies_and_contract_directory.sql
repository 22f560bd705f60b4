-- How many days after the due date are not late; days before it on which agencies are reminded, as 7,1; where the carrier reads mail about reports;
-- who announced the policy and when (unknown for those that came with the carrier).
alter table reporting_policy
  add column grace_days    tinyint not null default 0,
  add column reminder_days varchar(40) character set ascii collate ascii_bin not null default '',
  add column mailbox       varchar(254) null,
  add column announced_at  datetime(6) null,
  add column announced_by  char(36) character set ascii collate ascii_bin null,
  add column announced_by_name varchar(200) null,
  add constraint reporting_policy_due_day check (incident_due_day = 'LAST_DAY' or incident_due_day regexp '^([1-9]|1[0-9]|2[0-8])$'),
  add constraint reporting_policy_grace check (grace_days between 0 and 28),
  add constraint reporting_policy_announcer foreign key (announced_by) references app_user (id);

-- Every upload of CMS's directory of contracts, with its outcome. Faults are kept as JSON: nothing looks them up.
create table contract_directory_import (
  id             char(36) character set ascii collate ascii_bin not null primary key,
  carrier_id     char(36) character set ascii collate ascii_bin not null,
  status         varchar(10) character set ascii collate ascii_bin not null,
  file_name      varchar(255) not null,
  contract_count int not null,
  fault_count    int not null,
  faults         mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  content_sha256 char(64) character set ascii collate ascii_bin not null,
  uploaded_at    datetime(6) not null,
  uploaded_by    char(36) character set ascii collate ascii_bin not null,
  uploaded_by_name varchar(200) not null,
  key contract_directory_import_by_carrier (carrier_id, id),
  constraint contract_directory_import_carrier foreign key (carrier_id) references carrier (id),
  constraint contract_directory_import_user foreign key (uploaded_by) references app_user (id),
  constraint contract_directory_import_status check (status in ('LOADED', 'REJECTED'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Which upload a carrier's numbers are checked against. Switched when the new entries are all there, so nobody ever reads half a directory.
create table contract_directory (
  carrier_id char(36) character set ascii collate ascii_bin not null primary key,
  import_id  char(36) character set ascii collate ascii_bin not null,
  constraint contract_directory_carrier foreign key (carrier_id) references carrier (id),
  constraint contract_directory_current foreign key (import_id) references contract_directory_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table contract_directory_entry (
  import_id           char(36) character set ascii collate ascii_bin not null,
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

-- From when on the carrier may expect reports; unknown for contracts entered before this was kept.
alter table agency_contract add column since date null;
