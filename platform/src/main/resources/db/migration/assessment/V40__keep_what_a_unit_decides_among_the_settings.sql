-- Limits, cover and urgencies are settings of units now, and inherited like those: organisation.setting.
insert into organisation.setting (care_provider_id, care_unit_id, key, value)
select care_provider_id, care_unit_id, 'waiting.cover-after', cover_after_seconds::text from assessment.unit_setting
where cover_after_seconds is not null
union all
select care_provider_id, care_unit_id, 'waiting.head-after', head_after_seconds::text from assessment.unit_setting
where head_after_seconds is not null
union all
select s.care_provider_id, s.care_unit_id, 'urgency.' || u.key, u.value
from assessment.unit_setting s cross join jsonb_each_text(s.urgencies) u;
insert into organisation.setting (care_provider_id, care_unit_id, key, names_unit)
select care_provider_id, care_unit_id, 'waiting.cover', cover_unit_id from assessment.unit_setting
where cover_unit_id is not null;
drop table assessment.unit_setting;
