import { type Rule, rule, ruleOfEach } from './rule.ts';
import { isCountry } from './rules-sums.ts';
import type { Terms } from './terms.ts';

/**
 * BR-CL: codes are of their lists. Of the long lists those codes are here that we may write; the
 * currencies and countries are those that the runtime knows, not those that the product does.
 */

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const isCurrency = (code: string) => CURRENCIES.has(code);

/** UNTDID 1001: invoice, corrected, prepayment, self-billed; and credit notes. */
const DOCUMENT_TYPES = new Set(['380', '384', '386', '389', '381', '261', '396']);
/** UNTDID 4461: not defined, cash, check, credit transfer, card, direct debit, SEPA, online. */
const MEANS = new Set(['1', '10', '20', '30', '48', '49', '54', '55', '58', '59', '68', '97']);
/** UNCL 5305. */
const CATEGORIES = new Set(['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B']);
/** UN/ECE recommendation 20: one, each, month, day, hour, gigabyte, megabyte, minute. */
const UNITS = new Set(['C62', 'H87', 'EA', 'MON', 'DAY', 'HUR', 'E34', '4L', 'MIN']);
/** VATEX: the articles of the VAT directive, and reverse charge, export, outside. */
const EXEMPTION =
  /^VATEX-(EU-(AE|D|E|F|G|I|IC|J|O|79-C|132(-1[A-Q])?|143(-1[A-L])?)|FR-FRANCHISE)$/;
/** The electronic address schemes; EM is an address of electronic mail. */
const ADDRESS_SCHEME = /^(EM|AN|AQ|AS|AU|00\d\d|01\d\d|02\d\d|99\d\d)$/;
/** ISO 6523 codes. */
const REGISTER_SCHEME = /^(00\d\d|01\d\d|02\d\d)$/;
/** UNTDID 5189, 7161: allowances and charges; UNTDID 2005: tax points. */
const ALLOWANCE_REASON = /^(41|42|60|62|63|64|65|66|67|68|70|71|88|95|100|102|103|104|105)$/;
const CHARGE_REASON = /^(AA|AAA|AAC|ABK|ABL|ADR|ADT|FC|FI|LA|PC|FAC)$/;
const TAX_POINT = new Set(['3', '35', '432', '5', '29', '72']);
const MIME = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/csv']);

type IsCode = (code: string) => boolean;
const inSet = (codes: ReadonlySet<string>) => (code: string) => codes.has(code);
const like = (pattern: RegExp) => (code: string) => pattern.test(code);

const allAre = (terms: Terms, names: readonly string[], isCode: IsCode) =>
  names.flatMap((name) => terms.all(name)).every(isCode);

const codes = (id: string, names: readonly string[], what: string, isCode: IsCode): Rule =>
  rule(id, `${names.join(', ')}: ${what}.`, ({ terms }) => allAre(terms, names, isCode));

const codesOfEach = (id: string, group: string, name: string, what: string, isCode: IsCode) =>
  ruleOfEach(id, group, `${name}: ${what}.`, (terms) => allAre(terms, [name], isCode));

export const CODE_RULES: readonly Rule[] = [
  codes('BR-CL-01', ['BT-3'], 'a type of document', inSet(DOCUMENT_TYPES)),
  codes('BR-CL-03', ['currencies'], 'every amount’s currency is one', isCurrency),
  codes('BR-CL-04', ['BT-5'], 'a currency', isCurrency),
  codes('BR-CL-05', ['BT-6'], 'a currency', isCurrency),
  codes('BR-CL-06', ['BT-8'], 'a code of a tax point', inSet(TAX_POINT)),
  codes('BR-CL-10', ['BT-29-1'], 'a register’s scheme', like(REGISTER_SCHEME)),
  codes('BR-CL-11', ['BT-30-1', 'BT-47-1'], 'a register’s scheme', like(REGISTER_SCHEME)),
  codes('BR-CL-14', ['BT-40', 'BT-55', 'BT-69', 'BT-80'], 'a country', isCountry),
  codesOfEach('BR-CL-15', 'BG-25', 'BT-159', 'a country', isCountry),
  codesOfEach('BR-CL-16', 'BG-16', 'BT-81', 'a means of payment', inSet(MEANS)),
  codesOfEach('BR-CL-17', 'BG-23', 'BT-118', 'a VAT category', inSet(CATEGORIES)),
  codesOfEach('BR-CL-18', 'BG-25', 'BT-151', 'a VAT category', inSet(CATEGORIES)),
  codesOfEach('BR-CL-19', 'BG-20', 'BT-98', 'a reason of allowances', like(ALLOWANCE_REASON)),
  codesOfEach('BR-CL-20', 'BG-21', 'BT-105', 'a reason of charges', like(CHARGE_REASON)),
  codesOfEach('BR-CL-21', 'BG-25', 'BT-157-1', 'a register’s scheme', like(REGISTER_SCHEME)),
  codesOfEach('BR-CL-22', 'BG-23', 'BT-121', 'a reason of exemption', like(EXEMPTION)),
  codesOfEach('BR-CL-23', 'BG-25', 'BT-130', 'a unit', inSet(UNITS)),
  codesOfEach('BR-CL-24', 'BG-24', 'BT-125-1', 'a kind of file', inSet(MIME)),
  codes('BR-CL-25', ['BT-34-1', 'BT-49-1'], 'an address scheme', like(ADDRESS_SCHEME)),
];
