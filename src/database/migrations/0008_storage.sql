-- What the host product reports as stored, its whole history, and what was read from it each day.

-- The objects as they are now. Their history stands in storage_object_versions.
create table storage_objects (
  account text collate "C" not null references accounts,
  external_id text collate "C" not null,      -- the host product's own name for it
  meter text collate "C" not null,
  kind text not null,
  name text not null,
  bytes bigint not null check (bytes >= 0),
  records bigint check (records >= 0),
  dialed_records bigint check (dialed_records >= 0),
  created_at timestamptz not null,            -- when the customer made it, says the host product
  last_used_at timestamptz not null,
  state text not null check (state in ('stored', 'deleted', 'purged')),
  state_since timestamptz not null,
  version bigint not null,
  primary key (account, external_id),
  check (dialed_records is null or (records is not null and dialed_records <= records))
);
create index storage_objects_counting on storage_objects (account, meter) where state <> 'purged';

-- One row a change. A reading of any past day follows from these rows alone.
create table storage_object_versions (
  account text collate "C" not null,
  external_id text collate "C" not null,
  version bigint not null,
  meter text collate "C" not null,
  bytes bigint not null,
  state text not null,
  effective_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (account, external_id, version),
  foreign key (account, external_id) references storage_objects
);
create index storage_object_versions_at
  on storage_object_versions (account, effective_at);
create trigger append_only before update or delete on storage_object_versions
  for each statement execute function platform_forbid_change();

-- From the first object on, the account is read once for each local day.
create table storage_reading_schedules (
  account text collate "C" primary key references accounts,
  next_day date not null,
  next_at timestamptz,                        -- null: closed, never read again
  on_real_clock boolean not null
);
create index storage_reading_schedules_due on storage_reading_schedules (next_at)
  where on_real_clock and next_at is not null;

create table storage_readings (
  account text collate "C" not null references accounts,
  day date not null,
  meter text collate "C" not null,
  bytes bigint not null,
  users int not null,
  allowance_bytes bigint not null,
  meter_version int not null,                 -- the catalog version that set the allowance
  instant timestamptz not null,               -- the day's first instant
  primary key (account, day, meter)
);
create trigger append_only before update or delete on storage_readings
  for each statement execute function platform_forbid_change();

create table storage_purges (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  objects text[] not null,
  freed_bytes bigint not null,
  requested_at timestamptz not null
);
create index storage_purges_account on storage_purges (account, id);
create trigger append_only before update or delete on storage_purges
  for each statement execute function platform_forbid_change();
