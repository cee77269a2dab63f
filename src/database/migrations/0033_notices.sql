-- What people are told without asking.
create table notices (
  id text collate "C" primary key,
  company text collate "C" not null references companies,
  account text collate "C" references accounts,                 -- null: about the company
  employee text collate "C" references companies_employees,     -- null: to all who see billing
  kind text not null,
  key text not null,              -- a billing period's first day, a document, a contract's end
  level text not null check (level in ('critical', 'warning', 'info')),
  title text not null,
  message text not null,
  figures jsonb not null,
  remedies jsonb not null,
  created_at timestamptz not null,                              -- on the account's clock
  unique nulls not distinct (company, account, kind, key)       -- each is told once
);
create index notices_company on notices (company, id);
create trigger append_only before update or delete on notices
  for each statement execute function platform_forbid_change();

-- What each reader has read or dismissed: an employee, the operator's person, or an API key.
create table notices_marks (
  notice text collate "C" not null references notices,
  reader text collate "C" not null,
  read_at timestamptz not null,
  dismissed_at timestamptz,
  primary key (notice, reader)
);

create table notices_preferences (
  employee text collate "C" not null references companies_employees,
  kind text not null,
  mailed boolean not null,
  primary key (employee, kind)
);

-- Events that somebody may have to be told of, until it has been decided whether. The trigger is
-- the one place that every event passes, whoever wrote it and however many at once.
create table notices_told_types (type text primary key);
insert into notices_told_types (type) values
  ('account.created'), ('account.suspended'), ('account.resumed'), ('account.closed'),
  ('contract.signed'), ('contract.renewed'), ('contract.lapsed'),
  ('contract.notice_given'), ('contract.notice_withdrawn'),
  ('funding_source.added'), ('funding_source.removed'), ('funding_source.made_default'),
  ('invoice.issued'), ('receipt.issued'), ('credit_note.issued'),
  ('invoice.payment_failed'), ('invoice.past_due'),
  ('payment.requires_action'), ('payment.bounced'), ('payment.reversed'),
  ('minutes.purchase_failed'), ('minutes.purchase_reversed'), ('recharge.changed'),
  ('storage.allowance_reached');

create table notices_pending (
  sequence bigint primary key,            -- of the event
  event text collate "C" not null,
  account text collate "C" not null,
  occurred_at timestamptz not null
);
create index notices_pending_account on notices_pending (account, occurred_at);

create function notices_enqueue() returns trigger language plpgsql as $$
begin
  insert into notices_pending (sequence, event, account, occurred_at)
  select sequence, id, account, occurred_at from fresh
  where account is not null and type in (select type from notices_told_types);
  return null;
end $$;
create trigger enqueue_notices after insert on platform_events
  referencing new table as fresh for each statement execute function notices_enqueue();

-- When each account is looked at by itself: before its renewal, its contract's end, and so on;
-- and how far its minutes had come, because what they have lost since may be worth a word.
create table notices_looks (
  account text collate "C" primary key references accounts,
  on_real_clock boolean not null,
  looked_at timestamptz not null,
  book_sequence bigint not null,
  look_at timestamptz                     -- null once the account is closed
);
create index notices_looks_due on notices_looks (look_at) where on_real_clock;

-- Accounts that are there already are looked at as soon as their due work runs.
insert into notices_looks (account, on_real_clock, looked_at, book_sequence, look_at)
select account.id, account.test_clock is null, now.instant, 0, now.instant
from accounts account
left join accounts_test_clocks clock on clock.id = account.test_clock
cross join lateral (select coalesce(clock.now, current_timestamp) as instant) now
where account.closed_at is null;
