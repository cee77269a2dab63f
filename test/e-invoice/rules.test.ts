import { type Attr, type Element, type Node, parseXmlDocument } from 'slimdom';
import { describe, expect, test } from 'vitest';
import { problemsOf, RULES } from './check-invoice.ts';
import { type SampleVat, ublSample } from './samples.ts';
import { EInvoiceUnderTest } from './terms.ts';

/** Changes something in a right invoice, so that a rule is broken. */
type Change = (invoice: EInvoiceUnderTest) => void;

const nodesOf = (invoice: EInvoiceUnderTest, term: string, group?: string): Node[] =>
  group === undefined
    ? invoice.terms.nodes(term)
    : invoice.groups(group).flatMap((one) => one.nodes(term));

function remove(node: Node | undefined): void {
  const { ownerElement } = node as Attr;
  if (ownerElement) ownerElement.removeAttributeNode(node as Attr);
  else node?.parentNode?.removeChild(node);
}

/** Leaves a term out, of every group of a kind. */
const without =
  (term: string, group?: string): Change =>
  (invoice) => {
    for (const node of nodesOf(invoice, term, group)) remove(node);
  };

/** Says something else there, in the first of the groups. */
const saying =
  (text: string, term: string, group?: string): Change =>
  (invoice) => {
    const [node] = nodesOf(invoice, term, group);
    if (node === undefined) throw new Error(`the sample has no ${term}`);
    if ('value' in node) (node as Attr).value = text;
    else (node as Element).textContent = text;
  };

const all =
  (...changes: readonly Change[]): Change =>
  (invoice) => {
    for (const change of changes) change(invoice);
  };

/** Leaves whole groups out. */
const withoutGroup =
  (group: string): Change =>
  (invoice) => {
    for (const { element } of invoice.groups(group)) remove(element);
  };

/** The group a second time. */
const twice =
  (group: string): Change =>
  (invoice) => {
    const [first] = invoice.groups(group);
    first?.element.parentNode?.appendChild(first.element.cloneNode(true));
  };

const STANDARD: SampleVat = { category: 'S', rate: 20 };

function brokenBy(change: Change, vat: SampleVat = STANDARD): string[] {
  const document = parseXmlDocument(ublSample(vat));
  change(new EInvoiceUnderTest(document));
  return problemsOf(document).map((problem) => problem.split(':')[0] ?? '');
}

const LEFT_OUT: readonly [rule: string, term: string, group?: string][] = [
  ['BR-01', 'BT-24'],
  ['BR-02', 'BT-1'],
  ['BR-03', 'BT-2'],
  ['BR-04', 'BT-3'],
  ['BR-05', 'BT-5'],
  ['BR-06', 'BT-27'],
  ['BR-07', 'BT-44'],
  ['BR-08', 'BG-5'],
  ['BR-09', 'BT-40'],
  ['BR-10', 'BG-8'],
  ['BR-11', 'BT-55'],
  ['BR-12', 'BT-106'],
  ['BR-13', 'BT-109'],
  ['BR-14', 'BT-112'],
  ['BR-15', 'BT-115'],
  ['BR-17', 'BT-59'],
  ['BR-18', 'BT-62'],
  ['BR-19', 'BG-12'],
  ['BR-20', 'BT-69'],
  ['BR-21', 'BT-126', 'BG-25'],
  ['BR-22', 'BT-129', 'BG-25'],
  ['BR-23', 'BT-130', 'BG-25'],
  ['BR-24', 'BT-131', 'BG-25'],
  ['BR-25', 'BT-153', 'BG-25'],
  ['BR-26', 'BT-146', 'BG-25'],
  ['BR-31', 'BT-92', 'BG-20'],
  ['BR-32', 'BT-95', 'BG-20'],
  ['BR-36', 'BT-99', 'BG-21'],
  ['BR-37', 'BT-102', 'BG-21'],
  ['BR-41', 'BT-136', 'BG-27'],
  ['BR-43', 'BT-141', 'BG-28'],
  ['BR-45', 'BT-116', 'BG-23'],
  ['BR-46', 'BT-117', 'BG-23'],
  ['BR-47', 'BT-118', 'BG-23'],
  ['BR-48', 'BT-119', 'BG-23'],
  ['BR-49', 'BT-81', 'BG-16'],
  ['BR-50', 'BT-84', 'BG-16'],
  ['BR-52', 'BT-122', 'BG-24'],
  ['BR-53', 'BT-111'],
  ['BR-54', 'BT-161', 'BG-32'],
  ['BR-55', 'BT-25', 'BG-3'],
  ['BR-56', 'BT-63'],
  ['BR-57', 'BT-80'],
  ['BR-61', 'BT-84', 'BG-16'],
  ['BR-62', 'BT-34-1'],
  ['BR-63', 'BT-49-1'],
  ['BR-64', 'BT-157-1', 'BG-25'],
  ['BR-65', 'BT-158-1', 'BG-25'],
  ['BR-CO-04', 'BT-151', 'BG-25'],
];

