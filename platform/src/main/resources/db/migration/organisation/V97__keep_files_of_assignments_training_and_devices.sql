-- Assignments, training and the stock of devices come from a file too.
alter table organisation.import_draft drop constraint import_draft_kind_check,
    add constraint import_draft_kind_check
        check (kind in ('UNITS', 'STAFF', 'COMMISSIONS', 'ASSIGNMENTS', 'QUALIFICATIONS', 'DEVICES'));

-- A device that was lost and is found is added anew, with the number that stands on its label: of those that may be used each has
-- its own. The others are found by number as well, so that a file does not open one again.
drop index organisation.device_by_asset_number;
create unique index device_by_asset_number on organisation.device (care_provider_id, lower(asset_number))
    where revoked_at is null;
