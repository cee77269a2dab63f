import type { Schemas } from '@tollkeeper/sdk';
import { currencyDecimals, type Money, sayMoney } from '../../api/money.ts';
import { say } from '../../words/say.ts';

type Minutes = Schemas['Minutes'];

/** Usage-based: below five days of usage it buys fourteen. */
const THRESHOLD_DAYS = 5n;
const AMOUNT_DAYS = 14n;

export interface RechargePlan {
  readonly threshold: Money;
  readonly amount: Money;
  readonly cap: Money | null;
}

/** `When below $71.00, about 5 days, buy $200.00, about 14 days, at most $800.00 a month.` */
export function sayRecharge({ threshold, amount, cap }: RechargePlan, perDay: Money): string {
  const said = { threshold: inDays(threshold, perDay), amount: inDays(amount, perDay) };
  if (cap === null) return say('When below {threshold}, buy {amount}.', said);
  return say('When below {threshold}, buy {amount}, at most {cap} a month before tax.', {
    ...said,
    cap: sayMoney(cap),
  });
}

/** What recharge by usage would do at today's average; undefined where nothing is used. */
export function rechargeByUsage({
  average_daily_usage: perDay,
}: Minutes): RechargePlan | undefined {
  if (Number(perDay.amount) <= 0) return undefined;
  const days = (count: bigint): Money => ({
    amount: timesRoundedUp(perDay, count),
    currency: perDay.currency,
  });
  return { threshold: days(THRESHOLD_DAYS), amount: days(AMOUNT_DAYS), cap: null };
}

/** So many days of it, rounded up to the currency's smallest unit. */
function timesRoundedUp({ amount, currency }: Money, count: bigint): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const decimals = currencyDecimals(currency);
  const finer = 10n ** BigInt(Math.max(fraction.length - decimals, 0));
  const product = BigInt(whole + fraction.padEnd(decimals, '0')) * count;
  const units = ((product + finer - 1n) / finer).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? units : `${units.slice(0, -decimals)}.${units.slice(-decimals)}`;
}

/** An amount, and for how many days of usage it is, where anything is used. */
function inDays(money: Money, perDay: Money): string {
  const each = Number(perDay.amount);
  const amount = sayMoney(money);
  if (each <= 0) return amount;
  const days = Math.round(Number(money.amount) / each);
  return days < 1
    ? say('{amount}, less than a day', { amount })
    : say('{amount}, about {days, plural, one {# day} other {# days}}', { amount, days });
}
