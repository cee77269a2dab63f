import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { billedSeconds, chargeFor, secondsFor, wholeMinutes } from './charge.ts';
import type { CallRate } from './rate.ts';

const rate = (over: Partial<CallRate> = {}): CallRate => ({
  kind: 'voice',
  code: 'voice/default/outbound',
  version: 1,
  priceMicros: 30_000n,
  feeMicros: 0n,
  firstSeconds: 60,
  nextSeconds: 60,
  currency: 'USD',
  ...over,
});

const anyVoiceRate = fc
  .record({
    priceMicros: fc.bigInt(0n, 5_000_000n),
    feeMicros: fc.bigInt(0n, 500_000n),
    increments: fc.constantFrom([60, 60], [30, 6], [6, 6], [1, 1], [0, 60], [60, 1]),
  })
  .map(({ increments: [first = 1, next = 1], ...over }) =>
    rate({ ...over, firstSeconds: Math.max(1, first), nextSeconds: next }),
  );

describe('billedSeconds', () => {
  test.each([
    [30, 6, 10_000, 30],
    [30, 6, 31_000, 36],
    [60, 60, 61_000, 120],
    [60, 60, 60_000, 60],
    [60, 60, 60_001, 120],
    [6, 6, 6_001, 12],
    [1, 1, 1, 1],
    [1, 1, 999, 1],
    [1, 1, 1_001, 2],
    [60, 60, 0, 0],
  ])('%i/%i charges %i ms as %i s', (firstSeconds, nextSeconds, usedMs, billed) => {
    expect(billedSeconds({ firstSeconds, nextSeconds }, usedMs)).toBe(billed);
  });

  test('is never less than was used, and less than one increment more', () => {
    fc.assert(
      fc.property(anyVoiceRate, fc.integer({ min: 1, max: 86_400_000 }), (any, usedMs) => {
        const billed = billedSeconds(any, usedMs);
        expect(billed * 1000).toBeGreaterThanOrEqual(usedMs);
        const step = billed === any.firstSeconds ? any.firstSeconds : any.nextSeconds;
        expect(billed * 1000 - usedMs).toBeLessThan(step * 1000);
      }),
    );
  });
});

describe('chargeFor', () => {
  test('rounds once, half up, to a millionth', () => {
    // 0.010001 a minute: one second is 166.68 micro-units, thirty are 5000.5.
    const odd = rate({ priceMicros: 10_001n, firstSeconds: 1, nextSeconds: 1 });
    expect(chargeFor(odd, 1_000, 0)).toBe(167n);
    expect(chargeFor(odd, 30_000, 0)).toBe(5_001n);
  });

  test('adds the connection fee once, and to a used call only', () => {
    const fee = rate({ feeMicros: 10_000n });
    expect(chargeFor(fee, 1, 0)).toBe(40_000n);
    expect(chargeFor(fee, 0, 0)).toBe(0n);
  });

  test('charges messages by the segment', () => {
    expect(chargeFor(rate({ kind: 'sms', priceMicros: 9_500n }), 0, 3)).toBe(28_500n);
    expect(chargeFor(rate({ kind: 'sms', feeMicros: 5n }), 9_000, 0)).toBe(0n);
  });

  test('never falls as usage grows', () => {
    const used = fc.integer({ min: 0, max: 86_400_000 });
    fc.assert(
      fc.property(anyVoiceRate, used, used, (any, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(chargeFor(any, less, 0)).toBeLessThanOrEqual(chargeFor(any, more, 0));
      }),
    );
  });
});

describe('secondsFor', () => {
  test('is the longest call the money pays for, and one increment more is too dear', () => {
    fc.assert(
      fc.property(anyVoiceRate, fc.bigInt(0n, 100_000_000n), (any, micros) => {
        const seconds = secondsFor(any, micros);
        if (seconds === undefined) {
          expect(any.priceMicros).toBe(0n);
          return;
        }
        const next = seconds === 0 ? 1 : seconds + any.nextSeconds;
        expect(chargeFor(any, seconds * 1000, 0)).toBeLessThanOrEqual(micros);
        expect(chargeFor(any, next * 1000, 0)).toBeGreaterThan(micros);
      }),
    );
  });
});

test('whole minutes are rounded down and never negative', () => {
  expect(wholeMinutes(rate(), 99_987_500n)).toBe(3332);
  expect(wholeMinutes(rate(), -1n)).toBe(0);
  expect(wholeMinutes(rate({ priceMicros: 0n }), 5n)).toBeUndefined();
});
