-- The right to hold digital meetings: applied for, decided by an administrator, never without recorded training (R0-58, R0-59,
-- R2-21; ADR 14). From the day that a care provider has set; null: not yet, and whoever is licensed may. Those that exist begin
-- without, so that nobody is locked out overnight; new ones ask for the right from their first day.
alter table organisation.care_provider
    add column meeting_right_from date,
    -- The licence for calls with many parties (R4-272): a switch, off until somebody has it.
    add column multi_party boolean not null default false,
    -- The routine for remote work, where it is to be read, and which version counts (R2-22).
    add column remote_routine text check (remote_routine ~ '\S' and length(remote_routine) <= 300),
    add column remote_routine_version text check (remote_routine_version ~ '\S' and length(remote_routine_version) <= 40),
    add constraint routine_has_a_version check ((remote_routine is null) = (remote_routine_version is null));
alter table organisation.care_provider alter column meeting_right_from set default current_date;

create table organisation.meeting_right (
    id uuid primary key,
    care_provider_id uuid not null references organisation.care_provider,
    staff_id uuid not null references organisation.staff,
    care_unit_id uuid not null,
    commission_id uuid not null references organisation.commission,
    state text not null check (state in ('SUBMITTED', 'GRANTED', 'REJECTED', 'REVOKED')),
    submitted_at timestamptz not null,
    decided_by uuid references organisation.staff,
    decided_at timestamptz,
    reason text check (length(reason) <= 500),
    revoked_by uuid references organisation.staff,
    revoked_at timestamptz,
    revoked_why text check (length(revoked_why) <= 500),
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id),
    check ((state = 'SUBMITTED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    check (state <> 'REJECTED' or reason ~ '\S'),
    check ((state = 'REVOKED') = (revoked_at is not null) and (revoked_at is null) = (revoked_by is null)),
    check (revoked_at is null or revoked_why ~ '\S'),
    -- Nobody gives themselves rights.
    check (decided_by <> staff_id and (revoked_by is null or revoked_by <> staff_id))
);
create unique index meeting_right_alive on organisation.meeting_right (care_provider_id, staff_id)
    where state in ('SUBMITTED', 'GRANTED');
create index meeting_right_of_staff on organisation.meeting_right (staff_id, care_provider_id, submitted_at);
create index meeting_right_by_state on organisation.meeting_right (care_provider_id, state, submitted_at, id);

-- What the head of a unit may give before the training is complete: seven days at most, ending by itself.
create table organisation.temporary_meeting_right (
    id uuid primary key,
    care_provider_id uuid not null references organisation.care_provider,
    staff_id uuid not null references organisation.staff,
    care_unit_id uuid not null,
    first_day date not null,
    last_day date not null,
    reason text not null check (reason ~ '\S' and length(reason) <= 500),
    granted_by uuid not null references organisation.staff,
    granted_at timestamptz not null,
    ended_by uuid references organisation.staff,
    ended_at timestamptz,
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id),
    check (last_day between first_day and first_day + 6),
    check (granted_by <> staff_id),
    check ((ended_at is null) = (ended_by is null))
);
create index temporary_meeting_right_of_staff on organisation.temporary_meeting_right (staff_id, care_provider_id, last_day);
create index temporary_meeting_right_at_unit on organisation.temporary_meeting_right (care_unit_id, granted_at);
create index temporary_meeting_right_of_provider on organisation.temporary_meeting_right (care_provider_id, last_day);

-- Which kinds of care the head of the unit has found to suit digital meetings (R2-20). A unit without rows has not said.
create table organisation.suitable_care (
    care_unit_id uuid not null,
    care_provider_id uuid not null references organisation.care_provider,
    reason text not null check (reason ~ '^[A-Z_]{2,40}$'),
    suits boolean not null,
    primary key (care_unit_id, reason),
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id)
);

-- Who has read which version of the routine for remote work (R2-22).
create table organisation.routine_reading (
    care_provider_id uuid not null references organisation.care_provider,
    staff_id uuid not null references organisation.staff,
    version text not null,
    read_at timestamptz not null,
    primary key (care_provider_id, staff_id, version)
);
create index routine_reading_of_staff on organisation.routine_reading (staff_id);

grant update (meeting_right_from, multi_party, remote_routine, remote_routine_version) on organisation.care_provider to ${app};
grant select, insert, update (state, decided_by, decided_at, reason, revoked_by, revoked_at, revoked_why)
    on organisation.meeting_right to ${app};
grant select, insert, update (ended_by, ended_at) on organisation.temporary_meeting_right to ${app};
grant select, insert, update (suits) on organisation.suitable_care to ${app};
grant select, insert on organisation.routine_reading to ${app};
