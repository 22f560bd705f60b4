-- The rows of an upload that have, or had, errors, or were skipped: what their cells show, kept as long as the file is, so that they can be read a page at a
-- time however large the sheet. Cells may hold anything that people write into them.
create table sheet_import_row (
  import_id    binary(16) not null,
  row_no       int not null,
  faulty       boolean not null,
  -- whether it became, or changed, a record: of an upload that was applied in part, the others are left
  written      boolean not null,
  key_version  int not null,
  -- JSON: the texts by field
  sealed       mediumblob not null,
  delete_after datetime(6) not null,
  primary key (import_id, row_no),
  key sheet_import_row_by_fault (import_id, faulty, row_no),
  key sheet_import_row_by_age (delete_after),
  key sheet_import_row_by_key (key_version),
  constraint sheet_import_row_import foreign key (import_id) references sheet_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What people put in place of the cells of such a row.
create table sheet_import_correction (
  import_id    binary(16) not null,
  row_no       int not null,
  -- whether the row is no record and not read
  left_out     boolean not null,
  key_version  int not null,
  -- JSON: the texts by field
  sealed       mediumblob not null,
  delete_after datetime(6) not null,
  primary key (import_id, row_no),
  key sheet_import_correction_by_age (delete_after),
  key sheet_import_correction_by_key (key_version),
  constraint sheet_import_correction_import foreign key (import_id) references sheet_import (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
