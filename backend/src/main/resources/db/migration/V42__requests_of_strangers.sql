-- Requests of nobody, and refused attempts beyond the first of an hour: counted, since anybody can make any number of them. Swept after 90 days.
create table stranger_count (
  counted_from    datetime     not null,
  operation       varchar(100) character set ascii collate ascii_bin not null,
  status          smallint     not null,
  -- where they came from; * for all that are too many to be told apart
  network         varchar(64)  character set ascii collate ascii_bin not null,
  -- whose account was tried, where there is one
  organisation_id char(36)     character set ascii collate ascii_bin not null,
  requests        bigint       not null,
  last_at         datetime(6)  not null,
  primary key (counted_from, operation, status, network, organisation_id)
) character set utf8mb4 collate utf8mb4_bin;
