-- Why somebody asks for the protection of one of the staff to be taken away, and when: after a while it is asked anew.
alter table organisation.staff add column unprotect_asked_at timestamptz, add column unprotect_why text;
update organisation.staff set unprotect_asked_at = now(), unprotect_why = '' where unprotect_asked_by is not null;
alter table organisation.staff add check (num_nulls(unprotect_asked_by, unprotect_asked_at, unprotect_why) in (0, 3));
grant update (unprotect_asked_at, unprotect_why) on organisation.staff to ${app};
