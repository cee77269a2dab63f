-- What a provider gave back of a payment on its own pages, in part; a dispute that was won brings
-- a payment back that had been reversed.
alter table payments_payments
  add column refunded bigint not null default 0 check (refunded between 0 and amount);
alter table payments_changes
  add column amount bigint check (amount > 0); -- of a refund in part
