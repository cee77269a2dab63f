import { decimal, type Rule, rule, sumOf } from './rule.ts';
import { isTaxOf } from './rules-sums.ts';
import type { EInvoiceUnderTest, Terms } from './terms.ts';

/** BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G and BR-O: what each VAT category asks. */

/** What a category is called in the rules' numbers, and what makes it different. */
interface Family {
  readonly name: string;
  /** Its code (UNCL 5305). */
  readonly code: string;
  readonly rate: 'above zero' | 'zero' | 'none';
  /** Whether a reason (BT-120, BT-121) is wanted, or forbidden. */
  readonly wantsReason: boolean;
  /** Who has to be known by which number: one of each list. */
  readonly numbers: readonly (readonly string[])[];
}

const SELLER_TAXED = ['BT-31', 'BT-32', 'BT-63'];
const SELLER_VAT = ['BT-31', 'BT-63'];

const FAMILIES: readonly Family[] = [
  { name: 'S', code: 'S', rate: 'above zero', wantsReason: false, numbers: [SELLER_TAXED] },
  { name: 'Z', code: 'Z', rate: 'zero', wantsReason: false, numbers: [SELLER_TAXED] },
  { name: 'E', code: 'E', rate: 'zero', wantsReason: true, numbers: [SELLER_TAXED] },
  {
    name: 'AE',
    code: 'AE',
    rate: 'zero',
    wantsReason: true,
    numbers: [SELLER_TAXED, ['BT-48', 'BT-47']],
  },
  { name: 'IC', code: 'K', rate: 'zero', wantsReason: true, numbers: [SELLER_VAT, ['BT-48']] },
  { name: 'G', code: 'G', rate: 'zero', wantsReason: true, numbers: [SELLER_VAT] },
  { name: 'O', code: 'O', rate: 'none', wantsReason: true, numbers: [] },
];

/** What bears VAT: lines, allowances, charges; each with its terms' names. */
const BEARERS = [
  { group: 'BG-25', category: 'BT-151', rate: 'BT-152', amount: 'BT-131', sign: 1n },
  { group: 'BG-20', category: 'BT-95', rate: 'BT-96', amount: 'BT-92', sign: -1n },
  { group: 'BG-21', category: 'BT-102', rate: 'BT-103', amount: 'BT-99', sign: 1n },
] as const;
type Bearer = (typeof BEARERS)[number];

const of = (invoice: EInvoiceUnderTest, bearer: Bearer, code: string): Terms[] =>
  invoice.groups(bearer.group).filter((one) => one.one(bearer.category) === code);

const groupsOf = (invoice: EInvoiceUnderTest, code: string): Terms[] =>
  invoice.groups('BG-23').filter((group) => group.one('BT-118') === code);

const hasNumbers = ({ terms }: EInvoiceUnderTest, { code, numbers }: Family) =>
  code === 'O'
    ? !['BT-31', 'BT-63', 'BT-48'].some((term) => terms.has(term))
    : numbers.every((some) => some.some((term) => terms.has(term)));

function isRate(text: string | undefined, rate: Family['rate']): boolean {
  if (rate === 'none') return text === undefined;
  const value = decimal(text);
  return value !== undefined && (rate === 'zero' ? value === 0n : value > 0n);
}

const sameRate = (left: string | undefined, right: string | undefined) =>
  decimal(left ?? '0') === decimal(right ?? '0');

/** The base of a group is what bears its category (and, of the standard one, its rate). */
function isBase(invoice: EInvoiceUnderTest, group: Terms, { code, rate }: Family): boolean {
  let base = 0n;
  for (const bearer of BEARERS) {
    const own = of(invoice, bearer, code).filter(
      (one) => rate !== 'above zero' || sameRate(one.one(bearer.rate), group.one('BT-119')),
    );
    const amount = sumOf(own.map((one) => one.one(bearer.amount)));
    if (amount === undefined) return false;
    base += bearer.sign * amount;
  }
  return decimal(group.one('BT-116')) === base;
}

function familyRules(family: Family): Rule[] {
  const { name, code, rate, wantsReason } = family;
  const id = (number: string) => `BR-${name}-${number}`;
  const what = `category ${code}`;
  const onEach = (number: string, says: string, holds: (one: Terms, bearer: Bearer) => boolean) =>
    BEARERS.map((bearer, index) => {
      const own = String(Number(number) + index).padStart(2, '0');
      return rule(id(own), `${bearer.group} of ${what}: ${says}`, (invoice) =>
        of(invoice, bearer, code).every((one) => holds(one, bearer)),
      );
    });
  return [
    rule(id('01'), `What is of ${what} has its VAT group, only one unless rates differ.`, (one) => {
      const isUsed = BEARERS.some((bearer) => of(one, bearer, code).length > 0);
      const count = groupsOf(one, code).length;
      if (!isUsed) return count === 0;
      return rate === 'above zero' ? count >= 1 : count === 1;
    }),
    ...BEARERS.map((bearer, index) =>
      rule(id(`0${index + 2}`), `${bearer.group} of ${what}: seller and buyer are known.`, (one) =>
        of(one, bearer, code).length === 0 ? true : hasNumbers(one, family),
      ),
    ),
    ...onEach('05', `its rate is ${rate}.`, (one, bearer) => isRate(one.one(bearer.rate), rate)),
    rule(id('08'), `A group of ${what} has the base that its lines come to.`, (invoice) =>
      groupsOf(invoice, code).every((group) => isBase(invoice, group, family)),
    ),
    rule(id('09'), `A group of ${what} has the tax that its rate gives.`, (invoice) =>
      groupsOf(invoice, code).every((group) =>
        rate === 'above zero' ? isTaxOf(group, invoice) : decimal(group.one('BT-117')) === 0n,
      ),
    ),
    rule(id('10'), `A group of ${what} ${wantsReason ? 'says' : 'does not say'} why.`, (invoice) =>
      groupsOf(invoice, code).every(
        (group) => (group.has('BT-120') || group.has('BT-121')) === wantsReason,
      ),
    ),
  ];
}

const isOutside = (invoice: EInvoiceUnderTest) => groupsOf(invoice, 'O').length > 0;
const alone = (number: string, bearer: Bearer): Rule =>
  rule(`BR-O-${number}`, `Not subject to VAT is every ${bearer.group}, or none.`, (invoice) =>
    isOutside(invoice)
      ? invoice.groups(bearer.group).every((one) => one.one(bearer.category) === 'O')
      : true,
  );

export const VAT_RULES: readonly Rule[] = [
  ...FAMILIES.flatMap(familyRules),
  rule('BR-IC-11', 'A supply within the union has a day or a period (BT-72, BG-14).', (invoice) =>
    groupsOf(invoice, 'K').length === 0
      ? true
      : invoice.terms.has('BT-72') || invoice.terms.nodes('BG-14').length > 0,
  ),
  rule('BR-IC-12', 'A supply within the union has a country (BT-80).', (invoice) =>
    groupsOf(invoice, 'K').length === 0 ? true : invoice.terms.has('BT-80'),
  ),
  rule('BR-O-11', 'Beside “not subject to VAT” there is no other VAT group.', (invoice) =>
    isOutside(invoice) ? invoice.groups('BG-23').length === 1 : true,
  ),
  ...BEARERS.map((bearer, index) => alone(String(12 + index), bearer)),
];
