import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { unpaidOf } from './dunning.ts';
import { ageBracket, amountsByAge } from './dunning-board.ts';
import {
  type DunningRules,
  type DunningSchedule,
  nextNoticeDay,
  nextRetryDay,
  scheduleFault,
  scheduleOn,
  suspensionDay,
} from './dunning-schedule.ts';

const days = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 })
  .map((list) => [0, ...list.toSorted((left, right) => left - right)]);
const rules: fc.Arbitrary<DunningRules> = fc.record({
  retryDays: days,
  noticeDays: days,
  graceDays: fc.integer({ min: 1, max: 30 }),
});
const SINCE = '2026-12-01';

const version = (number: number, effectiveOn: string | null): DunningSchedule => ({
  version: number,
  retryDays: [0],
  noticeDays: [],
  graceDays: 1,
  effectiveOn,
  publishedAt: new Date(0),
});

describe('a dunning schedule', () => {
  it('retries on each of its days once, in order, and suspends after the last', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const tried = [SINCE];
        for (let day = SINCE; ; ) {
          const next = nextRetryDay(rule, SINCE, day);
          if (next === undefined) break;
          expect(next > day).toBe(true);
          tried.push(next);
          day = next;
        }
        expect(tried).toEqual(rule.retryDays.map((day) => addDays(SINCE, day)));
        expect(suspensionDay(rule, SINCE) > (tried.at(-1) ?? SINCE)).toBe(true);
      }),
    );
  });

  it('makes up for no day that was missed: an attempt late counts for those before it', () => {
    const rule = { retryDays: [0, 3, 5, 7], noticeDays: [0, 3], graceDays: 7 };
    expect(nextRetryDay(rule, SINCE, '2026-12-05')).toBe('2026-12-06');
    expect(nextRetryDay(rule, SINCE, '2026-12-20')).toBeUndefined();
    expect(nextNoticeDay(rule, SINCE, SINCE)).toBe(SINCE);
    expect(nextNoticeDay(rule, SINCE, '2026-12-02')).toBe('2026-12-04');
    expect(nextNoticeDay(rule, SINCE, '2026-12-05')).toBeUndefined();
    expect(suspensionDay(rule, SINCE)).toBe('2026-12-15');
  });

  it('is the newest that has taken effect', () => {
    const versions = [version(1, null), version(2, '2027-01-01'), version(3, null)];
    expect(scheduleOn(versions, '2026-12-31').version).toBe(3);
    expect(scheduleOn(versions, '2027-01-01').version).toBe(2);
    const later = [...versions, version(4, '2027-01-01')];
    expect(scheduleOn(later, '2027-02-01').version).toBe(4);
  });

  it('names what is wrong with it', () => {
    const good = { retryDays: [0, 3], noticeDays: [0, 2], graceDays: 1 };
    expect(scheduleFault(good)).toBeUndefined();
    expect(scheduleFault({ ...good, retryDays: [3] })).toMatchObject({ pointer: '/retry_days' });
    expect(scheduleFault({ ...good, noticeDays: [2, 2] })).toMatchObject({
      pointer: '/notice_days',
    });
  });
});

describe('what is unpaid', () => {
  const owed = (pastDueOn: string, suspendsOn: string, state: 'running' | 'held' = 'running') => ({
    invoice: `inv_${pastDueOn}`,
    account: 'ba',
    state,
    schedule: 1,
    pastDueOn,
    suspendsAt: new Date(suspendsOn),
    nextNoticeAt: null,
    beganAt: new Date(0),
    outstanding: 10n,
  });

  it('suspends from the earliest on, for all that is past due by then', () => {
    const december = owed('2026-12-01', '2026-12-15');
    const coming = owed('2027-01-20', '2027-02-03');
    const january = owed('2027-01-01', '2027-01-15');
    expect(unpaidOf([december, january, coming], '2027-01-02')).toEqual({
      suspendsAt: december.suspendsAt,
      amount: 20n,
    });
    expect(unpaidOf([coming], '2027-01-02')).toEqual({
      suspendsAt: coming.suspendsAt,
      amount: 10n,
    });
    expect(unpaidOf([owed('2026-12-01', '2026-12-15', 'held')], '2027-01-02')).toBeUndefined();
    expect(unpaidOf([], '2027-01-02')).toBeUndefined();
  });

  it('is aged by whole days, and the brackets add up to all of it', () => {
    expect(
      [0, 30, 31, 60, 61, 90, 91, 400].map((age) => ageBracket(SINCE, addDays(SINCE, age))),
    ).toEqual(['0-30', '0-30', '31-60', '31-60', '61-90', '61-90', '91+', '91+']);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(200), fc.bigInt(1n, 100n))), (rows) => {
        const list = rows.map(([age, outstanding]) => ({
          pastDueOn: addDays('2026-12-31', -age),
          outstanding,
        }));
        const sums = Object.values(amountsByAge(list, '2026-12-31', 'USD'));
        const total = list.reduce((sum, { outstanding }) => sum + outstanding, 0n);
        expect(sums.reduce((sum, { micros }) => sum + micros, 0n)).toBe(total);
      }),
    );
  });
});
