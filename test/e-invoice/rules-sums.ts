import { decimal, decimalOrZero, type Rule, rule, ruleOfEach, sumOf } from './rule.ts';
import type { EInvoiceUnderTest, Terms } from './terms.ts';

/** BR-CO: what terms ask of each other. BR-DEC: two decimals at most. */

const UNIT = 1_000_000n;

const termsOfEach = (invoice: EInvoiceUnderTest, group: string, term: string) =>
  invoice.groups(group).map((one) => one.one(term));

/** Both are decimals, and the same. */
const same = (left: bigint | undefined, right: bigint | undefined) =>
  left !== undefined && left === right;

const isSumOfEach = (id: string, total: string, group: string, term: string): Rule =>
  rule(id, `${total} is the sum of ${term} of all ${group}.`, (invoice) =>
    same(decimalOrZero(invoice.terms.one(total)), sumOf(termsOfEach(invoice, group, term))),
  );

/** A total that is others added and taken off; those that are left out are nothing. */
const isSum = (id: string, total: string, plus: readonly string[], minus: readonly string[]) =>
  rule(id, `${total} is ${plus.join(' + ')}${minus.map((one) => ` − ${one}`).join('')}.`, (one) => {
    const { terms } = one;
    const added = plus.map((term) => decimalOrZero(terms.one(term)));
    const taken = minus.map((term) => decimalOrZero(terms.one(term)));
    if (added.includes(undefined) || taken.includes(undefined)) return false;
    const sum = (values: readonly (bigint | undefined)[]) =>
      values.reduce<bigint>((whole, value) => whole + (value ?? 0n), 0n);
    return same(decimal(terms.one(total)), sum(added) - sum(taken));
  });

/** Round to a hundredth, half away from zero. */
export function roundToHundredth(value: bigint): bigint {
  const hundredth = UNIT / 100n;
  const half = value < 0n ? -hundredth / 2n : hundredth / 2n;
  return ((value + half) / hundredth) * hundredth;
}

/**
 * How far a group's tax may be from base × rate: a hundredth, or a whole one where the currency
 * has no smaller unit. Prices that include tax, and credits of a part, come to the cent only so.
 */
export function taxTolerance(invoice: EInvoiceUnderTest): bigint {
  const currency = invoice.terms.one('BT-5') ?? 'EUR';
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits === 0 ? UNIT : UNIT / 100n;
}

export function isTaxOf(group: Terms, invoice: EInvoiceUnderTest): boolean {
  const base = decimal(group.one('BT-116'));
  const tax = decimal(group.one('BT-117'));
  const percent = decimalOrZero(group.one('BT-119'));
  if (base === undefined || tax === undefined || percent === undefined) return false;
  const off = tax - roundToHundredth((base * percent) / (100n * UNIT));
  return (off < 0n ? -off : off) <= taxTolerance(invoice);
}

/** Countries by two letters; Greece is EL in VAT ids. */
const COUNTRY_PREFIX = /^(EL|[A-Z]{2})/;
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** A country by its own two letters: not `UK`, by which the United Kingdom is known elsewhere. */
export const isCountry = (code: string) =>
  /^[A-Z]{2}$/.test(code) &&
  names.of(code) !== undefined &&
  new Intl.Locale(`und-${code}`).region === code;

const hasCountryPrefix = (id: string) => {
  const [prefix] = COUNTRY_PREFIX.exec(id) ?? [];
  return prefix === 'EL' || (prefix !== undefined && isCountry(prefix));
};

const TWO_DECIMALS = /^-?\d+(\.\d{1,2})?$/;
const decimals = (id: string, term: string, group?: string): Rule => {
  const says = `${term} has two decimals at most.`;
  const holds = (terms: Terms) => terms.all(term).every((text) => TWO_DECIMALS.test(text));
  return group === undefined
    ? rule(id, says, ({ terms }) => holds(terms))
    : ruleOfEach(id, group, says, holds);
};

const eitherReason = (id: string, group: string, one: string, other: string): Rule =>
  ruleOfEach(id, group, `${group} gives a reason (${one} or ${other}).`, (terms) =>
    terms.has(one) ? true : terms.has(other),
  );

