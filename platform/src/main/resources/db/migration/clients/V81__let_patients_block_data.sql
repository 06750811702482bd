-- What a patient has blocked (spärr): of one unit, towards the others of the care provider (patientdatalagen 4:4), or of the care
-- provider, towards other care providers (lag 2022:913 2:3). One row from when it was set until it was lifted; the rows stay.
create table clients.block (
    id uuid primary key,
    care_provider_id uuid not null,
    client_id uuid not null references clients.client,
    -- Null: all that the care provider has, towards others.
    care_unit_id uuid,
    set_at timestamptz not null,
    set_by_staff_id uuid not null,
    set_by_name text not null,
    lifted_at timestamptz,
    lifted_by_staff_id uuid,
    lifted_by_name text,
    lifted_why text check (lifted_why in ('PATIENT', 'EMERGENCY')),
    check (num_nulls(lifted_at, lifted_by_staff_id, lifted_by_name, lifted_why) in (0, 4)),
    -- Another care provider asks for it in an emergency (2022:913 3:5); within one's own it is opened, not lifted.
    check (care_unit_id is null or lifted_why is distinct from 'EMERGENCY')
);
create unique index block_in_force on clients.block (client_id, care_unit_id) nulls not distinct where lifted_at is null;
create index block_of_client on clients.block (client_id, set_at);
create index block_of_unit on clients.block (care_unit_id);

create function clients.keep_block() returns trigger language plpgsql as $$
    begin
        if old.lifted_at is not null then
            raise exception 'what was lifted is not changed' using errcode = 'check_violation';
        end if;
        return new;
    end
    $$;
create trigger keep_block before update on clients.block
    for each row execute function clients.keep_block();

grant select, insert, update (lifted_at, lifted_by_staff_id, lifted_by_name, lifted_why) on clients.block to ${app};
