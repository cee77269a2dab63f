import { type Money, money } from '../../kernel/money.ts';
import type { IssuedDocument } from './document.ts';
import type { InvoiceState } from './invoice-state.ts';

/** One thing that became of an invoice. */
export interface InvoiceSettlement {
  readonly kind: 'payment' | 'credit' | 'reversal';
  /** Positive; a reversal's is negative. */
  readonly amount: Money;
  readonly payment?: string;
  readonly creditNote?: string;
  readonly reference?: string;
  readonly at: Date;
}

/** An issued invoice, which never changes, and where it stands, which follows from what came. */
export interface Invoice extends IssuedDocument {
  readonly state: InvoiceState;
  readonly outstanding: Money;
  readonly paid: Money;
  readonly credited: Money;
  readonly settlements: readonly InvoiceSettlement[];
  readonly attempts: number;
  readonly lastAttemptAt?: Date;
  /** Why the last attempt to collect it failed. */
  readonly lastFailure?: string;
  /** When the funding sources are tried, where that is to come. */
  readonly nextAttemptAt?: Date;
}

/** What the settlements come to. */
export function settledAmounts(
  settlements: readonly InvoiceSettlement[],
  currency: string,
): { paid: Money; credited: Money } {
  let paid = 0n;
  let credited = 0n;
  for (const settlement of settlements) {
    if (settlement.kind === 'credit') credited += settlement.amount.micros;
    else paid += settlement.amount.micros;
  }
  return { paid: money(paid, currency), credited: money(credited, currency) };
}

/**
 * What is still owed: the total less what was paid and credited, never below zero (a credit
 * after the payment leaves money to be given back, not a debt of ours in this invoice).
 */
export function outstandingOf(total: Money, paid: Money, credited: Money): Money {
  const owed = total.micros - paid.micros - credited.micros;
  return money(owed > 0n ? owed : 0n, total.currency);
}
