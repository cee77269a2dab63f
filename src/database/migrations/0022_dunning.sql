-- Dunning: what becomes of invoices that are not paid.

-- An account is suspended from this instant on, whether or not any job has run since; null where
-- nothing is owed for long enough. Beside `suspended_at`, which is the operator's own decision.
alter table accounts
  add column unpaid_suspends_at timestamptz,
  add column unpaid_amount bigint check (unpaid_amount > 0), -- what is past due, in micro-units
  add column unpaid_told boolean not null default false,     -- the suspension is in the history
  add constraint accounts_unpaid check ((unpaid_suspends_at is null) = (unpaid_amount is null));
create index accounts_unpaid_untold on accounts (unpaid_suspends_at)
  where unpaid_suspends_at is not null and not unpaid_told;

create constraint trigger unpaid_changed after update of unpaid_suspends_at, unpaid_amount
  on accounts deferrable initially deferred
  for each row execute function admission_standing_changed();

-- How many attempts had been made when the present round of them began: those after it are its
-- own, so a backup is tried once a round, and a source again in the next one.
alter table invoicing_open_items add column round_from int not null default 0;

-- When failed payments are tried again, reminded of, and end in suspension. The newest version
-- that has taken effect holds for invoices that fall past due from then on.
create table payments_dunning_schedules (
  version int generated always as identity primary key,
  retry_days int[] not null,             -- after the day that an invoice became past due: 0, 3, …
  notice_days int[] not null,
  grace_days int not null check (grace_days > 0), -- after the last retry
  effective_on date,                     -- a UTC day; null: from its publication
  published_at timestamptz not null
);
create trigger append_only before update or delete on payments_dunning_schedules
  for each statement execute function platform_forbid_change();
insert into payments_dunning_schedules (retry_days, notice_days, grace_days, published_at)
values ('{0, 3, 5, 7}', '{0, 3, 7, 12}', 7, '2026-01-01Z');

create table payments_dunning (
  invoice text collate "C" primary key references invoicing_documents,
  account text collate "C" not null references accounts,
  state text not null check (state in ('running', 'held', 'ended')),
  schedule int not null references payments_dunning_schedules,
  past_due_on date not null,             -- day 0 of the schedule, in the account's zone
  suspends_at timestamptz not null,
  next_notice_at timestamptz,
  began_at timestamptz not null          -- on the account's clock
);
create index payments_dunning_account on payments_dunning (account, invoice)
  where state <> 'ended';
create index payments_dunning_notice on payments_dunning (next_notice_at)
  where next_notice_at is not null;
create index payments_dunning_board on payments_dunning (past_due_on, account)
  where state <> 'ended';

create table payments_dunning_changes (
  sequence bigint generated always as identity primary key,
  invoice text collate "C" not null references payments_dunning,
  from_state text not null,
  event text not null,
  to_state text not null,
  suspends_at timestamptz not null,
  occurred_at timestamptz not null
);
create index payments_dunning_changes_invoice on payments_dunning_changes (invoice, sequence);
create trigger append_only before update or delete on payments_dunning_changes
  for each statement execute function platform_forbid_change();
