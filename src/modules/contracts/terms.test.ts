import { describe, expect, test } from 'vitest';
import { addMonths } from '../../kernel/calendar.ts';
import type { AtEnd } from './contract.ts';
import { committedUntil, overlapping, termOn } from './terms.ts';

function span(id: string, startsOn: string, months: number, atEnd: AtEnd) {
  return { id, startsOn, months, endsOn: addMonths(startsOn, months), atEnd };
}

const lapsing = span('ctr_a', '2026-01-15', 12, 'lapse');
const renewing = span('ctr_b', '2026-01-15', 6, 'renew');

describe('terms', () => {
  test('a contract runs from its first day to the day before ends_on', () => {
    expect(termOn(lapsing, [lapsing], '2026-01-14')).toBeUndefined();
    expect(termOn(lapsing, [lapsing], '2026-01-15')?.number).toBe(0);
    expect(termOn(lapsing, [lapsing], '2027-01-14')?.number).toBe(0);
    expect(termOn(lapsing, [lapsing], '2027-01-15')).toBeUndefined();
  });

  test('a renewing contract begins term after term', () => {
    expect(termOn(renewing, [renewing], '2026-07-15')).toEqual({
      number: 1,
      startsOn: '2026-07-15',
      endsOn: '2027-01-15',
    });
    expect(termOn(renewing, [renewing], '2030-01-14')?.number).toBe(7);
  });

  test('terms from the 31st come back to their day', () => {
    const contract = span('ctr_c', '2026-08-31', 6, 'renew');
    expect(termOn(contract, [contract], '2027-03-01')?.startsOn).toBe('2027-02-28');
    expect(termOn(contract, [contract], '2027-09-01')?.startsOn).toBe('2027-08-31');
  });

  test('a renewal gives way to a contract that it would reach into', () => {
    const next = span('ctr_n', '2027-03-01', 12, 'lapse');
    const all = [renewing, next];
    expect(termOn(renewing, all, '2026-12-31')?.number).toBe(1);
    expect(termOn(renewing, all, '2027-01-15')).toBeUndefined();
    expect(termOn(renewing, all, '2028-06-01')).toBeUndefined();
  });

  test('what a renewing contract has committed to is the term that today lies in', () => {
    expect(committedUntil(renewing, [renewing], '2025-06-01')).toBe('2026-07-15');
    expect(committedUntil(renewing, [renewing], '2026-03-01')).toBe('2026-07-15');
    expect(committedUntil(renewing, [renewing], '2026-07-15')).toBe('2027-01-15');
    expect(committedUntil(lapsing, [lapsing], '2030-01-01')).toBe('2027-01-15');
  });
});

describe('overlap', () => {
  test.each([
    ['inside', '2026-03-01', 1, true],
    ['over the start', '2025-12-15', 2, true],
    ['over the end', '2027-01-14', 6, true],
    ['around', '2025-01-01', 36, true],
    ['up to the first day', '2025-12-15', 1, false],
    ['from the first day after', '2027-01-15', 6, false],
  ])('a contract %s', (_name, startsOn, months, refused) => {
    const wanted = span('ctr_w', startsOn, months, 'lapse');
    expect(overlapping([lapsing], wanted, '2026-02-01') !== undefined).toBe(refused);
  });

  test('a renewed term that has begun is not given up, one that has not is', () => {
    const wanted = span('ctr_w', '2026-08-01', 6, 'lapse');
    expect(overlapping([renewing], wanted, '2026-07-14')).toBeUndefined();
    expect(overlapping([renewing], wanted, '2026-07-15')?.id).toBe('ctr_b');
  });
});
