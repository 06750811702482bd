-- Patients and relatives who come by a link of their own each have a seat; who vouched for somebody, and how, is documentation.
alter table meetings.seat add column guest_link_id uuid;
create unique index seat_of_guest_link on meetings.seat (guest_link_id) where guest_link_id is not null and dead_at is null;

alter table meetings.participant drop constraint participant_role_check,
    add constraint participant_role_check check (role in ('CARE_WORKER', 'PROFESSIONAL', 'PATIENT', 'RELATIVE')),
    add column admitted_at timestamptz,
    add column vouched_by_staff_id uuid,
    add column vouched_by_name text,
    add column vouched_how text check (vouched_how in ('ID_DOCUMENT', 'KNOWN', 'QUESTIONS')),
    add check (num_nulls(vouched_by_staff_id, vouched_by_name, vouched_how) in (0, 3)),
    add check ((identification = 'VOUCHED_FOR') = (vouched_how is not null));

-- Who has been in may come back by themselves.
update meetings.participant p set admitted_at = p.joined_at from meetings.meeting m
    where m.retention_unit_id = p.retention_unit_id and p.standing in ('ADMITTED', 'LEFT') and p.seat_id is not null;
