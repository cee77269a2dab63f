-- Contracts, the notices that lower the floors of their renewed terms, and the days on which
-- something of a contract begins or ends.

create table contracts (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  starts_on date not null,
  months int not null check (months > 0),
  ends_on date not null check (ends_on > starts_on),  -- the first day after the first term
  floors jsonb not null,                              -- {license type: least total}
  prices jsonb not null,                              -- {license type: decimal text}
  at_end text not null check (at_end in ('lapse', 'renew')),
  signed_at timestamptz not null
);
create index contracts_account on contracts (account, starts_on);
create trigger append_only before update or delete on contracts
  for each statement execute function platform_forbid_change();

-- A notice stands unless it was withdrawn before its term began. Only the withdrawal is ever added.
create table contracts_notices (
  id bigint generated always as identity primary key,
  contract text collate "C" not null references contracts,
  license_type text collate "C" not null,
  term_start date not null,               -- of the renewed term that it is for
  floor int not null check (floor >= 0),
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index contracts_notices_standing
  on contracts_notices (contract, license_type, term_start) where withdrawn_at is null;

-- For telling, at the right instant, that a contract began, renewed or lapsed. Nothing else reads
-- it: what is in force on a day follows from the contracts themselves.
create table contracts_milestones (
  contract text collate "C" not null references contracts,
  account text collate "C" not null references accounts,
  kind text not null check (kind in ('start', 'term_end')),
  due_on date not null,
  due_at timestamptz not null,            -- its first instant in the account's time zone
  told boolean not null default false,
  primary key (contract, kind, due_on)
);
create index contracts_milestones_due on contracts_milestones (due_at) where not told;
create index contracts_milestones_account on contracts_milestones (account, due_at) where not told;
