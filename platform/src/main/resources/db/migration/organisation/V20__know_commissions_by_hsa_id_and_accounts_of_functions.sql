-- The identity provider may let the person choose among the commissions of HSA, and then says which.
alter table organisation.commission add column if not exists hsa_id text;
create unique index if not exists commission_by_hsa_id on organisation.commission (lower(hsa_id));

-- An account that several share, or that belongs to a function and not to a person: nobody signs in with it (R4-291).
alter table organisation.staff add column if not exists function_account boolean not null default false;
