import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, localDateAt, startOfDay } from '../../kernel/calendar.ts';
import { formatAmount, type Money, microsPerMinorUnit, moneyOf } from '../../kernel/money.ts';
import { daysInPeriod, periodContaining, periodStart } from '../../kernel/period.ts';
import { prorate } from './prorate.ts';

const november = { start: '2026-11-01', end: '2026-12-01' };

describe('examples', () => {
  test.each([
    ['the whole price on the first day', '85.00', 2, '2026-11-01', '170.00', 30],
    ['one day of it on the last', '85.00', 1, '2026-11-30', '2.83', 1],
    ['today is counted', '100.00', 1, '2026-11-16', '50.00', 15],
    ['a half is rounded up', '0.01', 1, '2026-11-16', '0.01', 15],
    ['less than a half is rounded down', '0.01', 1, '2026-11-17', '0.00', 14],
    ['nothing costs nothing', '85.00', 0, '2026-11-10', '0.00', 21],
  ])('%s', (_name, price, quantity, day, amount, days) => {
    const result = prorate(moneyOf(price, 'USD'), quantity, november, day);
    expect(formatAmount(result.amount)).toBe(amount);
    expect(result.daysCharged).toBe(days);
    expect(result.daysInPeriod).toBe(30);
  });

  test.each([
    ['JPY', '9000', '4500'],
    ['KWD', '25.125', '12.563'],
  ])('amounts are in the minor unit of %s', (currency, price, amount) => {
    const result = prorate(moneyOf(price, currency), 1, november, '2026-11-16');
    expect(formatAmount(result.amount)).toBe(amount);
  });

  test('a day outside of the period is a bug and not a free license', () => {
    expect(() => prorate(moneyOf('85.00', 'USD'), 1, november, '2026-12-01')).toThrow();
    expect(() => prorate(moneyOf('85.00', 'USD'), 1, november, '2026-10-31')).toThrow();
  });
});

const price = fc
  .record({
    currency: fc.constantFrom('JPY', 'USD', 'KWD'),
    minor: fc.bigInt(0n, 10_000_000n),
  })
  .map(
    ({ currency, minor }): Money => ({ micros: minor * microsPerMinorUnit(currency), currency }),
  );

/** A period of an account anchored on any day of the month, and a day in it. */
const dayOfPeriod = fc
  .record({
    anchorDay: fc.integer({ min: 1, max: 31 }),
    n: fc.integer({ min: -120, max: 120 }),
    offset: fc.nat(30),
  })
  .map(({ anchorDay, n, offset }) => {
    const anchor = `2024-01-${String(anchorDay).padStart(2, '0')}`;
    const period = { start: periodStart(anchor, n), end: periodStart(anchor, n + 1) };
    return { period, day: addDays(period.start, offset % daysInPeriod(period)) };
  });

describe('properties', () => {
  test('any split of a purchase costs the same to within one minor unit a line', () => {
    fc.assert(
      fc.property(
        price,
        dayOfPeriod,
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }),
        (unitPrice, { period, day }, parts) => {
          const total = parts.reduce((all, part) => all + part, 0);
          const whole = prorate(unitPrice, total, period, day).amount.micros;
          const split = parts.reduce(
            (all, part) => all + prorate(unitPrice, part, period, day).amount.micros,
            0n,
          );
          const unit = microsPerMinorUnit(unitPrice.currency);
          const difference = whole > split ? whole - split : split - whole;
          expect(difference <= unit * BigInt(parts.length)).toBe(true);
        },
      ),
    );
  });

  test('a later day never costs more, and never more than the whole price', () => {
    fc.assert(
      fc.property(price, dayOfPeriod, fc.nat(200), (unitPrice, { period, day }, quantity) => {
        const today = prorate(unitPrice, quantity, period, day);
        expect(today.amount.micros <= unitPrice.micros * BigInt(quantity)).toBe(true);
        expect(today.daysCharged).toBeGreaterThanOrEqual(1);
        const tomorrow = addDays(day, 1);
        if (tomorrow === period.end) return;
        const next = prorate(unitPrice, quantity, period, tomorrow);
        expect(next.amount.micros <= today.amount.micros).toBe(true);
        expect(next.daysCharged).toBe(today.daysCharged - 1);
      }),
    );
  });

  test('all anchors 1–31 through ten years tile time and come back to their day', () => {
    for (let anchorDay = 1; anchorDay <= 31; anchorDay += 1) {
      const anchor = `2020-01-${String(anchorDay).padStart(2, '0')}`;
      for (let n = 0; n < 120; n += 1) {
        const period = { start: periodStart(anchor, n), end: periodStart(anchor, n + 1) };
        const lastDay = addDays(period.end, -1);
        expect(periodContaining(anchor, period.start)).toEqual(period);
        expect(periodContaining(anchor, lastDay)).toEqual(period);
        const month = period.start.slice(0, 7);
        // Where the month is too short the period starts on its last day.
        const wanted = Math.min(anchorDay, daysBetween(`${month}-01`, addMonths(`${month}-01`, 1)));
        expect(Number(period.start.slice(8))).toBe(wanted);
        const unitPrice = moneyOf('31.00', 'USD');
        const first = prorate(unitPrice, 1, period, period.start);
        expect(first.amount).toEqual(unitPrice);
        expect(prorate(unitPrice, 1, period, lastDay).daysCharged).toBe(1);
      }
    }
  });

  // Chatham: 45 minutes; Santiago and Beirut change at midnight; Apia skipped a whole day;
  // Lord Howe changes by half an hour.
  test.each([
    'America/New_York',
    'Europe/London',
    'Pacific/Chatham',
    'America/Santiago',
    'Asia/Beirut',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'Asia/Tokyo',
    'UTC',
  ])('in %s every instant of ten years is charged by the calendar day it lies in', (zone) => {
    const unitPrice = moneyOf('100.00', 'USD');
    for (let day = '2019-12-31'; day < '2030-01-01'; day = addDays(day, 1)) {
      const start = startOfDay(day, zone);
      const end = startOfDay(addDays(day, 1), zone);
      if (start.getTime() === end.getTime()) continue; // A day that the zone skipped.
      expect(localDateAt(start, zone)).toBe(day);
      expect(localDateAt(new Date(end.getTime() - 1), zone)).toBe(day);
      if (day.endsWith('-15')) {
        const period = periodContaining('2020-01-31', day);
        const charged = prorate(unitPrice, 1, period, localDateAt(start, zone)).daysCharged;
        expect(charged).toBe(daysBetween(day, period.end));
      }
    }
  });
});
