-- Where money comes from, and every attempt to move it.

create table payments_funding_sources (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  provider text not null,
  kind text not null check (kind in ('card', 'bank', 'offline')),
  label text not null,
  token text not null,                   -- the provider's name for it, never card data
  status text not null check (status in ('valid', 'invalid', 'removed')),
  position int not null,                 -- 0: the default; then the backups in order
  created_at timestamptz not null,
  version bigint not null default 1
);
create index payments_funding_sources_account on payments_funding_sources (account, position);

create table payments_payments (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  funding_source text collate "C" not null references payments_funding_sources,
  provider text not null,
  purpose text not null check (purpose in ('order', 'invoice')),
  subject text collate "C" not null,     -- the order's or the invoice's id
  amount bigint not null check (amount > 0),
  currency text not null,
  -- Stored before the provider is called; the provider moves money once for each key.
  charge_key text collate "C" not null unique,
  state text not null check (state in ('prepared', 'unknown', 'pending', 'succeeded', 'declined',
    'bounced', 'reversed', 'refund_due', 'refunded')),
  provider_reference text,
  failure text,
  asks int not null default 0,
  -- When the provider has to be asked what became of it, on the account's clock.
  ask_at timestamptz,
  -- A process is talking to the provider about it until then, on the machine's clock.
  claimed_until timestamptz,
  created_at timestamptz not null,       -- on the account's clock
  settled_at timestamptz,
  version bigint not null default 1
);
create index payments_payments_account on payments_payments (account, id);
create index payments_payments_subject on payments_payments (subject, id);
create index payments_payments_ask on payments_payments (ask_at) where ask_at is not null;
create index payments_payments_account_ask on payments_payments (account, ask_at)
  where ask_at is not null;

-- A thing is paid by one payment at a time: a second one could charge the customer twice.
create unique index payments_payments_one_under_way on payments_payments (subject)
  where state in ('prepared', 'unknown', 'pending');

create table payments_changes (
  sequence bigint generated always as identity primary key,
  payment text collate "C" not null references payments_payments,
  from_state text not null,
  event text not null,
  to_state text not null,
  detail text,
  occurred_at timestamptz not null
);
create index payments_changes_payment on payments_changes (payment, sequence);
create trigger append_only before update or delete on payments_changes
  for each statement execute function platform_forbid_change();

-- The sandbox provider's own books. It stands for a company outside: nothing joins this table,
-- and it is written in transactions of its own.
create table sandbox_charges (
  key text collate "C" primary key,
  token text not null,
  amount bigint not null,
  currency text not null,
  outcome text not null check (outcome in ('succeeded', 'declined', 'pending', 'refunded',
    'reversed', 'withdrawn')),
  clears_at timestamptz,
  calls int not null default 1,          -- how often it was asked to charge; it did so once
  created_at timestamptz not null
);
