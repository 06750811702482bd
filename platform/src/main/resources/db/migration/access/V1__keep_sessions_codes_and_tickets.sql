-- Nothing here can be used by somebody who has read it: tokens are SHA-256 of 256 random bits, typed codes follow from
-- the nonce only with a key that is not in the database.

create table access.session (
    id uuid primary key,
    token_hash bytea not null unique,
    staff_id uuid not null,
    care_provider_id uuid not null,
    commission_id uuid,
    assurance text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    revoked_at timestamptz,
    revoked_why text,
    check ((revoked_at is null) = (revoked_why is null))
);
comment on column access.session.commission_id is 'null: a system administrator of the care provider, who sees no patients';
create index session_of_staff on access.session (staff_id);
create index session_by_age on access.session (created_at);

-- Between leaving for the identity provider and coming back.
create table access.authorization_request (
    token_hash bytea primary key,
    state text not null,
    nonce text not null,
    code_verifier text not null,
    redirect_uri text not null,
    expires_at timestamptz not null
);
create index authorization_request_by_age on access.authorization_request (expires_at);

-- Identified, with several commissions to choose from.
create table access.commission_choice (
    token_hash bytea primary key,
    staff_id uuid not null,
    assurance text not null,
    expires_at timestamptz not null
);
create index commission_choice_by_age on access.commission_choice (expires_at);

-- A typed code has two public characters that find the row and four secret ones: wrong tries lock that row only.
create table access.pairing (
    device_id uuid primary key,
    care_provider_id uuid not null,
    locator text not null unique,
    nonce bytea not null,
    expires_at timestamptz not null,
    tries smallint not null default 0,
    claim_hash bytea unique,
    words text,
    confirmed_at timestamptz,
    check ((claim_hash is null) = (words is null)),
    check (confirmed_at is null or claim_hash is not null)
);
create index pairing_of_provider on access.pairing (care_provider_id);

create table access.drop_in_code (
    locator text primary key,
    nonce bytea not null,
    care_provider_id uuid not null,
    receiving_unit_id uuid not null,
    issued_by uuid not null,
    expires_at timestamptz not null,
    tries smallint not null default 0,
    redeemed_at timestamptz
);
create index drop_in_code_by_age on access.drop_in_code (expires_at);

create table access.invitation (
    token_hash bytea primary key,
    care_provider_id uuid not null,
    receiving_unit_id uuid not null,
    issued_by uuid not null,
    expires_at timestamptz not null
);
create index invitation_by_age on access.invitation (expires_at);

-- One socket each, within 30 seconds; either a seat's or a session's.
create table access.ticket (
    token_hash bytea primary key,
    care_provider_id uuid not null,
    session_id uuid references access.session on delete cascade,
    meeting_id uuid,
    seat_id uuid,
    retention_unit_id uuid,
    expires_at timestamptz not null,
    check ((session_id is null) = (meeting_id is null)),
    check ((seat_id is null) = (retention_unit_id is null)),
    check ((session_id is null) <> (seat_id is null))
);
create index ticket_by_age on access.ticket (expires_at);
create index ticket_of_session on access.ticket (session_id);

grant usage on schema access to ${app};
grant select, insert, update, delete on all tables in schema access to ${app};
-- Flyway's history stands in the same schema and is no business of the running role.
revoke all on access.flyway_schema_history from ${app};
