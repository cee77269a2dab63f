import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../kernel/calendar.ts';
import { monthsBetween } from './months.ts';
import { MOVEMENTS, Mrr, movementOf } from './mrr.ts';
import { type ChargedLine, Revenue, recognizedBefore } from './revenue.ts';

const months = monthsBetween('2026-01', '2027-12');

const line = fc
  .record({
    issued: fc.integer({ min: -200, max: 900 }),
    // A credit is issued later than the days it gives back may have begun.
    lag: fc.integer({ min: -40, max: 40 }),
    days: fc.integer({ min: 1, max: 40 }),
    amount: fc.bigInt(-10_000_000_000n, 10_000_000_000n),
    hasDays: fc.boolean(),
    category: fc.constantFrom('licenses', 'storage'),
  })
  .map(({ issued, lag, days, amount, hasDays, category }): ChargedLine => {
    const issuedOn = addDays('2026-01-01', issued);
    const first = addDays(issuedOn, lag);
    return {
      currency: 'USD',
      category,
      issuedOn,
      amount,
      ...(hasDays && { first, end: addDays(first, days) }),
    };
  });

describe('revenue', () => {
  test('half of a month is earned after half of its days, and none before it is charged', () => {
    const charged: ChargedLine = {
      currency: 'USD',
      category: 'licenses',
      issuedOn: '2026-11-01',
      first: '2026-11-01',
      end: '2026-12-01',
      amount: 300_000_000n,
    };
    expect(recognizedBefore(charged, '2026-11-01')).toBe(0n);
    expect(recognizedBefore(charged, '2026-11-02')).toBe(10_000_000n);
    expect(recognizedBefore(charged, '2026-11-16')).toBe(150_000_000n);
    expect(recognizedBefore(charged, '2027-11-16')).toBe(300_000_000n);
  });

  test('what was charged is earned or deferred, in every month and to the last micro-unit', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const revenue = new Revenue(months);
        for (const one of lines) revenue.add(one);
        for (const row of revenue.rows()) {
          const end = months.find(({ name }) => name === row.month)?.end ?? '';
          const own = lines.filter(({ category }) => category === row.category);
          const charged = own.filter(({ issuedOn }) => issuedOn < end);
          const total = charged.reduce((sum, { amount }) => sum + amount, 0n);
          const earned = own.reduce((sum, one) => sum + recognizedBefore(one, end), 0n);
          expect(row.deferred).toBe(total - earned);
        }
        const first = months[0]?.start ?? '';
        const rows = revenue.rows();
        const recognized = rows.reduce((sum, row) => sum + row.recognized, 0n);
        const before = lines.reduce((sum, one) => sum + recognizedBefore(one, first), 0n);
        const inTime = lines.filter(({ issuedOn }) => issuedOn < '2028-01-01');
        const all = inTime.reduce((sum, { amount }) => sum + amount, 0n);
        const last = rows.filter(({ month }) => month === '2027-12');
        const deferred = last.reduce((sum, row) => sum + row.deferred, 0n);
        expect(before + recognized + deferred).toBe(all);
      }),
    );
  });

  test('a day is never earned twice: each later day earns no less of a charge', () => {
    fc.assert(
      fc.property(line, fc.nat(400), (one, offset) => {
        const day = addDays(addMonths('2026-01-01', 0), offset);
        const [today, tomorrow] = [
          recognizedBefore(one, day),
          recognizedBefore(one, addDays(day, 1)),
        ];
        if (one.amount >= 0n) expect(tomorrow >= today && tomorrow <= one.amount).toBe(true);
        else expect(tomorrow <= today && tomorrow >= one.amount).toBe(true);
      }),
    );
  });
});

describe('monthly recurring revenue', () => {
  test.each([
    [0n, 5n, false, 'new'],
    [0n, 5n, true, 'reactivation'],
    [5n, 0n, true, 'churn'],
    [5n, 7n, true, 'expansion'],
    [7n, 5n, true, 'contraction'],
    [5n, 5n, true, undefined],
    [0n, 0n, false, undefined],
  ])('from %d to %d, paid before: %s, is %s', (before, after, everPaid, movement) => {
    expect(movementOf(before, after, everPaid)).toBe(movement);
  });

  test('movements sum to the difference, and each month begins where the last one ended', () => {
    const level = fc.oneof(fc.constant(0n), fc.bigInt(1n, 1_000_000_000n));
    const account = fc.record({
      currency: fc.constantFrom('USD', 'EUR'),
      levels: fc.array(level, { minLength: months.length + 1, maxLength: months.length + 1 }),
      paidBefore: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(account, { maxLength: 10 }), (accounts) => {
        const mrr = new Mrr(months);
        for (const one of accounts) mrr.add(one);
        const byCurrency = Map.groupBy(mrr.rows(), ({ currency }) => currency);
        for (const rows of byCurrency.values()) {
          for (const [index, row] of rows.entries()) {
            const moved = MOVEMENTS.reduce((sum, kind) => sum + row.movements[kind], 0n);
            expect(moved).toBe(row.end - row.start);
            if (index > 0) expect(row.start).toBe(rows[index - 1]?.end);
          }
        }
      }),
    );
  });
});
