import { type Money, money } from '../../kernel/money.ts';
import type { IssuedDocument } from './document.ts';
import type { InvoiceState } from './invoice-state.ts';

/**
 * What may become of an invoice. `reversal`: a payment was taken back. `write_off`: nobody will
 * pay it. `recovery`: part of what was written off is paid or credited after all.
 */
export const SETTLEMENT_KINDS = ['payment', 'credit', 'reversal', 'write_off', 'recovery'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

/** One thing that became of an invoice. */
export interface InvoiceSettlement {
  readonly kind: SettlementKind;
  /** Positive; a reversal's and a recovery's are negative. */
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
  /** Given up and not paid since. */
  readonly writtenOff: Money;
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
): SettledAmounts {
  const micros = { paid: 0n, credited: 0n, writtenOff: 0n };
  for (const { kind, amount } of settlements) micros[SETTLES[kind]] += amount.micros;
  return {
    paid: money(micros.paid, currency),
    credited: money(micros.credited, currency),
    writtenOff: money(micros.writtenOff, currency),
  };
}

/** What an invoice's settlements come to. */
export type SettledAmounts = Pick<Invoice, 'paid' | 'credited' | 'writtenOff'>;

const SETTLES: Readonly<Record<SettlementKind, keyof SettledAmounts>> = {
  payment: 'paid',
  reversal: 'paid',
  credit: 'credited',
  write_off: 'writtenOff',
  recovery: 'writtenOff',
};

/**
 * What is still owed: the total less what was paid, credited and written off, never below zero (a
 * credit after the payment leaves money to be given back, not a debt of ours in this invoice).
 */
export function outstandingOf(total: Money, settled: SettledAmounts): Money {
  const { paid, credited, writtenOff } = settled;
  const owed = total.micros - paid.micros - credited.micros - writtenOff.micros;
  return money(owed > 0n ? owed : 0n, total.currency);
}
