-- Questions name the conversation, which belongs to one care provider anyway: the index begins with what is asked for.
drop index meetings.seat_of_conversation;
create index seat_of_conversation on meetings.seat (retention_unit_id, care_provider_id);
drop index meetings.participant_of_conversation;
create index participant_of_conversation on meetings.participant (retention_unit_id, care_provider_id);
drop index meetings.connection_of_conversation;
create index connection_of_conversation on meetings.connection (retention_unit_id, care_provider_id) where closed_at is null;
