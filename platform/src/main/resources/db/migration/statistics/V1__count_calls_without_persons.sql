grant usage on schema statistics to ${app};

-- One call that ended, was turned away or withdrawn. No person, no meeting, no instant: the id is random, so that not even
-- its order tells when.
create table statistics.call_fact (
    id uuid primary key default gen_random_uuid(),
    care_provider_id uuid not null,
    care_unit_id uuid not null,
    kind text not null,
    planned boolean not null,
    reason text not null,
    outcome text not null,
    waiting_seconds integer not null,
    length_seconds integer,
    had_picture boolean,
    replaced_home_visit boolean,
    went text check (went in ('GOOD', 'SO_SO', 'BAD')),
    day date not null
);
create index call_fact_of_unit on statistics.call_fact (care_provider_id, care_unit_id, day);

-- Ties a call to its fact while somebody may still answer, a week at the most.
create table statistics.question (
    retention_unit_id uuid primary key,
    care_provider_id uuid not null,
    fact_id uuid references statistics.call_fact,
    token_hash bytea unique,
    went text,
    replaced_home_visit boolean,
    expires_at timestamptz not null
);
create index question_expires on statistics.question (expires_at);

grant select, insert on statistics.call_fact to ${app};
grant update (went, replaced_home_visit) on statistics.call_fact to ${app};
grant select, insert, update, delete on statistics.question to ${app};
