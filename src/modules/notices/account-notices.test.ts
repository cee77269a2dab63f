import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { money } from '../../kernel/money.ts';
import { type AccountNoticeFacts, accountNotices, nextLookDay } from './account-notices.ts';

const facts: AccountNoticeFacts = {
  today: '2026-11-24',
  period: { start: '2026-11-01', end: '2026-12-01' },
  daysBeforeRenewal: 7,
  alerts: [],
  upcomingTotal: money(190_000_000n, 'USD'),
  link: '/billing-accounts/ba_1',
};
const alert = (code: string, about?: string) => ({
  code,
  level: 'warning' as const,
  message: code,
  remedies: [],
  ...(about !== undefined && { about }),
});
const kindsOf = (changes: Partial<AccountNoticeFacts>) =>
  accountNotices({ ...facts, ...changes }).map(({ kind, key }) => `${kind} ${key}`);

describe('what an account is told as it stands', () => {
  test('is the renewal from a week before it, where it charges anything', () => {
    expect(kindsOf({ today: '2026-11-23' })).toEqual([]);
    expect(kindsOf({})).toEqual(['renewal_coming 2026-12-01']);
    expect(kindsOf({ upcomingTotal: money(0n, 'USD') })).toEqual([]);
  });

  test('is each alert once in its period, or once for what it is about', () => {
    const alerts = [alert('minutes_run_out'), alert('card_expires', 'fs_1/2026-12-31')];
    expect(kindsOf({ today: '2026-11-10', alerts })).toEqual([
      'minutes_run_out 2026-11-01',
      'card_expires fs_1/2026-12-31',
    ]);
  });

  test('leaves out what is no news, and unused licenses until something can be done', () => {
    const alerts = [alert('pending_decrease'), alert('paid_but_unassigned')];
    expect(kindsOf({ today: '2026-11-10', alerts })).toEqual([]);
    expect(kindsOf({ alerts })).toEqual([
      'paid_but_unassigned 2026-11-01',
      'renewal_coming 2026-12-01',
    ]);
  });
});

describe('the next look', () => {
  const days = {
    period: facts.period,
    daysBeforeRenewal: 7,
    contractEndsOn: undefined,
    daysBeforeContractEnd: 60,
    cardsExpireOn: [],
    daysBeforeCardExpires: 30,
  };

  test('is before the renewal, then with the next period', () => {
    expect(nextLookDay(days, '2026-11-02')).toBe('2026-11-24');
    expect(nextLookDay(days, '2026-11-24')).toBe('2026-12-01');
  });

  test('is sooner where a contract or card comes to its end', () => {
    const contractEndsOn = '2027-01-05';
    expect(nextLookDay({ ...days, contractEndsOn }, '2026-11-02')).toBe('2026-11-06');
    const cardsExpireOn = ['2026-12-10'];
    expect(nextLookDay({ ...days, cardsExpireOn }, '2026-11-02')).toBe('2026-11-10');
  });

  test('always comes, and never later than the period ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 29 }),
        fc.integer({ min: -90, max: 90 }),
        (day, end) => {
          const today = addDays(facts.period.start, day);
          const next = nextLookDay({ ...days, contractEndsOn: addDays(today, end) }, today);
          expect(next > today && next <= facts.period.end).toBe(true);
        },
      ),
    );
  });
});
