import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { countryName } from '../../kernel/country.ts';
import { sayMoney } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { Address, Parties, Registrations, Seller } from '../parties/index.ts';
import {
  type DocumentLine,
  daysChargedFor,
  type IssuedDocument,
  isPaidByHand,
} from './document.ts';
import { percentText } from './tax.ts';

/** One side of a sale, as a document shows it. */
export interface PartyView {
  readonly name: string;
  /** Address, registrations, contact: one line each. */
  readonly lines: readonly string[];
}

export interface LineView {
  readonly description: string;
  /** The days it is for, both included; absent where it is for none. */
  readonly period?: string;
  /** How the amount comes about: `8 of 30 days × 2 × $85.00`. */
  readonly calculation: string;
  readonly amount: string;
}

export interface SumView {
  readonly label: string;
  readonly amount: string;
}

/**
 * What a document shows, in words, ready to be set in type. It follows from what was issued and
 * from versions that never change, so it is the same whenever it is made again.
 */
export interface DocumentView {
  /** `Invoice`, `Receipt` or `Credit note`. */
  readonly title: string;
  readonly number: string;
  /** Of a test clock: no document of the real world. */
  readonly isTest: boolean;
  readonly logo: string;
  /** `#1a2b3c`. */
  readonly colour: string;
  readonly seller: PartyView;
  readonly buyer: PartyView;
  /** Days, references, how it was paid: label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly lines: readonly LineView[];
  /** Net, then each tax. */
  readonly sums: readonly SumView[];
  readonly total: SumView;
  /** What the law wants said, and how to pay. */
  readonly notes: readonly string[];
  readonly footer?: string;
  readonly paper: 'A4' | 'LETTER';
  readonly issuedAt: Date;
}

export interface DocumentViewFacts extends Parties {
  readonly document: IssuedDocument;
  /** The invoice that a receipt pays or a credit note corrects. */
  readonly invoice?: IssuedDocument | undefined;
}

const TITLES = { receipt: 'Receipt', invoice: 'Invoice', credit_note: 'Credit note' } as const;

/** Slate: readable on white, and nobody's brand. */
const DEFAULT_COLOUR = '#334155';

/** Where paper is 8.5 × 11 inches (CLDR: the countries that do not use A4). */
const LETTER_COUNTRIES: ReadonlySet<string> = new Set(
  'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '),
);

export function documentView(facts: DocumentViewFacts): DocumentView {
  const { document } = facts;
  const seller = facts.seller?.body;
  const footer = seller?.document_footer;
  return {
    title: TITLES[document.type],
    number: document.number,
    isTest: document.number.startsWith('TEST-'),
    logo: seller?.logo_text ?? seller?.legal_name ?? '',
    colour: seller?.colour ?? DEFAULT_COLOUR,
    seller: seller === undefined ? UNKNOWN_SELLER : partyView(seller, contactOf(seller)),
    buyer: buyerView(facts),
    facts: factsOf(facts),
    lines: document.lines.map(lineView),
    sums: sumsOf(document),
    total: { label: totalLabel(document), amount: sayMoney(document.total) },
    notes: notesOf(document, seller),
    ...(footer !== undefined && { footer }),
    paper: LETTER_COUNTRIES.has(seller?.address.country ?? 'US') ? 'LETTER' : 'A4',
    issuedAt: document.issuedAt,
  };
}

const UNKNOWN_SELLER: PartyView = {
  name: 'Seller not entered',
  lines: ['The operator had entered no seller when this document was issued.'],
};

function buyerView({ buyer, document }: DocumentViewFacts): PartyView {
  if (buyer === undefined) return { name: document.account, lines: [] };
  return partyView(buyer.body, [document.account]);
}

function partyView(
  party: Registrations & { legal_name: string; address?: Address | undefined },
  more: readonly string[],
): PartyView {
  const address = party.address === undefined ? [] : addressLines(party.address);
  const registrations = [
    labelled('VAT ID', party.vat_id),
    labelled('Tax number', party.tax_number),
    labelled('Registration', party.registration_number),
  ];
  return { name: party.legal_name, lines: [...address, ...registrations.flat(), ...more] };
}

