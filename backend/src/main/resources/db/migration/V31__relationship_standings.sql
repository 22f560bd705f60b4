-- When each agency last told each carrier of its relationships, found without looking at every time that it did.
alter table submission add key submission_standing (kind, agency_id, carrier_id, status, submitted_at);
