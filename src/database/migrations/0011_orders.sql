-- Quotes and what was bought by them.

create table orders_quotes (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  request jsonb not null,                -- what was asked for
  figures jsonb not null,                -- every figure that was shown
  due_now bigint not null,
  created_at timestamptz not null,       -- on the account's clock
  expires_at timestamptz not null
);
create index orders_quotes_account on orders_quotes (account, id);
create trigger append_only before update or delete on orders_quotes
  for each statement execute function platform_forbid_change();

create table orders_orders (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  kind text not null check (kind in ('order', 'recharge')),
  quote text collate "C" references orders_quotes,
  state text not null check (state in ('charging', 'declined', 'payment_pending', 'completed',
    'payment_failed', 'refunded', 'reversed')),
  request jsonb not null,
  lines jsonb not null,                  -- as charged
  tax bigint not null,
  due bigint not null,
  currency text not null,
  changes_licenses boolean not null,
  purchase text collate "C",             -- the minutes' purchase in the wallet, where it has one
  actor jsonb not null,                  -- who ordered, with the name typed
  idempotency_key text collate "C",
  placed_at timestamptz not null,        -- on the account's clock: sets the day of its prices
  settled_at timestamptz,
  version bigint not null default 1
);
create index orders_orders_account on orders_orders (account, id);
-- A quote buys once; a declined charge bought nothing.
create unique index orders_orders_quote on orders_orders (quote)
  where quote is not null and state not in ('declined', 'refunded');
-- What is being charged for must still be true when the charge succeeds, so license orders of
-- one account are charged one after another.
create unique index orders_orders_charging on orders_orders (account)
  where state = 'charging' and changes_licenses;
create unique index orders_orders_recharging on orders_orders (account)
  where state in ('charging', 'payment_pending') and kind = 'recharge';
