-- Which of the sign-in services was asked: its answer counts at its own address only.
alter table access.authorization_request add column provider text not null default 'staff';

-- Signed in under an assignment in social services: sees no health records, whatever commissions the person also has.
alter table access.session add column assignment_id uuid,
    add constraint session_has_one_role check (commission_id is null or assignment_id is null),
    add constraint accounts_open_assignments_only check (way <> 'ACCOUNT' or assignment_id is not null);
comment on column access.session.commission_id is
    'null: an assignment in social services, or else a system administrator of the care provider, who sees no patients';

-- Whoever came by an account chooses among the assignments of that care provider only.
alter table access.commission_choice add column care_provider_id uuid;
