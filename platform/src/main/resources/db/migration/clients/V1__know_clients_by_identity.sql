grant usage on schema clients to ${app};

-- The only place where an identity number stands in plain: one row a person and care provider.
create table clients.client (
    id uuid primary key,
    care_provider_id uuid not null,
    identity_system text not null,
    identity_value text not null,
    name text not null,
    registered_at timestamptz not null,
    unique (care_provider_id, identity_system, identity_value),
    unique (care_provider_id, id)
);
grant select, insert, update (name) on clients.client to ${app};
