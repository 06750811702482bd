-- What the staff of a unit have read, for the head who reviews it.
create index event_of_commission on audit.event (commission_id, at) where commission_id is not null;
