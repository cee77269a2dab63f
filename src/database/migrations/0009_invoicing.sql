-- Receipts, invoices and credit notes. What was issued never changes: whether an invoice is paid
-- follows from its settlements, which are only ever added.

-- The last number given in each series. The row is locked by the transaction that takes a number,
-- so a number is used if and only if its document was committed, and none is ever missing.
create table invoicing_series (
  code text collate "C" primary key,
  last_number bigint not null default 0
);
insert into invoicing_series (code) values
  ('receipt'), ('invoice'), ('credit_note'),
  ('test_receipt'), ('test_invoice'), ('test_credit_note');

create table invoicing_documents (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  type text not null check (type in ('receipt', 'invoice', 'credit_note')),
  -- An invoice's or receipt's occasion; a credit note's reason.
  kind text not null,
  series text collate "C" not null references invoicing_series,
  number bigint not null,
  currency text not null,
  issued_at timestamptz not null,        -- on the account's clock
  issued_on date not null,
  due_on date,                           -- invoices
  period_start date,                     -- renewals: the period charged in advance
  period_end date,
  order_id text collate "C",
  invoice text collate "C" references invoicing_documents, -- what it pays or corrects
  paid_with text,                        -- receipts: the funding source's label
  taxes jsonb not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  recorded_at timestamptz not null default now(),
  unique (series, number),
  check (total = net + tax)
);
create index invoicing_documents_account on invoicing_documents (account, type, id);
create index invoicing_documents_order on invoicing_documents (order_id) where order_id is not null;
create index invoicing_documents_invoice on invoicing_documents (invoice) where invoice is not null;
-- However often and by however many workers a renewal is tried, a period is invoiced once.
create unique index invoicing_documents_renewal on invoicing_documents (account, period_start)
  where type = 'invoice' and kind = 'renewal';

create table invoicing_lines (
  document text collate "C" not null references invoicing_documents,
  position int not null,
  kind text not null,
  description text not null,
  license_type text collate "C",
  meter text collate "C",
  from_total int,
  to_total int,
  quantity text not null,                -- decimal; licenses are whole, gigabytes are not
  unit_price bigint not null,
  days_charged int,
  days_in_period int,
  period_start date,
  period_end date,
  effective_on date not null,            -- the day it is priced as of
  amount bigint not null,
  tax_category text not null,
  price_source jsonb not null,           -- catalog version, contract, or what was asked for
  primary key (document, position)
);
create index invoicing_lines_license_type on invoicing_lines (license_type, effective_on)
  where license_type is not null;
create index invoicing_lines_meter on invoicing_lines (meter, effective_on)
  where meter is not null;

-- What became of an invoice: payments and credits add, reversed payments take away.
create table invoicing_settlements (
  sequence bigint generated always as identity primary key,
  invoice text collate "C" not null references invoicing_documents,
  kind text not null check (kind in ('payment', 'credit', 'reversal')),
  amount bigint not null check ((amount > 0) = (kind <> 'reversal') and amount <> 0),
  payment text collate "C",
  credit_note text collate "C" references invoicing_documents,
  reference text,
  occurred_at timestamptz not null
);
create index invoicing_settlements_invoice on invoicing_settlements (invoice, sequence);

-- Where each invoice stands now; rebuilt from its settlements at any time.
create table invoicing_open_items (
  invoice text collate "C" primary key references invoicing_documents,
  account text collate "C" not null references accounts,
  state text not null check (state in ('open', 'payment_pending', 'paid', 'credited')),
  outstanding bigint not null check (outstanding >= 0),
  -- When the funding sources are to be charged for it; null where nothing is to be tried.
  collect_at timestamptz,
  attempts int not null default 0,
  last_attempt_at timestamptz,
  last_failure text
);
create index invoicing_open_items_account on invoicing_open_items (account, invoice)
  where state in ('open', 'payment_pending');
create index invoicing_open_items_collect on invoicing_open_items (collect_at)
  where collect_at is not null;

create trigger append_only before update or delete on invoicing_documents
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on invoicing_lines
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on invoicing_settlements
  for each statement execute function platform_forbid_change();
