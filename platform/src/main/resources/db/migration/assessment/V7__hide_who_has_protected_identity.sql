-- Somebody with protected identity: lists, rows and the room show an alias instead of the name, which stands in clients only.
alter table assessment.drop_in add column protected_identity boolean not null default false;
create index drop_in_of_protected_client on assessment.drop_in (care_provider_id, client_id) where protected_identity;