const bothReasons = (group: string, one: string, other: string) =>
  all(without(one, group), without(other, group));

const SAID_WRONG: readonly [rule: string, change: Change][] = [
  ['BR-16', withoutGroup('BG-25')],
  ['BR-27', saying('-50.00', 'BT-146', 'BG-25')],
  ['BR-28', saying('-50.00', 'BT-148', 'BG-25')],
  ['BR-29', saying('2026-11-30', 'BT-74')],
  ['BR-30', saying('2026-11-30', 'BT-135', 'BG-25')],
  ['BR-33', bothReasons('BG-20', 'BT-97', 'BT-98')],
  ['BR-38', bothReasons('BG-21', 'BT-104', 'BT-105')],
  ['BR-42', bothReasons('BG-27', 'BT-139', 'BT-140')],
  ['BR-44', bothReasons('BG-28', 'BT-144', 'BT-145')],
  ['BR-51', saying('4242424242424242', 'BT-87', 'BG-16')],
  ['BR-CO-09', saying('123456789', 'BT-31')],
  ['BR-CO-09', saying('XX123456789', 'BT-48')],
  ['BR-CO-10', saying('115.01', 'BT-106')],
  ['BR-CO-11', saying('15.01', 'BT-107')],
  ['BR-CO-12', saying('10.01', 'BT-108')],
  ['BR-CO-13', saying('110.01', 'BT-109')],
  ['BR-CO-14', saying('22.01', 'BT-110')],
  ['BR-CO-15', saying('132.01', 'BT-112')],
  ['BR-CO-16', saying('100.01', 'BT-115')],
  ['BR-CO-16', saying('31.00', 'BT-113')],
  ['BR-CO-17', saying('22.02', 'BT-117', 'BG-23')],
  ['BR-CO-18', withoutGroup('BG-23')],
  ['BR-CO-19', all(without('BT-73'), without('BT-74'))],
  ['BR-CO-20', all(without('BT-134', 'BG-25'), without('BT-135', 'BG-25'))],
  ['BR-CO-21', bothReasons('BG-20', 'BT-97', 'BT-98')],
  ['BR-CO-22', bothReasons('BG-21', 'BT-104', 'BT-105')],
  ['BR-CO-23', bothReasons('BG-27', 'BT-139', 'BT-140')],
  ['BR-CO-24', bothReasons('BG-28', 'BT-144', 'BT-145')],
  ['BR-CO-25', without('BT-9')],
  ['BR-CO-26', all(without('BT-29'), without('BT-30'), without('BT-31'))],
  ['BR-CL-01', saying('999', 'BT-3')],
  ['BR-CL-03', saying('EURO', 'currencies')],
  ['BR-CL-04', saying('XYZ', 'BT-5')],
  ['BR-CL-05', saying('KRONOR', 'BT-6')],
  ['BR-CL-10', saying('EM', 'BT-29-1')],
  ['BR-CL-11', saying('HRB', 'BT-30-1')],
  ['BR-CL-14', saying('UK', 'BT-40')],
  ['BR-CL-15', saying('Germany', 'BT-159', 'BG-25')],
  ['BR-CL-16', saying('2', 'BT-81', 'BG-16')],
  ['BR-CL-17', saying('X', 'BT-118', 'BG-23')],
  ['BR-CL-18', saying('X', 'BT-151', 'BG-25')],
  ['BR-CL-19', saying('FC', 'BT-98', 'BG-20')],
  ['BR-CL-20', saying('95', 'BT-105', 'BG-21')],
  ['BR-CL-21', saying('EAN', 'BT-157-1', 'BG-25')],
  ['BR-CL-23', saying('piece', 'BT-130', 'BG-25')],
  ['BR-CL-25', saying('MAIL', 'BT-34-1')],
];

