-- The professional has confirmed whose call it is, before anything is saved: of the client whom the duty has at that time.
create table journal.identity_confirmation (
    duty_id uuid not null references journal.duty,
    client_id uuid not null,
    care_provider_id uuid not null,
    confirmed_by_staff_id uuid not null,
    confirmed_by_name text not null,
    confirmed_at timestamptz not null,
    primary key (duty_id, client_id)
);

-- Note, pictures and history stood at the wrong patient and were moved. Append-only, and found from both.
create table journal.identity_correction (
    id uuid primary key,
    care_provider_id uuid not null,
    duty_id uuid not null references journal.duty,
    from_client_id uuid not null,
    to_client_id uuid not null,
    -- The reason and both names as they were, sealed under the documentation unit.
    said bytea not null,
    corrected_by_staff_id uuid not null,
    corrected_by_name text not null,
    corrected_at timestamptz not null,
    check (from_client_id <> to_client_id)
);
create index identity_correction_of_duty on journal.identity_correction (duty_id, corrected_at);
create index identity_correction_from on journal.identity_correction (care_provider_id, from_client_id, corrected_at);
create index identity_correction_to on journal.identity_correction (care_provider_id, to_client_id, corrected_at);

grant select, insert on journal.identity_confirmation, journal.identity_correction to ${app};
grant update (client_id) on journal.duty to ${app};

-- Name and number of the patient are shown to those only who open them.
alter table journal.duty add column protected_identity boolean not null default false;
