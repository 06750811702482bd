grant usage on schema journal to ${app};

-- Something that must be documented: opened by the module where it happened, closed by the first signature.
create table journal.duty (
    id uuid primary key,
    care_provider_id uuid not null,
    care_unit_id uuid not null,
    client_id uuid not null,
    retention_unit_id uuid not null,
    meeting_id uuid not null unique,
    staff_id uuid not null,
    -- What happened, as documentation: reason, times, patient informed, who took part and how we know who they are.
    background jsonb not null,
    prefilled text not null,
    draft text,
    draft_saved_at timestamptz,
    opened_at timestamptz not null,
    signed_at timestamptz
);
create index duty_to_sign on journal.duty (care_provider_id, care_unit_id, staff_id, opened_at) where signed_at is null;

-- Signed texts, append-only: a correction is a further row that shows when and by whom (patientdatalagen 3:14).
create table journal.note (
    id uuid primary key,
    care_provider_id uuid not null,
    duty_id uuid not null references journal.duty,
    version int not null,
    text text not null,
    signed_by_staff_id uuid not null,
    signed_by_name text not null,
    signed_by_profession text not null,
    signed_at timestamptz not null,
    unique (duty_id, version)
);

grant select, insert on journal.duty, journal.note to ${app};
grant update (draft, draft_saved_at, signed_at) on journal.duty to ${app};
