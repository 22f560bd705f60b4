-- Uploads of every kind of record are kept in one place; so far there were only relationships.
rename table relationship_import to sheet_import, relationship_import_error to sheet_import_error, relationship_import_file to sheet_import_file;

alter table sheet_import drop foreign key relationship_import_agency;
alter table sheet_import drop foreign key relationship_import_user;
alter table sheet_import_error drop foreign key relationship_import_error_import;
alter table sheet_import_file drop foreign key relationship_import_file_import;

alter table sheet_import add column subject varchar(20) character set ascii collate ascii_bin not null default 'RELATIONSHIPS' after agency_id;
alter table sheet_import alter column subject drop default;
alter table sheet_import drop key relationship_import_by_agency, add key sheet_import_by_agency (agency_id, subject, id);
alter table sheet_import_file drop key relationship_import_file_by_age, add key sheet_import_file_by_age (delete_after);

alter table sheet_import add constraint sheet_import_agency foreign key (agency_id) references agency (id);
alter table sheet_import add constraint sheet_import_user foreign key (uploaded_by) references app_user (id);
alter table sheet_import_error add constraint sheet_import_error_import foreign key (import_id) references sheet_import (id);
alter table sheet_import_file add constraint sheet_import_file_import foreign key (import_id) references sheet_import (id);
