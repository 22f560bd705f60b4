-- By what each version of each key is known again: a value that only that key makes, and that tells nothing of it. The application's account adds and reads.
create table key_check (
  kind        varchar(30) character set ascii collate ascii_bin not null,
  -- the number of a version, or the id of a key that has none
  version     varchar(64) character set ascii collate ascii_bin not null,
  check_value char(64) character set ascii collate ascii_bin not null,
  recorded_at datetime(6) not null,
  primary key (kind, version)
) character set utf8mb4 collate utf8mb4_bin;
