import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterPaymentEvent,
  askAgainSeconds,
  isInDoubt,
  PAYMENT_EVENTS,
  PAYMENT_STATES,
  type PaymentEvent,
  type PaymentState,
} from './payment-state.ts';

function next(state: PaymentState, event: PaymentEvent): PaymentState | 'defect' {
  try {
    return afterPaymentEvent(state, event) ?? state;
  } catch {
    return 'defect';
  }
}

describe('the payment state machine', () => {
  it('has an outcome for every state and every event', () => {
    for (const state of PAYMENT_STATES) {
      for (const event of PAYMENT_EVENTS) {
        expect([...PAYMENT_STATES, 'defect']).toContain(next(state, event));
      }
    }
  });

  it('changes nothing when an event is heard a second time', () => {
    for (const state of PAYMENT_STATES) {
      for (const event of PAYMENT_EVENTS) {
        const once = next(state, event);
        if (once === 'defect' || once === state) continue;
        // A bounce of what succeeded reads as a reversal, and hearing it again is no news.
        const twice = next(once, event);
        expect([once, 'defect']).toContain(twice);
      }
    }
  });

  it('never goes back into doubt once the provider has spoken', () => {
    for (const state of PAYMENT_STATES.filter((state) => !isInDoubt(state))) {
      for (const event of PAYMENT_EVENTS) {
        const after = next(state, event);
        expect(after !== 'defect' && isInDoubt(after)).toBe(false);
      }
    }
  });

  it('never delivers after the money was refused, unless a dispute about it was won', () => {
    const refused: PaymentState[] = ['declined', 'bounced', 'reversed', 'refunded'];
    const told = PAYMENT_EVENTS.filter((event) => event !== 'reinstated');
    fc.assert(
      fc.property(
        fc.constantFrom(...refused),
        fc.array(fc.constantFrom(...told), { maxLength: 6 }),
        (start, events) => {
          let state = start;
          for (const event of events) {
            const after = next(state, event);
            if (after === 'defect') return;
            state = after;
            expect(refused).toContain(state);
          }
        },
      ),
    );
  });

  it('is good again by a dispute that was won, and only where it had been reversed', () => {
    const final: PaymentState[] = ['declined', 'bounced', 'refunded', 'refund_due'];
    expect(next('reversed', 'reinstated')).toBe('succeeded');
    for (const state of final) expect([state, 'defect']).toContain(next(state, 'reinstated'));
  });

  it('silence moves nothing but a payment that was only prepared', () => {
    for (const state of PAYMENT_STATES) {
      expect(next(state, 'silent')).toBe(state === 'prepared' ? 'unknown' : state);
    }
  });

  it('asks again ever more rarely, at least once an hour', () => {
    expect([0, 1, 2, 20, 5_000].map(askAgainSeconds)).toEqual([60, 120, 240, 3_600, 3_600]);
  });
});
