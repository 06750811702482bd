-- From where a short code has been tried, and how often: whoever guesses locks a code for themselves, not for the one it was
-- read out to. The place is a keyed digest of the address; the row goes with the code.
create table access.code_try (
    nonce bytea not null,
    place bytea not null,
    tries smallint not null,
    expires_at timestamptz not null,
    primary key (nonce, place)
);
create index code_try_by_age on access.code_try (expires_at);

grant select, insert, update, delete on access.code_try to ${app};
