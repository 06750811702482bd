-- Six digits that lead to one call: three find the row, three are secret, and open nothing without what is asked beside.
create table access.call_code (
    locator text primary key,
    nonce bytea not null,
    care_provider_id uuid not null,
    call_id uuid not null unique,
    expires_at timestamptz not null,
    tries smallint not null default 0
);
create index call_code_by_age on access.call_code (expires_at);
grant select, insert, update, delete on access.call_code to ${app};
