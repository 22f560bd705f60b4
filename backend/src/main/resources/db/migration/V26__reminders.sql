-- Each reminder of a month goes out once, whichever instance of the service comes first.
create table reporting_reminder (
  id         char(36) character set ascii collate ascii_bin not null primary key,
  agency_id  char(36) character set ascii collate ascii_bin not null,
  carrier_id char(36) character set ascii collate ascii_bin not null,
  period     char(7) character set ascii collate ascii_bin not null,
  -- DUE_n, so many days before the due date, or OVERDUE.
  kind       varchar(20) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  unique key reporting_reminder_once (agency_id, carrier_id, period, kind),
  key reporting_reminder_by_carrier (carrier_id),
  constraint reporting_reminder_agency foreign key (agency_id) references agency (id),
  constraint reporting_reminder_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
