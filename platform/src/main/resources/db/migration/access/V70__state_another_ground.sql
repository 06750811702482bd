-- Why somebody without a relation of care reads of one person: one row a statement, for a short time, in one commission of
-- one sign-in. Whose data it opens is the owner.
create table access.stated_ground (
    id uuid primary key,
    care_provider_id uuid not null,
    client_id uuid not null,
    session_id uuid not null,
    staff_id uuid not null,
    staff_name text not null,
    commission_id uuid not null,
    reader_care_provider_id uuid not null,
    ground text not null,
    reason text not null check (length(reason) between 1 and 500),
    stated_at timestamptz not null,
    until timestamptz not null,
    closed_at timestamptz,
    check (until > stated_at),
    -- Patientdatalagen 4:1 within a care provider; lag (2022:913) 3 ch. 1-6 sections between two. Nothing else (3:7).
    check (care_provider_id = reader_care_provider_id and ground in (
            'ASKED_BY_COLLEAGUE', 'CONTACTED_BY_PATIENT', 'FOLLOW_UP', 'COMPLAINT')
        or care_provider_id <> reader_care_provider_id and ground in (
            'PATIENT_RELATION_CONSENT', 'UNABLE_TO_CONSENT', 'CHILD_NO_CONSENT', 'EMERGENCY_UNBLOCKED'))
);
create index stated_ground_open on access.stated_ground (session_id, client_id) where closed_at is null;
create index stated_ground_of_commission on access.stated_ground (commission_id, client_id, stated_at);
grant select, insert, update (closed_at) on access.stated_ground to ${app};

-- The statement that opens a person now, in this commission of this sign-in. Between care providers only while both have
-- joined the common documentation.
create function access.open_ground(
    asked_session uuid, asked_commission uuid, asked_client uuid, asked_at timestamptz)
    returns setof access.stated_ground language sql stable as $$
    select g.* from access.stated_ground g
    where g.session_id = asked_session and g.commission_id = asked_commission and g.client_id = asked_client
        and g.closed_at is null and g.until > asked_at
        and (g.care_provider_id = g.reader_care_provider_id or not exists (
            select from organisation.care_provider p
            where p.id in (g.care_provider_id, g.reader_care_provider_id) and not p.joined_documentation))
    order by g.stated_at desc limit 1
    $$;
