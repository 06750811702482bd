-- Who has protected personal data, by identity: a file may say so before the person is known here, and whatever way they come
-- in they are hidden at once. One row from when it was marked until two persons have taken it away; the rows stay.
create table clients.protection (
    id uuid primary key,
    care_provider_id uuid not null,
    identity_system text not null,
    identity_value text not null,
    set_at timestamptz not null,
    way text not null check (way in ('KNOCK', 'PLAN', 'CALL', 'PAGE', 'IMPORT', 'BEFORE')),
    -- Null for a device, and for whoever came in with a code.
    set_by_staff_id uuid,
    set_by_name text,
    asked_at timestamptz,
    asked_by_staff_id uuid,
    asked_by_name text,
    asked_why text,
    removed_at timestamptz,
    removed_by_staff_id uuid,
    removed_by_name text,
    check (num_nulls(asked_at, asked_by_staff_id, asked_by_name, asked_why) in (0, 4)),
    check (num_nulls(removed_at, removed_by_staff_id, removed_by_name) in (0, 3)),
    check (removed_at is null or (asked_at is not null and removed_by_staff_id <> asked_by_staff_id))
);
create unique index protection_in_force on clients.protection (care_provider_id, identity_system, identity_value)
    where removed_at is null;
create index protection_of_identity on clients.protection (care_provider_id, identity_system, identity_value, set_at);

-- Taken away by two persons: the first has asked before, in a statement of its own. What was taken away is not changed.
create function clients.keep_protection() returns trigger language plpgsql as $$
    begin
        if old.removed_at is not null then
            raise exception 'what was taken away is not changed' using errcode = 'check_violation';
        end if;
        if new.removed_at is not null
            and (old.asked_by_staff_id is null or new.asked_by_staff_id is distinct from old.asked_by_staff_id) then
            raise exception 'protected identity is taken away by two persons' using errcode = 'check_violation';
        end if;
        return new;
    end
    $$;
create trigger keep_protection before update on clients.protection
    for each row execute function clients.keep_protection();

grant select, insert, update (asked_at, asked_by_staff_id, asked_by_name, asked_why, removed_at, removed_by_staff_id,
    removed_by_name) on clients.protection to ${app};

-- A file of identity numbers that an administrator has sent, between the report and reading it in. It lies here, because
-- numbers lie nowhere else. At most a day, as organisation.import_draft.
create table clients.import_draft (
    id uuid primary key,
    care_provider_id uuid not null,
    staff_id uuid not null,
    content bytea not null check (length(content) <= 5 * 1024 * 1024),
    sent_at timestamptz not null
);
create index import_draft_of_staff on clients.import_draft (staff_id);
create index import_draft_by_age on clients.import_draft (sent_at);
grant select, insert, delete on clients.import_draft to ${app};
