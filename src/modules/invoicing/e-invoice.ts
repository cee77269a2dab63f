import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { currencyDecimals } from '../../kernel/currency.ts';
import { add, type Money, microsPerMinorUnit, money, sum, zero } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { listOf } from '../../kernel/words/figures.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { Address, Buyer, Seller } from '../parties/index.ts';
import type { AppliedTax } from '../taxes/index.ts';
import {
  type DocumentLine,
  daysChargedFor,
  type IssuedDocument,
  isPaidByHand,
} from './document.ts';
import type { DocumentViewFacts } from './document-view.ts';

/** Standard rate, zero rate, exempt, reverse charge, not subject to VAT (UNCL 5305). */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'O';

/** All lines of one category and rate: EN 16931's VAT breakdown. */
export interface VatGroup {
  readonly category: VatCategory;
  /** Millionths. */
  readonly partsPerMillion: number;
  readonly base: Money;
  readonly tax: Money;
  /** Why nothing is charged, where nothing is. */
  readonly reason?: string;
}

export interface EInvoiceLine {
  readonly description: string;
  readonly quantity: string;
  readonly unit: 'piece' | 'gigabyte';
  /** Net, for one unit; quantity × price is the line's net. */
  readonly price: Money;
  readonly net: Money;
  readonly group: VatGroup;
  readonly period?: Period;
}

/** An invoice or credit note in the terms of EN 16931. */
export interface ElectronicInvoice {
  readonly type: 'invoice' | 'credit_note';
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn?: LocalDate;
  readonly period?: Period;
  readonly purchaseOrder?: string;
  /** What a credit note corrects. */
  readonly corrects?: { readonly number: string; readonly issuedOn: LocalDate };
  readonly seller: Seller;
  readonly buyer: Buyer & { readonly address: Address };
  readonly lines: readonly EInvoiceLine[];
  readonly groups: readonly VatGroup[];
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly notes: readonly string[];
  /** Whether it waits for a transfer to the seller's bank. */
  readonly isPaidByHand: boolean;
}

/** Writes electronic invoices in one of EN 16931's two syntaxes. */
export interface EInvoiceWriter {
  write(invoice: ElectronicInvoice, syntax: 'ubl' | 'cii'): Promise<string>;
}

/** EN 16931 writes every amount of a document with at most two decimals (BR-DEC). */
const DECIMALS_MAX = 2;

/**
 * Says a document in the terms of EN 16931. Refuses `e_invoice_impossible`, and names what is
 * missing or cannot be said: a party that was not entered when the document was issued, a currency
 * with three decimals, two taxes on one line, a credit of nothing but tax.
 */
export function electronicInvoice(facts: DocumentViewFacts): ElectronicInvoice {
  const { document, invoice } = facts;
  refuseUnsayable(document);
  const vat = document.lines.map((line) => vatOf(document, line));
  const { seller, buyer } = partiesOf(facts, vat);
  const groups = groupsOf(document, vat);
  const nets = lineNets(document, vat, groups);
  const { currency } = document.total;
  const net = sum(nets, currency);
  const tax = sum(
    groups.map((group) => group.tax),
    currency,
  );
  assert(add(net, tax).micros === document.total.micros, 'both forms come to the same total');
  return {
    type: document.type === 'credit_note' ? 'credit_note' : 'invoice',
    number: document.number,
    issuedOn: document.issuedOn,
    ...(document.dueOn !== undefined && { dueOn: document.dueOn }),
    ...(document.period !== undefined && { period: document.period }),
    ...(buyer.purchase_order !== undefined && { purchaseOrder: buyer.purchase_order }),
    ...(invoice !== undefined && {
      corrects: { number: invoice.number, issuedOn: invoice.issuedOn },
    }),
    seller,
    buyer,
    lines: document.lines.map((line, index) =>
      eInvoiceLine(line, nets[index] ?? zero(currency), groupOf(groups, vat[index])),
    ),
    groups,
    net,
    tax,
    total: document.total,
    notes: document.taxTerms.notes.map(({ text }) => text),
    isPaidByHand: isPaidByHand(document),
  };
}

function refuseUnsayable({ type, kind, total, lines }: IssuedDocument): void {
  if (type === 'receipt')
    refuse(say('A receipt of a payment has no form in EN 16931; an invoice has.'));
  if (currencyDecimals(total.currency) > DECIMALS_MAX) {
    refuse(
      say('EN 16931 knows two decimals at most, and {currency} has three.', {
        currency: total.currency,
      }),
    );
  }
  if (type === 'credit_note' && kind === 'tax') {
    refuse(say('A credit of nothing but tax has no form in EN 16931.'));
  }
  if (lines.length === 0) refuse(say('EN 16931 knows no document without a line.'));
}

interface LineVat {
  readonly category: VatCategory;
  readonly partsPerMillion: number;
  readonly isIncluded: boolean;
  readonly reason?: string;
}

function vatOf({ taxTerms, lines }: IssuedDocument, line: DocumentLine): LineVat {
  const taxes = taxesOn(taxTerms.taxes, line);
  const [tax, second] = taxes;
  if (second !== undefined) {
    const names = listOf(taxes.map(({ name }) => name));
    refuse(say('EN 16931 knows one tax a line, and this document bears {names}.', { names }));
  }
  if (tax === undefined) {
    const isTaxedElsewhere = lines.some((other) => taxesOn(taxTerms.taxes, other).length > 0);
    const note = taxTerms.notes[0];
    const untaxed = { partsPerMillion: 0, isIncluded: false };
    if (note?.kind === 'reverse_charge') return { ...untaxed, category: 'AE', reason: note.text };
    if (note !== undefined) return { ...untaxed, category: 'E', reason: note.text };
    // A document "not subject to VAT" is so as a whole.
    if (isTaxedElsewhere) return { ...untaxed, category: 'E', reason: 'Not taxable' };
    return { ...untaxed, category: 'O', reason: 'Not subject to VAT' };
  }
  const partsPerMillion = tax.rates[line.taxCategory] ?? 0;
  return {
    category: partsPerMillion > 0 ? 'S' : 'Z',
    partsPerMillion,
    isIncluded: tax.isIncluded && line.taxCategory !== 'minutes',
  };
}

