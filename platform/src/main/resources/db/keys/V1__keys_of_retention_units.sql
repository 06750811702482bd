-- The second database: the keys of what is forgotten, apart so that its backups can live 7 days at most while those of
-- the data may live longer. Nothing here says whose data a key unlocks, but which care provider's key wraps it.
create table key_encryption_key (
    care_provider_id uuid not null primary key,
    -- A name of the key that tells nothing about it: a lost secret must be noticed, not replaced by a new one.
    key_id text not null,
    first_used_at timestamptz not null default now()
);
create table data_key (
    unit_id uuid not null primary key,
    care_provider_id uuid not null references key_encryption_key,
    key_id text not null,
    wrapped bytea not null,
    made_at timestamptz not null default now()
);
create index data_key_of_care_provider on data_key (care_provider_id);

grant usage on schema public to ${app};
grant select, insert on key_encryption_key to ${app};
-- A key is deleted and never changed.
grant select, insert, delete on data_key to ${app};