/** Its rule, its term, and where that stands. */
const DECIMALS: readonly [rule: string, term: string, group?: string][] = [
  ['01', 'BT-92', 'BG-20'],
  ['02', 'BT-93', 'BG-20'],
  ['05', 'BT-99', 'BG-21'],
  ['06', 'BT-100', 'BG-21'],
  ['09', 'BT-106'],
  ['10', 'BT-107'],
  ['11', 'BT-108'],
  ['12', 'BT-109'],
  ['13', 'BT-110'],
  ['14', 'BT-112'],
  ['15', 'BT-111'],
  ['16', 'BT-113'],
  ['17', 'BT-114'],
  ['18', 'BT-115'],
  ['19', 'BT-116', 'BG-23'],
  ['20', 'BT-117', 'BG-23'],
  ['23', 'BT-131', 'BG-25'],
  ['24', 'BT-136', 'BG-27'],
  ['25', 'BT-137', 'BG-27'],
  ['27', 'BT-141', 'BG-28'],
  ['28', 'BT-142', 'BG-28'],
];

const reason = 'As the law has it';
const FAMILIES: Readonly<Record<string, SampleVat>> = {
  S: STANDARD,
  Z: { category: 'Z', rate: 0 },
  E: { category: 'E', rate: 0, reason },
  AE: { category: 'AE', rate: 0, reason },
  IC: { category: 'K', rate: 0, reason },
  G: { category: 'G', rate: 0, reason },
  O: { category: 'O', reason },
};

const noSeller = all(without('BT-31'), without('BT-63'));
const noBuyer = all(without('BT-48'), without('BT-47'));

/** What breaks the rules that every category has, by their last numbers. */
function familyChanges(name: string, { category, rate }: SampleVat): [string, Change][] {
  const known = category === 'O' ? nameSeller : noSeller;
  const other = rate === 20 ? '0' : '5';
  const bad = (term: string, group: string): Change =>
    category === 'O' ? addRate(group) : saying(other, term, group);
  const changes: [string, Change][] = [
    ['01', withoutGroup('BG-23')],
    ['02', known],
    ['03', known],
    ['04', known],
    ['05', bad('BT-152', 'BG-25')],
    ['06', bad('BT-96', 'BG-20')],
    ['07', bad('BT-103', 'BG-21')],
    ['08', saying('109.00', 'BT-116', 'BG-23')],
    ['09', saying('21.00', 'BT-117', 'BG-23')],
    ['10', category === 'S' || category === 'Z' ? addReason : without('BT-120', 'BG-23')],
  ];
  if (name === 'AE' || name === 'IC') changes.push(['02', noBuyer]);
  if (name !== 'S') changes.push(['01', twice('BG-23')]);
  return changes;
}

const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';

/** A new element in a place, as the last before `before`. */
function add(place: Element | undefined, name: string, text: string, before?: Element | null) {
  const added = place?.ownerDocument?.createElementNS(CBC, name);
  if (place === undefined || added === undefined) throw new Error('the sample has no such place');
  added.textContent = text;
  place.insertBefore(added, before ?? null);
}

/** Within a VAT category, before the scheme that it is of. */
const addToCategory = (place: Element | undefined, name: string, text: string) =>
  add(place, name, text, place?.lastElementChild);

const categoryOf = (invoice: EInvoiceUnderTest, group: string): Element | undefined => {
  const term = { 'BG-20': 'BT-95', 'BG-21': 'BT-102', 'BG-23': 'BT-118' }[group] ?? 'BT-151';
  return nodesOf(invoice, term, group)[0]?.parentElement ?? undefined;
};

