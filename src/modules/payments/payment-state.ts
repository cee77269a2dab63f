import { assert } from '../../kernel/assert.ts';
import type { ChargeAnswer } from './payment-provider.ts';

/**
 * What a payment's life is made of.
 *
 * `prepared`: its key is stored; the provider may or may not have been called since.
 * `unknown`: the provider was called and gave no answer. Neither is ever charged under another
 * key. `requires_action`: nothing moves until the customer confirms it on a page of the provider's
 * or the bank's. `refund_due`: the money came, but what it was for could not be delivered.
 */
export const PAYMENT_STATES = [
  'prepared',
  'unknown',
  'pending',
  'requires_action',
  'succeeded',
  'declined',
  'bounced',
  'reversed',
  'refund_due',
  'refunded',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PAYMENT_EVENTS = [
  'succeeded',
  'declined',
  'pending',
  'requires_action',
  'silent',
  'bounced',
  'reversed',
  'refund_wanted',
  'refunded',
  'refunded_in_part',
  'reinstated',
] as const;
export type PaymentEvent = (typeof PAYMENT_EVENTS)[number];

/** `same`: heard before, or no news. `defect`: cannot come about unless somebody is wrong. */
type Outcome = PaymentState | 'same' | 'defect';

/**
 * Every state × every event. Providers repeat themselves and speak out of order, so what is
 * already known is `same`, and a charge that failed before we heard that it had been accepted
 * is `declined`: nothing was delivered for it, so nothing has to be taken back. `reinstated`: a
 * dispute was won, so what had been reversed is here again.
 */
const TRANSITIONS: Readonly<Record<PaymentState, Readonly<Record<PaymentEvent, Outcome>>>> = {
  prepared: {
    succeeded: 'succeeded',
    declined: 'declined',
    pending: 'pending',
    requires_action: 'requires_action',
    silent: 'unknown',
    bounced: 'declined',
    reversed: 'declined',
    refund_wanted: 'defect',
    refunded: 'declined',
    refunded_in_part: 'same',
    reinstated: 'succeeded',
  },
  unknown: {
    succeeded: 'succeeded',
    declined: 'declined',
    pending: 'pending',
    requires_action: 'requires_action',
    silent: 'same',
    bounced: 'declined',
    reversed: 'declined',
    refund_wanted: 'defect',
    refunded: 'declined',
    refunded_in_part: 'same',
    reinstated: 'succeeded',
  },
  pending: {
    succeeded: 'succeeded',
    declined: 'bounced',
    pending: 'same',
    requires_action: 'same',
    silent: 'same',
    bounced: 'bounced',
    reversed: 'bounced',
    refund_wanted: 'defect',
    refunded: 'bounced',
    refunded_in_part: 'same',
    reinstated: 'succeeded',
  },
  requires_action: {
    succeeded: 'succeeded',
    declined: 'declined',
    pending: 'pending',
    requires_action: 'same',
    silent: 'same',
    bounced: 'declined',
    reversed: 'declined',
    refund_wanted: 'defect',
    refunded: 'declined',
    refunded_in_part: 'same',
    reinstated: 'succeeded',
  },
  succeeded: {
    succeeded: 'same',
    declined: 'defect',
    pending: 'same',
    requires_action: 'same',
    silent: 'same',
    bounced: 'reversed',
    reversed: 'reversed',
    refund_wanted: 'refund_due',
    refunded: 'reversed',
    refunded_in_part: 'same',
    reinstated: 'same',
  },
  declined: {
    succeeded: 'defect',
    declined: 'same',
    pending: 'defect',
    requires_action: 'defect',
    silent: 'same',
    bounced: 'same',
    reversed: 'same',
    refund_wanted: 'defect',
    refunded: 'same',
    refunded_in_part: 'defect',
    reinstated: 'defect',
  },
  bounced: {
    succeeded: 'defect',
    declined: 'same',
    pending: 'same',
    requires_action: 'same',
    silent: 'same',
    bounced: 'same',
    reversed: 'same',
    refund_wanted: 'defect',
    refunded: 'same',
    refunded_in_part: 'defect',
    reinstated: 'defect',
  },
  reversed: {
    succeeded: 'same',
    declined: 'defect',
    pending: 'same',
    requires_action: 'same',
    silent: 'same',
    bounced: 'same',
    reversed: 'same',
    refund_wanted: 'defect',
    refunded: 'same',
    refunded_in_part: 'same',
    reinstated: 'succeeded',
  },
  refund_due: {
    succeeded: 'same',
    declined: 'defect',
    pending: 'same',
    requires_action: 'same',
    silent: 'same',
    bounced: 'refunded',
    reversed: 'refunded',
    refund_wanted: 'same',
    refunded: 'refunded',
    refunded_in_part: 'same',
    reinstated: 'same',
  },
  refunded: {
    succeeded: 'same',
    declined: 'defect',
    pending: 'same',
    requires_action: 'same',
    silent: 'same',
    bounced: 'same',
    reversed: 'same',
    refund_wanted: 'same',
    refunded: 'same',
    refunded_in_part: 'same',
    reinstated: 'same',
  },
};

/** The state after `event`, or undefined where it changes nothing. */
export function afterPaymentEvent(
  state: PaymentState,
  event: PaymentEvent,
): PaymentState | undefined {
  const outcome = TRANSITIONS[state][event];
  assert(outcome !== 'defect', `a ${state} payment cannot be ${event}`);
  return outcome === 'same' ? undefined : outcome;
}

/** Whether the provider still has to say what became of it. */
export function isInDoubt(state: PaymentState): boolean {
  return state === 'prepared' || state === 'unknown';
}

/** Whether it is neither through nor failed: money may move for it yet. */
export function isUnderWay(state: PaymentState): boolean {
  return isInDoubt(state) || state === 'pending' || state === 'requires_action';
}

/** What is news though the state stays: money that came has gone back in part. */
export function isToldAnyway(event: PaymentEvent): boolean {
  return event === 'refunded_in_part';
}

/** The provider's answer as an event of the payment. */
export function eventOf(answer: ChargeAnswer): PaymentEvent {
  return answer.outcome;
}

const FIRST_ASK_SECONDS = 60;
const ASK_SECONDS_MAX = 3_600;

/**
 * Seconds until a payment in doubt is asked about again: a minute, which is longer than any
 * request of ours waits for its answer, then twice as long each time, an hour at most.
 */
export function askAgainSeconds(asksSoFar: number): number {
  return Math.min(FIRST_ASK_SECONDS * 2 ** Math.min(asksSoFar, 10), ASK_SECONDS_MAX);
}
