-- Whom a guest has shown themselves to be, under the conversation's key: the same person comes back by themselves, a namesake does not.
alter table meetings.participant add column person_sealed bytea;

create or replace function meetings.remove_forgotten(units uuid[]) returns void
    language plpgsql security definer set search_path = meetings, pg_temp
    as $$
    declare
        -- Apart, so that each statement below goes by its index however many rows there are.
        forgotten uuid[] := array(select id from retention.unit where id = any(units) and forgotten_at is not null);
    begin
        delete from text where retention_unit_id = any(forgotten);
        delete from connection where retention_unit_id = any(forgotten);
        delete from patient_place where retention_unit_id = any(forgotten);
        delete from instruction where retention_unit_id = any(forgotten);
        update participant set name_sealed = null, person_sealed = null where retention_unit_id = any(forgotten);
    end
    $$;
