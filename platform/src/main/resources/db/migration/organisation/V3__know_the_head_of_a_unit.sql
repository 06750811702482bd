-- Who answers for a unit: looks after its staff's rights and training and reviews who has read what. One person may head several.
create table organisation.head_of_unit (
    care_unit_id uuid primary key,
    care_provider_id uuid not null,
    staff_id uuid not null references organisation.staff,
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id)
);
create index head_of_unit_by_staff on organisation.head_of_unit (staff_id);
grant select on organisation.head_of_unit to ${app};
