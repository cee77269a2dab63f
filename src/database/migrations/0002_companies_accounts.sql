create table accounts_test_clocks (
  id text collate "C" primary key,
  now timestamptz not null,
  created_at timestamptz not null
);

create table companies (
  id text collate "C" primary key,
  name text not null,
  external_id text unique,
  test_clock text collate "C" references accounts_test_clocks, -- one for all its accounts, or none
  created_at timestamptz not null
);

create table companies_permission_groups (
  id text collate "C" primary key,
  company text collate "C" references companies,   -- null: shipped, the same for everyone
  name text not null,
  permissions text[] not null,
  editable boolean not null,
  created_at timestamptz not null,
  unique nulls not distinct (company, name)
);

create table companies_employees (
  id text collate "C" primary key,
  company text collate "C" not null references companies,
  first_name text not null,
  last_name text not null,
  email text not null,
  permission_group text collate "C" not null references companies_permission_groups,
  hidden_at timestamptz,
  created_at timestamptz not null,
  version bigint not null default 1
);
create unique index companies_employees_email on companies_employees (company, lower(email));
create index companies_employees_group on companies_employees (permission_group);

create table companies_api_keys (
  id text collate "C" primary key,
  company text collate "C" references companies,   -- null: an operator's key
  name text not null,
  scopes text[] not null,
  secret_hash bytea not null unique,               -- SHA-256: the secret has 160 random bits
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index companies_api_keys_company on companies_api_keys (company, id);

create table accounts (
  id text collate "C" primary key,
  company text collate "C" not null references companies,
  name text not null,
  currency text not null,
  time_zone text not null,
  anchor_date date not null,
  test_clock text collate "C" references accounts_test_clocks,
  opened_at timestamptz not null,
  renewed_until date not null,           -- the first period start that has not been renewed
  next_renewal_at timestamptz not null,  -- its first instant: what the scheduler looks for
  suspended_at timestamptz,
  suspended_reason text,
  closed_at timestamptz,
  version bigint not null default 1
);
create index accounts_company on accounts (company, id);
create index accounts_test_clock on accounts (test_clock) where test_clock is not null;
create index accounts_renewal on accounts (next_renewal_at)
  where test_clock is null and closed_at is null;

-- Currency, zone and anchor decide what every past day was charged: they never change.
create function accounts_forbid_basis_change() returns trigger language plpgsql as $$
begin
  if (new.currency, new.time_zone, new.anchor_date, new.company) is distinct from
     (old.currency, old.time_zone, old.anchor_date, old.company) then
    raise exception 'currency, zone, anchor and company of a billing account never change';
  end if;
  return new;
end $$;
create trigger basis_is_fixed before update on accounts
  for each row execute function accounts_forbid_basis_change();

create table accounts_standing_changes (
  sequence bigint generated always as identity primary key,
  account text collate "C" not null references accounts,
  standing text not null check (standing in ('good', 'suspended', 'closed')),
  reason text not null,
  effective_at timestamptz not null
);
create trigger append_only before update or delete on accounts_standing_changes
  for each statement execute function platform_forbid_change();

insert into companies_permission_groups (id, company, name, permissions, editable, created_at)
values
  ('grp_administrator', null, 'Administrator',
   '{dialer.use, voice_message.send, call.record, call.monitor, text.send,
     billing.view, billing.manage, licenses.assign, employees.manage}', false, '2026-01-01Z'),
  ('grp_manager', null, 'Manager',
   '{dialer.use, voice_message.send, call.record, call.monitor, text.send,
     billing.view, licenses.assign, employees.manage}', false, '2026-01-01Z'),
  ('grp_basic_user', null, 'Basic User',
   '{dialer.use, voice_message.send, call.record, text.send}', false, '2026-01-01Z');
