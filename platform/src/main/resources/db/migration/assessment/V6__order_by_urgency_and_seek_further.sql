-- Who waits is shown in the order of the reason's urgency as it was at the knock (1 is most urgent), then of waiting.
alter table assessment.drop_in add column urgency smallint not null default 2 check (urgency between 1 and 3);
update assessment.drop_in set urgency = case
    when reason in ('FALL', 'INJURY', 'QUICK_ASSESSMENT') then 1
    when reason in ('AID_ASSESSMENT', 'TRAINING', 'DOSE_BAGS') then 3 else 2 end;
drop index assessment.drop_in_waiting;
create index drop_in_waiting on assessment.drop_in (care_provider_id, receiving_unit_id, urgency, knocked_at, id)
    where state = 'WAITING';

-- When a page of theirs last said that it is there.
alter table assessment.on_duty add column answered_at timestamptz;

-- What a receiving unit has decided otherwise than the usual. A unit that covers is the same care provider's: those who
-- are sought see the names of those who wait.
create table assessment.unit_setting (
    care_unit_id uuid primary key,
    care_provider_id uuid not null,
    cover_after_seconds integer check (cover_after_seconds between 30 and 3600),
    head_after_seconds integer check (head_after_seconds between 30 and 3600),
    cover_unit_id uuid,
    head_staff_id uuid,
    urgencies jsonb not null default '{}',
    foreign key (cover_unit_id, care_provider_id) references organisation.care_unit (id, care_provider_id)
);

-- Who has been sought for somebody who waits, each once, whichever node does it.
create table assessment.escalation (
    drop_in_id uuid not null references assessment.drop_in,
    care_provider_id uuid not null,
    step text not null check (step in ('NOBODY', 'COVER', 'HEAD')),
    sought_unit_id uuid not null,
    at timestamptz not null,
    primary key (drop_in_id, step)
);
create index escalation_to_unit on assessment.escalation (care_provider_id, sought_unit_id, drop_in_id) where step = 'COVER';

grant select on assessment.unit_setting to ${app};
grant select, insert on assessment.escalation to ${app};
