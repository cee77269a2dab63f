-- Dialer minutes: a prepaid balance for each billing account. All money is bigint micro-units.

-- One hot row an account: what every authorization locks, so it holds only what deciding needs.
create table wallet_books (
  account text collate "C" primary key references accounts,
  currency text not null,
  test_now timestamptz,                    -- of the account's test clock; null: real time
  balance bigint not null default 0,       -- the sum of the journal's entries; may fall below zero
  held bigint not null default 0 check (held >= 0), -- the sum of the open leases' holds
  last_sequence bigint not null default 0, -- of the journal
  usage_quarter timestamptz,               -- the quarter of an hour that usage was last charged in
  usage_amount bigint not null default 0   -- what was charged in it so far
) with (fillfactor = 50);                  -- room on the page keeps its updates off the index

-- One row is one double-entry transfer: `amount` leaves debit_book and arrives in credit_book.
create table wallet_journal (
  account text collate "C" not null,       -- no foreign key: the locked book stands for it
  sequence bigint not null,                -- without gaps within an account
  kind text not null check (kind in ('purchase', 'usage', 'refund', 'reversal')),
  debit_book text not null check (debit_book in ('balance', 'purchases')),
  credit_book text not null check (credit_book in ('balance', 'purchases', 'usage', 'refunds')),
  amount bigint not null check (amount > 0),
  balance_after bigint not null,
  subject text collate "C" not null,       -- the authorization or purchase that moved it
  occurred_at timestamptz not null,
  detail jsonb,                            -- the reason of a refund or reversal
  primary key (account, sequence),
  check (debit_book <> credit_book)
);
create trigger append_only before update or delete on wallet_journal
  for each statement execute function platform_forbid_change();

-- Usage by quarters of an hour: every time zone's midnight falls on one, so any local day can be
-- summed without reading the journal. The running quarter stands in wallet_books.
create table wallet_usage_quarters (
  account text collate "C" not null,
  quarter timestamptz not null,
  amount bigint not null,
  primary key (account, quarter)
);

create table wallet_purchases (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  amount bigint not null check (amount > 0),
  status text not null check (status in ('pending', 'credited', 'failed', 'reversed')),
  is_recharge boolean not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null
);
create index wallet_purchases_account on wallet_purchases (account, begun_at);
create index wallet_purchases_pending on wallet_purchases (account) where status = 'pending';

create table wallet_recharge_settings (
  account text collate "C" primary key references accounts,
  mode text not null check (mode in ('off', 'usage_based', 'fixed')),
  threshold bigint check (threshold > 0),
  amount bigint check (amount > 0),
  monthly_cap bigint check (monthly_cap > 0),
  stopped_reason text,                     -- a reversed purchase stops it until it is set again
  failures int not null default 0,         -- in a row
  retry_at timestamptz,                    -- backing off after a failure
  usage_threshold bigint,                  -- the computed figure, as of usage_threshold_on
  usage_threshold_on date,
  check (mode <> 'fixed' or (threshold is not null and amount is not null))
);