const addRate =
  (group: string): Change =>
  (invoice) =>
    addToCategory(categoryOf(invoice, group), 'cbc:Percent', '0');

const periodOf = ({ terms }: EInvoiceUnderTest) => terms.nodes('BG-14')[0] as Element | undefined;

const addTaxPoint =
  (code: string): Change =>
  (invoice) =>
    add(periodOf(invoice), 'cbc:DescriptionCode', code);

const addReasonCode: Change = (invoice) =>
  addToCategory(categoryOf(invoice, 'BG-23'), 'cbc:TaxExemptionReasonCode', 'VATEX-NONE');

const addProgram: Change = (invoice) => {
  const cac = String(periodOf(invoice)?.namespaceURI);
  const attachment = invoice.document.createElementNS(cac, 'cac:Attachment');
  add(attachment, 'cbc:EmbeddedDocumentBinaryObject', 'AA==');
  attachment.firstElementChild?.setAttribute('mimeCode', 'application/x-program');
  invoice.groups('BG-24')[0]?.element.appendChild(attachment);
};

const addReason: Change = (invoice) =>
  addToCategory(categoryOf(invoice, 'BG-23'), 'cbc:TaxExemptionReason', reason);

/** A VAT id of the seller, where none is allowed. */
const nameSeller: Change = (invoice) => {
  const taxed = new EInvoiceUnderTest(ublSample(STANDARD));
  const scheme = taxed.terms.nodes('BT-31')[0]?.parentElement;
  const party = invoice.terms.nodes('BG-5')[0]?.parentElement;
  if (scheme && party) party.appendChild(invoice.document.importNode(scheme, true));
};

const FAMILY_CHANGES = Object.entries(FAMILIES).flatMap(([name, vat]) =>
  familyChanges(name, vat).map(
    ([number, change]) => [`BR-${name}-${number}`, change, vat] as const,
  ),
);
const MORE_CHANGES: readonly (readonly [rule: string, change: Change, vat?: SampleVat])[] = [
  ['BR-CO-03', addTaxPoint('432')],
  ['BR-CL-06', addTaxPoint('1')],
  ['BR-CL-22', addReasonCode],
  ['BR-CL-24', addProgram],
  ['BR-IC-11', all(without('BT-72'), without('BG-14')), FAMILIES.IC ?? STANDARD],
  ['BR-IC-12', without('BG-15'), FAMILIES.IC ?? STANDARD],
  ['BR-O-11', twice('BG-23'), FAMILIES.O ?? STANDARD],
  ['BR-O-12', saying('Z', 'BT-151', 'BG-25'), FAMILIES.O ?? STANDARD],
  ['BR-O-13', saying('Z', 'BT-95', 'BG-20'), FAMILIES.O ?? STANDARD],
  ['BR-O-14', saying('Z', 'BT-102', 'BG-21'), FAMILIES.O ?? STANDARD],
];

const CHANGES: readonly (readonly [rule: string, change: Change, vat?: SampleVat])[] = [
  ...LEFT_OUT.map(([rule, term, group]) => [rule, without(term, group)] as const),
  ...SAID_WRONG,
  ...DECIMALS.map(
    ([rule, term, group]) => [`BR-DEC-${rule}`, saying('1.001', term, group)] as const,
  ),
  ...FAMILY_CHANGES,
  ...MORE_CHANGES,
];

describe('the rules of EN 16931', () => {
  test.each(Object.entries(FAMILIES))('are kept by a right invoice of family %s', (_, vat) => {
    expect(problemsOf(ublSample(vat))).toEqual([]);
  });

  for (const [rule, change, vat] of CHANGES) {
    test(`${rule} is broken by what it forbids`, () => {
      expect(brokenBy(change, vat)).toContain(rule);
    });
  }

  test('are each seen to fail', () => {
    const seen = new Set(CHANGES.map(([rule]) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  test('leave nothing unread', () => {
    const more: Change = (invoice) => {
      const added = invoice.document.createElementNS('urn:other', 'Other');
      added.textContent = 'unknown';
      invoice.terms.element.appendChild(added);
    };
    expect(brokenBy(more)).toEqual(['unread']);
  });
});
