-- Whether a meeting or a wait is abandoned depends on connections that have closed, too.
drop index meetings.connection_of_conversation;
create index connection_of_conversation on meetings.connection (retention_unit_id, care_provider_id);
create index participant_that_waits on meetings.participant (retention_unit_id, care_provider_id) where standing = 'WAITING';
