grant usage on schema assessment to ${app};

-- Somebody who knocks. The typed names, numbers and messages are encrypted under the key of its retention unit.
create table assessment.drop_in (
    id uuid primary key,
    care_provider_id uuid not null,
    receiving_unit_id uuid not null,
    retention_unit_id uuid not null unique,
    knock_key uuid not null unique,
    client_id uuid not null,
    from_unit_id uuid,
    device_id uuid,
    from_area text,
    patient_name_sealed bytea not null,
    staff_name_sealed bytea not null,
    staff_phone_sealed bytea not null,
    identity_note_sealed bytea,
    reason text not null,
    -- The agreement that a call always starts with (R0-11): with whom it was made.
    spoken_with_staff_id uuid,
    spoken_with_sealed bytea not null,
    knocked_at timestamptz not null,
    state text not null check (state in ('WAITING', 'ADMITTED', 'TURNED_AWAY', 'WITHDRAWN')),
    judged_at timestamptz,
    judged_by_staff_id uuid,
    judged_by_name text,
    outcome text check (outcome in ('DIGITAL', 'HOME_VISIT', 'OTHER_WAY')),
    informed text check (informed in ('YES', 'COULD_NOT')),
    informed_why_sealed bytea,
    reason_code text,
    message_sealed bytea,
    meeting_id uuid unique,
    -- No call starts without a judgement by a licensed professional and word of the patient being informed (R0-14, R0-19).
    check (state <> 'ADMITTED' or (meeting_id is not null and outcome = 'DIGITAL' and informed is not null and judged_by_staff_id is not null)),
    check (state <> 'TURNED_AWAY' or (meeting_id is null and outcome in ('HOME_VISIT', 'OTHER_WAY') and judged_by_staff_id is not null))
);
create index drop_in_waiting on assessment.drop_in (care_provider_id, receiving_unit_id, knocked_at) where state = 'WAITING';
create index drop_in_of_day on assessment.drop_in (care_provider_id, receiving_unit_id, knocked_at);

create table assessment.on_duty (
    staff_id uuid not null,
    care_unit_id uuid not null,
    care_provider_id uuid not null,
    since timestamptz not null,
    primary key (staff_id, care_unit_id)
);

-- What has been typed so far on a knock form, for half an hour, encrypted under the visitor's own cookie.
create table assessment.draft (
    token_hash bytea primary key,
    care_provider_id uuid not null,
    sealed bytea not null,
    expires_at timestamptz not null
);
create index draft_expires on assessment.draft (expires_at);

grant select, insert, update on assessment.drop_in to ${app};
grant select, insert, update, delete on assessment.on_duty, assessment.draft to ${app};
