import { currencyDecimals } from './currency.ts';
import { divideUp } from './division.ts';
import { formatAmount, type Money, money, sayMoney } from './money.ts';
import { say } from './words/say.ts';

/** A hundred of a currency with cents; where the unit is small, as the yen is, ten thousand. */
const UNITS = 100n;
const SMALL_UNITS = 10_000n;

/**
 * How much to buy so that calls go through again: what is owed first, rounded up to a whole
 * hundred (or ten thousand). Never exactly what is owed, which would leave nothing to call with.
 */
export function suggestedPurchase(available: Money): Money {
  const { micros, currency } = available;
  const step = 1_000_000n * (currencyDecimals(currency) === 0 ? SMALL_UNITS : UNITS);
  const owed = micros < 0n ? -micros : 0n;
  return money(divideUp(owed + 1n, step) * step, currency);
}

/** The way to the cart with that amount in it. `link` leads to the billing account. */
export function buyMinutesRemedy(link: string, available: Money) {
  const amount = suggestedPurchase(available);
  return {
    action: 'buy_minutes',
    label: say('Buy {amount} of dialer minutes', { amount: sayMoney(amount) }),
    link: `${link}/cart?minutes=${formatAmount(amount)}`,
  };
}
