-- The product's register of organisations, as far as the cast needs it; the product's own migrations are the truth.
create schema organisation;
create table organisation.care_provider (id uuid primary key, name text not null, hsa_id text not null unique);
create table organisation.care_unit (
  id uuid primary key, care_provider_id uuid not null references organisation.care_provider,
  name text not null, hsa_id text not null unique, phone text not null);
create table organisation.receiving_unit (
  from_unit_id uuid primary key references organisation.care_unit,
  to_unit_id uuid not null references organisation.care_unit);
create table organisation.staff (
  id uuid primary key, hsa_id text not null unique, name text not null, profession text not null);
create table organisation.commission (
  id uuid primary key, staff_id uuid not null references organisation.staff,
  care_provider_id uuid not null references organisation.care_provider,
  care_unit_id uuid references organisation.care_unit, name text not null, purpose text not null,
  valid_from date not null, valid_to date);
create table organisation.system_administrator (
  staff_id uuid references organisation.staff, care_provider_id uuid references organisation.care_provider,
  primary key (staff_id, care_provider_id));
create table organisation.device (
  id uuid primary key, care_provider_id uuid not null references organisation.care_provider,
  care_unit_id uuid not null references organisation.care_unit, name text not null, area text not null,
  token_hash bytea unique, previous_token_hash bytea unique, rotated_at timestamptz, enrolled_at timestamptz,
  revoked_at timestamptz, revoked_why text, last_seen_at timestamptz);
