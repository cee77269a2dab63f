import type { LocalDate } from '../../kernel/calendar.ts';
import { add, type Money, subtract, sum } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { SellerVersion } from '../parties/index.ts';
import type { TaxCategory, TaxTerms } from '../taxes/index.ts';
import { type TaxLine, taxBeyond, taxOf, taxOnTop, totalTax } from './tax.ts';

/** Where a price comes from, so that anybody can look it up again. */
export type PriceSource =
  | { readonly from: 'catalog'; readonly code: string; readonly version: number }
  | { readonly from: 'contract'; readonly contract: string }
  /** The amount is what was asked for: minutes are bought for money. */
  | { readonly from: 'request' }
  /** Carried over from another document: a credit, or what a reversed payment leaves owed. */
  | { readonly from: 'document'; readonly document: string; readonly position: number };

export type LineKind = 'license_increase' | 'license_renewal' | 'minutes' | 'storage' | 'credit';

/** One line: what, how many, for which days, at which price and why that price. */
export interface DocumentLine {
  readonly kind: LineKind;
  /** For people: `Dialer: 2 more licenses, 8 of 30 days`. */
  readonly description: string;
  readonly licenseType?: string;
  readonly meter?: string;
  readonly from?: number;
  readonly to?: number;
  /** Decimal text: licenses are whole, gigabytes are not. */
  readonly quantity: string;
  /** Per unit and whole period. */
  readonly unitPrice: Money;
  readonly daysCharged?: number;
  readonly daysInPeriod?: number;
  readonly period?: Period;
  /** The day it is priced as of. */
  readonly effectiveOn: LocalDate;
  /** As priced, rounded once to the currency's minor unit; net but for taxes that it includes. */
  readonly amount: Money;
  readonly taxCategory: TaxCategory;
  readonly priceSource: PriceSource;
}

/**
 * Whether an invoice waits for a check or wire: it has a term then. Any other is due on its day,
 * because the funding source is charged; asking for a transfer would have it paid twice.
 */
export function isPaidByHand({ dueOn, issuedOn }: IssuedDocument): boolean {
  return dueOn !== undefined && dueOn > issuedOn;
}

/** The days that a line charges: of an increase those from its own day on. */
export function daysChargedFor({ kind, period, effectiveOn }: DocumentLine): Period | undefined {
  if (period === undefined || kind !== 'license_increase') return period;
  return { start: effectiveOn, end: period.end };
}

/** What a document's lines come to, and by which terms they are taxed. */
export interface Totals {
  readonly net: Money;
  readonly taxes: readonly TaxLine[];
  readonly tax: Money;
  readonly total: Money;
  readonly taxTerms: TaxTerms;
}

export type DocumentType = 'receipt' | 'invoice' | 'credit_note';

/** An invoice's or receipt's occasion. */
export type Occasion = 'order' | 'recharge' | 'renewal' | 'unpaid_order' | 'reversal' | 'closing';

/** The only reasons for a credit. Non-use is not one: what was bought is not given back. */
export const CREDIT_REASONS = ['charged_in_error', 'outage', 'tax'] as const;
export type CreditReason = (typeof CREDIT_REASONS)[number];

export interface IssuedDocument extends Totals {
  readonly id: string;
  readonly account: string;
  readonly type: DocumentType;
  readonly kind: Occasion | CreditReason;
  /** Such as `INV-000042` or `ACME-INV-000042`; those of test clocks begin with `TEST-`. */
  readonly number: string;
  /** The versions of both parties as they were when it was issued; absent where unknown. */
  readonly seller?: { readonly code: string; readonly version: number };
  readonly buyer?: number;
  readonly issuedAt: Date;
  readonly issuedOn: LocalDate;
  readonly dueOn?: LocalDate;
  readonly period?: Period;
  readonly order?: string;
  /** The invoice that a receipt pays or a credit note corrects. */
  readonly invoice?: string;
  /** The funding source's label, on receipts. */
  readonly paidWith?: string;
  readonly lines: readonly DocumentLine[];
}

/** Net, tax once per rate, and total of the lines. Lines and the tax on top are the total. */
export function totalsOf(
  lines: readonly DocumentLine[],
  taxTerms: TaxTerms,
  currency: string,
): Totals {
  const taxes = taxOf(taxedLines(lines), taxTerms, currency);
  return withTaxes(lines, taxes, taxTerms, currency);
}

/**
 * What a document's lines come to without tax, by what they are of; together its net. Where prices
 * include taxes, what rounding leaves over belongs to the category that is charged most.
 */
export function netsByCategory(document: IssuedDocument): Map<TaxCategory, Money> {
  const { currency } = document.total;
  const byCategory = Map.groupBy(document.lines, ({ taxCategory }) => taxCategory);
  const nets = new Map<TaxCategory, Money>();
  let largest: TaxCategory | undefined;
  for (const [category, lines] of byCategory) {
    const { net } = totalsOf(lines, document.taxTerms, currency);
    nets.set(category, net);
    const most = largest && nets.get(largest);
    if (most === undefined || net.micros > most.micros) largest = category;
  }
  if (largest === undefined) return nets;
  const left = subtract(document.net, sum([...nets.values()], currency));
  return nets.set(largest, add(nets.get(largest) ?? left, left));
}

/** What a credit of `lines` comes to after others were credited by the same terms. */
export function creditTotals(
  credited: readonly DocumentLine[],
  lines: readonly DocumentLine[],
  taxTerms: TaxTerms,
  currency: string,
): Totals {
  const before = taxOf(taxedLines(credited), taxTerms, currency);
  const all = taxOf(taxedLines([...credited, ...lines]), taxTerms, currency);
  return withTaxes(lines, taxBeyond(all, before), taxTerms, currency);
}

function taxedLines(lines: readonly DocumentLine[]) {
  return lines.map((line) => ({ category: line.taxCategory, amount: line.amount }));
}

function withTaxes(
  lines: readonly DocumentLine[],
  taxes: readonly TaxLine[],
  taxTerms: TaxTerms,
  currency: string,
): Totals {
  const priced = sum(
    lines.map((line) => line.amount),
    currency,
  );
  const tax = totalTax(taxes, currency);
  const total = add(priced, taxOnTop(taxes, currency));
  return { net: subtract(total, tax), taxes, tax, total, taxTerms };
}

const PREFIX: Readonly<Record<DocumentType, string>> = {
  receipt: 'R',
  invoice: 'INV',
  credit_note: 'CN',
};

/** Six digits sort well for years and grow when they have to. */
const NUMBER_DIGITS = 6;

/**
 * The series that a document's number is from: each seller has its own, and test clocks never use
 * up a real number. Those of the first seller have no name before them.
 */
export function seriesOf(type: DocumentType, isTest: boolean, seller?: SellerVersion): string {
  const series = isTest ? `test_${type}` : type;
  return seller === undefined || seller.code === 'default' ? series : `${seller.code}/${series}`;
}

/** `INV-000042`, `ACME-INV-000042`, or `TEST-INV-000042`. */
export function documentNumber(
  type: DocumentType,
  isTest: boolean,
  number: bigint,
  prefix = '',
): string {
  const digits = number.toString().padStart(NUMBER_DIGITS, '0');
  const own = prefix === '' ? '' : `${prefix}-`;
  return `${isTest ? 'TEST-' : ''}${own}${PREFIX[type]}-${digits}`;
}
