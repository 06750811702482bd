-- Whether the care provider has joined the common documentation (lag 2022:913); joining is voluntary.
alter table organisation.care_provider add column joined_documentation boolean not null default false;
grant update (joined_documentation) on organisation.care_provider to ${app};
