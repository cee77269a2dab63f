-- The renewal run: what became of an account whose renewal failed, and what each batch did.

-- A renewal that fails is tried again later, ever more rarely, and holds up nobody else's.
alter table accounts
  add column renewal_failures int not null default 0,   -- in a row, of the period that is due
  add column renewal_failure text,                      -- why the last one failed
  add column renewal_retry_at timestamptz;
create index accounts_renewal_failed on accounts (id) where renewal_failures > 0;

-- A run goes on from the first moment at which something is due until nothing is. It has no
-- leader: whoever finds work begins it where none is under way, whoever finds none ends it.
create table invoicing_renewal_runs (
  id text collate "C" primary key,
  began_at timestamptz not null,
  ended_at timestamptz
);
create unique index invoicing_renewal_runs_current on invoicing_renewal_runs ((true))
  where ended_at is null;

-- A row is written by the transaction that renewed the batch, so what is counted was committed.
create table invoicing_renewal_batches (
  sequence bigint generated always as identity primary key,
  run text collate "C" not null references invoicing_renewal_runs,
  accounts int not null,
  invoices int not null,                                -- fewer: what charges nothing makes none
  began_at timestamptz not null,
  ended_at timestamptz not null
);
create index invoicing_renewal_batches_run on invoicing_renewal_batches (run, sequence);
create trigger append_only before update or delete on invoicing_renewal_batches
  for each statement execute function platform_forbid_change();
