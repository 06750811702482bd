-- The mark of a call says that the name typed at it is an alias. Who is hidden is the client's to say from now on.
insert into clients.protection (id, care_provider_id, identity_system, identity_value, set_at, way)
    select uuidv7(), c.care_provider_id, c.identity_system, c.identity_value, min(marked.at), 'BEFORE'
    from (
        select care_provider_id, client_id, knocked_at as at from assessment.drop_in where protected_identity
        union all
        select care_provider_id, client_id, planned_at from assessment.planned_call where protected_identity
    ) marked
    join clients.client c on c.care_provider_id = marked.care_provider_id and c.id = marked.client_id
    group by c.care_provider_id, c.identity_system, c.identity_value
    on conflict do nothing;
drop index assessment.drop_in_of_protected_client;

-- All calls of one person at a care provider, whichever unit had them: hidden at once, and read on a stated ground.
create index drop_in_of_client_anywhere on assessment.drop_in (care_provider_id, client_id, knocked_at, id);
create index planned_call_of_client on assessment.planned_call (care_provider_id, client_id);
