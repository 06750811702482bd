-- Which migrations have been run, as one fingerprint, readable by the running role: a node with another one does not start.
create table platform.schema_version (
    only_row boolean primary key default true check (only_row),
    fingerprint text not null,
    migrated_at timestamptz not null
);
grant select on platform.schema_version to ${app};
