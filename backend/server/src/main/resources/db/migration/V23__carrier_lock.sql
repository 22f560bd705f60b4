-- What the writers of what a carrier keeps for itself lock. A row of carrier itself is referred to by all that its agencies write,
-- and who writes that would wait. A carrier has its row with its first writer.
create table carrier_lock (
  carrier_id binary(16) not null primary key,
  constraint carrier_lock_carrier foreign key (carrier_id) references carrier (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
