-- By which account somebody is known to the sign-in service of a care provider: what that service says of them, letter by
-- letter. Null: no longer. It counts for that care provider and for no other (ADR 13).
create table organisation.account (
    care_provider_id uuid not null references organisation.care_provider,
    staff_id uuid not null references organisation.staff,
    account text check (account ~ '\S' and length(account) <= 200),
    primary key (care_provider_id, staff_id),
    unique (care_provider_id, account)
);
create index account_of_staff on organisation.account (staff_id);

grant select, insert, update (account) on organisation.account to ${app};
-- The administrators say whether an account belongs to a function or is shared by several (R4-291).
grant update (function_account) on organisation.staff to ${app};
