-- Somebody in the room pressed "Akut". The page chooses the id, so that what is sent twice is one press. A press by mistake
-- is closed, not removed: both times stay.
create table meetings.emergency (
    id uuid primary key,
    care_provider_id uuid not null,
    retention_unit_id uuid not null references meetings.conversation,
    pressed_by uuid not null references meetings.participant,
    pressed_at timestamptz not null,
    closed_by uuid references meetings.participant,
    closed_at timestamptz,
    check ((closed_by is null) = (closed_at is null))
);
create index emergency_of_conversation on meetings.emergency (retention_unit_id, pressed_at);
create unique index emergency_that_goes_on on meetings.emergency (retention_unit_id) where closed_at is null;

-- Where the patient is, as asked in the call: the last that was written counts.
create table meetings.patient_place (
    retention_unit_id uuid primary key references meetings.conversation,
    care_provider_id uuid not null,
    sealed bytea not null,
    written_by uuid not null references meetings.participant,
    written_at timestamptz not null
);

-- What the professional asks the care worker to do, until somebody there has understood.
create table meetings.instruction (
    id uuid primary key,
    care_provider_id uuid not null,
    retention_unit_id uuid not null references meetings.conversation,
    sealed bytea not null,
    written_by uuid not null references meetings.participant,
    written_at timestamptz not null,
    understood_by uuid references meetings.participant,
    understood_at timestamptz,
    check ((understood_by is null) = (understood_at is null))
);
create index instruction_of_conversation on meetings.instruction (retention_unit_id, written_at);

grant select, insert on meetings.emergency, meetings.patient_place, meetings.instruction to ${app};
grant update (closed_by, closed_at) on meetings.emergency to ${app};
grant update (sealed, written_by, written_at) on meetings.patient_place to ${app};
grant update (understood_by, understood_at) on meetings.instruction to ${app};

-- Where the patient was and what was asked for go with the texts. That somebody pressed "Akut", and when, stays.
create or replace function meetings.remove_forgotten(units uuid[]) returns void
    language plpgsql security definer set search_path = meetings, pg_temp
    as $$
    declare
        -- Apart, so that each statement below goes by its index however many rows there are.
        forgotten uuid[] := array(select id from retention.unit where id = any(units) and forgotten_at is not null);
    begin
        delete from text where retention_unit_id = any(forgotten);
        delete from connection where retention_unit_id = any(forgotten);
        delete from patient_place where retention_unit_id = any(forgotten);
        delete from instruction where retention_unit_id = any(forgotten);
        update participant set name_sealed = null where retention_unit_id = any(forgotten);
    end
    $$;
