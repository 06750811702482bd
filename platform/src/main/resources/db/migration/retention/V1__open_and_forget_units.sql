grant usage on schema retention to ${app};

-- What is kept and forgotten together: a drop-in and the meeting it becomes, a case. Its data key is in the database
-- keys; without that row everything encrypted under this id is noise.
create table retention.unit (
    id uuid primary key,
    care_provider_id uuid not null,
    opened_at timestamptz not null,
    forgotten_at timestamptz check (forgotten_at >= opened_at)
);
create index unit_of_care_provider on retention.unit (care_provider_id, opened_at);
grant select, insert, update (forgotten_at) on retention.unit to ${app};
