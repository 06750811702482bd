-- Sixty days count from the end, for calls from before they were counted.
update retention.unit u set counts_from = coalesce(m.ended_at, c.closed_at)
    from meetings.conversation c left join meetings.meeting m using (retention_unit_id)
    where u.id = c.retention_unit_id and coalesce(m.ended_at, c.closed_at) is not null;

-- Who took part and how we know who they are stays; the name goes.
alter table meetings.participant alter column name_sealed drop not null;

-- The running role may not remove a text. It may ask for it, and only forgotten ones go.
create function meetings.remove_forgotten(units uuid[]) returns void
    language plpgsql security definer set search_path = meetings, pg_temp
    as $$
    declare
        -- Apart, so that each statement below goes by its index however many rows there are.
        forgotten uuid[] := array(select id from retention.unit where id = any(units) and forgotten_at is not null);
    begin
        delete from text where retention_unit_id = any(forgotten);
        delete from connection where retention_unit_id = any(forgotten);
        update participant set name_sealed = null where retention_unit_id = any(forgotten);
    end
    $$;
revoke execute on function meetings.remove_forgotten(uuid[]) from public;
grant execute on function meetings.remove_forgotten(uuid[]) to ${app};
