-- A carrier's resource center: sections within sections, as its agencies know them from its portal.
create table resource_section (
  id         binary(16) not null primary key,
  carrier_id binary(16) not null,
  parent_id  binary(16) null,
  title      varchar(100) not null,
  position   int not null,
  version    int not null,
  key resource_section_by_carrier (carrier_id, id),
  constraint resource_section_carrier foreign key (carrier_id) references carrier (id),
  constraint resource_section_parent foreign key (parent_id) references resource_section (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table resource (
  id             binary(16) not null primary key,
  carrier_id     binary(16) not null,
  section_id     binary(16) not null,
  kind           varchar(10) character set ascii collate ascii_bin not null,
  -- of a FAQ entry the question
  title          varchar(200) not null,
  position       int not null,
  audience       varchar(10) character set ascii collate ascii_bin not null,
  -- a JSON array of codes
  levels         varchar(400) character set ascii collate ascii_bin not null,
  retired_at     datetime(6) null,
  -- the newest; 0 before the first
  newest_version int not null,
  -- the words of the title and of the newest text, each with a space before it
  search_text    mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  version        int not null,
  created_at     datetime(6) not null,
  changed_at     datetime(6) not null,
  key resource_in_order (carrier_id, section_id, position, id),
  constraint resource_carrier foreign key (carrier_id) references carrier (id),
  constraint resource_of_section foreign key (section_id) references resource_section (id),
  constraint resource_kind check (kind in ('DOCUMENT', 'FAQ', 'LINK', 'TEMPLATE')),
  constraint resource_audience check (audience in ('ALL', 'LEVELS', 'AGENCIES')),
  constraint resource_levels check (json_valid(levels))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table resource_agency (
  resource_id binary(16) not null,
  agency_id   binary(16) not null,
  primary key (resource_id, agency_id),
  constraint resource_agency_resource foreign key (resource_id) references resource (id),
  constraint resource_agency_agency foreign key (agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What it says, from a day on; the past is never rewritten.
create table resource_version (
  resource_id    binary(16) not null,
  number         int not null,
  effective_from date not null,
  effective_to   date null,
  -- of a FAQ entry the answer, in Markdown without HTML
  text           mediumtext null,
  -- the words of the text, each with a blank before it; those of the title stand at the resource
  search_text    mediumtext not null,
  url            varchar(500) null,
  template       varchar(20) character set ascii collate ascii_bin null,
  file_id        binary(16) null,
  media_type     varchar(50) character set ascii collate ascii_bin null,
  published_at   datetime(6) not null,
  published_by   binary(16) not null,
  publisher_name varchar(200) not null,
  primary key (resource_id, number),
  constraint resource_version_resource foreign key (resource_id) references resource (id),
  constraint resource_version_file foreign key (file_id) references stored_file (id),
  constraint resource_version_publisher foreign key (published_by) references app_user (id),
  constraint resource_version_days check (effective_to is null or effective_to >= effective_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who of an agency has read which version, and downloaded it.
create table resource_reading (
  resource_id   binary(16) not null,
  number        int not null,
  user_id       binary(16) not null,
  agency_id     binary(16) not null,
  user_name     varchar(200) not null,
  read_at       datetime(6) not null,
  downloaded_at datetime(6) null,
  primary key (resource_id, number, user_id),
  constraint resource_reading_version foreign key (resource_id, number) references resource_version (resource_id, number),
  constraint resource_reading_user foreign key (user_id) references app_user (id),
  constraint resource_reading_agency foreign key (agency_id) references agency (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
