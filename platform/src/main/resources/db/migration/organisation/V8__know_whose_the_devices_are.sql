-- The stock of devices (R0-43 to R0-49): marked with a number, owned by one care provider and lent to another, paid by one of them.
-- A lost one is revoked, which is for good; a defect one waits to be mended.
alter table organisation.device add column asset_number text check (length(asset_number) between 1 and 40),
    add column owner_id uuid references organisation.care_provider,
    add column payer_id uuid references organisation.care_provider,
    add column defect boolean not null default false;
create unique index device_by_asset_number on organisation.device (care_provider_id, lower(asset_number));
