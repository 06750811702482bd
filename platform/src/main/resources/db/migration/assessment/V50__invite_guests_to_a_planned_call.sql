-- A patient or a relative who is invited to a planned call by a link of their own (access.guest_link). Where they read messages, and a
-- relative's name, are encrypted under the call's key.
create table assessment.planned_guest (
    link_id uuid primary key,
    care_provider_id uuid not null,
    planned_call_id uuid not null references assessment.planned_call on delete cascade,
    role text not null check (role in ('PATIENT', 'RELATIVE')),
    -- What this call's policy lets into its lobby.
    least text not null check (least in ('NOT_IDENTIFIED', 'ONE_TIME_CODE', 'E_ID')),
    channel text check (channel in ('SMS', 'MAIL')),
    address_sealed bytea,
    name_sealed bytea,
    -- An explicit no to messages: nothing is sent, whoever asks for it.
    said_no boolean not null,
    -- The last one that was sent with the link.
    notice_id uuid,
    invited_at timestamptz not null,
    revoked_at timestamptz,
    check (address_sealed is null or channel is not null),
    check (role = 'RELATIVE' or name_sealed is null)
);
create index planned_guest_of_call on assessment.planned_guest (planned_call_id);

grant select, insert, update, delete on assessment.planned_guest to ${app};
