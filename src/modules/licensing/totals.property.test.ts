import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { microsPerMinorUnit, moneyOf } from '../../kernel/money.ts';
import { daysInPeriod, type Period, periodStart } from '../../kernel/period.ts';
import { example, planned } from './licensing.fixture.ts';

const currencyAndPrice = fc.constantFrom(
  ['JPY', '9001'],
  ['USD', '84.99'],
  ['KWD', '25.123'],
) as fc.Arbitrary<[string, string]>;

const anchor = fc
  .record({ day: fc.integer({ min: 1, max: 31 }), n: fc.integer({ min: 0, max: 119 }) })
  .map(({ day, n }) => {
    const anchorDate = `2020-01-${String(day).padStart(2, '0')}`;
    const period = { start: periodStart(anchorDate, n), end: periodStart(anchorDate, n + 1) };
    return { anchorDate, period };
  });

/** Orders through one period: on which day, and which total. */
const orders = fc.array(fc.record({ day: fc.nat(30), total: fc.nat(60) }), { maxLength: 20 });

interface Setting {
  readonly currency: string;
  readonly price: string;
  readonly anchorDate: string;
  readonly period: Period;
}

/** Orders the totals one after another; what was charged, and the level paid for each day. */
function orderThrough(setting: Setting, start: number, sorted: { day: number; total: number }[]) {
  const { currency, price, anchorDate, period } = setting;
  const days = daysInPeriod(period);
  const levels = new Array<number>(days).fill(0);
  let total = start;
  let pendingTotal: number | undefined;
  let charged = 0n;
  let lines = 0;
  for (const order of sorted) {
    const today = addDays(period.start, order.day);
    const pending =
      pendingTotal === undefined
        ? {}
        : { pending: { change: 1n, total: pendingTotal, effectiveOn: period.end } };
    const options = { today, anchorDate, currency, prices: { dialer: price } };
    const account = example({ ...options, types: { dialer: { total, ...pending } } });
    const plan = planned(account, { totals: { dialer: order.total } });
    for (const line of plan.lines) {
      charged += line.amount.micros;
      if (line.kind === 'license_increase') {
        lines += 1;
        expect(line.from).toBe(total);
      }
    }
    pendingTotal = order.total < total ? order.total : undefined;
    total = Math.max(total, order.total);
    levels.fill(total - start, order.day);
  }
  return { charged, lines, levels, total };
}

describe('through one period', () => {
  test('any orders charge price × Σ days of the highest level paid, to a minor unit a line', () => {
    fc.assert(
      fc.property(currencyAndPrice, anchor, fc.nat(30), orders, (money, at, start, wanted) => {
        const [currency, price] = money;
        const setting = { currency, price, ...at };
        const days = daysInPeriod(at.period);
        const sorted = wanted
          .map(({ day, total }) => ({ day: day % days, total }))
          .sort((left, right) => left.day - right.day);
        const { charged, lines, levels } = orderThrough(setting, start, sorted);
        const unitDays = BigInt(levels.reduce((all, level) => all + level, 0));
        const exact = moneyOf(price, currency).micros * unitDays;
        const difference = charged * BigInt(days) - exact;
        const allowed = microsPerMinorUnit(currency) * BigInt(days) * BigInt(lines);
        expect(difference <= allowed && -difference <= allowed).toBe(true);
      }),
    );
  });

  test('a total never falls, and going down and up again charges only what is more', () => {
    fc.assert(
      fc.property(anchor, fc.nat(40), fc.nat(40), fc.nat(40), (at, first, second, third) => {
        const setting = { currency: 'USD', price: '100.00', ...at };
        const downAndUp = [
          { day: 3, total: first },
          { day: 3, total: Math.min(first, second) },
          { day: 3, total: third },
        ];
        const direct = [
          { day: 3, total: first },
          { day: 3, total: Math.max(first, third) },
        ];
        const one = orderThrough(setting, 0, downAndUp);
        const other = orderThrough(setting, 0, direct);
        expect(one.charged).toBe(other.charged);
        expect(one.total).toBe(Math.max(first, third));
      }),
    );
  });
});
