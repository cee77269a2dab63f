import type { Currency } from '../../kernel/currency.ts';
import { type Money, money, sayMoney } from '../../kernel/money.ts';
import { inEnglish, say } from '../../kernel/words/say.ts';

export type Standing = 'good' | 'suspended' | 'closed';

/** What an account's standing at any instant follows from. */
export interface StandingRecord {
  readonly currency: Currency;
  readonly closedAt: Date | null;
  /** The operator's own decision, until the operator takes it back. */
  readonly suspendedAt: Date | null;
  readonly suspendedReason: string | null;
  /** From when on what is owed suspends the account: an instant that may be yet to come. */
  readonly unpaidSuspendsAt: Date | null;
  /** What is past due, in micro-units; null where nothing is. */
  readonly unpaidAmount: bigint | null;
}

/** How an account stands at an instant, and why. */
export interface StandingAt {
  readonly standing: Standing;
  /** Why it is suspended, in English since it is kept; null where it is not. */
  readonly reason: string | null;
  /** What has to be paid to end the suspension; undefined where money does not end it. */
  readonly toPay: Money | undefined;
}

/**
 * The standing at `now`. It follows from the record and the instant alone, so an account whose
 * grace has ended is suspended also while no job runs.
 */
export function standingAt(record: StandingRecord, now: Date): StandingAt {
  if (record.closedAt !== null) return { standing: 'closed', reason: null, toPay: undefined };
  if (record.suspendedAt !== null) {
    return { standing: 'suspended', reason: record.suspendedReason, toPay: undefined };
  }
  const { unpaidSuspendsAt, unpaidAmount } = record;
  if (unpaidSuspendsAt === null || unpaidAmount === null || unpaidSuspendsAt > now) {
    return { standing: 'good', reason: null, toPay: undefined };
  }
  const toPay = money(unpaidAmount, record.currency);
  return { standing: 'suspended', reason: inEnglish(() => pastDue(toPay)), toPay };
}

const pastDue = (amount: Money) => say('{amount} is past due', { amount: sayMoney(amount) });

/** Why it is suspended, to whoever reads it now; what the operator typed stays as it is. */
export function sayStandingReason({ reason, toPay }: Omit<StandingAt, 'standing'>): string | null {
  return toPay === undefined ? reason : pastDue(toPay);
}
