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
