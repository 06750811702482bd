-- From when sixty days count: the last change of state, in the end the end itself. Null is documentation, which no purge
-- takes. Until now every unit was content; the modules that know better say so in their own migrations.
alter table retention.unit
    add column counts_from timestamptz,
    -- When the modules had removed the rows, which are noise once the key is gone.
    add column removed_at timestamptz check (removed_at is null or forgotten_at is not null);
update retention.unit set counts_from = opened_at;
create index unit_to_forget on retention.unit (counts_from) where forgotten_at is null and counts_from is not null;
create index unit_to_remove on retention.unit (forgotten_at) where forgotten_at is not null and removed_at is null;
create index unit_forgotten on retention.unit (forgotten_at) where forgotten_at is not null;
grant update (counts_from, removed_at) on retention.unit to ${app};

-- Content that must stay although its time is up. The purge passes by until the last day, or until it is lifted.
create table retention.hold (
    id uuid primary key,
    care_provider_id uuid not null,
    unit_id uuid not null references retention.unit,
    reason text not null check (reason in ('INCIDENT', 'POLICE', 'OTHER')),
    -- In words, under the unit's own key: it goes with the content.
    why_sealed bytea not null,
    placed_at timestamptz not null,
    placed_by_staff_id uuid not null,
    placed_by_name text not null,
    last_day date not null,
    lifted_at timestamptz check (lifted_at >= placed_at),
    lifted_by_staff_id uuid,
    lifted_by_name text,
    check ((lifted_at is null) = (lifted_by_staff_id is null) and (lifted_at is null) = (lifted_by_name is null))
);
create index hold_of_unit on retention.hold (unit_id);
create index hold_in_force on retention.hold (care_provider_id, last_day) where lifted_at is null;
grant select, insert, update (lifted_at, lifted_by_staff_id, lifted_by_name) on retention.hold to ${app};

-- What the purge did, a row a day, shown to staff and watched.
create table retention.purge_run (
    day date primary key,
    began_at timestamptz not null,
    ended_at timestamptz,
    outcome text not null check (outcome in ('RUNNING', 'DONE', 'FAILED')),
    forgotten int not null default 0
);
grant select, insert, update on retention.purge_run to ${app};
