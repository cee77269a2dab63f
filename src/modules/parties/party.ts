import type { LocalDate } from '../../kernel/calendar.ts';
import type { Country } from '../../kernel/country.ts';

// The bodies keep the API's names, as the catalog's do: what was typed is what is kept.

export interface Address {
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly postal_code?: string | undefined;
  /** The part of ISO 3166-2 after the country: `NY`. */
  readonly region?: string | undefined;
  readonly country: Country;
}

/** The numbers by which authorities know a company. */
export interface Registrations {
  /** VAT or GST id, such as `DE123456789`. */
  readonly vat_id?: string | undefined;
  /** Another number for taxes, such as a US EIN. */
  readonly tax_number?: string | undefined;
  /** In the register of companies. */
  readonly registration_number?: string | undefined;
}

/** Where money for invoices is sent to. */
export interface BankDetails {
  readonly bank_name?: string | undefined;
  readonly account_holder?: string | undefined;
  /** An IBAN, or an account number. */
  readonly account: string;
  /** A BIC, or a routing number. */
  readonly bank_code?: string | undefined;
}

/** Whoever sells: what an operator says of itself on every document. */
export interface Seller extends Registrations {
  readonly legal_name: string;
  readonly address: Address;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly website?: string | undefined;
  readonly bank?: BankDetails | undefined;
  /** Shown large at the top; the legal name where absent. */
  readonly logo_text?: string | undefined;
  /** Of the logo and rules, `#1a2b3c`. */
  readonly colour?: string | undefined;
  /** Before every number of the seller's documents; two sellers never share one. */
  readonly number_prefix: string;
  readonly document_footer?: string | undefined;
}

/** Whoever buys: what a billing account's documents say of the company. */
export interface Buyer extends Registrations {
  readonly legal_name: string;
  /** Unknown until somebody has entered it. */
  readonly address?: Address | undefined;
  /** The buyer's own reference, repeated on every document. */
  readonly purchase_order?: string | undefined;
  /** Where invoices are sent to, besides those who may see them. */
  readonly invoice_email?: string | undefined;
}

/** A seller as of a version; a version never changes. */
export interface SellerVersion {
  readonly revision: bigint;
  readonly code: string;
  readonly version: number;
  readonly body: Seller;
  /** Documents of that day and later; null: from its publication on. */
  readonly effectiveOn: LocalDate | null;
  readonly publishedAt: Date;
}

export interface BuyerVersion {
  readonly account: string;
  readonly version: number;
  readonly body: Buyer;
  readonly recordedAt: Date;
}

/** Who sells and who buys; absent what nobody has entered. */
export interface Parties {
  readonly seller?: SellerVersion | undefined;
  readonly buyer?: BuyerVersion | undefined;
}

/** The seller of accounts for which no other was chosen. */
export const DEFAULT_SELLER = 'default';

/** The version in force on a day: the newest whose day has come. */
export function sellerOn(
  versions: readonly SellerVersion[],
  code: string,
  day: LocalDate,
): SellerVersion | undefined {
  return versions.findLast(
    (one) => one.code === code && (one.effectiveOn === null || one.effectiveOn <= day),
  );
}
