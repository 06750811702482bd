-- How far the log has been handed on to a receiver outside, in the order of the chain: the log itself is the queue, so that
-- nothing can be forgotten in it. What it would not take, and why.
create table audit.export (
    receiver text primary key,
    era integer not null,
    xact xid8 not null,
    event_id bigint not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    failing_since timestamptz,
    last_result text not null
);
create table audit.export_refused (
    receiver text not null,
    event_id bigint not null,
    result text not null,
    -- The answer to an earlier attempt was lost: the receiver may have it already.
    answer_lost boolean not null,
    refused_at timestamptz not null,
    primary key (receiver, event_id)
);
grant select, insert, update on audit.export to ${app};
grant select, insert on audit.export_refused to ${app};
