import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateAt } from '../../kernel/calendar.ts';
import { moneyOf } from '../../kernel/money.ts';
import { quoteExpiry, readMinutes, sameFigures } from './quote.ts';

describe('a quote’s end', () => {
  it('is never more than 30 minutes away, never past its local day, and never now', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('UTC', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu'),
        (now, zone) => {
          const today = localDateAt(now, zone);
          const end = quoteExpiry(now, today, zone);
          expect(end.getTime()).toBeGreaterThan(now.getTime());
          expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(30 * 60_000);
          expect(localDateAt(new Date(end.getTime() - 1), zone)).toBe(today);
        },
      ),
    );
  });
});

describe('an amount of minutes', () => {
  it.each([
    ['0.01', 'USD'],
    ['1', 'JPY'],
    ['0.001', 'KWD'],
    ['1000000000', 'USD'],
    ['5.10', 'USD'],
  ])('may be %s %s', (amount, currency) => {
    expect(readMinutes(amount, currency)).toEqual(moneyOf(amount, currency));
  });

  it.each([
    ['0.001', 'USD'],
    ['0.5', 'JPY'],
    ['0.0001', 'KWD'],
    ['0', 'USD'],
    ['-1', 'USD'],
    ['1000000000.01', 'USD'],
    ['1000000000000', 'USD'],
    ['1e400', 'USD'],
    ['NaN', 'USD'],
    ['', 'USD'],
  ])('may not be "%s" %s', (amount, currency) => {
    expect(readMinutes(amount, currency)).toHaveProperty('wrong');
  });
});

describe('figures', () => {
  it('are the same in whatever order their fields were kept, and only then', () => {
    const figures = { due_now: { amount: '1.00', currency: 'USD' }, lines: [{ from: 1, to: 2 }] };
    const kept = { lines: [{ to: 2, from: 1 }], due_now: { currency: 'USD', amount: '1.00' } };
    expect(sameFigures(figures, kept)).toBe(true);
    expect(sameFigures(figures, { ...kept, lines: [{ to: 3, from: 1 }] })).toBe(false);
    expect(sameFigures(figures, { ...kept, lines: [] })).toBe(false);
  });
});
