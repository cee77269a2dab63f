import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, localDateAt, parseLocalDate, startOfDay } from './calendar.ts';
import { daysInPeriod, periodContaining, periodStart, periodStartOnOrAfter } from './period.ts';

const day = fc.integer({ min: 0, max: 3_660 }).map((offset) => addDays('2024-01-01', offset));
const zones = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
);

describe('a billing period', () => {
  test('anchored on the 31st falls on the last day of shorter months and comes back', () => {
    const starts = [0, 1, 2, 3].map((n) => periodStart('2026-01-31', n));
    expect(starts).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
    expect(periodStart('2024-02-29', 12)).toBe('2025-02-28');
    expect(periodStart('2024-02-29', 48)).toBe('2028-02-29');
  });

  test('contains its day, and the periods of an anchor leave no day out and none twice', () => {
    fc.assert(
      fc.property(day, day, (anchor, today) => {
        const period = periodContaining(anchor, today);
        expect(period.start <= today && today < period.end).toBe(true);
        expect(periodContaining(anchor, period.end).start).toBe(period.end);
        expect(periodContaining(anchor, addDays(period.start, -1)).end).toBe(period.start);
        expect(daysInPeriod(period)).toBeGreaterThanOrEqual(28);
        expect(daysInPeriod(period)).toBeLessThanOrEqual(31);
      }),
    );
  });

  test('may lie before its anchor, so that there is no stub', () => {
    expect(periodContaining('2026-12-15', '2026-11-22')).toEqual({
      start: '2026-11-15',
      end: '2026-12-15',
    });
    expect(periodStartOnOrAfter('2026-12-15', '2026-11-15')).toBe('2026-11-15');
    expect(periodStartOnOrAfter('2026-12-15', '2026-11-16')).toBe('2026-12-15');
  });
});

describe('a calendar day', () => {
  test('begins at its first instant that exists, in every zone, when clocks change too', () => {
    fc.assert(
      fc.property(day, zones, (today, zone) => {
        const start = startOfDay(today, zone);
        expect(localDateAt(start, zone)).toBe(today);
        expect(localDateAt(new Date(start.getTime() - 1), zone) < today).toBe(true);
      }),
    );
  });

  test('that was skipped at midnight begins at one o’clock', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe(
      '2018-11-04T03:00:00.000Z',
    );
  });

  test('is counted, not the hours in it', () => {
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
    expect(daysBetween('2026-11-01', '2026-10-31')).toBe(-1);
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', 'today', ''])(
    '%j is none',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined();
    },
  );
});
