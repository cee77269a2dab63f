import { assert } from '../../kernel/assert.ts';

/**
 * `open`: something is owed and no payment is under way. `payment_pending`: a payment is under
 * way (a bank debit takes days). `credited`: nothing is owed, and nothing was paid. `written_off`:
 * what was left of it is given up; money that comes after all is taken.
 */
export const INVOICE_STATES = [
  'open',
  'payment_pending',
  'paid',
  'credited',
  'written_off',
] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const INVOICE_EVENTS = [
  'payment_started',
  'payment_failed',
  'paid_in_part',
  'paid_in_full',
  'credited_in_part',
  'credited_in_full',
  'reversed',
  'reversed_covered',
  'returned',
  'written_off',
] as const;
export type InvoiceEvent = (typeof INVOICE_EVENTS)[number];

type Outcome = InvoiceState | 'defect';

/**
 * Every state × every event. `…_in_full` says that nothing is outstanding any more; which of the
 * two it is decides whether the invoice counts as paid or as taken back. Of one that is written
 * off it says that nothing of it is given up any more. `returned`: part of a payment went back
 * for what had been credited, and the rest of it still pays what is left.
 */
const TRANSITIONS: Readonly<Record<InvoiceState, Readonly<Record<InvoiceEvent, Outcome>>>> = {
  open: {
    payment_started: 'payment_pending',
    payment_failed: 'open',
    paid_in_part: 'open',
    paid_in_full: 'paid',
    credited_in_part: 'open',
    credited_in_full: 'credited',
    reversed: 'open',
    reversed_covered: 'defect',
    returned: 'open',
    written_off: 'written_off',
  },
  payment_pending: {
    payment_started: 'payment_pending',
    payment_failed: 'open',
    paid_in_part: 'payment_pending',
    paid_in_full: 'paid',
    credited_in_part: 'payment_pending',
    credited_in_full: 'credited',
    reversed: 'payment_pending',
    reversed_covered: 'defect',
    returned: 'payment_pending',
    written_off: 'defect',
  },
  paid: {
    payment_started: 'defect',
    payment_failed: 'paid',
    paid_in_part: 'defect',
    paid_in_full: 'defect',
    // What was paid can still be credited: an outage is found out later. Nothing is owed by it.
    credited_in_part: 'paid',
    credited_in_full: 'paid',
    reversed: 'open',
    // Credits made after the payment cover what was taken back.
    reversed_covered: 'credited',
    returned: 'paid',
    written_off: 'defect',
  },
  credited: {
    payment_started: 'defect',
    payment_failed: 'credited',
    paid_in_part: 'defect',
    paid_in_full: 'defect',
    credited_in_part: 'defect',
    credited_in_full: 'defect',
    reversed: 'open',
    reversed_covered: 'credited',
    returned: 'credited',
    written_off: 'defect',
  },
  written_off: {
    payment_started: 'defect',
    payment_failed: 'written_off',
    paid_in_part: 'written_off',
    paid_in_full: 'paid',
    credited_in_part: 'written_off',
    credited_in_full: 'credited',
    reversed: 'open',
    reversed_covered: 'written_off',
    returned: 'written_off',
    written_off: 'defect',
  },
};

/** The state after `event`. */
export function afterInvoiceEvent(state: InvoiceState, event: InvoiceEvent): InvoiceState {
  const outcome = TRANSITIONS[state][event];
  assert(outcome !== 'defect', `a ${state} invoice cannot be ${event}`);
  return outcome;
}
