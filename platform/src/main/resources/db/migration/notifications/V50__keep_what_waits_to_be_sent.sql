grant usage on schema notifications to ${app};

-- What is to be sent by SMS or e-mail, encrypted under a key outside the database until somebody has taken it; then only that
-- it was sent, and when.
create table notifications.notice (
    id uuid primary key,
    care_provider_id uuid not null,
    channel text not null check (channel in ('SMS', 'MAIL')),
    to_sealed bytea,
    subject_sealed bytea,
    text_sealed bytea,
    state text not null check (state in ('WAITING', 'SENT', 'FAILED')),
    stands_since timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    expires_at timestamptz not null,
    check (num_nulls(to_sealed, subject_sealed, text_sealed) = case when state = 'WAITING' then 0 else 3 end)
);
create index notice_to_carry on notifications.notice (next_attempt_at, id) where state = 'WAITING';
create index notice_by_age on notifications.notice (stands_since) where state <> 'WAITING';

grant select, insert, update, delete on notifications.notice to ${app};
