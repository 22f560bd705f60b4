create table slow (id int primary key);
do sleep(3);
