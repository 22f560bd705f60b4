-- A carrier lists its agencies by name as a range of one key, so the name stands at the contract too. The foreign key keeps the two the same.
alter table agency
  add unique key agency_named (id, name);

alter table agency_contract
  add column agency_name varchar(200) null after carrier_id;

update agency_contract k join agency a on a.id = k.agency_id set k.agency_name = a.name;

alter table agency_contract
  modify column agency_name varchar(200) not null,
  add key agency_contract_by_name (carrier_id, agency_name, agency_id),
  add constraint agency_contract_named foreign key (agency_id, agency_name) references agency (id, name) on update cascade;

-- A person's sessions are listed in the order of their ids.
alter table session
  add key session_by_person (user_id, id);
