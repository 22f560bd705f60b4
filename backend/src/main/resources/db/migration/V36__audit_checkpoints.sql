-- Where all chains stood at one moment, signed as one text that names the one before it: worth something once it has been sent elsewhere.
create table audit_checkpoint (
  number   bigint      not null primary key,
  taken_at datetime(6) not null,
  -- how many events all chains had given out: whether there is anything new
  events   bigint      not null,
  -- lists every chain, and not only those that went on since the one before
  whole    boolean     not null,
  jws      mediumtext  character set ascii collate ascii_bin not null,
  key audit_checkpoint_whole (whole, number)
) character set utf8mb4 collate utf8mb4_bin;

-- Up to where each receiver has them.
create table audit_checkpoint_sent (
  receiver varchar(20) character set ascii collate ascii_bin not null primary key,
  number   bigint      not null,
  sent_at  datetime(6) not null
) character set utf8mb4 collate utf8mb4_bin;
