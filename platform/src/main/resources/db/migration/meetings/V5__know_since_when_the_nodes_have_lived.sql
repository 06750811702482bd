-- One row: when any node last wrote a sign of life, and since when without a break. Who has not been heard of while
-- nothing could be written is not missed.
create table meetings.pulse (
    one boolean primary key default true check (one),
    beat_at timestamptz not null,
    since timestamptz not null
);
insert into meetings.pulse (beat_at, since) values ('epoch', 'epoch');
grant select, update on meetings.pulse to ${app};
