import { compare, type Money, subtract, sum, zero } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { IssuedDocument } from './document.ts';
import type { Invoice } from './invoice.ts';

/** Why a debt is given up. A customer's mere wish is none: that is a credit note, or nothing. */
export const WRITE_OFF_REASONS = [
  'insolvent',
  'untraceable',
  'time_barred',
  'settled_for_less',
  'not_worth_collecting',
] as const;
export type WriteOffReason = (typeof WRITE_OFF_REASONS)[number];

/**
 * What of an invoice is given up: all that is owed. Refuses `invoice_not_open` where nothing is,
 * or a payment is under way; `minutes_not_given` where its minutes wait for the payment: what was
 * never given is no loss, and is taken off by a credit note first.
 */
export function writeOffOf(invoice: Invoice, notes: readonly IssuedDocument[]): Money {
  if (invoice.state === 'payment_pending') {
    throw new Refusal('invoice_not_open', {
      message: say('A payment of this invoice is under way; wait for what becomes of it.'),
    });
  }
  if (invoice.state !== 'open') throw new Refusal('invoice_not_open');
  const taken = notes.filter(({ kind }) => kind !== 'tax'); // Which gives back the tax alone.
  const credited = sum(taken.map(minutesOf), invoice.total.currency);
  if (invoice.kind === 'order' && compare(minutesOf(invoice), credited) > 0) {
    throw new Refusal('minutes_not_given');
  }
  return invoice.outstanding;
}

function minutesOf({ lines, total }: IssuedDocument): Money {
  const minutes = lines.filter(({ taxCategory }) => taxCategory === 'minutes');
  return sum(
    minutes.map(({ amount }) => amount),
    total.currency,
  );
}

/** How much of a payment or credit recovers what was written off; the rest pays what is owed. */
export function recoveredBy(amount: Money, { outstanding, writtenOff }: Invoice): Money {
  if (compare(amount, outstanding) <= 0) return zero(amount.currency);
  const beyond = subtract(amount, outstanding);
  return compare(beyond, writtenOff) > 0 ? writtenOff : beyond;
}
