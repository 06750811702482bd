-- The name of one of the staff as everybody may read it now, for rows that say who did something and kept the name of that day:
-- the person may have protected identity since. What was kept is for somebody who is not in the register.
create function organisation.shown_name(staff uuid, kept text) returns text
    language sql stable
    return coalesce((select s.listed_name from organisation.staff s where s.id = staff), kept);
