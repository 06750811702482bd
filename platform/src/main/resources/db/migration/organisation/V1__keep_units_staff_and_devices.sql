create table organisation.care_provider (
    id uuid primary key,
    name text not null,
    hsa_id text not null unique
);

create table organisation.care_unit (
    id uuid primary key,
    care_provider_id uuid not null references organisation.care_provider,
    name text not null,
    hsa_id text not null unique,
    phone text not null check (phone ~ '^\+[1-9][0-9]{5,14}$'),
    unique (id, care_provider_id)
);
create index care_unit_of_provider on organisation.care_unit (care_provider_id, name);

-- Whose knocks go where: a thin duty table.
create table organisation.receiving_unit (
    from_unit_id uuid primary key references organisation.care_unit,
    to_unit_id uuid not null references organisation.care_unit
);
create index receiving_unit_by_receiver on organisation.receiving_unit (to_unit_id);

create table organisation.staff (
    id uuid primary key,
    hsa_id text not null unique,
    name text not null,
    profession text not null
);
-- HSA-ids are compared without regard to case and kept as they were given.
create unique index staff_by_hsa_id on organisation.staff (lower(hsa_id));

-- A commission without a unit exists in HSA. One with a unit never points at another provider's.
create table organisation.commission (
    id uuid primary key,
    staff_id uuid not null references organisation.staff,
    care_provider_id uuid not null references organisation.care_provider,
    care_unit_id uuid references organisation.care_unit,
    name text not null,
    purpose text not null,
    valid_from date not null,
    valid_to date,
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id),
    check (valid_to is null or valid_to >= valid_from)
);
create index commission_of_staff on organisation.commission (staff_id);

create table organisation.system_administrator (
    staff_id uuid references organisation.staff,
    care_provider_id uuid references organisation.care_provider,
    primary key (staff_id, care_provider_id)
);

-- Hashes are SHA-256 of the 32 random bytes in the cookie. The previous token is accepted until the present one has
-- been used, so that a response lost on a bad network never locks a device out, and for a short while after that.
create table organisation.device (
    id uuid primary key,
    care_provider_id uuid not null references organisation.care_provider,
    care_unit_id uuid not null references organisation.care_unit,
    name text not null,
    area text not null,
    token_hash bytea unique,
    previous_token_hash bytea unique,
    rotated_at timestamptz,
    token_used_at timestamptz,
    enrolled_at timestamptz,
    revoked_at timestamptz,
    revoked_why text,
    last_seen_at timestamptz,
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id),
    check ((revoked_at is null) = (revoked_why is null))
);
create index device_of_provider on organisation.device (care_provider_id, name);

-- Tokens older than the previous one. Whoever shows one of these has copied a cookie: the device is revoked.
create table organisation.retired_device_token (
    token_hash bytea primary key,
    device_id uuid not null references organisation.device,
    retired_at timestamptz not null
);
create index retired_device_token_of_device on organisation.retired_device_token (device_id, retired_at);

grant usage on schema organisation to ${app};
grant select on all tables in schema organisation to ${app};
grant insert, update on organisation.device to ${app};
grant insert, delete on organisation.retired_device_token to ${app};
