import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, scaleToMinorUnit } from '../../kernel/money.ts';
import { daysInPeriod, daysRemaining, type Period } from '../../kernel/period.ts';

export interface Proration {
  /** Rounded once, half up, to the currency's minor unit. */
  readonly amount: Money;
  /** Days from `day` to the period's end, `day` included. */
  readonly daysCharged: number;
  readonly daysInPeriod: number;
}

/**
 * price × quantity × days remaining ÷ days in the period: what `quantity` licenses bought on
 * `day` cost until their period ends. `price` is per license and whole period; `day` lies in
 * the period.
 */
export function prorate(price: Money, quantity: number, period: Period, day: LocalDate): Proration {
  assert(Number.isSafeInteger(quantity) && quantity >= 0, 'a quantity is a whole number');
  assert(period.start <= day && day < period.end, `${day} lies in ${period.start}–${period.end}`);
  const whole = daysInPeriod(period);
  const charged = daysRemaining(period, day);
  const numerator = BigInt(quantity) * BigInt(charged);
  return {
    amount: scaleToMinorUnit(price, numerator, BigInt(whole)),
    daysCharged: charged,
    daysInPeriod: whole,
  };
}
