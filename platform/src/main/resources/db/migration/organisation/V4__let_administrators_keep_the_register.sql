-- The administrators of a care provider keep its units, staff and commissions, by page and by import (ADR 10). HSA-ids, and
-- who and where a commission is for, never change: the running role may not write those columns once the row is there.

alter table organisation.care_provider add column kind text not null default 'MUNICIPALITY'
    check (kind in ('REGION', 'MUNICIPALITY', 'PRIVATE'));
-- An HSA-id begins with an organisation number: 2120.. are municipalities, 2321.. regions.
update organisation.care_provider set kind = case when hsa_id ~* '^SE2321' then 'REGION'
    when hsa_id ~* '^(SE2120|TST)' then 'MUNICIPALITY' else 'PRIVATE' end;

alter table organisation.care_unit add column parent_unit_id uuid,
    add column valid_from date,
    add column valid_to date,
    add foreign key (parent_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id),
    add check (valid_to >= valid_from);
create index care_unit_below on organisation.care_unit (parent_unit_id);
create unique index care_unit_by_hsa_id on organisation.care_unit (lower(hsa_id));

-- No unit lies below itself. Moves of one care provider come one at a time, else two together could close a circle.
create function organisation.refuse_circles() returns trigger language plpgsql as $$
    begin
        perform pg_advisory_xact_lock(hashtextextended('organisation.care_unit ' || new.care_provider_id, 0));
        if exists (
            with recursive above as (
                select new.parent_unit_id as id
                union
                select u.parent_unit_id from above a join organisation.care_unit u on u.id = a.id
                where u.parent_unit_id is not null)
            select from above where id = new.id) then
            raise exception 'a unit cannot lie below itself' using errcode = 'check_violation';
        end if;
        return new;
    end
    $$;
create trigger refuse_circles before insert or update of parent_unit_id on organisation.care_unit
    for each row when (new.parent_unit_id is not null) execute function organisation.refuse_circles();

-- Whose administrators keep the person's row; commissions may be for others too.
alter table organisation.staff add column care_provider_id uuid references organisation.care_provider,
    add column licensed boolean not null default false,
    add column licence_number text check (licence_number ~ '^[0-9]{1,10}$'),
    add column protected_identity boolean not null default false,
    add column unprotect_asked_by uuid references organisation.staff;
update organisation.staff s set
    licensed = profession in ('NURSE', 'DISTRICT_NURSE', 'PHYSIOTHERAPIST', 'OCCUPATIONAL_THERAPIST', 'PHYSICIAN'),
    care_provider_id = coalesce(
        (select c.care_provider_id from organisation.commission c where c.staff_id = s.id order by c.valid_from, c.id limit 1),
        (select a.care_provider_id from organisation.system_administrator a where a.staff_id = s.id limit 1),
        (select p.id from organisation.care_provider p order by p.hsa_id limit 1));
alter table organisation.staff alter column care_provider_id set not null;
-- What everybody reads but whoever keeps the row: lists sort by it too, else the place among the others would tell.
alter table organisation.staff add column listed_name text not null
    generated always as (case when protected_identity then 'Skyddad uppgift' else name end) stored;
create index staff_of_provider on organisation.staff (care_provider_id, listed_name, id);

-- Protection is taken away by two persons: somebody has asked before. No import can.
create function organisation.keep_protected() returns trigger language plpgsql as $$
    begin
        if old.unprotect_asked_by is null then
            raise exception 'protected identity is taken away by two persons' using errcode = 'check_violation';
        end if;
        return new;
    end
    $$;
create trigger keep_protected before update of protected_identity on organisation.staff
    for each row when (old.protected_identity and not new.protected_identity) execute function organisation.keep_protected();

create index commission_at_unit on organisation.commission (care_unit_id, staff_id);
create index commission_of_provider on organisation.commission (care_provider_id, valid_to);

-- Assignments in social services (socialtjänst). They open nothing in health care.
create table organisation.assignment (
    id uuid primary key,
    staff_id uuid not null references organisation.staff,
    care_provider_id uuid not null,
    care_unit_id uuid not null,
    kind text not null check (kind in ('PLANNER', 'DESIGNATED_CARE_CONTACT', 'HOME_CARE')),
    valid_from date not null,
    valid_to date,
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id),
    check (valid_to >= valid_from)
);
create index assignment_of_staff on organisation.assignment (staff_id);
create index assignment_at_unit on organisation.assignment (care_unit_id, staff_id);

-- Null: nobody at present. The row stays, as nothing here is removed.
alter table organisation.head_of_unit alter column staff_id drop not null;

grant insert, update (name, phone, parent_unit_id, valid_from, valid_to) on organisation.care_unit to ${app};
grant insert, update (name, profession, licensed, licence_number, protected_identity, unprotect_asked_by)
    on organisation.staff to ${app};
grant insert, update (name, purpose, valid_from, valid_to) on organisation.commission to ${app};
grant select, insert, update (kind, valid_from, valid_to) on organisation.assignment to ${app};
grant insert, update (staff_id) on organisation.head_of_unit to ${app};
