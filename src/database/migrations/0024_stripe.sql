-- Cards and bank accounts at a payment provider that has pages of its own.

alter table payments_funding_sources
  add column expires_on date;            -- a card's last day, as its provider has it

-- A customer may have to confirm a payment on their bank's page first. It is under way until then.
alter table payments_payments
  drop constraint payments_payments_state_check,
  add constraint payments_payments_state_check check (state in ('prepared', 'unknown', 'pending',
    'requires_action', 'succeeded', 'declined', 'bounced', 'reversed', 'refund_due', 'refunded')),
  add column confirm_by timestamptz,     -- on the account's clock; withdrawn if not confirmed
  add column action_url text;            -- where it is confirmed
drop index payments_payments_one_under_way;
create unique index payments_payments_one_under_way on payments_payments (subject)
  where state in ('prepared', 'unknown', 'pending', 'requires_action');

-- A customer who is on the provider's page to give a card or bank account.
create table payments_setups (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  provider text not null,
  reference text not null,               -- what the provider knows it by
  url text not null,
  make_default boolean not null,
  actor jsonb not null,                  -- who asked for it, with the name typed
  status text not null check (status in ('pending', 'completed', 'expired')),
  funding_source text collate "C" references payments_funding_sources,
  created_at timestamptz not null,       -- on the account's clock
  unique (provider, reference),
  check ((status = 'completed') = (funding_source is not null))
);
create index payments_setups_account on payments_setups (account, id);

-- What Stripe and we have in common. Written in transactions of its own, never joined.
create table stripe_customers (
  account text collate "C" primary key,
  customer text not null unique
);

-- One charge key has one payment intent, and no other one is ever confirmed for it. The row is
-- committed before the first confirmation is sent; a key that is withdrawn is never confirmed.
create table stripe_intents (
  key text collate "C" primary key,
  intent text unique,                    -- null: withdrawn before there was one
  withdrawn boolean not null default false,
  confirmations int not null default 0,  -- counted before each is sent
  with_customer boolean not null default false, -- one was sent that may ask the customer
  check (intent is not null or withdrawn)
);

create table stripe_events (
  id text collate "C" primary key,
  type text not null,
  outcome text not null check (outcome in ('applied', 'ignored')),
  received_at timestamptz not null
);
