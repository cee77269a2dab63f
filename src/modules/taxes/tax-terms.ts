import type { LocalDate } from '../../kernel/calendar.ts';
import type { Jurisdiction } from '../../kernel/country.ts';

/** What a line is of, as a tax law sees it. */
export const TAX_CATEGORIES = ['licenses', 'minutes', 'storage'] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

/** A tax that applies to a document. */
export interface AppliedTax {
  readonly jurisdiction: Jurisdiction;
  readonly code: string;
  /** Shown on the document, such as `VAT`. */
  readonly name: string;
  /** The version of the tax that says so. */
  readonly version: number;
  /** Millionths by category: 19 % is 190,000. A category that is left out is not taxed. */
  readonly rates: Readonly<Partial<Record<TaxCategory, number>>>;
  /** Whether prices include it. Never so for minutes: what is paid for them is credited whole. */
  readonly isIncluded: boolean;
}

/** Why a tax is not charged: the law wants it on the document. */
export interface TaxNote {
  readonly kind: 'exempt' | 'reverse_charge';
  readonly text: string;
  /** The certificate's record, for an exemption. */
  readonly exemption?: string;
}

/** The versions and the day that terms follow from, so that they can be decided again. */
export interface TaxBasis {
  readonly day: LocalDate;
  /** The newest version of any tax that was known; 0 for none. */
  readonly revision: number;
  readonly seller?: { readonly code: string; readonly version: number };
  readonly buyer?: number;
  /** Certificates that held on the day. */
  readonly exemptions: readonly string[];
}

/** By which taxes a document's lines are taxed. Kept with the document and never changed. */
export interface TaxTerms {
  readonly taxes: readonly AppliedTax[];
  readonly notes: readonly TaxNote[];
  readonly basis?: TaxBasis;
}
