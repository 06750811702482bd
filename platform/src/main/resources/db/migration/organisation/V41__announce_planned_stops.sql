-- When calls will not work, told ahead and while it goes on. It ends by itself. Without units: all of the care provider's; a unit
-- stands for its parts too.
create table organisation.planned_stop (
    id uuid primary key,
    care_provider_id uuid not null references organisation.care_provider,
    care_unit_ids uuid[] not null,
    text_sv text not null check (length(text_sv) between 1 and 300),
    text_en text check (length(text_en) between 1 and 300),
    announced_from timestamptz not null,
    starts timestamptz not null check (starts >= announced_from),
    ends timestamptz not null check (ends > starts),
    announced_by_staff_id uuid not null references organisation.staff,
    taken_back_at timestamptz
);
create index planned_stop_coming on organisation.planned_stop (ends) where taken_back_at is null;
grant select, insert, update (taken_back_at) on organisation.planned_stop to ${app};
