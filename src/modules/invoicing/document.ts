import type { LocalDate } from '../../kernel/calendar.ts';
import { add, type Money, sum } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { type TaxCategory, type TaxLine, type TaxRates, taxOf, totalTax } from './tax.ts';

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
  /** Net, rounded once to the currency's minor unit. */
  readonly amount: Money;
  readonly taxCategory: TaxCategory;
  readonly priceSource: PriceSource;
}

/** What a document's lines come to. */
export interface Totals {
  readonly net: Money;
  readonly taxes: readonly TaxLine[];
  readonly tax: Money;
  readonly total: Money;
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
  /** Such as `INV-000042`; those of test clocks begin with `TEST-`. */
  readonly number: string;
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

/** Net, tax once per rate, and total of the lines. */
export function totalsOf(
  lines: readonly DocumentLine[],
  rates: TaxRates,
  currency: string,
): Totals {
  const net = sum(
    lines.map((line) => line.amount),
    currency,
  );
  const taxed = lines.map((line) => ({ category: line.taxCategory, amount: line.amount }));
  const taxes = taxOf(taxed, rates, currency);
  const tax = totalTax(taxes, currency);
  return { net, taxes, tax, total: add(net, tax) };
}

const PREFIX: Readonly<Record<DocumentType, string>> = {
  receipt: 'R',
  invoice: 'INV',
  credit_note: 'CN',
};

/** Six digits sort well for years and grow when they have to. */
const NUMBER_DIGITS = 6;

/** The series that a document's number is from; test clocks never use up a real number. */
export function seriesOf(type: DocumentType, isTest: boolean): string {
  return isTest ? `test_${type}` : type;
}

/** `INV-000042`, or `TEST-INV-000042`. */
export function documentNumber(type: DocumentType, isTest: boolean, number: bigint): string {
  const digits = number.toString().padStart(NUMBER_DIGITS, '0');
  return `${isTest ? 'TEST-' : ''}${PREFIX[type]}-${digits}`;
}
