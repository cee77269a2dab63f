-- Invoices that nobody will pay are written off; what comes for one after all is a recovery of it.

alter table invoicing_settlements
  drop constraint invoicing_settlements_kind_check,
  drop constraint invoicing_settlements_check,
  add constraint invoicing_settlements_kind_check
    check (kind in ('payment', 'credit', 'reversal', 'write_off', 'recovery')),
  add constraint invoicing_settlements_amount_check
    check (amount <> 0 and (amount < 0) = (kind in ('reversal', 'recovery')));

alter table invoicing_open_items
  drop constraint invoicing_open_items_state_check,
  add constraint invoicing_open_items_state_check
    check (state in ('open', 'payment_pending', 'paid', 'credited', 'written_off'));
