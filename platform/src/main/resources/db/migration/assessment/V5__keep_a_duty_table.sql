-- Who answers knocks from where, when: times of the clock in Sweden, weekdays as ISO numbers them (1 is Monday). A rule
-- belongs to the care provider whose knocks it leads; the unit that answers may be another's.
create table assessment.duty_rule (
    id uuid primary key,
    care_provider_id uuid not null,
    from_unit_id uuid not null,
    area text check (area <> ''),
    profession text,
    days integer[] not null check (cardinality(days) > 0 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
    starts time not null,
    ends time not null,
    to_unit_id uuid not null,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from)
);
create index duty_rule_of_provider on assessment.duty_rule (care_provider_id);
create index duty_rule_from on assessment.duty_rule (from_unit_id);
create index duty_rule_to on assessment.duty_rule (to_unit_id);

grant select, insert, update, delete on assessment.duty_rule to ${app};

-- The table before this one knew no hours: its rows become rules round the clock.
insert into assessment.duty_rule (id, care_provider_id, from_unit_id, days, starts, ends, to_unit_id, valid_from)
select gen_random_uuid(), u.care_provider_id, r.from_unit_id, array[1, 2, 3, 4, 5, 6, 7], '00:00', '00:00', r.to_unit_id,
    date '2026-01-01'
from organisation.receiving_unit r join organisation.care_unit u on u.id = r.from_unit_id;
drop table organisation.receiving_unit;

-- Whom the one who knocks wants to reach, when the table has more than one profession at that hour.
alter table assessment.drop_in add column wanted_profession text;
