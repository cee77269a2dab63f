import type { LocalDate } from '../../kernel/calendar.ts';
import type { TaxCategory, TaxTerms } from '../taxes/index.ts';

/** A document as it stands in the database: raw, so that nothing is taken on trust. */
export interface DocumentRow {
  readonly id: string;
  readonly account: string;
  readonly type: string;
  readonly kind: string;
  readonly number: string;
  readonly issuedAt: Date;
  readonly issuedOn: LocalDate;
  readonly periodStart: LocalDate | null;
  readonly order: string | null;
  readonly net: bigint;
  readonly tax: bigint;
  readonly total: bigint;
  readonly taxes: readonly TaxRow[];
  readonly taxTerms: TaxTerms;
  /** What a receipt pays or a credit note corrects. */
  readonly invoice: string | null;
  readonly lines: readonly LineRow[];
  /** What is outstanding, by the open item; null for what is not an invoice. */
  readonly outstanding: bigint | null;
  /** Payments, credits and reversals together. */
  readonly settled: bigint;
}

export interface TaxRow {
  readonly name: string;
  readonly jurisdiction: string;
  readonly code: string;
  readonly partsPerMillion: number;
  readonly isIncluded: boolean;
  readonly net: bigint;
  readonly amount: bigint;
}

export type LineSource =
  | { readonly from: 'catalog'; readonly code: string; readonly version: number }
  | { readonly from: 'contract'; readonly contract: string }
  | { readonly from: 'request' }
  | { readonly from: 'document'; readonly document: string; readonly position: number };

export interface LineRow {
  readonly position: number;
  readonly kind: string;
  readonly licenseType: string | null;
  readonly meter: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly quantity: string;
  readonly unitPrice: bigint;
  readonly daysCharged: number | null;
  readonly daysInPeriod: number | null;
  readonly periodStart: LocalDate | null;
  readonly periodEnd: LocalDate | null;
  readonly effectiveOn: LocalDate;
  readonly amount: bigint;
  readonly taxCategory: TaxCategory;
  readonly source: LineSource;
}

/** A change of a license total, never cancelled. */
export interface TotalChange {
  readonly sequence: bigint;
  readonly licenseType: string;
  readonly total: number;
  readonly kind: string;
  readonly effectiveAt: Date;
  readonly order: string | null;
}

/** For people: which line of which document. */
export function lineName(document: DocumentRow, line: LineRow): string {
  return `${document.number} line ${line.position}`;
}
