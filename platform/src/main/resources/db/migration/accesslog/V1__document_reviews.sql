-- Reviews of what the staff of a unit have read (patientdatalagen 4:3, HSLF-FS 2016:40 chapter 4): kept as they were made.
-- The running role may insert and read; names of patients stand nowhere here.
grant usage on schema accesslog to ${app};

-- The seed and the limits are kept, so that the same selection can be made again.
create table accesslog.review (
    id uuid primary key,
    care_provider_id uuid not null,
    care_unit_id uuid not null,
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    seed bigint not null,
    sample_size int not null,
    many_patients int not null,
    within_minutes int not null,
    day_begins time not null,
    day_ends time not null,
    readings int not null,
    begun_at timestamptz not null,
    begun_by uuid not null,
    begun_by_name text not null,
    unique (id, care_provider_id)
);
create index review_of_unit on accesslog.review (care_provider_id, care_unit_id, begun_at desc);

-- What was picked out, by which rule: the number of an event of the log, and how many were alike.
create table accesslog.pick (
    review_id uuid not null,
    care_provider_id uuid not null,
    rule text not null,
    place int not null,
    event_id bigint not null,
    times int not null,
    last_at timestamptz not null,
    patients int,
    found int not null,
    primary key (review_id, rule, place),
    foreign key (review_id, care_provider_id) references accesslog.review (id, care_provider_id)
);

create table accesslog.conclusion (
    review_id uuid primary key,
    care_provider_id uuid not null,
    outcome text not null check (outcome in ('WITHOUT_REMARK', 'FOLLOWED_UP')),
    words text not null check (length(words) <= 2000 and (outcome <> 'FOLLOWED_UP' or words <> '')),
    concluded_at timestamptz not null,
    concluded_by uuid not null,
    concluded_by_name text not null,
    foreign key (review_id, care_provider_id) references accesslog.review (id, care_provider_id)
);
grant select, insert on accesslog.review, accesslog.pick, accesslog.conclusion to ${app};
