-- Whose an open thing is within one organization: each side of a submission, a finding or a plan gives it to its own people, and the other never sees it.
-- Incidents in triage have theirs at their own row, by which the queue is read.
create table work_assignment (
  organization_id   binary(16) not null,
  -- of one of several tables, as the kind says: no foreign key can name more than one
  subject_id        binary(16) not null,
  subject_kind      varchar(30) character set ascii collate ascii_bin not null,
  assignee_id       binary(16) not null,
  assigned_by       binary(16) not null,
  assigner_name     varchar(200) not null,
  assigned_at       datetime(6) not null,
  primary key (organization_id, subject_id),
  key work_assignment_by_assignee (organization_id, assignee_id, subject_id),
  -- to go with what it is about
  key work_assignment_of_subject (subject_id),
  constraint work_assignment_organization foreign key (organization_id) references organization (id),
  constraint work_assignment_assignee foreign key (assignee_id) references app_user (id),
  constraint work_assignment_assigner foreign key (assigned_by) references app_user (id),
  constraint work_assignment_kind check (subject_kind in ('SUBMISSION', 'FINDING', 'CORRECTIVE_ACTION_PLAN'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
