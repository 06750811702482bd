grant usage on schema meetings to ${app};

-- What begins at the knock and is handed on to the meeting: people, texts and connections hang on its retention unit.
create table meetings.conversation (
    retention_unit_id uuid primary key,
    care_provider_id uuid not null,
    last_sequence bigint not null default 0,
    began_at timestamptz not null,
    closed_at timestamptz
);

-- Who holds the cookie of a seat sits on it. One seat may hold several people: care worker and patient at one iPad.
create table meetings.seat (
    id uuid primary key,
    care_provider_id uuid not null,
    retention_unit_id uuid not null references meetings.conversation,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    dead_at timestamptz
);
create index seat_of_conversation on meetings.seat (care_provider_id, retention_unit_id);

create table meetings.participant (
    id uuid primary key,
    care_provider_id uuid not null,
    retention_unit_id uuid not null references meetings.conversation,
    role text not null check (role in ('CARE_WORKER', 'PROFESSIONAL', 'PATIENT')),
    name_sealed bytea not null,
    profession text,
    identification text not null,
    standing text not null check (standing in ('INVITED', 'WAITING', 'ADMITTED', 'REFUSED', 'LEFT')),
    seat_id uuid references meetings.seat,
    staff_id uuid,
    joined_at timestamptz,
    left_at timestamptz,
    check ((seat_id is null) <> (staff_id is null)),
    unique (retention_unit_id, staff_id)
);
create index participant_of_conversation on meetings.participant (care_provider_id, retention_unit_id);

create table meetings.meeting (
    id uuid primary key,
    care_provider_id uuid not null,
    care_unit_id uuid not null,
    retention_unit_id uuid not null unique references meetings.conversation,
    kind text not null check (kind in ('ASSESSMENT', 'CARE_VISIT', 'STANDING_SLOT', 'CARE_PLANNING', 'HEALTH_TALK')),
    chair_staff_id uuid not null,
    opened_at timestamptz not null,
    ended_at timestamptz,
    ended_by_staff_id uuid,
    end_cause text check (end_cause in ('BY_CHAIR', 'EMPTY', 'NOBODY_LICENSED', 'TOO_LONG')),
    check ((ended_at is null) = (end_cause is null))
);
create index meeting_of_unit on meetings.meeting (care_provider_id, care_unit_id, opened_at);
create index meeting_that_goes_on on meetings.meeting (opened_at) where ended_at is null;

-- A page's line into the conversation. The epoch fences: an older owner's words no longer count.
create table meetings.connection (
    id uuid primary key,
    care_provider_id uuid not null,
    retention_unit_id uuid not null references meetings.conversation,
    seat_id uuid references meetings.seat,
    staff_id uuid,
    epoch bigint not null,
    node text not null,
    microphone text not null default 'off',
    camera text not null default 'off',
    opened_at timestamptz not null,
    beat_at timestamptz not null,
    lost_at timestamptz,
    closed_at timestamptz,
    check ((seat_id is null) <> (staff_id is null))
);
create index connection_of_conversation on meetings.connection (care_provider_id, retention_unit_id) where closed_at is null;
create index connection_of_node on meetings.connection (node) where closed_at is null;

create table meetings.text (
    care_provider_id uuid not null,
    retention_unit_id uuid not null references meetings.conversation,
    sequence bigint not null,
    key uuid not null,
    author_id uuid not null references meetings.participant,
    sealed bytea not null,
    said_at timestamptz not null,
    primary key (retention_unit_id, sequence),
    unique (retention_unit_id, key)
);

grant select, insert, update on meetings.conversation, meetings.seat, meetings.participant, meetings.meeting,
    meetings.connection to ${app};
grant select, insert on meetings.text to ${app};
