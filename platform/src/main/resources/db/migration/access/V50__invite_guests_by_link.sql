-- A link by which a patient or a relative comes to a meeting, and its secrets: one for each time that it was sent. Which address it
-- was sent to, the module knows that plans the meeting.
create table access.guest_link (
    id uuid primary key,
    care_provider_id uuid not null,
    purpose text not null,
    subject_id uuid not null,
    role text not null check (role in ('PATIENT', 'RELATIVE')),
    created_at timestamptz not null,
    revoked_at timestamptz,
    expires_at timestamptz not null
);
create index guest_link_by_age on access.guest_link (expires_at);

-- SHA-256 of 128 random bits.
create table access.guest_secret (
    token_hash bytea primary key,
    link_id uuid not null references access.guest_link on delete cascade,
    care_provider_id uuid not null,
    created_at timestamptz not null
);
create index guest_secret_of_link on access.guest_secret (link_id);

-- A browser that has opened a link, until it has a seat.
create table access.guest_visit (
    id uuid primary key,
    token_hash bytea not null unique,
    link_id uuid not null references access.guest_link on delete cascade,
    care_provider_id uuid not null,
    expires_at timestamptz not null
);
create index guest_visit_of_link on access.guest_visit (link_id);
create index guest_visit_by_age on access.guest_visit (expires_at);

-- The digits follow from the nonce with a key that is not in the database. Kept for the hour in which they count; valid for less.
create table access.guest_code (
    id uuid primary key,
    link_id uuid not null references access.guest_link on delete cascade,
    care_provider_id uuid not null,
    way text not null check (way in ('SMS', 'MAIL', 'READ_OUT')),
    nonce bytea not null,
    requested_at timestamptz not null,
    tries smallint not null default 0,
    spent boolean not null default false,
    expires_at timestamptz not null
);
create index guest_code_of_link on access.guest_code (link_id, requested_at);
create index guest_code_by_age on access.guest_code (expires_at);

grant select, insert, update, delete on access.guest_link, access.guest_secret, access.guest_visit, access.guest_code to ${app};

-- Which visit somebody left from to show their e-ID; null for staff. So that neither answer is taken for the other.
alter table access.authorization_request add column guest_visit_id uuid;
