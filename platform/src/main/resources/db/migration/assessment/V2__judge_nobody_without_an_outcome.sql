-- A check that is null passes: without this, somebody could be let in or turned away without any outcome (R0-15).
alter table assessment.drop_in add constraint drop_in_judged_with_an_outcome
    check (state not in ('ADMITTED', 'TURNED_AWAY') or outcome is not null);
