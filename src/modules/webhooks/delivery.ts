/** `abandoned`: nobody answered for days, or the endpoint is gone; it can be sent by hand. */
export type DeliveryState = 'pending' | 'delivered' | 'abandoned';

/** What happens to a delivery. `gone` is the receiver's 410: it wants nothing any more. */
export type DeliveryEvent = 'accepted' | 'failed' | 'failed_last' | 'gone' | 'retry';

/**
 * Every state × every event. What was accepted stays so, whatever a duplicate attempt says
 * later: an endpoint may have been sent the same event twice.
 */
const NEXT: Record<DeliveryState, Record<DeliveryEvent, DeliveryState>> = {
  pending: {
    accepted: 'delivered',
    failed: 'pending',
    failed_last: 'abandoned',
    gone: 'abandoned',
    retry: 'pending',
  },
  delivered: {
    accepted: 'delivered',
    failed: 'delivered',
    failed_last: 'delivered',
    gone: 'delivered',
    retry: 'pending',
  },
  abandoned: {
    accepted: 'delivered',
    failed: 'abandoned',
    failed_last: 'abandoned',
    gone: 'abandoned',
    retry: 'pending',
  },
};

export function deliveryAfter(state: DeliveryState, event: DeliveryEvent): DeliveryState {
  return NEXT[state][event];
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Pauses after the 1st, 2nd, … failed attempt, as the Standard Webhooks specification proposes:
 * short at first for a receiver that restarts, then long enough to outlast a weekend.
 */
const PAUSES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** How long to wait after `attempts` failed ones; undefined: that was the last. */
export function pauseAfter(attempts: number): number | undefined {
  return PAUSES_MS[attempts - 1];
}

/** How an attempt ended, as the sender tells it. */
export interface AttemptResult {
  readonly outcome: 'accepted' | 'failed' | 'gone';
  /** For people: `HTTP 204`, or why there was no answer. */
  readonly summary: string;
}

/** What an attempt's result means for the delivery, its number being `attempts`. */
export function deliveryEventOf(
  outcome: AttemptResult['outcome'],
  attempts: number,
): DeliveryEvent {
  if (outcome !== 'failed') return outcome;
  return pauseAfter(attempts) === undefined ? 'failed_last' : 'failed';
}
