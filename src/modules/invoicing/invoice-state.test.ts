import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../kernel/money.ts';
import { outstandingOf, SETTLEMENT_KINDS, settledAmounts } from './invoice.ts';
import {
  afterInvoiceEvent,
  INVOICE_EVENTS,
  INVOICE_STATES,
  type InvoiceEvent,
  type InvoiceState,
} from './invoice-state.ts';

function next(state: InvoiceState, event: InvoiceEvent): InvoiceState | 'defect' {
  try {
    return afterInvoiceEvent(state, event);
  } catch {
    return 'defect';
  }
}

describe('the invoice state machine', () => {
  it('has an outcome for every state and every event', () => {
    for (const state of INVOICE_STATES) {
      for (const event of INVOICE_EVENTS) {
        expect([...INVOICE_STATES, 'defect']).toContain(next(state, event));
      }
    }
  });

  it('opens again whatever was paid, as soon as a payment is taken back', () => {
    expect(next('paid', 'reversed')).toBe('open');
    expect(next('credited', 'reversed')).toBe('open');
  });

  it('is settled by what makes the outstanding amount zero, and by nothing else', () => {
    for (const state of INVOICE_STATES.filter((one) => one === 'open' || one === 'payment_pending'))
      for (const event of INVOICE_EVENTS) {
        const isSettled = !['open', 'payment_pending', 'defect'].includes(next(state, event));
        const settles = ['paid_in_full', 'credited_in_full', 'written_off'].includes(event);
        // While a payment is under way nothing is given up.
        const isGivenUp = event === 'written_off' && state === 'payment_pending';
        expect(isSettled).toBe(settles && !isGivenUp);
      }
  });
});

const TAKES_BACK: ReadonlySet<string> = new Set(['reversal', 'recovery']);

describe('what is outstanding', () => {
  it('is the total less what came and was credited, and never below zero', () => {
    const amount = fc.bigInt(1n, 1_000_000n);
    const settlement = fc.record({
      kind: fc.constantFrom(...SETTLEMENT_KINDS),
      amount,
    });
    fc.assert(
      fc.property(amount, fc.array(settlement, { maxLength: 8 }), (total, rows) => {
        const settlements = rows.map((row) => ({
          kind: row.kind,
          amount: money(TAKES_BACK.has(row.kind) ? -row.amount : row.amount, 'USD'),
          at: new Date(0),
        }));
        const settled = settledAmounts(settlements, 'USD');
        const { paid, credited, writtenOff } = settled;
        const came = settlements.reduce((sum, row) => sum + row.amount.micros, 0n);
        expect(paid.micros + credited.micros + writtenOff.micros).toBe(came);
        const left = outstandingOf(money(total, 'USD'), settled).micros;
        expect(left).toBe(total - came > 0n ? total - came : 0n);
      }),
    );
  });
});
