-- Admission: who uses what at this instant, what was used before, and the one function that
-- decides. Leases are few and short-lived; usage records are for ever.

-- The engine's own part of the hot row, so that one lock and one write cover money and places.
alter table wallet_books
  add pool_codes text[] not null default '{}',       -- license types with a place ever taken
  add pools_in_use int[] not null default '{}',      -- places taken in each, at this instant
  add pools_peak int[] not null default '{}',        -- the most of them in the running quarter
  add next_expiry_at timestamptz,                    -- no open lease expires earlier
  add facts_version bigint not null default 1;       -- raised by whatever a gate looks at

create table admission_leases (
  id text collate "C" primary key,
  company text collate "C" not null,
  account text collate "C" not null,       -- no foreign keys: the locked book stands for them
  employee text collate "C",
  activity text not null,
  direction text,
  destination text,
  reference text collate "C",
  meter text not null,                     -- voice, sms or none
  rate text,                               -- the rate holds for the whole call
  rate_version int,
  price bigint,                            -- per minute or segment
  fee bigint,
  first_seconds int,
  next_seconds int,
  segments int,
  granted_at timestamptz not null,
  ring_ms int not null,
  granted_ms bigint not null,              -- from the start of the call
  used_ms bigint not null default 0,       -- the most that was reported
  expires_at timestamptz not null,
  hold bigint not null check (hold >= 0),
  final boolean not null,                  -- its employee was hidden: never extended again
  ports text[] not null,
  seats text[] not null
) with (fillfactor = 80);
create index admission_leases_expiry on admission_leases (account, expires_at);
create index admission_leases_employee on admission_leases (employee) where employee is not null;
create index admission_leases_reference on admission_leases (account, reference)
  where reference is not null;

-- Part 1 is a lease's end, which happens once. Part 2 is what a late settlement added to it.
create table admission_usage_records (
  lease text collate "C" not null,
  part smallint not null check (part in (1, 2)),
  company text collate "C" not null,
  account text collate "C" not null,
  employee text collate "C",
  activity text not null,
  direction text,
  destination text,
  reference text collate "C",
  meter text not null,
  rate text,
  rate_version int,
  price bigint,
  fee bigint,
  first_seconds int,
  next_seconds int,
  granted_at timestamptz not null,
  granted_ms bigint not null,
  expires_at timestamptz,
  hold bigint not null,
  ports text[] not null,
  seats text[] not null,
  outcome text not null
    check (outcome in ('settled', 'released', 'expired', 'ended', 'late', 'unauthorized')),
  ended_at timestamptz not null,           -- on the account's clock
  reported_end timestamptz,                -- as the dialer says
  used_ms bigint not null,                 -- what the charge is for, all parts together
  segments int,
  charged bigint not null,                 -- by this part
  balance_after bigint not null,
  settled_ms bigint,                       -- the figures of the first settlement, which stands
  settled_segments int,
  overrun boolean not null,
  conflict boolean not null,               -- the settlement was below what was reported before
  primary key (lease, part)
);
create index admission_usage_records_account on admission_usage_records (account, ended_at);
create index admission_usage_records_reference on admission_usage_records (account, reference)
  where reference is not null;
create trigger append_only before update or delete on admission_usage_records
  for each statement execute function platform_forbid_change();

-- A seat is taken while any lease of the employee needs it.
create table admission_seats (
  account text collate "C" not null,
  employee text collate "C" not null,
  license_type text collate "C" not null,
  leases int not null check (leases >= 0),
  primary key (account, employee, license_type)
) with (fillfactor = 70);

-- What was refused, for advice and for "why cannot this person dial".
create table admission_refusals (
  id bigint generated always as identity primary key,
  account text collate "C" not null,
  employee text collate "C",
  activity text not null,
  direction text,
  codes text[] not null,
  full_pools text[] not null,
  refused_at timestamptz not null
);
create index admission_refusals_account on admission_refusals (account, refused_at);

-- The most places taken in each quarter of an hour; the running quarter stands in wallet_books.
create table admission_pool_peaks (
  account text collate "C" not null,
  quarter timestamptz not null,
  license_type text collate "C" not null,
  peak int not null,
  primary key (account, quarter, license_type)
);

-- Settlements that came after the first one with other figures. They change nothing.
create table admission_conflicts (
  id bigint generated always as identity primary key,
  lease text collate "C" not null,
  account text collate "C" not null,
  reported_ms bigint not null,
  reported_segments int,
  reported_at timestamptz not null
);
create index admission_conflicts_account on admission_conflicts (account, reported_at);

-- Gates are decided on facts that the server process remembers together with facts_version. The
-- triggers below raise it at the end of every transaction that changes such a fact, whoever
-- makes it: the engine compares under the book's lock and so never decides on anything stale.
-- Deferred, so that the hot row is locked for the length of a commit and no longer.

create function admission_raise_facts_version(accounts_concerned text[]) returns void
language sql as $$
  update wallet_books set facts_version = facts_version + 1 where account = any (array(
    select account from wallet_books where account = any (accounts_concerned)
    order by account for no key update))
$$;

