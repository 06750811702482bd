-- Who did what with whose data (HSLF-FS 2016:40 chapter 4), append-only, sealed into a hash chain.
-- The running role may insert and read; it can neither change nor remove. docs/design/audit.md explains the chain.
grant usage on schema audit to ${app};

-- Transaction ids start again when the database is restored into another cluster: then a new era begins.
create table audit.era (
    number integer primary key,
    began_at timestamptz not null default clock_timestamp()
);
insert into audit.era (number) values (1);

create function audit.current_era() returns integer
    language sql stable security definer set search_path = audit, pg_temp
    as 'select max(number) from audit.era';

create table audit.event (
    id bigint generated always as identity,
    era integer not null default audit.current_era(),
    xact xid8 not null default pg_current_xact_id(),
    recorded_at timestamptz not null default clock_timestamp(),
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    actor_name text,
    commission_id uuid,
    -- The data controller. All zeros: the installation itself (a sign-in before a commission is chosen).
    care_provider_id uuid not null,
    care_unit_id uuid,
    client_id uuid,
    activity text not null,
    action text not null,
    object_type text not null,
    object_id uuid,
    outcome text not null check (outcome in ('ALLOWED', 'REFUSED')),
    ground text,
    primary key (id, recorded_at)
) partition by range (recorded_at);

create index event_in_sealing_order on audit.event (era, xact, id);
create index event_of_client on audit.event (client_id, at) where client_id is not null;
create index event_of_actor on audit.event (actor_id, at) where actor_id is not null;
create index event_of_care_provider on audit.event (care_provider_id, at);

grant select on audit.event to ${app};
-- By column: era, transaction and time of recording are the database's to say.
grant insert (at, actor_kind, actor_id, actor_name, commission_id, care_provider_id, care_unit_id, client_id, activity,
    action, object_type, object_id, outcome, ground) on audit.event to ${app};

create table audit.block (
    number bigint primary key,
    era integer not null references audit.era,
    lower_xact xid8 not null,
    upper_xact xid8 not null,
    sealed_at timestamptz not null default clock_timestamp(),
    events bigint not null check (events > 0),
    content_hash bytea not null,
    previous_hash bytea not null,
    hash bytea not null,
    check (lower_xact < upper_xact)
);
grant select on audit.block, audit.era to ${app};

-- Lengths are counted in bytes of UTF-8, here and by the verifier.
do $$
    begin
        if current_setting('server_encoding') <> 'UTF8' then
            raise exception 'The database has to be made with encoding UTF8';
        end if;
    end
$$;

-- A value that says where it ends, so that no two rows read the same: length in bytes, colon, text; '-' for none.
-- These three have neither SET nor volatile parts, so that PostgreSQL writes them into the sealing query (many times
-- faster than calling them; also: integer || text would not do, it is not immutable).
create function audit.framed(value text) returns text
    language sql immutable
    return coalesce(octet_length(value)::text || ':' || value, '-');

create function audit.micros(value timestamptz) returns text
    language sql stable
    return (extract(epoch from value) * 1000000)::bigint::text;

-- Every column, in a fixed order. The verifier builds the same text by itself (Chain.java).
create function audit.canonical(e audit.event) returns text
    language sql stable
    return audit.framed(e.id::text) || audit.framed(e.era::text) || audit.framed(e.xact::text)
        || audit.framed(audit.micros(e.recorded_at)) || audit.framed(audit.micros(e.at))
        || audit.framed(e.actor_kind) || audit.framed(e.actor_id::text) || audit.framed(e.actor_name)
        || audit.framed(e.commission_id::text) || audit.framed(e.care_provider_id::text)
        || audit.framed(e.care_unit_id::text) || audit.framed(e.client_id::text) || audit.framed(e.activity)
        || audit.framed(e.action) || audit.framed(e.object_type) || audit.framed(e.object_id::text)
        || audit.framed(e.outcome) || audit.framed(e.ground);

-- Seals the events of an era below a transaction id that is certain: none below it can still commit.
create function audit.seal_below(sealed_era integer, horizon xid8) returns bigint
    language plpgsql set search_path = audit, pg_temp
    as $$
    declare
        last audit.block;
        lower_bound xid8 := '0';
        content bytea;
        counted bigint;
        digest bytea := sha256('');
    begin
        select * into last from block order by number desc limit 1;
        if found then
            digest := last.hash;
            if last.era = sealed_era then
                lower_bound := last.upper_xact;
            end if;
        end if;
        select count(*), sha256(coalesce(
                string_agg(sha256(convert_to(canonical(e), 'UTF8')), ''::bytea order by e.xact, e.id), ''))
            into counted, content
            from event e
            where e.era = sealed_era and e.xact >= lower_bound and e.xact < horizon;
        if counted = 0 then
            return null;
        end if;
        insert into block (number, era, lower_xact, upper_xact, events, content_hash, previous_hash, hash)
            values (coalesce(last.number, 0) + 1, sealed_era, lower_bound, horizon, counted, content, digest,
                sha256(digest || content || convert_to(
                    framed((coalesce(last.number, 0) + 1)::text) || framed(sealed_era::text)
                        || framed(lower_bound::text) || framed(horizon::text) || framed(counted::text), 'UTF8')));
        return coalesce(last.number, 0) + 1;
    end
    $$;

-- One block, by one sealer at a time across all nodes; null when there is nothing to seal or another is at it.
create function audit.seal() returns bigint
    language plpgsql security definer set search_path = audit, pg_temp
    as $$
    begin
        if not pg_try_advisory_xact_lock(hashtext('audit.seal')) then
            return null;
        end if;
        return seal_below(current_era(), pg_snapshot_xmin(pg_current_snapshot()));
    end
    $$;

-- Months ahead get their partitions. Before that: transaction ids lower than those already used mean that this is
-- another cluster; what the old one left unsealed is sealed and a new era begins.
create function audit.prepare(months_ahead integer) returns void
    language plpgsql security definer set search_path = audit, pg_temp set timezone = 'UTC'
    as $$
    declare
        latest xid8;
        month timestamptz;
    begin
        perform pg_advisory_xact_lock(hashtext('audit.seal'));
        select greatest(
                (select b.upper_xact::text::numeric - 1 from block b where b.era = current_era()
                    order by b.number desc limit 1),
                (select e.xact::text::numeric from event e where e.era = current_era() order by e.xact desc limit 1)
            )::text::xid8 into latest;
        if latest >= pg_snapshot_xmax(pg_current_snapshot()) then
            perform seal_below(current_era(), (latest::text::numeric + 1)::text::xid8);
            insert into era (number) values (current_era() + 1);
        end if;
        for month in
            select date_trunc('month', now()) + make_interval(months => n) from generate_series(0, months_ahead) n
        loop
            execute format('create table if not exists audit.%I partition of audit.event for values from (%L) to (%L)',
                'event_' || to_char(month, 'YYYY_MM'), month, month + interval '1 month');
        end loop;
    end
    $$;

revoke execute on all functions in schema audit from public;
grant execute on function audit.current_era(), audit.seal(), audit.prepare(integer) to ${app};

-- The first rows may come before the first node has prepared anything.
select audit.prepare(1);
