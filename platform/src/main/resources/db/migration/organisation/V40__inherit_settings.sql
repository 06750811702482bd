-- What a unit decides: its own rows, else those of the unit that it is a part of, and so on, else those of the care provider
-- (no unit), else the product's. Which keys there are and what they may hold, the modules say. A value that is a unit stands in
-- names_unit, and is of the same care provider: whoever is sought as cover sees names.
create table organisation.setting (
    care_provider_id uuid not null references organisation.care_provider,
    care_unit_id uuid,
    key text not null check (key ~ '^[A-Za-z][A-Za-z._-]{0,59}$'),
    value text check (length(value) <= 5000),
    names_unit uuid,
    check (num_nonnulls(value, names_unit) = 1),
    unique nulls not distinct (care_provider_id, care_unit_id, key),
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id),
    foreign key (names_unit, care_provider_id) references organisation.care_unit (id, care_provider_id)
);
create index setting_of_unit on organisation.setting (care_unit_id, key);
create index setting_naming_unit on organisation.setting (names_unit) where names_unit is not null;

-- Who changed what. Append-only. Null: what is inherited holds.
create table organisation.setting_change (
    id uuid primary key,
    care_provider_id uuid not null references organisation.care_provider,
    care_unit_id uuid,
    key text not null,
    before text,
    after text,
    changed_by_staff_id uuid not null references organisation.staff,
    changed_at timestamptz not null,
    foreign key (care_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id)
);
create index setting_change_of_provider on organisation.setting_change (care_provider_id, id);
create index setting_change_of_unit on organisation.setting_change (care_provider_id, care_unit_id, key, id);

grant select, insert, delete, update (value, names_unit) on organisation.setting to ${app};
grant select, insert on organisation.setting_change to ${app};

-- What holds at some units: of each key the nearest row on the way up. Without a key, all keys; from_unit null: the care
-- provider's.
create function organisation.settings_of(units uuid[], wanted text default null)
    returns table (for_unit uuid, key text, value text, names_unit uuid, from_unit uuid)
    language sql stable
    begin atomic
        with recursive way as (
            select u.id as start, u.id, u.parent_unit_id, u.care_provider_id, 0 as depth
            from organisation.care_unit u where u.id = any(units)
            union all
            select w.start, p.id, p.parent_unit_id, p.care_provider_id, w.depth + 1
            from way w join organisation.care_unit p on p.id = w.parent_unit_id),
        found as (
            select w.start, w.depth, s.key, s.value, s.names_unit, s.care_unit_id
            from way w join organisation.setting s on s.care_unit_id = w.id
            where wanted is null or s.key = wanted
            union all
            select w.start, 1000000, s.key, s.value, s.names_unit, s.care_unit_id
            from way w join organisation.setting s on s.care_provider_id = w.care_provider_id and s.care_unit_id is null
            where w.depth = 0 and (wanted is null or s.key = wanted))
        select distinct on (f.start, f.key) f.start, f.key, f.value, f.names_unit, f.care_unit_id
        from found f order by f.start, f.key, f.depth;
    end;

-- What each unit had decided before it could be inherited.
insert into organisation.setting (care_provider_id, care_unit_id, key, value)
select care_provider_id, id, 'pictures.routine', image_routine from organisation.care_unit where image_routine <> '';
insert into organisation.setting (care_provider_id, care_unit_id, key, value)
select care_provider_id, id, 'pictures.saved', 'no' from organisation.care_unit where not pictures_may_be_saved;
alter table organisation.care_unit drop column image_routine, drop column pictures_may_be_saved;
