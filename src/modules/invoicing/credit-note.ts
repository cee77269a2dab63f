import { add, compare, type Money, moneyText, sayMoney, sum } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import {
  type CreditReason,
  creditTotals,
  type DocumentLine,
  type IssuedDocument,
  type Totals,
} from './document.ts';
import { creditDescription } from './document-line.ts';
import type { Invoice } from './invoice.ts';

/** Part of an invoice's line that is taken back. */
export interface CreditLine {
  /** The invoice's line, counting from 1. */
  readonly position: number;
  /** As the line is priced; for the reason `tax` the tax itself, as it is given back. */
  readonly amount: Money;
  readonly description?: string | undefined;
}

export interface Credit {
  readonly lines: readonly CreditLine[];
  readonly reason: CreditReason;
}

/**
 * The lines and totals of a credit note, taxed by the invoice's own terms whatever holds by now.
 * A credit for a tax gives back that tax and nothing else. Refuses `invalid_value` for a line
 * that the invoice has not, and `amount_exceeds_balance` for more than a line, its tax or the
 * invoice charged, earlier notes counted.
 */
export function creditOf(
  invoice: Invoice,
  notes: readonly IssuedDocument[],
  { lines, reason }: Credit,
): { lines: DocumentLine[]; totals: Totals } {
  const { currency } = invoice.total;
  const isTax = reason === 'tax';
  const earlier = notes.filter((note) => (note.kind === 'tax') === isTax);
  const credited = earlier.flatMap((note) => note.lines);
  const added = lines.map((line) => creditedLine(invoice, line, isTax));
  refuseMoreThanLines(invoice, [...credited, ...added]);
  const terms = isTax ? { taxes: [], notes: [] } : invoice.taxTerms;
  const totals = creditTotals(credited, added, terms, currency);
  if (isTax) refuseMoreThanTax(invoice, notes, totals.total);
  refuseMoreThanInvoice(invoice, totals.total);
  return { lines: added, totals };
}

function creditedLine(invoice: Invoice, credit: CreditLine, isTax: boolean): DocumentLine {
  const { position, amount, description } = credit;
  const line = invoice.lines[position - 1];
  if (line === undefined) {
    throw new Refusal('invalid_value', {
      message: say('The invoice has {count, plural, one {# line} other {# lines}}.', {
        count: invoice.lines.length,
      }),
      pointer: '/lines',
    });
  }
  return {
    ...line,
    kind: 'credit',
    description: description ?? creditDescription(line, isTax),
    quantity: '1',
    unitPrice: amount,
    amount,
    priceSource: { from: 'document', document: invoice.id, position },
  };
}

/** Each line gives back what it charged at most, however many notes name it. */
function refuseMoreThanLines(invoice: Invoice, credits: readonly DocumentLine[]): void {
  for (const [index, line] of invoice.lines.entries()) {
    const position = index + 1;
    const named = credits.filter(
      ({ priceSource }) => priceSource.from === 'document' && priceSource.position === position,
    );
    const total = sum(
      named.map(({ amount }) => amount),
      line.amount.currency,
    );
    if (compare(total, line.amount) <= 0) continue;
    throw new Refusal('amount_exceeds_balance', {
      message: say('Line {position} charged {amount}; no more can be credited.', {
        position,
        amount: sayMoney(line.amount),
      }),
      facts: { line: position, charged: moneyText(line.amount) },
    });
  }
}

/** An invoice that shows no tax may have had it in its prices, so only one that does is bounded. */
function refuseMoreThanTax(
  invoice: Invoice,
  notes: readonly IssuedDocument[],
  wanted: Money,
): void {
  if (invoice.tax.micros === 0n) return;
  const given = notes.map((note) => (note.kind === 'tax' ? note.total : note.tax));
  if (compare(add(sum(given, wanted.currency), wanted), invoice.tax) <= 0) return;
  throw new Refusal('amount_exceeds_balance', {
    message: say('The invoice charged {tax} of tax; no more can be given back.', {
      tax: sayMoney(invoice.tax),
    }),
    facts: { tax: moneyText(invoice.tax) },
  });
}

function refuseMoreThanInvoice(invoice: Invoice, wanted: Money): void {
  if (compare(add(invoice.credited, wanted), invoice.total) <= 0) return;
  throw new Refusal('amount_exceeds_balance', {
    message: say('At most what the invoice charged can be credited: {total}.', {
      total: sayMoney(invoice.total),
    }),
    facts: { total: moneyText(invoice.total), credited: moneyText(invoice.credited) },
  });
}
