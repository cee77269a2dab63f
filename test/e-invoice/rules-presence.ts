import { decimal, type Rule, rule, ruleOfEach } from './rule.ts';

/** BR-01 to BR-65: what has to be there. */

const needed = (id: string, term: string, what: string): Rule =>
  rule(id, `An invoice has ${what} (${term}).`, ({ terms }) => terms.has(term));

/** A group may be left out; where it is there, it has this. */
const neededIf = (id: string, group: string, term: string, what: string): Rule =>
  rule(id, `Where there is ${group}, it has ${what} (${term}).`, ({ terms }) =>
    terms.nodes(group).length === 0 ? true : terms.has(term),
  );

const neededOfEach = (id: string, group: string, term: string, what: string): Rule =>
  ruleOfEach(id, group, `Each ${group} has ${what} (${term}).`, (terms) => terms.has(term));

const eitherOfEach = (id: string, group: string, one: string, other: string): Rule =>
  ruleOfEach(
    id,
    group,
    `Each ${group} says why, in words (${one}) or by a code (${other}).`,
    (terms) => terms.has(one) || terms.has(other),
  );

/** `2026-12-01` and `20261201` are the same day. */
const day = (text: string | undefined) => text?.replaceAll('-', '');
const inOrder = (first: string | undefined, last: string | undefined) => {
  const [start, end] = [day(first), day(last)];
  return start === undefined || end === undefined || start <= end;
};

const isNotNegative = (text: string | undefined) => (decimal(text) ?? 0n) >= 0n;

const documentHasScheme = (id: string, term: string, scheme: string, what: string): Rule =>
  rule(id, `${what} (${term}) names its scheme.`, ({ terms }) =>
    terms.has(term) ? terms.has(scheme) : true,
  );

