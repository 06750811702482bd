-- A setting of the person, wherever they work: shared computers keep nothing.
create table assessment.knock_volume (
    staff_id uuid primary key,
    volume smallint not null check (volume between 10 and 100)
);
grant select, insert, update on assessment.knock_volume to ${app};
