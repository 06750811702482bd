-- Since when the chair is away from the picture, but not from the meeting: nothing is sent until somebody licensed resumes it.
alter table meetings.meeting add column parked_at timestamptz;
create index meeting_parked on meetings.meeting (chair_staff_id, parked_at) where parked_at is not null and ended_at is null;

-- A licensed colleague who is asked to come in, from whichever care provider. Asked again, it is the same row.
create table meetings.invitation (
    id uuid primary key,
    care_provider_id uuid not null,
    meeting_id uuid not null references meetings.meeting,
    staff_id uuid not null,
    -- Whose commission the colleague comes in under: the relation to the meeting holds under that one only.
    staff_care_provider_id uuid not null,
    staff_care_unit_id uuid not null,
    invited_by_staff_id uuid not null,
    take_over boolean not null,
    asked_at timestamptz not null,
    answer text check (answer in ('IN', 'NOT_NOW', 'TAKEN_BACK')),
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null)),
    unique (meeting_id, staff_id)
);
create index invitation_that_waits on meetings.invitation (staff_id, asked_at) where answer is null;

-- Who has led the call from when on, and who has been offered to. One offer at a time.
create table meetings.hand_over (
    id uuid primary key,
    care_provider_id uuid not null,
    meeting_id uuid not null references meetings.meeting,
    from_staff_id uuid not null,
    to_staff_id uuid not null,
    offered_at timestamptz not null,
    answer text check (answer in ('TAKEN_OVER', 'NOT_NOW', 'TAKEN_BACK')),
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null)),
    check (from_staff_id <> to_staff_id)
);
create unique index hand_over_that_waits on meetings.hand_over (meeting_id) where answer is null;
create index hand_over_of_meeting on meetings.hand_over (meeting_id, answered_at);

grant select, insert, update on meetings.invitation, meetings.hand_over to ${app};
