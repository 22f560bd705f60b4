create table submission (
  id                   binary(16) not null primary key,
  agency_id            binary(16) not null,
  carrier_id           binary(16) not null,
  kind                 varchar(20) character set ascii collate ascii_bin not null,
  scope                varchar(10) character set ascii collate ascii_bin not null,
  -- only incidents have a month
  period               char(7) character set ascii collate ascii_bin null,
  -- that there were none in the month is what was submitted
  nil                  boolean not null default false,
  reference            varchar(24) character set ascii collate ascii_bin not null,
  status               varchar(12) character set ascii collate ascii_bin not null,
  -- the revision at hand; greater than the submitted one while the answer to a return is being prepared
  revision             int not null,
  -- the newest that was submitted
  submitted_revision   int null,
  version              int not null,
  -- the carrier while this is a draft, so that there is one draft per carrier at a time; a check holds it to carrier_id, which has the foreign key
  draft_carrier_id     binary(16) null,
  -- the carrier once it was submitted: a carrier's people look things up by this alone, so a draft is never in their way nor in their sight
  receiving_carrier_id binary(16) null,
  created_at           datetime(6) not null,
  created_by           binary(16) not null,
  changed_at           datetime(6) not null,
  submitted_at         datetime(6) null,
  -- whether anything in the newest submitted revision came late; null before the first, and where there is no day to be late for
  late                 boolean null,
  unique key submission_reference (agency_id, reference),
  -- the same for a carrier, since each agency's references have a mark of its own
  unique key submission_reference_at_carrier (receiving_carrier_id, reference),
  unique key submission_one_draft (agency_id, kind, draft_carrier_id),
  key submission_by_agency (agency_id, id),
  key submission_by_agency_status (agency_id, status, id),
  key submission_by_agency_carrier (agency_id, carrier_id, id),
  key submission_by_agency_queue (agency_id, submitted_at, id),
  key submission_by_agency_kind (agency_id, kind, id),
  key submission_by_agency_late (agency_id, late, id),
  key submission_by_carrier (receiving_carrier_id, id),
  key submission_by_carrier_status (receiving_carrier_id, status, id),
  key submission_by_carrier_agency (receiving_carrier_id, agency_id, id),
  key submission_by_carrier_queue (receiving_carrier_id, submitted_at, id),
  key submission_by_carrier_status_queue (receiving_carrier_id, status, submitted_at, id),
  key submission_by_carrier_kind (receiving_carrier_id, kind, id),
  key submission_by_carrier_kind_queue (receiving_carrier_id, kind, submitted_at, id),
  key submission_by_carrier_late (receiving_carrier_id, late, id),
  key submission_nil (agency_id, carrier_id, nil, period),
  -- when each agency last told each carrier of its relationships, found without looking at every time that it did
  key submission_standing (kind, agency_id, carrier_id, status, submitted_at),
  constraint submission_agency foreign key (agency_id) references agency (id),
  constraint submission_carrier foreign key (carrier_id) references carrier (id),
  constraint submission_receiver foreign key (receiving_carrier_id) references carrier (id),
  constraint submission_user foreign key (created_by) references app_user (id),
  constraint submission_month check (kind = 'INCIDENTS' or (period is null and not nil)),
  constraint submission_nil_month check (not nil or period is not null),
  constraint submission_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACKNOWLEDGED', 'WITHDRAWN', 'DISCARDED')),
  constraint submission_received check ((receiving_carrier_id is null) = (submitted_revision is null) and (receiving_carrier_id is null) = (submitted_at is null) and (receiving_carrier_id is null or receiving_carrier_id = carrier_id)),
  constraint submission_draft_carrier check (draft_carrier_id is null or (status = 'DRAFT' and draft_carrier_id = carrier_id))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What was, or will be, submitted at one go. Once receipt_number is set the row's content is never changed; the carrier's decision is added, and an acknowledgement that is undone goes to undone_acknowledgement.
create table submission_revision (
  submission_id    binary(16) not null,
  revision         int not null,
  added            int not null,
  changed          int not null,
  ended            int not null,
  unchanged        int not null,
  voided           int not null default 0,
  late_items       int null,
  -- why what came late came late, and why the free text may hold what looks like personal data; sealed with the rest
  late_reason      varchar(2000) null,
  free_text_reason varchar(2000) null,
  receipt_number   varchar(24) character set ascii collate ascii_bin null unique,
  content_sha256   char(64) character set ascii collate ascii_bin null,
  submitted_at     datetime(6) null,
  -- as they were called then: the content that the receipt vouches for names them
  agency_name      varchar(200) null,
  carrier_name     varchar(200) null,
  attested_by      binary(16) null,
  attester_name    varchar(200) null,
  attester_title   varchar(100) null,
  wording_version  varchar(40) null,
  wording          text null,
  decision         varchar(12) character set ascii collate ascii_bin null,
  decided_at       datetime(6) null,
  decided_by       binary(16) null,
  decider_name     varchar(200) null,
  decision_message varchar(2000) null,
  primary key (submission_id, revision),
  constraint submission_revision_submission foreign key (submission_id) references submission (id),
  constraint submission_revision_attester foreign key (attested_by) references app_user (id),
  constraint submission_revision_decider foreign key (decided_by) references app_user (id),
  constraint submission_revision_sealed check ((receipt_number is null) = (content_sha256 is null) and (receipt_number is null) = (submitted_at is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- An acknowledgement that was taken back, with who, when and why: what stands at the revision is the decision in force, or none.
create table undone_acknowledgement (
  submission_id     binary(16) not null,
  revision          int not null,
  -- of the submission, to which the undoing led
  version           int not null,
  acknowledged_at   datetime(6) not null,
  acknowledged_by   binary(16) not null,
  acknowledger_name varchar(200) not null,
  message           varchar(2000) null,
  undone_at         datetime(6) not null,
  undone_by         binary(16) not null,
  undoer_name       varchar(200) not null,
  reason            varchar(2000) not null,
  primary key (submission_id, revision, version),
  constraint undone_acknowledgement_revision foreign key (submission_id, revision) references submission_revision (submission_id, revision),
  constraint undone_acknowledgement_decider foreign key (acknowledged_by) references app_user (id),
  constraint undone_acknowledgement_undoer foreign key (undone_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table submission_item (
  submission_id         binary(16) not null,
  revision              int not null,
  relationship_id       binary(16) not null,
  relationship_revision int not null,
  change_type           varchar(10) character set ascii collate ascii_bin not null,
  previous_revision     int null,
  changed_since_return  boolean not null,
  late                  boolean null,
  primary key (submission_id, revision, relationship_id),
  key submission_item_by_change (submission_id, revision, change_type, relationship_id),
  key submission_item_by_relationship (relationship_id, relationship_revision),
  constraint submission_item_submission foreign key (submission_id, revision) references submission_revision (submission_id, revision),
  constraint submission_item_content foreign key (relationship_id, relationship_revision) references relationship_revision (relationship_id, revision),
  constraint submission_item_change check (change_type in ('ADDED', 'CHANGED', 'ENDED', 'UNCHANGED', 'VOIDED'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As submission_item. The due time is kept with the item: a policy that changes later never makes it another.
create table submission_incident (
  submission_id        binary(16) not null,
  revision             int not null,
  incident_id          binary(16) not null,
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
  constraint submission_incident_change check (change_type in ('ADDED', 'CHANGED', 'UNCHANGED', 'VOIDED'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Which months a revision of a submission speaks of: a submission may hold incidents of several.
create table submission_period (
  submission_id binary(16) not null,
  revision      int not null,
  period        char(7) character set ascii collate ascii_bin not null,
  agency_id     binary(16) not null,
  carrier_id    binary(16) not null,
  primary key (submission_id, revision, period),
  key submission_period_by_agency (agency_id, period, submission_id, revision),
  key submission_period_of_both (agency_id, carrier_id, period, submission_id, revision),
  key submission_period_by_carrier (carrier_id, period, submission_id, revision),
  constraint submission_period_revision foreign key (submission_id, revision) references submission_revision (submission_id, revision),
  constraint submission_period_agency foreign key (agency_id) references agency (id),
  constraint submission_period_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table submission_comment (
  id              binary(16) not null primary key,
  agency_id       binary(16) not null,
  carrier_id      binary(16) not null,
  -- null where the remark is on an incident itself
  submission_id   binary(16) null,
  revision        int null,
  relationship_id binary(16) null,
  incident_id     binary(16) null,
  pointer         varchar(100) null,
  text            varchar(2000) not null,
  author_id       binary(16) not null,
  author_name     varchar(200) not null,
  written_at      datetime(6) not null,
  state           varchar(10) character set ascii collate ascii_bin not null default 'OPEN',
  -- whose turn it is: what waits on work lists
  waits_for       varchar(10) character set ascii collate ascii_bin not null default 'NOBODY',
  version         int not null default 1,
  -- the version in which the agency first saw it; null before
  told_version    int null,
  key submission_comment_by_submission (submission_id, id),
  key submission_comment_by_incident (incident_id, id),
  key submission_comment_of_agency (agency_id, waits_for, id),
  key submission_comment_of_carrier (carrier_id, waits_for, id),
  constraint submission_comment_agency foreign key (agency_id) references agency (id),
  constraint submission_comment_carrier foreign key (carrier_id) references carrier (id),
  constraint submission_comment_about foreign key (incident_id) references incident (id),
  constraint submission_comment_state check (state in ('OPEN', 'ANSWERED', 'RESOLVED', 'WITHDRAWN')),
  constraint submission_comment_turn check (waits_for in ('AGENCY', 'CARRIER', 'NOBODY')),
  constraint submission_comment_place check ((submission_id is null) = (revision is null) and (submission_id is not null or incident_id is not null)),
  constraint submission_comment_revision foreign key (submission_id, revision) references submission_revision (submission_id, revision),
  constraint submission_comment_item foreign key (submission_id, revision, relationship_id) references submission_item (submission_id, revision, relationship_id),
  constraint submission_comment_incident foreign key (submission_id, revision, incident_id) references submission_incident (submission_id, revision, incident_id),
  constraint submission_comment_author foreign key (author_id) references app_user (id),
  constraint submission_comment_row check (relationship_id is null or incident_id is null)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The carrier's register through time: from when until when it held which revision. disclosed_to is the end of time while it holds it still.
create table disclosure (
  carrier_id            binary(16) not null,
  relationship_id       binary(16) not null,
  disclosed_from        datetime(6) not null,
  disclosed_to          datetime(6) not null,
  -- without a foreign key, which would want a key of its own: the relationship's and the submission's
  agency_id             binary(16) not null,
  relationship_revision int not null,
  submission_id         binary(16) not null,
  submission_revision   int not null,
  withdrawn             boolean not null,
  -- that the record was recorded by mistake: told at that moment, and held at none
  voided                boolean not null default false,
  -- of the revision held
  name_key              varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  -- without a foreign key: what was above it once may be gone
  upstream_id           binary(16) null,
  primary key (carrier_id, relationship_id, disclosed_from),
  key disclosure_by_name (carrier_id, name_key, relationship_id),
  key disclosure_by_receipt (carrier_id, disclosed_from, relationship_id),
  key disclosure_by_upstream (carrier_id, upstream_id, relationship_id),
  key disclosure_in_force (carrier_id, disclosed_to, relationship_id),
  key disclosure_by_agency (carrier_id, agency_id, relationship_id, disclosed_from),
  key disclosure_by_submission (submission_id, submission_revision, relationship_id),
  key disclosure_by_relationship (relationship_id, carrier_id, disclosed_from),
  constraint disclosure_carrier foreign key (carrier_id) references carrier (id),
  constraint disclosure_relationship foreign key (relationship_id) references relationship (id),
  constraint disclosure_item foreign key (submission_id, submission_revision, relationship_id) references submission_item (submission_id, revision, relationship_id),
  constraint disclosure_period check (disclosed_to >= disclosed_from),
  constraint disclosure_taken_back check (not withdrawn or disclosed_to < '9999-12-31 00:00:00'),
  constraint disclosure_voided check (not voided or disclosed_to = disclosed_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As relationship_facet, over everything a carrier was ever told: a relationship is found by its former names too.
create table disclosure_facet (
  carrier_id      binary(16) not null,
  facet           varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  -- without a foreign key, which would want a key of its own: written with the disclosure, which has one
  relationship_id binary(16) not null,
  primary key (carrier_id, facet, relationship_id),
  key disclosure_facet_by_relationship (carrier_id, relationship_id, facet),
  constraint disclosure_facet_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As disclosure: from when until when a carrier held which revision of an incident.
create table incident_disclosure (
  carrier_id          binary(16) not null,
  incident_id         binary(16) not null,
  disclosed_from      datetime(6) not null,
  disclosed_to        datetime(6) not null,
  -- without a foreign key, which would want a key of its own: the incident's and the submission's
  agency_id           binary(16) not null,
  incident_revision   int not null,
  submission_id       binary(16) not null,
  submission_revision int not null,
  withdrawn           boolean not null,
  -- as of disclosure
  voided              boolean not null default false,
  -- of the revision held: by these a carrier's repeats are found among all that it holds
  subject_npn         varchar(10) character set ascii collate ascii_bin null,
  repeat_basis_date   date not null,
  substantiated       boolean not null,
  primary key (carrier_id, incident_id, disclosed_from),
  key incident_disclosure_by_receipt (carrier_id, disclosed_from, incident_id),
  key incident_disclosure_in_force (carrier_id, disclosed_to, incident_id),
  key incident_disclosure_by_agency (carrier_id, agency_id, incident_id, disclosed_from),
  key incident_disclosure_by_submission (submission_id, submission_revision, incident_id),
  key incident_disclosure_by_incident (incident_id, carrier_id, disclosed_from),
  -- holds all that the question asks, whether one is a repeat; finer than the key of what is in force, so that no optimizer takes that one
  key incident_disclosure_by_producer (carrier_id, subject_npn, disclosed_to, substantiated, repeat_basis_date),
  constraint incident_disclosure_carrier foreign key (carrier_id) references carrier (id),
  constraint incident_disclosure_incident foreign key (incident_id) references incident (id),
  constraint incident_disclosure_item foreign key (submission_id, submission_revision, incident_id) references submission_incident (submission_id, revision, incident_id),
  constraint incident_disclosure_times check (disclosed_to >= disclosed_from),
  constraint incident_disclosure_taken_back check (not withdrawn or disclosed_to < '9999-12-31 00:00:00'),
  constraint incident_disclosure_voided check (not voided or disclosed_to = disclosed_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As disclosure_facet, over everything a carrier was ever told.
create table incident_disclosure_facet (
  carrier_id  binary(16) not null,
  facet       varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  -- as in disclosure_facet
  incident_id binary(16) not null,
  primary key (carrier_id, facet, incident_id),
  key incident_disclosure_facet_by_incident (carrier_id, incident_id, facet),
  constraint incident_disclosure_facet_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
