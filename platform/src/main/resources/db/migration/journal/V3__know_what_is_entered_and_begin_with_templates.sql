-- Whether the latest signed version stands in the record system; set by marks, taken away by a correction.
alter table journal.duty add entered_at timestamptz;
grant update (entered_at) on journal.duty to ${app};
create index duty_unsigned on journal.duty (id) where signed_at is null;
create index duty_not_entered on journal.duty (care_provider_id, care_unit_id, staff_id, signed_at)
    where signed_at is not null and entered_at is null;

-- Who said when that a version stands in which record system. Append-only: a mark is corrected by a new one, and a mark
-- without a system says that it was not entered after all.
create table journal.record_entry (
    id uuid primary key,
    care_provider_id uuid not null,
    duty_id uuid not null references journal.duty,
    note_version int not null,
    system text,
    marked_by_staff_id uuid not null,
    marked_by_name text not null,
    marked_at timestamptz not null
);
create index record_entry_of_duty on journal.record_entry (duty_id, id);
create index record_entry_of_staff on journal.record_entry (care_provider_id, marked_by_staff_id, id)
    where system is not null;

-- What a part of a note begins with at a unit, instead of the product's own text; without a reason for all of them.
create table journal.template (
    care_provider_id uuid not null,
    care_unit_id uuid not null,
    reason text,
    part text not null check (part in ('SITUATION', 'BACKGROUND', 'OBSERVATIONS', 'MEASURES')),
    text text not null,
    unique nulls not distinct (care_unit_id, reason, part)
);

grant select, insert on journal.record_entry to ${app};
grant select on journal.template to ${app};
