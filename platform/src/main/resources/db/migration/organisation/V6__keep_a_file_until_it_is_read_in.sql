-- A file that an administrator has sent, between the report of what it would do and reading it in. At most a day: it is
-- removed when it has been read in, when the same person sends another, and by a job.
create table organisation.import_draft (
    id uuid primary key,
    care_provider_id uuid not null references organisation.care_provider,
    staff_id uuid not null references organisation.staff,
    kind text not null check (kind in ('UNITS', 'STAFF', 'COMMISSIONS')),
    content bytea not null check (length(content) <= 5 * 1024 * 1024),
    sent_at timestamptz not null
);
create index import_draft_of_staff on organisation.import_draft (staff_id);
create index import_draft_by_age on organisation.import_draft (sent_at);
grant select, insert, delete on organisation.import_draft to ${app};
