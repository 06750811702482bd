-- Whether name and number are hidden is the client's, not the call's.
insert into clients.protection (id, care_provider_id, identity_system, identity_value, set_at, way)
    select uuidv7(), c.care_provider_id, c.identity_system, c.identity_value, min(d.opened_at), 'BEFORE'
    from journal.duty d join clients.client c on c.care_provider_id = d.care_provider_id and c.id = d.client_id
    where d.protected_identity
    group by c.care_provider_id, c.identity_system, c.identity_value
    on conflict do nothing;
alter table journal.duty drop column protected_identity;
