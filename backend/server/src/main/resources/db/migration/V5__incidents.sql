-- The head of each incident: where it stands, and the columns by which lists filter and order.
create table incident (
  id                     binary(16) not null primary key,
  agency_id              binary(16) not null,
  carrier_id             binary(16) not null,
  reference              varchar(24) character set ascii collate ascii_bin not null,
  own_reference          varchar(60) null,
  -- as of a relationship
  own_reference_sha256   char(64) character set ascii collate ascii_bin null,
  revision               int not null,
  -- counts every change of this row, also of what is derived: the entity tag
  version                int not null,
  kind                   varchar(30) character set ascii collate ascii_bin not null,
  subject_type           varchar(20) character set ascii collate ascii_bin not null,
  subject_name           varchar(200) not null,
  name_key               varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  subject_npn            varchar(10) character set ascii collate ascii_bin null,
  -- the register's row of a subcontractor
  relationship_id        binary(16) null,
  incident_date          date null,
  discovery_date         date not null,
  -- the day by which repeats are counted: the incident's, else its discovery's
  repeat_basis_date      date not null,
  period                 char(7) character set ascii collate ascii_bin not null,
  primary_category       varchar(40) character set ascii collate ascii_bin not null,
  severity               varchar(10) character set ascii collate ascii_bin not null,
  state                  char(2) character set ascii collate ascii_bin not null,
  channel                varchar(20) character set ascii collate ascii_bin not null,
  source                 varchar(40) character set ascii collate ascii_bin not null,
  outcome                varchar(20) character set ascii collate ascii_bin not null,
  investigation_status   varchar(10) character set ascii collate ascii_bin not null,
  harm                   boolean not null,
  enrollment_affected    boolean not null,
  beneficiaries_affected int not null,
  -- found to be so, or acted on: it makes later ones of the same producer repeats
  substantiated          boolean not null,
  -- recorded by mistake: it counts nowhere
  voided                 boolean not null default false,
  -- derived from other incidents, and kept with every write of one of them
  repeated               boolean not null,
  -- null until it is first disclosed
  first_submitted_at     datetime(6) null,
  late                   boolean null,
  search_text            text character set utf8mb4 collate utf8mb4_bin not null,
  created_at             datetime(6) not null,
  changed_at             datetime(6) not null,
  unique key incident_reference (agency_id, reference),
  unique key incident_own_reference_once (agency_id, own_reference_sha256),
  key incident_by_id (agency_id, id),
  key incident_by_discovery (agency_id, discovery_date, id),
  key incident_by_change (agency_id, changed_at, id),
  key incident_by_period (agency_id, carrier_id, period, id),
  key incident_by_producer (agency_id, carrier_id, subject_npn, repeat_basis_date),
  key incident_by_relationship (relationship_id, id),
  constraint incident_agency foreign key (agency_id) references agency (id),
  constraint incident_carrier foreign key (carrier_id) references carrier (id),
  constraint incident_relationship foreign key (relationship_id) references relationship (id),
  constraint incident_revision_number check (revision >= 1 and version >= revision),
  constraint incident_dates check (incident_date is null or incident_date <= discovery_date),
  constraint incident_repeat_basis_date check (repeat_basis_date = coalesce(incident_date, discovery_date)),
  constraint incident_subject check ((subject_type <> 'AGENT' or subject_npn is not null) and (subject_type = 'SUBCONTRACTOR') = (relationship_id is not null)),
  constraint incident_voided check (not voided or not substantiated),
  constraint incident_beneficiaries check (beneficiaries_affected >= 0),
  constraint incident_disclosed check ((first_submitted_at is null) = (late is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Every revision, append-only. The content is canonical JSON (RFC 8785), kept as text so that its bytes, and its hash, stay what they were.
create table incident_revision (
  incident_id            binary(16) not null,
  revision               int not null,
  content                mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  content_sha256         char(64) character set ascii collate ascii_bin not null,
  -- without a foreign key: nothing looks revisions up by it, and the head, in which it stood, has one
  carrier_id             binary(16) not null,
  kind                   varchar(30) character set ascii collate ascii_bin not null,
  subject_type           varchar(20) character set ascii collate ascii_bin not null,
  subject_npn            varchar(10) character set ascii collate ascii_bin null,
  relationship_id        binary(16) null,
  incident_date          date null,
  discovery_date         date not null,
  repeat_basis_date      date not null,
  period                 char(7) character set ascii collate ascii_bin not null,
  primary_category       varchar(40) character set ascii collate ascii_bin not null,
  severity               varchar(10) character set ascii collate ascii_bin not null,
  state                  char(2) character set ascii collate ascii_bin not null,
  channel                varchar(20) character set ascii collate ascii_bin not null,
  source                 varchar(40) character set ascii collate ascii_bin not null,
  outcome                varchar(20) character set ascii collate ascii_bin not null,
  investigation_status   varchar(10) character set ascii collate ascii_bin not null,
  harm                   boolean not null,
  enrollment_affected    boolean not null,
  beneficiaries_affected int not null,
  substantiated          boolean not null,
  voided                 boolean not null default false,
  -- a termination for cause that is not rescinded: CMS and the state hear of it
  for_cause              boolean not null,
  origin                 varchar(10) character set ascii collate ascii_bin not null,
  changed_at             datetime(6) not null,
  changed_by             binary(16) not null,
  primary key (incident_id, revision),
  key incident_revision_by_relationship (relationship_id),
  constraint incident_revision_head foreign key (incident_id) references incident (id),
  constraint incident_revision_relationship foreign key (relationship_id) references relationship (id),
  constraint incident_revision_user foreign key (changed_by) references app_user (id),
  constraint incident_revision_json check (json_valid(content)),
  constraint incident_revision_dates check (incident_date is null or incident_date <= discovery_date)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As relationship_facet: 'period:2026-10', 'category:FRAUD', 'npn:6657085', 'term:keystone'.
create table incident_facet (
  agency_id   binary(16) not null,
  facet       varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  incident_id binary(16) not null,
  primary key (agency_id, facet, incident_id),
  key incident_facet_by_incident (incident_id),
  constraint incident_facet_agency foreign key (agency_id) references agency (id),
  constraint incident_facet_incident foreign key (incident_id) references incident (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What the carrier concerned has not received in its newest revision.
create table undisclosed_incident (
  agency_id   binary(16) not null,
  carrier_id  binary(16) not null,
  incident_id binary(16) not null,
  primary key (agency_id, carrier_id, incident_id),
  unique key undisclosed_incident_once (incident_id),
  key undisclosed_incident_by_agency (agency_id, incident_id),
  constraint undisclosed_incident_agency foreign key (agency_id) references agency (id),
  constraint undisclosed_incident_incident foreign key (incident_id) references incident (id),
  constraint undisclosed_incident_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
