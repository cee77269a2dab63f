import type { EInvoiceUnderTest, Terms } from './terms.ts';

/** A business rule of EN 16931-1: its number there, what it asks in our words, and the check. */
export interface Rule {
  readonly id: string;
  readonly says: string;
  readonly holds: (invoice: EInvoiceUnderTest) => boolean;
}

export function rule(id: string, says: string, holds: Rule['holds']): Rule {
  return { id, says, holds };
}

/** A rule that every group of a kind has to keep. */
export function ruleOfEach(
  id: string,
  group: string,
  says: string,
  holds: (terms: Terms, invoice: EInvoiceUnderTest) => boolean,
): Rule {
  return rule(id, says, (invoice) => invoice.groups(group).every((one) => holds(one, invoice)));
}

/** Of one unit of money: enough for every amount that a document writes. */
const SCALE = 6;

/** A decimal in millionths; undefined where it is absent or no decimal. */
export function decimal(text: string | undefined): bigint | undefined {
  const [, sign = '', whole = '0', fraction = ''] =
    /^(-?)(\d+)(?:\.(\d*))?$/.exec(text ?? '') ?? [];
  if (text === undefined || fraction.length > SCALE || !/^-?\d/.test(text)) return undefined;
  const value = BigInt(whole + fraction.padEnd(SCALE, '0'));
  return sign === '-' ? -value : value;
}

/** The sum of decimals; undefined where one of them is none. */
export function sumOf(texts: readonly (string | undefined)[]): bigint | undefined {
  let total = 0n;
  for (const text of texts) {
    const value = decimal(text);
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}

/** A term that may be left out where it is nothing. */
export function decimalOrZero(text: string | undefined): bigint | undefined {
  return text === undefined ? 0n : decimal(text);
}
