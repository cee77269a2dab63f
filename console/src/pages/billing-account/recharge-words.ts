import type { Schemas } from '@tollkeeper/sdk';
import { currencyDecimals, type Money, sayMoney } from '../../api/money.ts';

type Minutes = Schemas['Minutes'];

/** Usage-based: below five days of usage it buys fourteen. */
const THRESHOLD_DAYS = 5;
const AMOUNT_DAYS = 14;

export interface RechargePlan {
  readonly threshold: Money;
  readonly amount: Money;
  readonly cap: Money | null;
}

/** `When below $71.00, about 5 days, buy $200.00, about 14 days, at most $800.00 a month.` */
export function sayRecharge({ threshold, amount, cap }: RechargePlan, perDay: Money): string {
  const most = cap === null ? '' : `, at most ${sayMoney(cap)} a month before tax`;
  return (
    `When below ${sayMoney(threshold)}${sayDays(threshold, perDay)}, ` +
    `buy ${sayMoney(amount)}${sayDays(amount, perDay)}${most}.`
  );
}

/** What recharge by usage would do at today's average; undefined where nothing is used. */
export function rechargeByUsage({
  average_daily_usage: perDay,
}: Minutes): RechargePlan | undefined {
  const each = Number(perDay.amount);
  if (each <= 0) return undefined;
  const days = (count: number): Money => ({
    amount: roundedUp(each * count, perDay.currency),
    currency: perDay.currency,
  });
  return { threshold: days(THRESHOLD_DAYS), amount: days(AMOUNT_DAYS), cap: null };
}

/** The server decides by the exact average; this is what a person is told beforehand. */
function roundedUp(amount: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  const unit = 10 ** decimals;
  return (Math.ceil(amount * unit) / unit).toFixed(decimals);
}

function sayDays(money: Money, perDay: Money): string {
  const each = Number(perDay.amount);
  if (each <= 0) return '';
  const days = Math.round(Number(money.amount) / each);
  return days < 1 ? ', less than a day' : `, about ${days} ${days === 1 ? 'day' : 'days'}`;
}
