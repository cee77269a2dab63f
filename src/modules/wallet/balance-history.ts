import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { type Money, money } from '../../kernel/money.ts';

/** What moved an account's balance on one local day, and where it stood at the day's end. */
export interface BalanceDay {
  readonly day: LocalDate;
  readonly used: Money;
  /** Purchases and refunds, less reversals. */
  readonly added: Money;
  /** Of today: as it is now. */
  readonly balance: Money;
}

/** Micro-units moved on a local day. */
export type MovedByDay = ReadonlyMap<LocalDate, bigint>;

/**
 * The `count` local days up to `today`, the oldest first. Counted backwards from the present
 * balance, so that the days need no record of their own and can never disagree with it.
 */
export function balanceHistory(
  today: LocalDate,
  count: number,
  balance: Money,
  moved: { readonly used: MovedByDay; readonly added: MovedByDay },
): BalanceDay[] {
  const inCurrency = (micros: bigint) => money(micros, balance.currency);
  const days: BalanceDay[] = [];
  let atEnd = balance.micros;
  for (let back = 0; back < count; back += 1) {
    const day = addDays(today, -back);
    const used = moved.used.get(day) ?? 0n;
    const added = moved.added.get(day) ?? 0n;
    days.push({
      day,
      used: inCurrency(used),
      added: inCurrency(added),
      balance: inCurrency(atEnd),
    });
    atEnd += used - added;
  }
  return days.reverse();
}
