-- What may not be purged, however old it is. An object may be under several holds, of its agency and of carriers that were told of it; none knows of the others'.
create table legal_hold (
  id               binary(16) not null primary key,
  -- the agency or the carrier that wants it kept
  organization_id  binary(16) not null,
  object_kind      varchar(20) character set ascii collate ascii_bin not null,
  -- of one of three tables, as the kind says: no foreign key can name more than one
  object_id        binary(16) not null,
  object_reference varchar(24) character set ascii collate ascii_bin not null,
  reason           varchar(500) not null,
  state            varchar(10) character set ascii collate ascii_bin not null,
  version          int not null,
  placed_at        datetime(6) not null,
  placed_by        binary(16) not null,
  placer_name      varchar(200) not null,
  released_at      datetime(6) null,
  released_by      binary(16) null,
  releaser_name    varchar(200) null,
  release_reason   varchar(500) null,
  key legal_hold_by_organization (organization_id, id),
  key legal_hold_by_state (organization_id, state, id),
  key legal_hold_by_kind (organization_id, object_kind, id),
  key legal_hold_by_both (organization_id, state, object_kind, id),
  -- for the purge
  key legal_hold_by_object (object_kind, object_id, state),
  constraint legal_hold_organization foreign key (organization_id) references organization (id),
  constraint legal_hold_placer foreign key (placed_by) references app_user (id),
  constraint legal_hold_releaser foreign key (released_by) references app_user (id),
  constraint legal_hold_kind check (object_kind in ('RELATIONSHIP', 'INCIDENT', 'SUBMISSION')),
  constraint legal_hold_state check (state in ('IN_FORCE', 'RELEASED') and (state = 'RELEASED') = (released_at is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A purge locks this one row, so that there is one purge at a time.
create table purge_lock (
  id tinyint not null primary key
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

insert ignore into purge_lock (id) values (1);

-- What a purge under way has found old enough, and why some of it stays all the same. Empty again before the purge commits, so without foreign keys.
create table purge_candidate (
  kind        varchar(20) character set ascii collate ascii_bin not null,
  object_id   binary(16) not null,
  -- who was told of it
  carrier_id  binary(16) null,
  reference   varchar(40) character set ascii collate ascii_bin null,
  sha256      char(64) character set ascii collate ascii_bin null,
  kept_reason varchar(20) character set ascii collate ascii_bin null,
  primary key (kind, object_id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
