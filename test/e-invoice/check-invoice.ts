import type { Document } from 'slimdom';
import type { Rule } from './rule.ts';
import { CODE_RULES } from './rules-codes.ts';
import { PRESENCE_RULES } from './rules-presence.ts';
import { SUM_RULES } from './rules-sums.ts';
import { VAT_RULES } from './rules-vat.ts';
import { EInvoiceUnderTest } from './terms.ts';

/**
 * The business rules of EN 16931-1 (with those of its two syntax bindings that are about terms),
 * each in words and code of our own. BR-CO-05 to 08 ask that a reason and its code mean the same,
 * which only people can tell; split payment and the Canary Islands' taxes we never write.
 */
export const RULES: readonly Rule[] = [
  ...PRESENCE_RULES,
  ...SUM_RULES,
  ...VAT_RULES,
  ...CODE_RULES,
];

/** The rules that an invoice breaks, as `BR-02: …`, and what in it no rule has looked at. */
export function problemsOf(xml: string | Document): string[] {
  const invoice = new EInvoiceUnderTest(xml);
  const broken = RULES.filter(({ holds }) => !holds(invoice));
  return [
    ...broken.map(({ id, says }) => `${id}: ${says}`),
    ...invoice.unread().map((place) => `unread: ${place}`),
  ];
}