function taxesOn(taxes: readonly AppliedTax[], line: DocumentLine): AppliedTax[] {
  return taxes.filter((tax) => tax.rates[line.taxCategory] !== undefined);
}

function partiesOf(
  facts: DocumentViewFacts,
  vat: readonly LineVat[],
): Pick<ElectronicInvoice, 'seller' | 'buyer'> {
  const seller = facts.seller?.body;
  const buyer = facts.buyer?.body;
  const isSubject = vat.some(({ category }) => category !== 'O');
  const missing: PlainSentence[] = [];
  if (seller === undefined) missing.push('the seller');
  else if (isSubject && seller.vat_id === undefined && seller.tax_number === undefined) {
    missing.push('the seller’s VAT id or tax number');
  } else if (identifierOf(seller) === undefined) missing.push('a registration of the seller');
  if (buyer?.address === undefined) missing.push('the buyer’s address');
  if (missing.length > 0 || seller === undefined || buyer?.address === undefined) {
    throw new Refusal('e_invoice_impossible', {
      message: say(
        'An electronic invoice needs {missing}, which had not been entered when this document was issued. Enter it for those that follow.',
        { missing: listOf(missing.map((one) => say(one))) },
      ),
      facts: { missing },
    });
  }
  return { seller, buyer: { ...buyer, address: buyer.address } };
}

/** By which a buyer's software knows the seller: any of its registrations. */
export function identifierOf(seller: Seller): string | undefined {
  return seller.registration_number ?? seller.vat_id ?? seller.tax_number;
}

function groupsOf(document: IssuedDocument, vat: readonly LineVat[]): VatGroup[] {
  const { currency } = document.total;
  const groups: VatGroup[] = [];
  for (const one of vat) {
    if (groups.some((group) => isOf(group, one))) continue;
    const { category, partsPerMillion, reason } = one;
    const lines = document.lines.filter((_, index) => isOf(one, vat[index]));
    const taxed = document.taxes.filter((line) => line.partsPerMillion === partsPerMillion);
    const isTaxed = category === 'S' || category === 'Z';
    const amounts = isTaxed ? taxed.map(({ net }) => net) : lines.map(({ amount }) => amount);
    const taxes = isTaxed ? taxed.map(({ amount }) => amount) : [];
    groups.push({
      category,
      partsPerMillion,
      base: sum(amounts, currency),
      tax: sum(taxes, currency),
      ...(reason !== undefined && { reason }),
    });
  }
  return groups;
}

type GroupKey = Pick<VatGroup, 'category' | 'partsPerMillion'>;

function isOf(group: GroupKey, other: GroupKey | undefined): boolean {
  return group.category === other?.category && group.partsPerMillion === other.partsPerMillion;
}

function groupOf(groups: readonly VatGroup[], vat: GroupKey | undefined): VatGroup {
  const found = groups.find((group) => isOf(group, vat));
  assert(found !== undefined, 'every line is in a group');
  return found;
}

const WHOLE_PPM = 1_000_000n;

/**
 * Each line's net in whole minor units, which together are their group's base: what prices that
 * include tax leave beyond whole units goes to the lines with the largest remainders.
 */
function lineNets(
  document: IssuedDocument,
  vat: readonly LineVat[],
  groups: readonly VatGroup[],
): Money[] {
  const { currency } = document.total;
  const unit = microsPerMinorUnit(currency);
  const nets = document.lines.map(({ amount }, index) => {
    const included = vat[index]?.isIncluded ? BigInt(vat[index].partsPerMillion) : 0n;
    const exact = amount.micros * WHOLE_PPM;
    const whole = exact / ((WHOLE_PPM + included) * unit);
    return { index, minor: whole, rest: exact - whole * (WHOLE_PPM + included) * unit };
  });
  for (const group of groups) {
    const own = nets.filter(({ index }) => isOf(group, vat[index]));
    const byRest = own.toSorted((left, right) => (left.rest > right.rest ? -1 : 1));
    let left = group.base.micros / unit - own.reduce((total, { minor }) => total + minor, 0n);
    for (let place = 0; left !== 0n; place = (place + 1) % byRest.length) {
      const line = byRest[place];
      assert(line !== undefined, 'a group has lines');
      line.minor += left > 0n ? 1n : -1n;
      left += left > 0n ? -1n : 1n;
    }
  }
  return nets.map(({ minor }) => money(minor * unit, currency));
}

/** With its quantity where quantity × price is exact; one piece at its net where it is not. */
function eInvoiceLine(line: DocumentLine, net: Money, group: VatGroup): EInvoiceLine {
  const days = daysChargedFor(line);
  const isWhole = /^\d+$/.test(line.quantity) && line.quantity !== '0';
  const isExact = isWhole && line.unitPrice.micros * BigInt(line.quantity) === net.micros;
  return {
    description: line.description,
    quantity: isExact ? line.quantity : '1',
    unit: isExact && line.kind === 'storage' ? 'gigabyte' : 'piece',
    price: isExact ? line.unitPrice : net,
    net,
    group,
    ...(days !== undefined && { period: days }),
  };
}

function refuse(message: string): never {
  throw new Refusal('e_invoice_impossible', { message });
}
