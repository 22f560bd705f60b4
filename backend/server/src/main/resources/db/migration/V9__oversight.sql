-- What a carrier does with an incident that it received. One row from the first disclosure on; priority and the rest are kept when a disclosure arrives, so that the queue is a range of a key.
create table triage (
  carrier_id        binary(16) not null,
  incident_id       binary(16) not null,
  -- without a foreign key, which would want a key of its own: the incident's
  agency_id         binary(16) not null,
  state             varchar(20) character set ascii collate ascii_bin not null,
  -- neither decided nor closed nor taken back
  is_open           boolean not null,
  -- 1 critical, 2 potential harm, 3 repeat, 4 high, 5 medium, 6 low
  priority          tinyint not null,
  repeated          boolean not null,
  received_at       datetime(6) not null,
  followed_up_at    datetime(6) null,
  -- when the carrier first heard of a termination for cause
  for_cause_at      datetime(6) null,
  -- when the agency last answered what it was asked, until the carrier takes its next step
  answered_at       datetime(6) null,
  assignee_id       binary(16) null,
  assignee_name     varchar(200) null,
  conclusion        varchar(20) character set ascii collate ascii_bin null,
  conclusion_reason varchar(2000) null,
  decider_name      varchar(200) null,
  decided_at        datetime(6) null,
  version           int not null,
  primary key (carrier_id, incident_id),
  key triage_queue (carrier_id, is_open, priority, received_at, incident_id),
  key triage_by_state (carrier_id, state, priority, received_at, incident_id),
  key triage_by_assignee (carrier_id, assignee_id, is_open, priority, received_at, incident_id),
  key triage_by_agency (carrier_id, agency_id, is_open, priority, received_at, incident_id),
  key triage_open_by_receipt (carrier_id, is_open, received_at, incident_id),
  key triage_by_receipt (carrier_id, received_at, incident_id),
  key triage_by_cause (carrier_id, for_cause_at, incident_id),
  -- what waits for its assignee, or for the one who takes it
  key triage_to_do (carrier_id, assignee_id, state, priority, received_at, incident_id),
  key triage_answered (carrier_id, answered_at, incident_id),
  constraint triage_carrier foreign key (carrier_id) references carrier (id),
  constraint triage_incident foreign key (incident_id) references incident (id),
  constraint triage_assignee foreign key (assignee_id) references app_user (id),
  constraint triage_state check (state in ('NEW', 'IN_REVIEW', 'WAITING_FOR_AGENCY', 'DECIDED', 'CLOSED', 'WITHDRAWN')),
  constraint triage_open check (is_open = (state in ('NEW', 'IN_REVIEW', 'WAITING_FOR_AGENCY'))),
  constraint triage_conclusion check ((conclusion is null) = (decided_at is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Each step, by the version that it led to.
create table triage_event (
  carrier_id  binary(16) not null,
  incident_id binary(16) not null,
  version     int not null,
  action      varchar(20) character set ascii collate ascii_bin not null,
  state       varchar(20) character set ascii collate ascii_bin not null,
  message     varchar(2000) null,
  acted_by    binary(16) null,
  actor_name  varchar(200) null,
  acted_at    datetime(6) not null,
  primary key (carrier_id, incident_id, version),
  constraint triage_event_item foreign key (carrier_id, incident_id) references triage (carrier_id, incident_id),
  constraint triage_event_actor foreign key (acted_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table finding (
  id          binary(16) not null primary key,
  carrier_id  binary(16) not null,
  agency_id   binary(16) not null,
  incident_id binary(16) not null,
  kind        varchar(10) character set ascii collate ascii_bin not null,
  visible_to_agency boolean not null,
  -- shown to the agency, which has not answered yet
  awaits_answer boolean not null default false,
  text        varchar(2000) not null,
  author_id   binary(16) not null,
  author_name varchar(200) not null,
  written_at  datetime(6) not null,
  key finding_by_carrier (carrier_id, incident_id, id),
  key finding_by_agency (agency_id, incident_id, visible_to_agency, id),
  key finding_to_answer (agency_id, awaits_answer, id),
  constraint finding_item foreign key (carrier_id, incident_id) references triage (carrier_id, incident_id),
  constraint finding_agency foreign key (agency_id) references agency (id),
  constraint finding_author foreign key (author_id) references app_user (id),
  constraint finding_kind check (kind in ('FINDING', 'NOTE', 'REQUEST'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table finding_answer (
  id          binary(16) not null primary key,
  finding_id  binary(16) not null,
  text        varchar(2000) not null,
  author_id   binary(16) not null,
  author_name varchar(200) not null,
  written_at  datetime(6) not null,
  key finding_answer_by_finding (finding_id, id),
  constraint finding_answer_finding foreign key (finding_id) references finding (id),
  constraint finding_answer_author foreign key (author_id) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table corrective_action_plan (
  id          binary(16) not null primary key,
  carrier_id  binary(16) not null,
  agency_id   binary(16) not null,
  reference   varchar(20) character set ascii collate ascii_bin not null unique,
  title       varchar(200) not null,
  state       varchar(20) character set ascii collate ascii_bin not null,
  -- the earliest due date of an item that is not accepted; null when there is none, or the plan has ended
  next_due    date null,
  -- the earliest due date of an item that the agency has to answer, and whether one waits for the carrier, or the whole for validation
  agency_due  date null,
  awaits_carrier boolean not null default false,
  version     int not null,
  issued_at   datetime(6) not null,
  issued_by   binary(16) not null,
  issuer_name varchar(200) not null,
  changed_at  datetime(6) not null,
  ended_at    datetime(6) null,
  end_message varchar(2000) null,
  key plan_by_carrier (carrier_id, id),
  key plan_by_carrier_reference (carrier_id, reference),
  key plan_by_carrier_state (carrier_id, state, id),
  key plan_by_carrier_agency (carrier_id, agency_id, id),
  key plan_by_carrier_due (carrier_id, next_due, id),
  key plan_by_agency (agency_id, id),
  key plan_by_agency_state (agency_id, state, id),
  key plan_by_agency_due (agency_id, next_due, id),
  key plan_by_due_day (agency_due, id),
  key plan_to_answer (agency_id, agency_due, id),
  key plan_to_judge (carrier_id, awaits_carrier, next_due, id),
  constraint plan_carrier foreign key (carrier_id) references carrier (id),
  constraint plan_agency foreign key (agency_id) references agency (id),
  constraint plan_issuer foreign key (issued_by) references app_user (id),
  constraint plan_state check (state in ('ISSUED', 'READY_FOR_VALIDATION', 'CLOSED', 'CANCELED')),
  constraint plan_end check ((ended_at is not null) = (state in ('CLOSED', 'CANCELED')))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table corrective_action_plan_incident (
  plan_id     binary(16) not null,
  incident_id binary(16) not null,
  primary key (plan_id, incident_id),
  key corrective_action_plan_incident_by_incident (incident_id, plan_id),
  constraint corrective_action_plan_incident_plan foreign key (plan_id) references corrective_action_plan (id),
  constraint corrective_action_plan_incident_incident foreign key (incident_id) references incident (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table corrective_action_item (
  id               binary(16) not null primary key,
  plan_id          binary(16) not null,
  seq              int not null,
  title            varchar(500) not null,
  -- who of the agency does it, as the carrier calls them
  owner            varchar(100) not null,
  due_date         date not null,
  state            varchar(20) character set ascii collate ascii_bin not null,
  rejection_reason varchar(2000) null,
  unique key corrective_action_item_order (plan_id, seq),
  constraint corrective_action_item_plan foreign key (plan_id) references corrective_action_plan (id),
  constraint corrective_action_item_state check (state in ('OPEN', 'EVIDENCE_SUBMITTED', 'ACCEPTED', 'REJECTED'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table corrective_action_evidence (
  id             binary(16) not null primary key,
  plan_id        binary(16) not null,
  item_id        binary(16) not null,
  text           varchar(2000) not null,
  reference      varchar(300) null,
  submitted_by   binary(16) not null,
  submitter_name varchar(200) not null,
  submitted_at   datetime(6) not null,
  key corrective_action_evidence_by_plan (plan_id, item_id, id),
  constraint corrective_action_evidence_plan foreign key (plan_id) references corrective_action_plan (id),
  constraint corrective_action_evidence_item foreign key (item_id) references corrective_action_item (id),
  constraint corrective_action_evidence_user foreign key (submitted_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Each step, by the version that it led to.
create table corrective_action_plan_event (
  plan_id     binary(16) not null,
  version     int not null,
  action      varchar(20) character set ascii collate ascii_bin not null,
  item_id     binary(16) null,
  message     varchar(2000) null,
  -- of an extension
  due_date_before date null,
  due_date    date null,
  acted_by    binary(16) not null,
  actor_name  varchar(200) not null,
  acted_at    datetime(6) not null,
  primary key (plan_id, version),
  constraint corrective_action_plan_event_plan foreign key (plan_id) references corrective_action_plan (id),
  constraint corrective_action_plan_event_item foreign key (item_id) references corrective_action_item (id),
  constraint corrective_action_plan_event_actor foreign key (acted_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A list that leaves the carrier. A draft has no rows of its own; a final one is never changed.
create table extract (
  id             binary(16) not null primary key,
  carrier_id     binary(16) not null,
  kind           varchar(20) character set ascii collate ascii_bin not null,
  period         char(7) character set ascii collate ascii_bin not null,
  state          varchar(10) character set ascii collate ascii_bin not null,
  -- 1 while it is a draft, so that there is one at a time
  draft_slot     tinyint null,
  -- of the final ones of the same kind and month
  final_version  int null,
  version        int not null,
  row_count      int null,
  content_sha256 char(64) character set ascii collate ascii_bin null,
  -- as it was called then: the content names it
  carrier_name   varchar(200) null,
  created_at     datetime(6) not null,
  created_by     binary(16) not null,
  creator_name   varchar(200) not null,
  finalized_at   datetime(6) null,
  finalized_by   binary(16) null,
  finalizer_name varchar(200) null,
  unique key extract_one_draft (carrier_id, kind, period, draft_slot),
  unique key extract_version (carrier_id, kind, period, final_version),
  key extract_by_carrier (carrier_id, id),
  key extract_by_kind (carrier_id, kind, id),
  constraint extract_carrier foreign key (carrier_id) references carrier (id),
  constraint extract_creator foreign key (created_by) references app_user (id),
  constraint extract_finalizer foreign key (finalized_by) references app_user (id),
  constraint extract_state check (state in ('DRAFT', 'FINAL', 'DISCARDED')),
  constraint extract_draft check ((state = 'DRAFT') = (draft_slot is not null)),
  constraint extract_final check ((state = 'FINAL') = (content_sha256 is not null) and (state = 'FINAL') = (final_version is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table extract_row (
  extract_id binary(16) not null,
  seq        int not null,
  -- canonical JSON (RFC 8785), as text
  content    mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  primary key (extract_id, seq),
  constraint extract_row_extract foreign key (extract_id) references extract (id),
  constraint extract_row_json check (json_valid(content))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
