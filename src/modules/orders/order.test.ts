import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../kernel/money.ts';
import type { DocumentLine } from '../invoicing/index.ts';
import {
  afterOrderEvent,
  keptLines,
  ORDER_EVENTS,
  ORDER_STATES,
  readLines,
  sameLines,
} from './order.ts';

const line: DocumentLine = {
  kind: 'minutes',
  description: 'Dialer minutes for $100.00',
  quantity: '1',
  unitPrice: moneyOf('100.00', 'USD'),
  effectiveOn: '2026-11-23',
  amount: moneyOf('100.00', 'USD'),
  taxCategory: 'minutes',
  priceSource: { from: 'request' },
};

describe('an order', () => {
  it('has an outcome for every state and every event', () => {
    const outcomes = ORDER_STATES.flatMap((state) =>
      ORDER_EVENTS.map((event) => {
        try {
          return `${state} + ${event} = ${afterOrderEvent(state, event)}`;
        } catch {
          return undefined; // Not news that a payment can bring to an order of that state.
        }
      }),
    );
    expect(outcomes.filter((outcome) => outcome !== undefined)).toEqual([
      'charging + paid = completed',
      'charging + pending = payment_pending',
      'charging + declined = declined',
      'charging + bounced = declined',
      'charging + undeliverable = refunded',
      'payment_pending + paid = completed',
      'payment_pending + bounced = payment_failed',
      'completed + reversed = reversed',
      'reversed + reinstated = completed',
    ]);
  });

  it('keeps its lines to the last micro-unit', () => {
    expect(readLines(JSON.parse(keptLines([line])))).toEqual([line]);
  });

  it('knows its lines again in whatever order their fields were kept', () => {
    const shuffled = Object.fromEntries(Object.entries(line).toReversed()) as typeof line & object;
    expect(sameLines([line], [shuffled])).toBe(true);
    expect(sameLines([line], [{ ...line, amount: moneyOf('100.01', 'USD') }])).toBe(false);
  });
});
