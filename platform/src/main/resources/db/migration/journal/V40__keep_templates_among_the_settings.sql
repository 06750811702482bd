-- Templates are settings of units now, and inherited like those: organisation.setting.
insert into organisation.setting (care_provider_id, care_unit_id, key, value)
select t.care_provider_id, t.care_unit_id, 'template.' || coalesce(t.reason, 'ANY') || '.' || t.part, left(t.text, 5000)
from journal.template t join organisation.care_unit u on u.id = t.care_unit_id and u.care_provider_id = t.care_provider_id;
drop table journal.template;
