import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { add, type Money, negate, subtract, zero } from '../../kernel/money.ts';
import type { IssuedDocument } from '../invoicing/index.ts';
import type { TaxCategory } from '../taxes/index.ts';
import type { LedgerRole } from './chart.ts';

/** One side of a transaction: above zero a debit, below zero a credit. */
export interface Posting {
  readonly role: LedgerRole;
  readonly amount: Money;
}

/** Postings that are together zero. */
export interface JournalTransaction {
  /** Unique, and the same in every export. */
  readonly id: string;
  readonly day: LocalDate;
  readonly company: string;
  readonly account: string;
  /** The number of the document that it is about, where there is one. */
  readonly document?: string;
  readonly description: string;
  readonly postings: readonly Posting[];
}

/** What a document's lines come to without tax, by what they are of. */
export type Nets = ReadonlyMap<TaxCategory, Money>;

/** Something that bookkeeping has to know. */
export type AccountingEvent = Omit<JournalTransaction, 'postings' | 'description' | 'document'> &
  (
    | {
        readonly kind: 'document';
        readonly document: IssuedDocument;
        readonly nets: Nets;
      }
    | {
        /**
         * The money of a receipt's order was taken back, or is here again. `amount`: what of it
         * had gone back in part before; what of it paid the invoice of its licenses.
         */
        readonly kind: 'order_reversed' | 'order_reinstated';
        readonly document: IssuedDocument;
        readonly nets: Nets;
        readonly amount: Money;
      }
    | {
        /** What came of an invoice. */
        readonly kind: 'payment' | 'reversal' | 'write_off' | 'recovery';
        readonly document: IssuedDocument;
        readonly amount: Money;
      }
    | {
        /**
         * `refund_due`: money came for what could not be delivered any more; `refunded`: it went
         * back. `usage`: a day's calls and messages. `minutes_refund`: given back by the operator.
         */
        readonly kind: 'refund_due' | 'refunded' | 'usage' | 'minutes_refund';
        readonly amount: Money;
      }
  );

/**
 * The transaction of an event. Money for minutes is owed until they are used; tax is owed from the
 * document on; a receipt that pays an invoice posts nothing, because its payment does.
 */
export function transactionOf(event: AccountingEvent): JournalTransaction {
  const { id, day, company, account } = event;
  const postings = postingsOf(event).filter(({ amount }) => amount.micros !== 0n);
  const currency = 'amount' in event ? event.amount.currency : event.document.total.currency;
  const left = postings.reduce((total, { amount }) => add(total, amount), zero(currency));
  assert(left.micros === 0n, `the postings of ${id} are together zero`);
  const document = 'document' in event ? { document: event.document.number } : {};
  return { id, day, company, account, ...document, description: describe(event), postings };
}

function postingsOf(event: AccountingEvent): Posting[] {
  switch (event.kind) {
    case 'document':
      return documentPostings(event.document, event.nets);
    case 'order_reversed':
      return [
        ...documentPostings(event.document, event.nets).map(reversed),
        ...transfer(event.amount, 'cash', 'refunds_payable'),
      ];
    case 'order_reinstated':
      return reinstatedPostings(event);
    case 'payment':
      return transfer(event.amount, 'cash', 'receivables');
    case 'reversal':
      return transfer(event.amount, 'receivables', 'cash');
    case 'write_off':
      return transfer(event.amount, 'bad_debt', 'receivables');
    case 'recovery':
      return transfer(event.amount, 'receivables', 'bad_debt');
    case 'refund_due':
      return transfer(event.amount, 'cash', 'refunds_payable');
    case 'refunded':
      return transfer(event.amount, 'refunds_payable', 'cash');
    case 'usage':
      return transfer(event.amount, 'prepaid_minutes', 'usage_revenue');
    case 'minutes_refund':
      return transfer(event.amount, 'prepaid_minutes', 'refunds_payable');
  }
}

const REVENUE: Readonly<Record<TaxCategory, LedgerRole>> = {
  licenses: 'license_revenue',
  storage: 'storage_revenue',
  minutes: 'prepaid_minutes',
};

/** The minutes and their tax against cash; the licenses were paid by paying their invoice. */
function reinstatedPostings({
  document,
  nets,
  amount,
}: Pick<
  AccountingEvent & { kind: 'order_reinstated' },
  'document' | 'nets' | 'amount'
>): Posting[] {
  const cash = subtract(document.total, amount);
  const minutes = nets.get('minutes') ?? zero(amount.currency);
  return [
    { role: 'cash', amount: cash },
    { role: 'prepaid_minutes', amount: negate(minutes) },
    { role: 'tax_payable', amount: negate(subtract(cash, minutes)) },
  ];
}

/** What was sold and its tax against cash or a receivable; a credit note the other way round. */
function documentPostings(document: IssuedDocument, nets: Nets): Posting[] {
  const { type, kind, total, tax } = document;
  const against: LedgerRole = type === 'receipt' ? 'cash' : 'receivables';
  const isTaxCredit = type === 'credit_note' && kind === 'tax';
  const sold: Posting[] = isTaxCredit
    ? [{ role: 'tax_payable', amount: negate(total) }]
    : [
        ...[...nets].map(([category, net]) => ({ role: REVENUE[category], amount: negate(net) })),
        { role: 'tax_payable', amount: negate(tax) },
      ];
  const postings: Posting[] = [{ role: against, amount: total }, ...sold];
  return type === 'credit_note' ? postings.map(reversed) : postings;
}

function transfer(amount: Money, debit: LedgerRole, credit: LedgerRole): Posting[] {
  return [
    { role: debit, amount },
    { role: credit, amount: negate(amount) },
  ];
}

function reversed({ role, amount }: Posting): Posting {
  return { role, amount: negate(amount) };
}

function describe(event: AccountingEvent): string {
  switch (event.kind) {
    case 'document':
      return TITLES[event.document.type];
    case 'order_reversed':
      return 'Payment of an order taken back';
    case 'order_reinstated':
      return 'Payment of an order back after a dispute';
    case 'payment':
      return 'Payment of an invoice';
    case 'reversal':
      return 'Payment of an invoice taken back';
    case 'write_off':
      return 'Invoice written off';
    case 'recovery':
      return 'Written-off invoice paid or credited after all';
    case 'refund_due':
      return 'Payment for what could not be delivered';
    case 'refunded':
      return 'Refund';
    case 'usage':
      return 'Calls and messages of the day';
    case 'minutes_refund':
      return 'Dialer minutes given back';
  }
}

const TITLES = { receipt: 'Receipt', invoice: 'Invoice', credit_note: 'Credit note' } as const;