export const PRESENCE_RULES: readonly Rule[] = [
  needed('BR-01', 'BT-24', 'the specification that it keeps'),
  needed('BR-02', 'BT-1', 'a number'),
  needed('BR-03', 'BT-2', 'a day of issue'),
  needed('BR-04', 'BT-3', 'a type'),
  needed('BR-05', 'BT-5', 'a currency'),
  needed('BR-06', 'BT-27', 'the seller’s name'),
  needed('BR-07', 'BT-44', 'the buyer’s name'),
  rule(
    'BR-08',
    'An invoice has the seller’s address (BG-5).',
    ({ terms }) => terms.nodes('BG-5').length > 0,
  ),
  needed('BR-09', 'BT-40', 'the seller’s country'),
  rule(
    'BR-10',
    'An invoice has the buyer’s address (BG-8).',
    ({ terms }) => terms.nodes('BG-8').length > 0,
  ),
  needed('BR-11', 'BT-55', 'the buyer’s country'),
  needed('BR-12', 'BT-106', 'the sum of its lines'),
  needed('BR-13', 'BT-109', 'a total without tax'),
  needed('BR-14', 'BT-112', 'a total with tax'),
  needed('BR-15', 'BT-115', 'an amount to pay'),
  rule('BR-16', 'An invoice has a line (BG-25).', (invoice) => invoice.groups('BG-25').length > 0),
  neededIf('BR-17', 'BG-10', 'BT-59', 'the payee’s name'),
  neededIf('BR-18', 'BG-11', 'BT-62', 'the tax representative’s name'),
  rule('BR-19', 'A tax representative (BG-11) has an address (BG-12).', ({ terms }) =>
    terms.nodes('BG-11').length === 0 ? true : terms.nodes('BG-12').length > 0,
  ),
  neededIf('BR-20', 'BG-12', 'BT-69', 'a country'),
  neededOfEach('BR-21', 'BG-25', 'BT-126', 'an identifier'),
  neededOfEach('BR-22', 'BG-25', 'BT-129', 'a quantity'),
  neededOfEach('BR-23', 'BG-25', 'BT-130', 'a unit'),
  neededOfEach('BR-24', 'BG-25', 'BT-131', 'a net amount'),
  neededOfEach('BR-25', 'BG-25', 'BT-153', 'a name of the item'),
  neededOfEach('BR-26', 'BG-25', 'BT-146', 'a net price'),
  ruleOfEach('BR-27', 'BG-25', 'No net price (BT-146) is below zero.', (line) =>
    isNotNegative(line.one('BT-146')),
  ),
  ruleOfEach('BR-28', 'BG-25', 'No gross price (BT-148) is below zero.', (line) =>
    isNotNegative(line.one('BT-148')),
  ),
  rule('BR-29', 'The period does not end before it begins (BT-73, BT-74).', ({ terms }) =>
    inOrder(terms.one('BT-73'), terms.one('BT-74')),
  ),
  ruleOfEach('BR-30', 'BG-25', 'No line’s period ends before it begins (BT-134, BT-135).', (line) =>
    inOrder(line.one('BT-134'), line.one('BT-135')),
  ),
  neededOfEach('BR-31', 'BG-20', 'BT-92', 'an amount'),
  neededOfEach('BR-32', 'BG-20', 'BT-95', 'a VAT category'),
  eitherOfEach('BR-33', 'BG-20', 'BT-97', 'BT-98'),
  neededOfEach('BR-36', 'BG-21', 'BT-99', 'an amount'),
  neededOfEach('BR-37', 'BG-21', 'BT-102', 'a VAT category'),
  eitherOfEach('BR-38', 'BG-21', 'BT-104', 'BT-105'),
  neededOfEach('BR-41', 'BG-27', 'BT-136', 'an amount'),
  eitherOfEach('BR-42', 'BG-27', 'BT-139', 'BT-140'),
  neededOfEach('BR-43', 'BG-28', 'BT-141', 'an amount'),
  eitherOfEach('BR-44', 'BG-28', 'BT-144', 'BT-145'),
  neededOfEach('BR-45', 'BG-23', 'BT-116', 'a base'),
  neededOfEach('BR-46', 'BG-23', 'BT-117', 'a tax'),
  neededOfEach('BR-47', 'BG-23', 'BT-118', 'a category'),
  ruleOfEach(
    'BR-48',
    'BG-23',
    'Each VAT group has a rate (BT-119), but for what is not subject to VAT.',
    (group) => group.has('BT-119') || group.one('BT-118') === 'O',
  ),
  neededOfEach('BR-49', 'BG-16', 'BT-81', 'a code of the means of payment'),
  ruleOfEach('BR-50', 'BG-16', 'An account to pay to (BG-17) is named (BT-84).', (means) =>
    means.nodes('BG-17').length === 0 ? true : means.has('BT-84'),
  ),
  ruleOfEach(
    'BR-51',
    'BG-16',
    'Of a card’s number ten digits at most are shown (BT-87).',
    (means) => means.all('BT-87').every((number) => number.length <= 10),
  ),
  neededOfEach('BR-52', 'BG-24', 'BT-122', 'a reference'),
  rule('BR-53', 'A second currency for tax (BT-6) has its total of tax (BT-111).', ({ terms }) =>
    terms.has('BT-6') ? terms.has('BT-111') : true,
  ),
  ruleOfEach('BR-54', 'BG-32', 'An attribute has a name and a value (BT-160, BT-161).', (one) =>
    one.has('BT-160') ? one.has('BT-161') : false,
  ),
  neededOfEach('BR-55', 'BG-3', 'BT-25', 'the number of the invoice before'),
  neededIf('BR-56', 'BG-11', 'BT-63', 'a VAT id'),
  neededIf('BR-57', 'BG-15', 'BT-80', 'a country'),
  ruleOfEach('BR-61', 'BG-16', 'A credit transfer (30, 58) has an account (BT-84).', (means) =>
    ['30', '58'].includes(means.one('BT-81') ?? '') ? means.has('BT-84') : true,
  ),
  documentHasScheme('BR-62', 'BT-34', 'BT-34-1', 'The seller’s electronic address'),
  documentHasScheme('BR-63', 'BT-49', 'BT-49-1', 'The buyer’s electronic address'),
  ruleOfEach('BR-64', 'BG-25', 'An item’s standard number (BT-157) names its scheme.', (line) =>
    line.has('BT-157') ? line.has('BT-157-1') : true,
  ),
  ruleOfEach('BR-65', 'BG-25', 'An item’s class (BT-158) names its list.', (line) =>
    line.has('BT-158') ? line.has('BT-158-1') : true,
  ),
];
