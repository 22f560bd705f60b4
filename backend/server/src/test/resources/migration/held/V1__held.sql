create table held (id int auto_increment primary key, began int not null);
insert into held (began) values (1);
alter table held add column seen int null;
update held set seen = began;
alter table held modify column seen int not null;