/** The order of lines that most of the world's posts take; the country in capitals last. */
function addressLines({ line1, line2, city, region, postal_code, country }: Address): string[] {
  const isNorthAmerican = country === 'US' || country === 'CA';
  const town = isNorthAmerican
    ? [`${city}${region === undefined ? '' : `, ${region}`}`, postal_code]
    : [postal_code, city];
  return [
    line1,
    ...(line2 === undefined ? [] : [line2]),
    town.filter((part) => part !== undefined).join(' '),
    countryName(country).toUpperCase(),
  ];
}

function contactOf({ email, phone, website }: Seller): string[] {
  return [email, phone, website].filter((line) => line !== undefined);
}

function labelled(label: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${label} ${value}`];
}

function factsOf({ document, buyer, invoice }: DocumentViewFacts): [string, string][] {
  const corrects = document.type === 'credit_note' ? 'Corrects invoice' : 'Pays invoice';
  const rows: [string, string | undefined][] = [
    ['Number', document.number],
    ['Issued on', sayDay(document.issuedOn)],
    ['Due on', document.dueOn && sayDay(document.dueOn)],
    ['Period', document.period && sayPeriod(document.period)],
    [corrects, invoice?.number],
    ['Reason', document.type === 'credit_note' ? reasonOf(document.kind) : undefined],
    ['Purchase order', buyer?.body.purchase_order],
    ['Order', document.order],
    ['Paid with', document.paidWith],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

function reasonOf(kind: IssuedDocument['kind']): string {
  switch (kind) {
    case 'charged_in_error':
      return 'Charged in error';
    case 'outage':
      return 'Outage';
    default:
      return 'Tax';
  }
}

function lineView(line: DocumentLine): LineView {
  const days = daysChargedFor(line);
  return {
    description: line.description,
    ...(days !== undefined && { period: sayPeriod(days) }),
    calculation: calculationOf(line),
    amount: sayMoney(line.amount),
  };
}

function calculationOf(line: DocumentLine): string {
  const price = sayMoney(line.unitPrice);
  switch (line.kind) {
    case 'license_increase':
      return `${line.daysCharged} of ${line.daysInPeriod} days × ${line.quantity} × ${price}`;
    case 'license_renewal':
      return `${line.quantity} × ${price}`;
    case 'storage':
      return `${line.quantity} GB × ${price}`;
    case 'minutes':
    case 'credit':
      return '';
  }
}

function sumsOf({ net, taxes }: IssuedDocument): SumView[] {
  return [
    { label: taxes.length > 0 ? 'Net' : 'Net, no tax charged', amount: sayMoney(net) },
    ...taxes.map((tax) => ({
      label:
        `${tax.name} ${percentText(tax.partsPerMillion)} % on ${sayMoney(tax.net)}` +
        `${tax.isIncluded ? ', included in the prices' : ''}`,
      amount: sayMoney(tax.amount),
    })),
  ];
}

function totalLabel({ type }: IssuedDocument): string {
  if (type === 'receipt') return 'Total paid';
  return type === 'invoice' ? 'Total due' : 'Total credited';
}

function notesOf(document: IssuedDocument, seller: Seller | undefined): string[] {
  const notes = document.taxTerms.notes.map(({ text }) => text);
  if (!isPaidByHand(document) || seller?.bank === undefined) return notes;
  const { bank_name, account_holder, account, bank_code } = seller.bank;
  const parts = [bank_name, account_holder, account, bank_code];
  const details = parts.filter((part) => part !== undefined).join(', ');
  return [...notes, `Pay by bank transfer to ${details}; reference ${document.number}.`];
}

/** `23 Nov 2026`: read alike on both sides of the Atlantic. */
function sayDay(day: LocalDate): string {
  return DAY.format(Date.parse(`${day}T00:00:00Z`));
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** Both days included, as people speak of periods. */
function sayPeriod({ start, end }: Period): string {
  return `${sayDay(start)} – ${sayDay(addDays(end, -1))}`;
}

/** What sets a document in type. The same view always gives the same bytes. */
export interface DocumentTypesetter {
  /** A tagged PDF/A-3; with an e-invoice (CII) embedded, Factur-X. */
  pdf(view: DocumentView, eInvoice?: string): Promise<Uint8Array>;
  /** A page for a browser's printer. */
  html(view: DocumentView): string;
}
