-- The first administrator of an organisation is invited by nobody of it: by the operator's command.
alter table invitation modify column invited_by char(36) character set ascii collate ascii_bin null;
