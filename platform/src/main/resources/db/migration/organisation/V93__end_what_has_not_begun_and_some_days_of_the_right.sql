-- A commission or an assignment that is ended before it has begun holds on no day: its last day is the one before its first. The row
-- stays, as nothing here is removed (ADR 10).
alter table organisation.commission drop constraint commission_check,
    add constraint commission_days check (valid_to >= valid_from - 1);
alter table organisation.assignment drop constraint assignment_check,
    add constraint assignment_days check (valid_to >= valid_from - 1);

-- What a head has given for some days is taken back with a reason, which the person reads. Until now it was taken back only with the
-- right itself, and that had one.
alter table organisation.temporary_meeting_right
    add column ended_why text check (ended_why ~ '\S' and length(ended_why) <= 500);
update organisation.temporary_meeting_right t set ended_why = coalesce(
    (select r.revoked_why from organisation.meeting_right r
        where r.staff_id = t.staff_id and r.care_provider_id = t.care_provider_id and r.revoked_at <= t.ended_at
        order by r.revoked_at desc limit 1),
    'Rätten återkallades.')
    where t.ended_at is not null;
alter table organisation.temporary_meeting_right
    add constraint ended_with_a_reason check ((ended_at is null) = (ended_why is null));
grant update (ended_why) on organisation.temporary_meeting_right to ${app};
