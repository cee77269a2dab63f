import { type LocalDate, localDateAt, startOfDay } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import type { Money } from '../../kernel/money.ts';
import { type Period, periodContaining } from '../../kernel/period.ts';
import { type Standing, type StandingRecord, standingAt } from './standing.ts';

/** What is written down about a billing account. */
export interface AccountRecord extends StandingRecord {
  readonly id: string;
  readonly company: string;
  readonly name: string;
  /** These three decide what every day was charged, and never change. */
  readonly currency: Currency;
  readonly timeZone: string;
  readonly anchorDate: LocalDate;
  /** The test clock that rules its time, or null for the real one. */
  readonly testClock: string | null;
  readonly openedAt: Date;
  /** The first period start that has not been renewed. */
  readonly renewedUntil: LocalDate;
  /** Whether the suspension for what is owed stands in the history already. */
  readonly unpaidTold: boolean;
  readonly version: bigint;
}

/** A billing account at an instant of its own clock. */
export interface BillingAccount extends AccountRecord {
  /** The instant on its clock. */
  readonly now: Date;
  /** The calendar day at `now` in its time zone. */
  readonly today: LocalDate;
  /** The billing period that `today` lies in. */
  readonly period: Period;
  readonly standing: Standing;
  /** Why it is suspended; null where it is not. */
  readonly standingReason: string | null;
  /** What has to be paid to end a suspension; undefined where money does not end it. */
  readonly toPay: Money | undefined;
}

/** The account as it stands at `now`: standing and period follow from the record alone. */
export function accountAt(record: AccountRecord, now: Date): BillingAccount {
  const today = localDateAt(now, record.timeZone);
  const { standing, reason, toPay } = standingAt(record, now);
  return {
    ...record,
    now,
    today,
    period: periodContaining(record.anchorDate, today),
    standing,
    standingReason: reason,
    toPay,
  };
}

/** The first instant of a local day of the account. */
export function dayStart(account: Pick<AccountRecord, 'timeZone'>, day: LocalDate): Date {
  return startOfDay(day, account.timeZone);
}
