-- What was said after a remark, each by the version that it led to; the remark's own text is version 1. Nothing of it is overwritten.
create table comment_entry (
  comment_id  binary(16) not null,
  version     int not null,
  action      varchar(10) character set ascii collate ascii_bin not null,
  -- null where a person acted without a word
  text        varchar(2000) null,
  side        varchar(10) character set ascii collate ascii_bin not null,
  author_id   binary(16) not null,
  author_name varchar(200) not null,
  written_at  datetime(6) not null,
  primary key (comment_id, version),
  constraint comment_entry_comment foreign key (comment_id) references submission_comment (id),
  constraint comment_entry_author foreign key (author_id) references app_user (id),
  constraint comment_entry_action check (action in ('ANSWER', 'CORRECT', 'RESOLVE', 'REOPEN', 'WITHDRAW')),
  constraint comment_entry_text check (text is not null or action in ('RESOLVE', 'WITHDRAW')),
  constraint comment_entry_version check (version >= 2)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
