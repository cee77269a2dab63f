import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Money, moneyOf } from '../../kernel/money.ts';
import { averageWindow, type DailyUsage, runOutOn } from './daily-usage.ts';
import { decideRecharge, type RechargeState, rechargeFigures, retryAfter } from './recharge.ts';

const usd = (amount: string): Money => moneyOf(amount, 'USD');
const usage = (used: string, days: number): DailyUsage => ({ used: usd(used), days });
const now = new Date('2026-11-22T12:00:00Z');

describe('the figures of a recharge by usage', () => {
  test('are 5 and 14 days of the average, rounded up to the minor unit', () => {
    const figures = rechargeFigures({ mode: 'usage_based' }, usage('100.00', 30));
    expect(figures).toEqual({ threshold: usd('16.67'), amount: usd('46.67') });
  });

  test('are none where nothing is used, so nothing is ever bought for nothing', () => {
    expect(rechargeFigures({ mode: 'usage_based' }, usage('0', 30))).toBeUndefined();
    expect(rechargeFigures({ mode: 'usage_based' }, usage('0', 0))).toBeUndefined();
    expect(rechargeFigures({ mode: 'off' }, usage('100', 30))).toBeUndefined();
  });
});

describe('the days of an average', () => {
  test('are the last 30 full ones, or those since the first usage', () => {
    expect(averageWindow('2026-11-22', '2026-01-01')).toEqual({
      from: '2026-10-23',
      to: '2026-11-22',
      days: 30,
    });
    expect(averageWindow('2026-11-22', '2026-11-20').days).toBe(2);
    expect(averageWindow('2026-11-22', '2026-11-22').days).toBe(0);
    expect(averageWindow('2026-11-22', undefined).days).toBe(0);
  });
});

describe('the run-out date', () => {
  test('is when what is available is used up at the average', () => {
    expect(runOutOn(usd('514.00'), usage('864.00', 10), '2026-11-22')).toBe('2026-11-27');
    expect(runOutOn(usd('0'), usage('1.00', 10), '2026-11-22')).toBe('2026-11-22');
    expect(runOutOn(usd('5.00'), usage('0', 10), '2026-11-22')).toBeUndefined();
  });
});

describe('a recharge', () => {
  const low: RechargeState = {
    mode: 'fixed',
    figures: { threshold: usd('71.00'), amount: usd('200.00') },
    monthlyCap: usd('800.00'),
    available: usd('70.99'),
    pendingPurchases: usd('0'),
    rechargeInFlight: false,
    rechargedThisPeriod: usd('0'),
    now,
  };

  test('is made below the threshold and not at it', () => {
    expect(decideRecharge(low)).toEqual({ buy: usd('200.00') });
    expect(decideRecharge({ ...low, available: usd('71.00') })).toMatchObject({
      because: 'enough',
    });
  });

  test('counts what is on its way', () => {
    const state = { ...low, pendingPurchases: usd('0.01') };
    expect(decideRecharge(state)).toMatchObject({ because: 'enough' });
  });

  test('that would pass the cap is not made, not even in part', () => {
    expect(decideRecharge({ ...low, rechargedThisPeriod: usd('600.00') }).buy).toBeDefined();
    const passing = { ...low, rechargedThisPeriod: usd('600.01') };
    expect(decideRecharge(passing)).toMatchObject({ buy: undefined, because: 'monthly_cap' });
  });

  test('waits while one is in flight, after a failed one, and for ever once stopped', () => {
    expect(decideRecharge({ ...low, rechargeInFlight: true })).toMatchObject({
      because: 'in_flight',
    });
    const retryAt = retryAfter(1, now);
    expect(decideRecharge({ ...low, retryAt })).toMatchObject({ because: 'backing_off' });
    expect(decideRecharge({ ...low, retryAt, now: retryAt }).buy).toBeDefined();
    expect(decideRecharge({ ...low, stoppedReason: 'chargeback' })).toMatchObject({
      because: 'stopped',
    });
  });

  test('backs off longer with each failure, a day at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (failures) => {
        const wait = retryAfter(failures, now).getTime() - now.getTime();
        const next = retryAfter(failures + 1, now).getTime() - now.getTime();
        expect(next >= wait && next <= 86_400_000).toBe(true);
      }),
    );
  });
});
