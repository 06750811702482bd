-- Training that digital meetings need (R2-21, R3-32 to R3-34), as the care provider has recorded it.
create table organisation.qualification (
    care_provider_id uuid not null references organisation.care_provider,
    staff_id uuid not null references organisation.staff,
    kind text not null check (kind in ('TECHNIQUE', 'INFORMATION_SECURITY', 'EMERGENCIES')),
    planned_for date,
    completed_on date,
    expires_on date,
    primary key (care_provider_id, staff_id, kind),
    check (expires_on is null or expires_on >= completed_on)
);
create index qualification_of_staff on organisation.qualification (staff_id);
grant select, insert, update (planned_for, completed_on, expires_on) on organisation.qualification to ${app};
