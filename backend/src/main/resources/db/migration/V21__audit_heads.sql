-- Where a chain stood on a day, signed: worth something once it has been taken elsewhere.
create table audit_head (
  organisation_id char(36) character set ascii collate ascii_bin not null,
  taken_on        date        not null,
  seq             bigint      not null,
  mac             char(64)    character set ascii collate ascii_bin not null,
  taken_at        datetime(6) not null,
  jws             text        character set ascii collate ascii_bin not null,
  primary key (organisation_id, taken_on)
) character set utf8mb4 collate utf8mb4_bin;
