-- What was typed goes when its time is up; the judgement, the agreement and the times stay.
alter table assessment.drop_in
    alter column patient_name_sealed drop not null,
    alter column staff_name_sealed drop not null,
    alter column staff_phone_sealed drop not null,
    alter column spoken_with_sealed drop not null;
alter table assessment.drop_in add constraint drop_in_whole_or_forgotten check (
    num_nulls(patient_name_sealed, staff_name_sealed, staff_phone_sealed, spoken_with_sealed) in (0, 4));

-- The history of a unit is read backwards in pages: by time alone, of one person, of one reason.
drop index assessment.drop_in_of_day;
create index drop_in_of_day on assessment.drop_in (care_provider_id, receiving_unit_id, knocked_at, id);
create index drop_in_of_client on assessment.drop_in (care_provider_id, receiving_unit_id, client_id, knocked_at, id);
create index drop_in_of_reason on assessment.drop_in (care_provider_id, receiving_unit_id, reason, knocked_at, id);
