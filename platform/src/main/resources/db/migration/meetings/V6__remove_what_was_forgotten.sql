-- Sixty days count from the end, for calls from before they were counted.
update retention.unit u set counts_from = coalesce(m.ended_at, c.closed_at)
    from meetings.conversation c left join meetings.meeting m using (retention_unit_id)
    where u.id = c.retention_unit_id and coalesce(m.ended_at, c.closed_at) is not null;

-- Who took part and how we know who they are stays; the name goes.
alter table meetings.participant alter column name_sealed drop not null;

-- The running role may not remove a text. It may ask for it, and only forgotten ones go.
create function meetings.remove_forgotten(units uuid[]) returns void
    language sql security definer set search_path = meetings, pg_temp
    as $$
        delete from text t using retention.unit u
            where t.retention_unit_id = any(units) and u.id = t.retention_unit_id and u.forgotten_at is not null;
        delete from connection c using retention.unit u
            where c.retention_unit_id = any(units) and u.id = c.retention_unit_id and u.forgotten_at is not null;
        update participant p set name_sealed = null from retention.unit u
            where p.retention_unit_id = any(units) and u.id = p.retention_unit_id and u.forgotten_at is not null;
    $$;
revoke execute on function meetings.remove_forgotten(uuid[]) from public;
grant execute on function meetings.remove_forgotten(uuid[]) to ${app};
