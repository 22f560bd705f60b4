-- What a migration after the first release may do to a table that is full: a column that every row must have, and a key.
alter table agency add column noted_on date null;

update agency set noted_on = date(created_at) where noted_on is null;

alter table agency modify column noted_on date not null;

alter table agency add key agency_by_note (noted_on, id);

insert into agency_contract (agency_id, carrier_id, agency_name, since)
select a.id, c.id, a.name, null
  from agency a
  join carrier c
  left join agency_contract k on k.agency_id = a.id and k.carrier_id = c.id
 where k.agency_id is null;
