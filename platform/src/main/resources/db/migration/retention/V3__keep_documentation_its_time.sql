-- Documentation has its time too: ten years after the last note where the record is ours, thirty days after it was entered where the
-- record is elsewhere. Null is kept until somebody has signed, or entered, what is to stay.
alter table retention.unit
    add column keep_until date,
    -- The content that this documents: a hold on the one holds the other.
    add column kept_with uuid,
    add check (keep_until is null or counts_from is null);
create index unit_documented_until on retention.unit (keep_until) where forgotten_at is null and keep_until is not null;
grant update (keep_until) on retention.unit to ${app};

-- Where a care provider has its record: without a row it is ours.
create table retention.record_policy (
    care_provider_id uuid primary key,
    place text not null check (place in ('OURS', 'ELSEWHERE')),
    -- patientdatalagen 3 ch. 17 §: at least ten after the last entry.
    years int not null default 10 check (years >= 10)
);
grant select on retention.record_policy to ${app};
