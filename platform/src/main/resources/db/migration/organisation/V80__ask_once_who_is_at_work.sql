-- Who is at work on a day, in which commission, where, and what they may: one question, also from those who know a commission by its
-- sign-in. Plain SQL, so that the planner sees through it.
create function organisation.at_work(day date)
    returns table (
        s_id uuid, s_hsa_id text, s_listed_name text, s_profession text, s_licensed boolean,
        c_id uuid, c_staff_id uuid, c_care_provider_id uuid, c_care_unit_id uuid, c_name text, c_purpose text, c_valid_from date,
        c_valid_to date,
        u_id uuid, u_care_provider_id uuid, u_name text, u_hsa_id text, u_phone text, u_parent_unit_id uuid, u_valid_from date,
        u_valid_to date,
        administers boolean, heads boolean, may_meet boolean)
    language sql stable
    begin atomic
        select s.id, s.hsa_id, s.listed_name, s.profession, s.licensed,
            c.id, c.staff_id, c.care_provider_id, c.care_unit_id, c.name, c.purpose, c.valid_from, c.valid_to,
            u.id, u.care_provider_id, u.name, u.hsa_id, u.phone, u.parent_unit_id, u.valid_from, u.valid_to,
            exists (select from organisation.system_administrator a
                where a.staff_id = s.id and a.care_provider_id = c.care_provider_id),
            exists (select from organisation.head_of_unit h where h.staff_id = s.id and h.care_unit_id = u.id),
            (coalesce(p.meeting_right_from > day, true)
                or exists (select from organisation.meeting_right r
                    where r.staff_id = s.id and r.care_provider_id = c.care_provider_id and r.state = 'GRANTED')
                or exists (select from organisation.temporary_meeting_right t
                    where t.staff_id = s.id and t.care_provider_id = c.care_provider_id and t.ended_at is null
                        and day between t.first_day and t.last_day))
        from organisation.commission c
        join organisation.staff s on s.id = c.staff_id
        join organisation.care_unit u on u.id = c.care_unit_id
        join organisation.care_provider p on p.id = c.care_provider_id
        where c.valid_from <= day and (c.valid_to is null or c.valid_to >= day)
            and (u.valid_from is null or u.valid_from <= day) and (u.valid_to is null or u.valid_to >= day);
    end;
