import { describe, expect, it } from 'vitest';
import { type StandingRecord, standingAt } from './standing.ts';

const at = new Date('2026-12-15T00:00:00Z');
const before = new Date(at.getTime() - 1);
const good: StandingRecord = {
  currency: 'USD',
  closedAt: null,
  suspendedAt: null,
  suspendedReason: null,
  unpaidSuspendsAt: null,
  unpaidAmount: null,
};
const unpaid = { ...good, unpaidSuspendsAt: at, unpaidAmount: 95_000_000n };

describe('an account’s standing', () => {
  it('turns suspended at the instant that is written down, without anything having run', () => {
    expect(standingAt(good, at).standing).toBe('good');
    expect(standingAt(unpaid, before).standing).toBe('good');
    expect(standingAt(unpaid, at)).toEqual({
      standing: 'suspended',
      reason: '$95.00 is past due',
      toPay: { micros: 95_000_000n, currency: 'USD' },
    });
  });

  it('is the operator’s decision first: paying does not end that', () => {
    const suspended = { ...unpaid, suspendedAt: before, suspendedReason: 'fraud' };
    expect(standingAt(suspended, at)).toEqual({
      standing: 'suspended',
      reason: 'fraud',
      toPay: undefined,
    });
  });

  it('is closed for ever, whatever is owed', () => {
    expect(standingAt({ ...unpaid, closedAt: before }, at).standing).toBe('closed');
  });
});
