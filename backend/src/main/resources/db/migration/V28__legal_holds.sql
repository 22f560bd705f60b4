-- What may not be purged, however old it is. An object may be under several holds, of its agency and of carriers that were told of it; none knows of the others'.
create table legal_hold (
  id               char(36) character set ascii collate ascii_bin not null primary key,
  -- the agency or the carrier that wants it kept
  organisation_id  char(36) character set ascii collate ascii_bin not null,
  object_kind      varchar(20) character set ascii collate ascii_bin not null,
  object_id        char(36) character set ascii collate ascii_bin not null,
  object_reference varchar(20) character set ascii collate ascii_bin not null,
  reason           varchar(500) not null,
  state            varchar(10) character set ascii collate ascii_bin not null,
  version          int not null,
  placed_at        datetime(6) not null,
  placed_by        char(36) character set ascii collate ascii_bin not null,
  placer_name      varchar(200) not null,
  released_at      datetime(6) null,
  released_by      char(36) character set ascii collate ascii_bin null,
  releaser_name    varchar(200) null,
  release_reason   varchar(500) null,
  key legal_hold_by_organisation (organisation_id, id),
  key legal_hold_by_state (organisation_id, state, id),
  key legal_hold_by_kind (organisation_id, object_kind, id),
  key legal_hold_by_both (organisation_id, state, object_kind, id),
  -- for the purge
  key legal_hold_by_object (object_kind, object_id, state),
  constraint legal_hold_placer foreign key (placed_by) references app_user (id),
  constraint legal_hold_releaser foreign key (released_by) references app_user (id),
  constraint legal_hold_kind check (object_kind in ('RELATIONSHIP', 'INCIDENT', 'SUBMISSION')),
  constraint legal_hold_state check (state in ('IN_FORCE', 'RELEASED') and (state = 'RELEASED') = (released_at is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
