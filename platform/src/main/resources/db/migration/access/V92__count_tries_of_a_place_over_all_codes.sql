-- How often codes have been typed wrong from a place, whichever they were: whoever tries them one after the other is stopped
-- before they have locked one for those it was read out to. The place is a keyed digest, as in access.code_try.
create table access.code_place (
    place bytea primary key,
    tries smallint not null,
    expires_at timestamptz not null
);
create index code_place_by_age on access.code_place (expires_at);

grant select, insert, update, delete on access.code_place to ${app};
