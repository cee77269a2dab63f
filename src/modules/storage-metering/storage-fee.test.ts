import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../kernel/money.ts';
import {
  allowance,
  monthlyFee,
  overage,
  overageOf,
  projectedOverage,
  type Reading,
  storageFee,
} from './storage-fee.ts';

const GB = 1_000_000_000n;
const price = moneyOf('20.00', 'USD');

const reading = (bytes: bigint, allowanceBytes: bigint, day = '2026-01-01'): Reading => ({
  day,
  meter: 'recordings',
  bytes,
  users: 0,
  allowanceBytes,
  meterVersion: 1,
});

const bytes = fc.bigInt(0n, 500n * GB);

describe('a storage fee', () => {
  it('is the mean daily overage in fractional gigabytes, rounded once half up', () => {
    const cases = [
      { overDays: 31n * 2n * GB, days: 31, fee: '40.00' },
      { overDays: 2n * GB, days: 31, fee: '1.29' }, // one day of 2 GB: 40 ÷ 31 = 1.290…
      { overDays: 2_500_000n * 30n, days: 30, fee: '0.05' }, // 2.5 MB all month: exactly 0.05
      { overDays: 250_000n * 30n, days: 30, fee: '0.01' }, // 0.005 goes up
      { overDays: 249_999n * 30n, days: 30, fee: '0.00' },
    ];
    for (const { overDays, days, fee } of cases) {
      expect(storageFee(price, overDays, days)).toEqual(moneyOf(fee, 'USD'));
    }
  });

  it('rounds to the minor unit of the currency', () => {
    expect(storageFee(moneyOf('1000', 'JPY'), GB / 3n, 1)).toEqual(moneyOf('333', 'JPY'));
    expect(storageFee(moneyOf('10', 'KWD'), GB / 3n, 1)).toEqual(moneyOf('3.333', 'KWD'));
  });

  it('is nothing at or below the allowance, and every user adds to the allowance', () => {
    expect(overage(allowance(500n, 50n, 3), 650n)).toBe(0n);
    expect(overage(651n, allowance(500n, 50n, 3))).toBe(1n);
  });

  it('is projected as it will be charged when nothing changes, whatever the day', () => {
    const period = fc.integer({ min: 28, max: 31 });
    fc.assert(
      fc.property(period, fc.nat(), fc.array(bytes, { maxLength: 30 }), bytes, bytes, (...of) => {
        const [days, at, earlier, now, free] = of;
        // Days up to and including today have been read; the level stays from today on.
        const today = at % days;
        const before = Array.from({ length: today }, (_, day) => earlier[day] ?? 0n);
        const read = [...before, now].map((level) => reading(level, free));
        const projected = projectedOverage(read, overage(now, free), days - today - 1);
        const rest = Array.from({ length: days - today - 1 }, () => reading(now, free));
        const charged = overageOf([...read, ...rest]);
        expect(storageFee(price, projected, days)).toEqual(storageFee(price, charged, days));
      }),
    );
  });

  it('of a month at one level is that level’s monthly fee, however long the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 28, max: 31 }), bytes, (days, over) => {
        expect(storageFee(price, over * BigInt(days), days)).toEqual(monthlyFee(price, over));
      }),
    );
  });

  it('never grows when less is stored', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, (one, other, free) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const low = monthlyFee(price, overage(less, free)).micros;
        expect(low <= monthlyFee(price, overage(more, free)).micros).toBe(true);
      }),
    );
  });
});
