grant usage on schema platform to ${app};

-- What this database was created for; never changed. One row.
create table platform.environment (
    only_row boolean primary key default true check (only_row),
    name text not null check (name in ('training', 'production')),
    created_at timestamptz not null default now()
);
grant select on platform.environment to ${app};

-- The table of db-scheduler, as its documentation gives it.
create table platform.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index execution_time_idx on platform.scheduled_tasks (execution_time);
create index last_heartbeat_idx on platform.scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on platform.scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on platform.scheduled_tasks to ${app};
