-- A call that a licensed professional and whoever will be at the patient's have agreed on (R0-11 to R0-13). What is typed is
-- encrypted under the key of a retention unit of its own, which becomes the drop-in's when somebody comes.
create table assessment.planned_call (
    id uuid primary key,
    care_provider_id uuid not null,
    receiving_unit_id uuid not null,
    retention_unit_id uuid not null unique,
    client_id uuid not null,
    staff_id uuid not null,
    -- Whose devices show it; the unit may be another care provider's. Null: they come in with a code only.
    home_unit_id uuid,
    by_care_worker boolean not null,
    purposes text[] not null check (cardinality(purposes) > 0 and purposes <@ array['ASSESSMENT', 'FOLLOW_UP']),
    reason text not null,
    channel text not null check (channel in ('TELEPHONE', 'OTHER')),
    -- Of whoever will be there, when that is somebody licensed.
    profession text,
    protected_identity boolean not null,
    patient_name_sealed bytea,
    staff_name_sealed bytea,
    staff_phone_sealed bytea,
    planned_at timestamptz not null,
    at timestamptz not null,
    -- What the device and both parties call it, apart from the other calls of that unit on that day in Sweden.
    call_name text not null,
    day date not null,
    series_id uuid,
    state text not null check (state in ('PLANNED', 'CAME', 'CANCELLED', 'MISSED')),
    tries smallint not null default 0,
    locked_until timestamptz,
    check (num_nulls(patient_name_sealed, staff_name_sealed, staff_phone_sealed) in (0, 3))
);
create unique index planned_call_name on assessment.planned_call (home_unit_id, day, call_name) where state = 'PLANNED';
create index planned_call_of_unit on assessment.planned_call (care_provider_id, receiving_unit_id, at, id) where state = 'PLANNED';
create index planned_call_of_staff on assessment.planned_call (care_provider_id, staff_id, at);
create index planned_call_to_miss on assessment.planned_call (at) where state = 'PLANNED';
create index planned_call_of_series on assessment.planned_call (series_id) where series_id is not null;

grant select, insert, update, delete on assessment.planned_call to ${app};

-- For when it was agreed, when that was ahead; and what somebody licensed at the patient's works as (R0-13, R0-18).
alter table assessment.drop_in add column agreed_for timestamptz, add column staff_profession text;
