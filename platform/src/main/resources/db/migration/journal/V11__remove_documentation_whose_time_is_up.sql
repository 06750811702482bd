-- The running role may not remove what was signed. It may ask for it, and only what is forgotten goes: the row of the duty stays as
-- the fact that there was a call, without a word of it.
alter table journal.duty add column removed_at timestamptz;

create function journal.remove_forgotten(units uuid[]) returns void
    language plpgsql security definer set search_path = journal, pg_temp
    as $$
    declare
        forgotten uuid[] := array(select d.id from duty d join retention.unit u on u.id = d.documentation_unit_id
            where d.documentation_unit_id = any(units) and u.forgotten_at is not null);
    begin
        delete from picture where duty_id = any(forgotten);
        delete from note where duty_id = any(forgotten);
        delete from completion where duty_id = any(forgotten);
        delete from identity_correction where duty_id = any(forgotten);
        update duty set background = '', prefilled = '', draft = null, removed_at = now() where id = any(forgotten);
    end
    $$;
revoke execute on function journal.remove_forgotten(uuid[]) from public;
grant execute on function journal.remove_forgotten(uuid[]) to ${app};

-- What was signed before this.
update retention.unit u set kept_with = d.retention_unit_id,
    keep_until = case when signed is not null
        then cast(signed at time zone 'Europe/Stockholm' + interval '10 years' as date) end
from journal.duty d left join lateral (select max(signed_at) as signed from journal.note where duty_id = d.id) last on true
where u.id = d.documentation_unit_id and u.counts_from is null;
