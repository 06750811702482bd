-- Each care provider whose professional took part documents on its own (patientdatalagen 3:1), so a meeting may have several
-- duties.
alter table journal.duty
    drop constraint duty_meeting_id_key,
    add constraint duty_once_a_care_provider unique (meeting_id, care_provider_id);

-- Whoever takes a call over writes its note. The running role may not say whose a duty is; it may ask for this, and only
-- what nobody has signed moves.
create function journal.hand_on(moved uuid, to_staff uuid, to_unit uuid) returns void
    language sql security definer set search_path = journal, pg_temp
    begin atomic
        update journal.duty set staff_id = to_staff, care_unit_id = to_unit where id = moved and signed_at is null;
    end;
revoke execute on function journal.hand_on(uuid, uuid, uuid) from public;
grant execute on function journal.hand_on(uuid, uuid, uuid) to ${app};
