import type { Schemas } from '@tollkeeper/sdk';
import { addDays } from '../../api/time.ts';
import { say } from '../../words/say.ts';

type Minutes = Schemas['Minutes'];
type Day = Schemas['MinutesDay'];

/** One mark of the chart; amounts are only as exact as a drawing needs. */
export interface BurnDownPoint {
  readonly day: string;
  readonly balance?: number;
  readonly projected?: number;
}

/** As far ahead as the chart looks back: further, an average of 30 days says little. */
const AHEAD_DAYS = 30;

/** The balance at each day's end, and from today on where it goes at the average of a day. */
export function burnDown(days: readonly Day[], minutes: Minutes): BurnDownPoint[] {
  const past = days.map(
    ({ day, balance }): BurnDownPoint => ({
      day,
      balance: Number(balance.amount),
    }),
  );
  const today = past.at(-1);
  const perDay = Number(minutes.average_daily_usage.amount);
  const left = Number(minutes.available.amount);
  if (today === undefined || perDay <= 0 || left <= 0) return past;
  const ahead = Math.min(AHEAD_DAYS, Math.ceil(left / perDay));
  const coming = Array.from({ length: ahead + 1 }, (_, index) => ({
    day: addDays(today.day, index),
    projected: Math.max(0, left - index * perDay),
  }));
  return [...past.slice(0, -1), { ...today, ...coming[0] }, ...coming.slice(1)];
}

/** Below it the next purchase is due: recharge's own threshold, else five days of usage. */
export function thresholdOf({ recharge, average_daily_usage: perDay }: Minutes) {
  const FEW_DAYS = 5;
  return recharge.mode !== 'off' && recharge.threshold !== null
    ? { amount: Number(recharge.threshold.amount), label: say('Recharges below') }
    : { amount: FEW_DAYS * Number(perDay.amount), label: say('Five days left') };
}
