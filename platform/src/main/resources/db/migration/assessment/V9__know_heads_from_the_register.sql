-- The head of a unit stands in one place, organisation.head_of_unit.
insert into organisation.head_of_unit (care_unit_id, care_provider_id, staff_id)
select s.care_unit_id, s.care_provider_id, s.head_staff_id from assessment.unit_setting s
join organisation.care_unit u on u.id = s.care_unit_id and u.care_provider_id = s.care_provider_id
join organisation.staff p on p.id = s.head_staff_id
on conflict do nothing;
alter table assessment.unit_setting drop column head_staff_id;
