grant usage on schema disturbances to ${app};

-- What did not work, with the technique around it and nothing of persons: neither names nor numbers, no address, no
-- meeting. All zeros as care provider: somebody who is neither signed in nor at an enrolled device.
create table disturbances.report (
    id uuid primary key,
    care_provider_id uuid not null,
    care_unit_id uuid,
    kind text not null,
    cause text not null,
    facts jsonb not null,
    reported_at timestamptz not null
);
create index report_of_care_provider on disturbances.report (care_provider_id, reported_at);

-- How far somebody has come with it. The latest step is where it stands.
create table disturbances.step (
    id uuid primary key,
    care_provider_id uuid not null,
    kind text not null,
    cause text not null,
    state text not null check (state in ('ANALYSED', 'WORKAROUND', 'SOLVED')),
    remedy text not null,
    by_staff_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    check (state = 'ANALYSED' or remedy <> '')
);
create index step_of_disturbance on disturbances.step (kind, cause, care_provider_id, at);

grant select, insert on disturbances.report, disturbances.step to ${app};
