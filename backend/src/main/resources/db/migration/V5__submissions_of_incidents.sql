-- Only incidents have a month. nil: that there were none in it was what was submitted.
alter table submission
  add column period char(7) character set ascii collate ascii_bin null after scope,
  add column nil boolean not null default false after period,
  add key submission_by_agency_kind (agency_id, kind, id),
  add key submission_by_carrier_kind (received_by, kind, id),
  add key submission_by_carrier_kind_queue (received_by, kind, submitted_at, id),
  add key submission_nil (agency_id, carrier_id, nil, period),
  add constraint submission_month check (kind = 'INCIDENTS' or (period is null and not nil)),
  add constraint submission_nil_month check (not nil or period is not null);

alter table submission_revision
  -- why what came late came late, and why the free text may hold what looks like personal data; sealed with the rest
  add column late_reason varchar(2000) null after late_items,
  add column free_text_reason varchar(2000) null after late_reason;

-- As submission_item. The due time is kept with the item: a policy that changes later never makes it another.
create table submission_incident (
  submission_id        char(36) character set ascii collate ascii_bin not null,
  revision             int not null,
  incident_id          char(36) character set ascii collate ascii_bin not null,
  incident_revision    int not null,
  change_type          varchar(10) character set ascii collate ascii_bin not null,
  previous_revision    int null,
  changed_since_return boolean not null,
  -- a follow-up of what the carrier has acknowledged
  amended              boolean not null default false,
  due_date             date null,
  grace_ends_at        datetime(6) null,
  -- null for a follow-up, and until it is submitted
  late                 boolean null,
  primary key (submission_id, revision, incident_id),
  key submission_incident_by_change (submission_id, revision, change_type, incident_id),
  key submission_incident_by_incident (incident_id, submission_id),
  constraint submission_incident_submission foreign key (submission_id, revision) references submission_revision (submission_id, revision),
  constraint submission_incident_content foreign key (incident_id, incident_revision) references incident_revision (incident_id, revision),
  constraint submission_incident_change check (change_type in ('ADDED', 'CHANGED', 'UNCHANGED'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Which months a revision of a submission speaks of: a submission may hold incidents of several.
create table submission_period (
  submission_id char(36) character set ascii collate ascii_bin not null,
  revision      int not null,
  period        char(7) character set ascii collate ascii_bin not null,
  agency_id     char(36) character set ascii collate ascii_bin not null,
  carrier_id    char(36) character set ascii collate ascii_bin not null,
  primary key (submission_id, revision, period),
  key submission_period_by_agency (agency_id, period, submission_id, revision),
  key submission_period_by_carrier (carrier_id, period, submission_id, revision),
  constraint submission_period_revision foreign key (submission_id, revision) references submission_revision (submission_id, revision)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

alter table submission_comment
  add column incident_id char(36) character set ascii collate ascii_bin null after relationship_id,
  add constraint submission_comment_incident foreign key (submission_id, revision, incident_id) references submission_incident (submission_id, revision, incident_id),
  add constraint submission_comment_row check (relationship_id is null or incident_id is null);

-- As disclosure: from when until when a carrier held which revision of an incident.
create table incident_disclosure (
  carrier_id          char(36) character set ascii collate ascii_bin not null,
  incident_id         char(36) character set ascii collate ascii_bin not null,
  disclosed_from      datetime(6) not null,
  disclosed_to        datetime(6) not null,
  agency_id           char(36) character set ascii collate ascii_bin not null,
  incident_revision   int not null,
  submission_id       char(36) character set ascii collate ascii_bin not null,
  submission_revision int not null,
  withdrawn           boolean not null,
  -- of the revision held: by these a carrier's repeats are found among all that it holds
  subject_npn         varchar(10) character set ascii collate ascii_bin null,
  counts_on           date not null,
  established         boolean not null,
  primary key (carrier_id, incident_id, disclosed_from),
  key incident_disclosure_in_force (carrier_id, disclosed_to, incident_id),
  key incident_disclosure_by_agency (carrier_id, agency_id, incident_id, disclosed_from),
  key incident_disclosure_by_submission (submission_id, submission_revision, incident_id),
  key incident_disclosure_by_incident (incident_id, carrier_id, disclosed_from),
  key incident_disclosure_by_producer (carrier_id, subject_npn, counts_on),
  constraint incident_disclosure_item foreign key (submission_id, submission_revision, incident_id) references submission_incident (submission_id, revision, incident_id),
  constraint incident_disclosure_times check (disclosed_to >= disclosed_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As disclosure_facet, over everything a carrier was ever told.
create table incident_disclosure_facet (
  carrier_id  char(36) character set ascii collate ascii_bin not null,
  facet       varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  incident_id char(36) character set ascii collate ascii_bin not null,
  primary key (carrier_id, facet, incident_id),
  key incident_disclosure_facet_by_incident (carrier_id, incident_id, facet)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