export const SUM_RULES: readonly Rule[] = [
  rule('BR-CO-03', 'A tax point is a day (BT-7) or a code (BT-8), not both.', ({ terms }) =>
    terms.has('BT-7') ? !terms.has('BT-8') : true,
  ),
  ruleOfEach('BR-CO-04', 'BG-25', 'Each line has a VAT category (BT-151).', (line) =>
    line.has('BT-151'),
  ),
  rule('BR-CO-09', 'VAT ids (BT-31, BT-63, BT-48) begin with a country.', ({ terms }) =>
    ['BT-31', 'BT-63', 'BT-48'].flatMap((term) => terms.all(term)).every(hasCountryPrefix),
  ),
  isSumOfEach('BR-CO-10', 'BT-106', 'BG-25', 'BT-131'),
  isSumOfEach('BR-CO-11', 'BT-107', 'BG-20', 'BT-92'),
  isSumOfEach('BR-CO-12', 'BT-108', 'BG-21', 'BT-99'),
  isSum('BR-CO-13', 'BT-109', ['BT-106', 'BT-108'], ['BT-107']),
  isSumOfEach('BR-CO-14', 'BT-110', 'BG-23', 'BT-117'),
  isSum('BR-CO-15', 'BT-112', ['BT-109', 'BT-110'], []),
  isSum('BR-CO-16', 'BT-115', ['BT-112', 'BT-114'], ['BT-113']),
  ruleOfEach('BR-CO-17', 'BG-23', 'Each group’s tax is its base × its rate (BT-117).', isTaxOf),
  rule(
    'BR-CO-18',
    'An invoice has a VAT group (BG-23).',
    (invoice) => invoice.groups('BG-23').length > 0,
  ),
  rule('BR-CO-19', 'A period (BG-14) has a first or a last day.', ({ terms }) =>
    terms.nodes('BG-14').length === 0
      ? true
      : ['BT-73', 'BT-74', 'BT-8'].some((term) => terms.has(term)),
  ),
  ruleOfEach('BR-CO-20', 'BG-25', 'A line’s period (BG-26) has a first or a last day.', (line) =>
    line.nodes('BG-26').length === 0 ? true : line.has('BT-134') || line.has('BT-135'),
  ),
  eitherReason('BR-CO-21', 'BG-20', 'BT-97', 'BT-98'),
  eitherReason('BR-CO-22', 'BG-21', 'BT-104', 'BT-105'),
  eitherReason('BR-CO-23', 'BG-27', 'BT-139', 'BT-140'),
  eitherReason('BR-CO-24', 'BG-28', 'BT-144', 'BT-145'),
  rule('BR-CO-25', 'What is to be paid has a day or terms (BT-9, BT-20).', ({ terms }) =>
    (decimal(terms.one('BT-115')) ?? 0n) > 0n && terms.one('BT-3') !== '381'
      ? terms.has('BT-9') || terms.has('BT-20')
      : true,
  ),
  rule('BR-CO-26', 'A seller is known by a number (BT-29, BT-30 or BT-31).', ({ terms }) =>
    ['BT-29', 'BT-30', 'BT-31'].some((term) => terms.has(term)),
  ),
  decimals('BR-DEC-01', 'BT-92', 'BG-20'),
  decimals('BR-DEC-02', 'BT-93', 'BG-20'),
  decimals('BR-DEC-05', 'BT-99', 'BG-21'),
  decimals('BR-DEC-06', 'BT-100', 'BG-21'),
  decimals('BR-DEC-09', 'BT-106'),
  decimals('BR-DEC-10', 'BT-107'),
  decimals('BR-DEC-11', 'BT-108'),
  decimals('BR-DEC-12', 'BT-109'),
  decimals('BR-DEC-13', 'BT-110'),
  decimals('BR-DEC-14', 'BT-112'),
  decimals('BR-DEC-15', 'BT-111'),
  decimals('BR-DEC-16', 'BT-113'),
  decimals('BR-DEC-17', 'BT-114'),
  decimals('BR-DEC-18', 'BT-115'),
  decimals('BR-DEC-19', 'BT-116', 'BG-23'),
  decimals('BR-DEC-20', 'BT-117', 'BG-23'),
  decimals('BR-DEC-23', 'BT-131', 'BG-25'),
  decimals('BR-DEC-24', 'BT-136', 'BG-27'),
  decimals('BR-DEC-25', 'BT-137', 'BG-27'),
  decimals('BR-DEC-27', 'BT-141', 'BG-28'),
  decimals('BR-DEC-28', 'BT-142', 'BG-28'),
];
