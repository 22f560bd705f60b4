create table submission (
  id           char(36) character set ascii collate ascii_bin not null primary key,
  agency_id    char(36) character set ascii collate ascii_bin not null,
  carrier_id   char(36) character set ascii collate ascii_bin not null,
  kind         varchar(20) character set ascii collate ascii_bin not null,
  scope        varchar(10) character set ascii collate ascii_bin not null,
  reference    varchar(20) character set ascii collate ascii_bin not null,
  status       varchar(12) character set ascii collate ascii_bin not null,
  -- the revision at hand; greater than the sealed one while the answer to a return is being prepared
  revision     int not null,
  -- the newest that was submitted
  sealed_revision int null,
  version      int not null,
  -- the carrier while this is a draft, so that there is one draft per carrier at a time
  draft_slot   char(36) character set ascii collate ascii_bin null,
  -- the carrier once it was submitted: a carrier's people look things up by this alone, so a draft is never in their way nor in their sight
  received_by  char(36) character set ascii collate ascii_bin null,
  created_at   datetime(6) not null,
  created_by   char(36) character set ascii collate ascii_bin not null,
  changed_at   datetime(6) not null,
  submitted_at datetime(6) null,
  unique key submission_reference (agency_id, reference),
  unique key submission_one_draft (agency_id, kind, draft_slot),
  key submission_by_agency (agency_id, id),
  key submission_by_agency_status (agency_id, status, id),
  key submission_by_agency_carrier (agency_id, carrier_id, id),
  key submission_by_agency_queue (agency_id, submitted_at, id),
  key submission_by_carrier (received_by, id),
  key submission_by_carrier_status (received_by, status, id),
  key submission_by_carrier_agency (received_by, agency_id, id),
  key submission_by_carrier_queue (received_by, submitted_at, id),
  key submission_by_carrier_status_queue (received_by, status, submitted_at, id),
  constraint submission_agency foreign key (agency_id) references agency (id),
  constraint submission_carrier foreign key (carrier_id) references carrier (id),
  constraint submission_user foreign key (created_by) references app_user (id),
  constraint submission_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACKNOWLEDGED', 'WITHDRAWN', 'DISCARDED')),
  constraint submission_received check ((received_by is null) = (sealed_revision is null) and (received_by is null) = (submitted_at is null) and (received_by is null or received_by = carrier_id)),
  constraint submission_draft_slot check (draft_slot is null or (status = 'DRAFT' and draft_slot = carrier_id))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What was, or will be, submitted at one go. Once receipt_number is set the row's content is never changed; the carrier's decision is added.
create table submission_revision (
  submission_id   char(36) character set ascii collate ascii_bin not null,
  revision        int not null,
  added           int not null,
  changed         int not null,
  ended           int not null,
  unchanged       int not null,
  late_items      int null,
  receipt_number  varchar(24) character set ascii collate ascii_bin null unique,
  content_sha256  char(64) character set ascii collate ascii_bin null,
  submitted_at    datetime(6) null,
  -- as they were called then: the content that the receipt vouches for names them
  agency_name     varchar(200) null,
  carrier_name    varchar(200) null,
  attested_by     char(36) character set ascii collate ascii_bin null,
  attester_name   varchar(200) null,
  attester_title  varchar(100) null,
  wording_version varchar(40) null,
  wording         text null,
  decision        varchar(12) character set ascii collate ascii_bin null,
  decided_at      datetime(6) null,
  decided_by      char(36) character set ascii collate ascii_bin null,
  decider_name    varchar(200) null,
  decision_message varchar(2000) null,
  primary key (submission_id, revision),
  constraint submission_revision_submission foreign key (submission_id) references submission (id),
  constraint submission_revision_attester foreign key (attested_by) references app_user (id),
  constraint submission_revision_decider foreign key (decided_by) references app_user (id),
  constraint submission_revision_sealed check ((receipt_number is null) = (content_sha256 is null) and (receipt_number is null) = (submitted_at is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table submission_item (
  submission_id         char(36) character set ascii collate ascii_bin not null,
  revision              int not null,
  relationship_id       char(36) character set ascii collate ascii_bin not null,
  relationship_revision int not null,
  change_type           varchar(10) character set ascii collate ascii_bin not null,
  previous_revision     int null,
  changed_since_return  boolean not null,
  late                  boolean null,
  primary key (submission_id, revision, relationship_id),
  key submission_item_by_change (submission_id, revision, change_type, relationship_id),
  constraint submission_item_submission foreign key (submission_id, revision) references submission_revision (submission_id, revision),
  constraint submission_item_content foreign key (relationship_id, relationship_revision) references relationship_revision (relationship_id, revision),
  constraint submission_item_change check (change_type in ('ADDED', 'CHANGED', 'ENDED', 'UNCHANGED'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table submission_comment (
  id              char(36) character set ascii collate ascii_bin not null primary key,
  submission_id   char(36) character set ascii collate ascii_bin not null,
  revision        int not null,
  relationship_id char(36) character set ascii collate ascii_bin null,
  pointer         varchar(100) null,
  text            varchar(2000) not null,
  author          char(36) character set ascii collate ascii_bin not null,
  author_name     varchar(200) not null,
  written_at      datetime(6) not null,
  key submission_comment_by_submission (submission_id, id),
  constraint submission_comment_revision foreign key (submission_id, revision) references submission_revision (submission_id, revision),
  constraint submission_comment_item foreign key (submission_id, revision, relationship_id) references submission_item (submission_id, revision, relationship_id),
  constraint submission_comment_author foreign key (author) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The carrier's register through time: from when until when it held which revision. disclosed_to is the end of time while it holds it still.
create table disclosure (
  carrier_id            char(36) character set ascii collate ascii_bin not null,
  relationship_id       char(36) character set ascii collate ascii_bin not null,
  disclosed_from        datetime(6) not null,
  disclosed_to          datetime(6) not null,
  agency_id             char(36) character set ascii collate ascii_bin not null,
  relationship_revision int not null,
  submission_id         char(36) character set ascii collate ascii_bin not null,
  submission_revision   int not null,
  withdrawn             boolean not null,
  primary key (carrier_id, relationship_id, disclosed_from),
  key disclosure_in_force (carrier_id, disclosed_to, relationship_id),
  key disclosure_by_agency (carrier_id, agency_id, relationship_id, disclosed_from),
  key disclosure_by_submission (submission_id, submission_revision, relationship_id),
  key disclosure_by_relationship (relationship_id, carrier_id, disclosed_from),
  constraint disclosure_item foreign key (submission_id, submission_revision, relationship_id) references submission_item (submission_id, revision, relationship_id),
  constraint disclosure_period check (disclosed_to >= disclosed_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As relationship_facet, over everything a carrier was ever told: a relationship is found by its former names too.
create table disclosure_facet (
  carrier_id      char(36) character set ascii collate ascii_bin not null,
  facet           varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  relationship_id char(36) character set ascii collate ascii_bin not null,
  primary key (carrier_id, facet, relationship_id),
  key disclosure_facet_by_relationship (carrier_id, relationship_id, facet)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