create function admission_company_changed() returns trigger language plpgsql as $$
begin
  perform admission_raise_facts_version(array(select id from accounts where company = new.company));
  return null;
end $$;
create constraint trigger facts_changed after update on companies_employees
  deferrable initially deferred for each row execute function admission_company_changed();
create constraint trigger facts_changed after update on companies_permission_groups
  deferrable initially deferred for each row execute function admission_company_changed();

-- Which account an employee's licenses come from is a fact of all the company's accounts.
create function admission_assignment_changed() returns trigger language plpgsql as $$
begin
  perform admission_raise_facts_version(array(
    select own.id from accounts own join accounts payer on payer.company = own.company
    where payer.id = new.account));
  return null;
end $$;
create constraint trigger facts_changed after insert or update on licensing_assignments
  deferrable initially deferred for each row execute function admission_assignment_changed();

create function admission_total_changed() returns trigger language plpgsql as $$
begin
  perform admission_raise_facts_version(array[new.account]);
  return null;
end $$;
create constraint trigger facts_changed after insert or update on licensing_total_changes
  deferrable initially deferred for each row execute function admission_total_changed();

create function admission_standing_changed() returns trigger language plpgsql as $$
begin
  perform admission_raise_facts_version(array[new.id]);
  return null;
end $$;
create constraint trigger facts_changed after update of suspended_at, closed_at on accounts
  deferrable initially deferred for each row execute function admission_standing_changed();

create function admission_clock_moved() returns trigger language plpgsql as $$
begin
  update wallet_books set test_now = new.now, facts_version = facts_version + 1
  where account = any (array(
    select book.account from wallet_books book join accounts on accounts.id = book.account
    where accounts.test_clock = new.id order by book.account for no key update of book));
  return null;
end $$;
-- At once: what falls due on a clock's way is done in the transaction that moves it.
create trigger facts_changed after update of now on accounts_test_clocks
  for each row execute function admission_clock_moved();

-- Rating, as in src/modules/rating/charge.ts; a property test holds the two to one another.

create function admission_billed_seconds(first_seconds int, next_seconds int, used_ms bigint)
returns bigint language sql immutable as $$
  select case
    when used_ms <= 0 then 0
    when used_ms <= first_seconds * 1000::bigint then first_seconds
    else first_seconds + next_seconds
      * ((used_ms - first_seconds * 1000::bigint + next_seconds * 1000::bigint - 1)
         / (next_seconds * 1000::bigint))
  end
$$;

create function admission_charge(
  meter text, price bigint, fee bigint, first_seconds int, next_seconds int,
  used_ms bigint, segments int
) returns bigint language sql immutable as $$
  select case
    when meter = 'voice' and used_ms > 0 then
      (2 * price * admission_billed_seconds(first_seconds, next_seconds, used_ms) + 60) / 120 + fee
    when meter = 'sms' and segments > 0 then price * segments + fee
    else 0
  end
$$;

-- The longest call in whole increments that `budget` pays for; 0 where it pays for none. Only
-- asked where some length is too dear, so the price is not 0. Numeric: 60 × a balance may not
-- fit a bigint.
create function admission_affordable_ms(
  price bigint, fee bigint, first_seconds int, next_seconds int, budget bigint
) returns bigint language sql immutable as $$
  select case
    when admission_charge('voice', price, fee, first_seconds, next_seconds, 1, 0) > budget then 0
    else 1000 * (first_seconds + next_seconds * div(
      div(60 * (budget - fee)::numeric + 29, price) - first_seconds, next_seconds))
  end::bigint
$$;

-- What became of one operation. Most fields are null for most verdicts.
create type admission_result as (
  i int,                    -- its place in the batch, from 1
  verdict text,             -- granted, refused, allowed, extended, settled, released, charged,
                            -- replayed, stale, not_found, key_reused
  lease text, account text, currency text, at timestamptz, activity text, meter text,
  granted_ms bigint, final boolean, expires_at timestamptz, hold bigint,
  ports text[], seats text[],
  charged bigint, balance bigint, available bigint, needed bigint,
  overrun boolean, late boolean, conflict boolean, outcome text,
  full_pools text[], full_in_use int[],
  stored text               -- the first answer, where this operation repeats one
);

-- What is kept with an idempotency key. Money as text: JSON numbers lose micro-units.
create function admission_stored_result(x admission_result) returns text
language sql immutable as $$
  select json_build_object(
    'verdict', x.verdict, 'lease', x.lease, 'account', x.account, 'currency', x.currency,
    'at', x.at, 'activity', x.activity, 'meter', x.meter,
    'granted_ms', x.granted_ms::text, 'final', x.final, 'expires_at', x.expires_at,
    'hold', x.hold::text, 'ports', x.ports, 'seats', x.seats, 'charged', x.charged::text,
    'balance', x.balance::text, 'available', x.available::text, 'needed', x.needed::text,
    'overrun', x.overrun, 'late', x.late, 'conflict', x.conflict, 'outcome', x.outcome,
    'full_pools', x.full_pools, 'full_in_use', x.full_in_use)::text
$$;
