-- Whom an incident happened to, one row for each time it was recorded, replaced or removed; the newest is in force. Name and number are inside sealed, readable
-- with a key from outside the database only. A row without sealed says that nothing is recorded any more, or that it was erased.
create table incident_beneficiary (
  incident_id  binary(16) not null,
  version      int not null,
  agency_id    binary(16) not null,
  share_with_carrier boolean not null,
  key_version  int null,
  sealed       varbinary(2000) null,
  -- keyed hash of the Medicare number, by which the agency's incidents of one person find each other; on the row in force only
  mbi_hash     binary(32) null,
  changed_at   datetime(6) not null,
  changed_by   binary(16) not null,
  primary key (incident_id, version),
  key incident_beneficiary_by_key (key_version, incident_id, version),
  key incident_beneficiary_by_mbi (agency_id, mbi_hash, incident_id),
  constraint incident_beneficiary_incident foreign key (incident_id) references incident (id),
  constraint incident_beneficiary_agency foreign key (agency_id) references agency (id),
  constraint incident_beneficiary_user foreign key (changed_by) references app_user (id),
  constraint incident_beneficiary_sealed check ((sealed is null) = (key_version is null)),
  constraint incident_beneficiary_hash check (mbi_hash is null or sealed is not null)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Each time a person read it in clear, written before it is answered.
create table beneficiary_reveal (
  id              binary(16) not null primary key,
  incident_id     binary(16) not null,
  version         int not null,
  organization_id binary(16) not null,
  revealed_by     binary(16) not null,
  revealer_name   varchar(200) not null,
  reason          varchar(500) not null,
  revealed_at     datetime(6) not null,
  key beneficiary_reveal_by_organization (organization_id, incident_id, id),
  constraint beneficiary_reveal_block foreign key (incident_id, version) references incident_beneficiary (incident_id, version),
  constraint beneficiary_reveal_organization foreign key (organization_id) references organization (id),
  constraint beneficiary_reveal_user foreign key (revealed_by) references app_user (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
