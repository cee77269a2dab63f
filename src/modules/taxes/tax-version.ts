import type { LocalDate } from '../../kernel/calendar.ts';
import type { Jurisdiction } from '../../kernel/country.ts';
import { parseMicros } from '../../kernel/money.ts';
import type { TaxCategory } from './tax-terms.ts';

/** A tax as an operator publishes it; the names are the API's. */
export interface Tax {
  readonly name: string;
  /** Percent by category, as typed: `"19"`, `"8.875"`. Empty: the tax is charged no more. */
  readonly rates: Readonly<Partial<Record<TaxCategory, string>>>;
  readonly prices_include: boolean;
}

/** A version of a tax; it never changes. */
export interface TaxVersion {
  readonly revision: bigint;
  readonly jurisdiction: Jurisdiction;
  /** Among those of its jurisdiction, such as `vat`. */
  readonly code: string;
  readonly version: number;
  readonly body: Tax;
  /** Documents of that day and later; null: from its publication on. */
  readonly effectiveOn: LocalDate | null;
  readonly publishedAt: Date;
}

/** A certificate by which an account is not charged the taxes of a jurisdiction. */
export interface Exemption {
  readonly id: string;
  readonly account: string;
  /** A country's covers its regions too. */
  readonly jurisdiction: Jurisdiction;
  readonly certificate: string;
  readonly reason: string;
  readonly validFrom: LocalDate;
  /** The last day; null: until it is ended. */
  readonly validTo: LocalDate | null;
  readonly recordedAt: Date;
}

/** Whether the certificate holds on a day. */
export function holdsOn({ validFrom, validTo }: Exemption, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

const PERCENT_DECIMALS = 4;
const MICROS_PER_PPM = 100n;
const PPM_MAX = 1_000_000n;

/** Percent as text to millionths, exactly; undefined where it is not between 0 and 100. */
export function parsePercent(percent: string): number | undefined {
  const micros = parseMicros(percent, PERCENT_DECIMALS);
  if (micros === undefined || micros < 0n) return undefined;
  const partsPerMillion = micros / MICROS_PER_PPM;
  return partsPerMillion > PPM_MAX ? undefined : Number(partsPerMillion);
}
