import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { DocumentLine } from '../invoicing/index.ts';
import type { TaxTerms } from '../taxes/index.ts';
import { type QuoteRequest, sameFigures } from './quote.ts';

/**
 * `charging`: being charged, or in doubt until the provider has been asked. `declined`: nothing
 * was changed. `payment_pending`: a bank debit or payment by hand is on its way; licenses work
 * already. `refunded`: it was paid but could not be delivered any more, and went back.
 */
export const ORDER_STATES = [
  'charging',
  'declined',
  'payment_pending',
  'completed',
  'payment_failed',
  'refunded',
  'reversed',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_EVENTS = [
  'paid',
  'pending',
  'declined',
  'bounced',
  'undeliverable',
  'reversed',
  'reinstated',
] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

type Outcome = OrderState | 'defect';

/** Every state × every event; payments only tell an order what is news to it. */
const TRANSITIONS: Readonly<Record<OrderState, Readonly<Record<OrderEvent, Outcome>>>> = {
  charging: {
    paid: 'completed',
    pending: 'payment_pending',
    declined: 'declined',
    bounced: 'declined',
    undeliverable: 'refunded',
    reversed: 'defect',
    reinstated: 'defect',
  },
  payment_pending: {
    paid: 'completed',
    pending: 'defect',
    declined: 'defect',
    bounced: 'payment_failed',
    undeliverable: 'defect',
    reversed: 'defect',
    reinstated: 'defect',
  },
  completed: {
    paid: 'defect',
    pending: 'defect',
    declined: 'defect',
    bounced: 'defect',
    undeliverable: 'defect',
    reversed: 'reversed',
    reinstated: 'defect',
  },
  declined: never(),
  payment_failed: never(),
  refunded: never(),
  reversed: { ...never(), reinstated: 'completed' },
};

function never(): Readonly<Record<OrderEvent, Outcome>> {
  return {
    paid: 'defect',
    pending: 'defect',
    declined: 'defect',
    bounced: 'defect',
    undeliverable: 'defect',
    reversed: 'defect',
    reinstated: 'defect',
  };
}

export function afterOrderEvent(state: OrderState, event: OrderEvent): OrderState {
  const outcome = TRANSITIONS[state][event];
  assert(outcome !== 'defect', `a ${state} order cannot be ${event}`);
  return outcome;
}

/** A purchase: of licenses and minutes by a person or key, or of minutes by recharge. */
export interface Order {
  readonly id: string;
  readonly account: string;
  readonly kind: 'order' | 'recharge';
  readonly quote: string | null;
  readonly state: OrderState;
  readonly request: QuoteRequest;
  /** What is charged, as its receipt will say. */
  readonly lines: readonly DocumentLine[];
  readonly tax: Money;
  readonly due: Money;
  /** By which it is taxed, however late its money comes. */
  readonly taxTerms: TaxTerms;
  /** Whether it changes totals, and not only buys minutes. */
  readonly changesLicenses: boolean;
  /** The minutes' purchase in the wallet. */
  readonly purchase: string | null;
  readonly actor: Actor;
  readonly idempotencyKey: string | null;
  /** Sets the day of its prices, whenever the money arrives. */
  readonly placedAt: Date;
  readonly settledAt: Date | null;
  readonly version: bigint;
}

/** Lines as they are kept: micro-units as text, because JSON has no 64-bit integers. */
export function keptLines(lines: readonly DocumentLine[]): string {
  return JSON.stringify(lines, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** Whether two orders would charge the same lines; the order of JSON's fields says nothing. */
export function sameLines(left: readonly DocumentLine[], right: readonly DocumentLine[]): boolean {
  const parsed = (lines: readonly DocumentLine[]) => ({ lines: JSON.parse(keptLines(lines)) });
  return sameFigures(parsed(left), parsed(right));
}

type KeptMoney = { micros: string; currency: string };
type KeptLine = Omit<DocumentLine, 'unitPrice' | 'amount'> & {
  unitPrice: KeptMoney;
  amount: KeptMoney;
};

/** The lines that `keptLines` wrote, from parsed JSON. */
export function readLines(kept: unknown): DocumentLine[] {
  return (kept as KeptLine[]).map((line) => ({
    ...line,
    unitPrice: money(BigInt(line.unitPrice.micros), line.unitPrice.currency),
    amount: money(BigInt(line.amount.micros), line.amount.currency),
  }));
}
