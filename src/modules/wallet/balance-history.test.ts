import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { money } from '../../kernel/money.ts';
import { balanceHistory } from './balance-history.ts';

const TODAY = '2026-11-25';

/** What moved on each of the last days, today first. */
const moves = fc.array(
  fc.record({ used: fc.bigInt(0n, 10n ** 9n), added: fc.bigInt(-(10n ** 9n), 10n ** 9n) }),
  { minLength: 1, maxLength: 60 },
);

describe('the days of a balance', () => {
  test('end with the present balance, and each follows from the day before it', () => {
    fc.assert(
      fc.property(moves, fc.bigInt(-(10n ** 9n), 10n ** 9n), (days, present) => {
        const byDay = (pick: 'used' | 'added') =>
          new Map(days.map((day, back) => [addDays(TODAY, -back), day[pick]]));
        const history = balanceHistory(TODAY, days.length, money(present, 'USD'), {
          used: byDay('used'),
          added: byDay('added'),
        });
        expect(history.at(-1)).toMatchObject({ day: TODAY, balance: { micros: present } });
        for (const [index, day] of history.entries()) {
          const before = history[index - 1];
          if (before === undefined) continue;
          const moved = day.added.micros - day.used.micros;
          expect(day.balance.micros).toBe(before.balance.micros + moved);
        }
      }),
    );
  });

  test('has every day, those on which nothing moved included', () => {
    const used = new Map([['2026-11-24', 5n]]);
    const history = balanceHistory(TODAY, 3, money(10n, 'USD'), { used, added: new Map() });
    expect(history.map(({ day, balance }) => [day, balance.micros])).toEqual([
      ['2026-11-23', 15n],
      ['2026-11-24', 10n],
      ['2026-11-25', 10n],
    ]);
  });
});
