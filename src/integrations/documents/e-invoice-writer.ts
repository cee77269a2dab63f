import type { Invoice, InvoiceService } from '@e-invoice-eu/core';
import { addDays } from '../../kernel/calendar.ts';
import { formatAmount, type Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import {
  type EInvoiceLine,
  type EInvoiceWriter,
  type ElectronicInvoice,
  identifierOf,
  percentText,
  type VatGroup,
} from '../../modules/invoicing/index.ts';
import type { Address, Buyer, Seller } from '../../modules/parties/index.ts';

/** Writes EN 16931 through a library, which is loaded when the first one is asked for. */
export function createEInvoiceWriter(): EInvoiceWriter {
  let loading: Promise<InvoiceService> | undefined;
  return {
    async write(invoice, syntax) {
      loading ??= loadService(); // Once: it compiles its schemas as it is made.
      const service = await loading;
      const options = { format: syntax === 'ubl' ? 'UBL' : 'CII', lang: 'en', noWarnings: true };
      const written = await service.generate(internalForm(invoice), options);
      const xml = typeof written === 'string' ? written : new TextDecoder().decode(written);
      return syntax === 'cii' ? withDelivery(xml) : xml;
    },
  };
}

async function loadService(): Promise<InvoiceService> {
  const { InvoiceService } = await import('@e-invoice-eu/core');
  return new InvoiceService(SILENT);
}

/**
 * CII's schema wants an element for the delivery, be it empty, and the library writes none where
 * nothing is delivered to a place.
 */
function withDelivery(xml: string): string {
  if (xml.includes('<ram:ApplicableHeaderTradeDelivery')) return xml;
  const settlement = '<ram:ApplicableHeaderTradeSettlement>';
  return xml.replace(settlement, `<ram:ApplicableHeaderTradeDelivery/>${settlement}`);
}

/** What goes wrong is thrown; the library would also say it on the console. */
const SILENT = { log() {}, warn() {}, error() {} };

const VAT = { 'cbc:ID': 'VAT' };
const TYPE_CODES = { invoice: '380', credit_note: '381' } as const;

/** The library's own form: UBL's names, every value text. */
function internalForm(invoice: ElectronicInvoice): Invoice {
  const { currency } = invoice.total;
  const form = {
    'ubl:Invoice': {
      'cbc:ID': invoice.number,
      'cbc:IssueDate': invoice.issuedOn,
      ...(invoice.dueOn !== undefined && { 'cbc:DueDate': invoice.dueOn }),
      'cbc:InvoiceTypeCode': TYPE_CODES[invoice.type],
      ...(invoice.notes.length > 0 && { 'cbc:Note': invoice.notes.join(' ') }),
      'cbc:DocumentCurrencyCode': currency,
      ...(invoice.period !== undefined && { 'cac:InvoicePeriod': periodOf(invoice.period) }),
      ...(invoice.purchaseOrder !== undefined && {
        'cac:OrderReference': { 'cbc:ID': invoice.purchaseOrder },
      }),
      ...(invoice.corrects !== undefined && {
        'cac:BillingReference': [
          {
            'cac:InvoiceDocumentReference': {
              'cbc:ID': invoice.corrects.number,
              'cbc:IssueDate': invoice.corrects.issuedOn,
            },
          },
        ],
      }),
      'cac:AccountingSupplierParty': { 'cac:Party': sellerOf(invoice) },
      'cac:AccountingCustomerParty': { 'cac:Party': buyerOf(invoice) },
      ...paymentOf(invoice),
      'cac:TaxTotal': [
        {
          ...amount('cbc:TaxAmount', invoice.tax),
          'cac:TaxSubtotal': invoice.groups.map(subtotalOf),
        },
      ],
      'cac:LegalMonetaryTotal': {
        ...amount('cbc:LineExtensionAmount', invoice.net),
        ...amount('cbc:TaxExclusiveAmount', invoice.net),
        ...amount('cbc:TaxInclusiveAmount', invoice.total),
        ...amount('cbc:PayableAmount', invoice.total),
      },
      'cac:InvoiceLine': invoice.lines.map(lineOf),
    },
  };
  return form as unknown as Invoice; // Its type is of code lists; ours were checked on entry.
}

function sellerOf(invoice: ElectronicInvoice) {
  const { seller } = invoice;
  const identifier = identifierOf(seller);
  const isSubject = invoice.groups.some(({ category }) => category !== 'O');
  const schemes = [
    // A document that is not subject to VAT names no VAT id (BR-O-02).
    ...(isSubject && seller.vat_id !== undefined ? [taxScheme(seller.vat_id, VAT)] : []),
    ...(seller.tax_number !== undefined ? [taxScheme(seller.tax_number, { 'cbc:ID': 'TAX' })] : []),
  ];
  return {
    ...endpointOf(seller.email),
    ...(identifier !== undefined && { 'cac:PartyIdentification': [{ 'cbc:ID': identifier }] }),
    'cac:PartyName': { 'cbc:Name': seller.logo_text ?? seller.legal_name },
    'cac:PostalAddress': addressOf(seller.address),
    ...(schemes.length > 0 && { 'cac:PartyTaxScheme': schemes }),
    'cac:PartyLegalEntity': legalEntityOf(seller),
    ...contactOf(seller),
  };
}

function buyerOf({ buyer, groups }: ElectronicInvoice) {
  const isSubject = groups.some(({ category }) => category !== 'O');
  return {
    ...endpointOf(buyer.invoice_email),
    'cac:PostalAddress': addressOf(buyer.address),
    ...(isSubject &&
      buyer.vat_id !== undefined && { 'cac:PartyTaxScheme': taxScheme(buyer.vat_id, VAT) }),
    'cac:PartyLegalEntity': legalEntityOf(buyer),
  };
}

/** Where a network would deliver it: an address of electronic mail (EAS code EM). */
function endpointOf(email: string | undefined) {
  return email === undefined ? {} : { 'cbc:EndpointID': email, 'cbc:EndpointID@schemeID': 'EM' };
}

function taxScheme(id: string, scheme: { 'cbc:ID': string }) {
  return { 'cbc:CompanyID': id, 'cac:TaxScheme': scheme };
}

function legalEntityOf({ legal_name, registration_number }: Seller | Buyer) {
  return {
    'cbc:RegistrationName': legal_name,
    ...(registration_number !== undefined && { 'cbc:CompanyID': registration_number }),
  };
}

function contactOf({ legal_name, phone, email }: Seller) {
  if (phone === undefined && email === undefined) return {};
  return {
    'cac:Contact': {
      'cbc:Name': legal_name,
      ...(phone !== undefined && { 'cbc:Telephone': phone }),
      ...(email !== undefined && { 'cbc:ElectronicMail': email }),
    },
  };
}

function addressOf({ line1, line2, city, postal_code, region, country }: Address) {
  return {
    'cbc:StreetName': line1,
    ...(line2 !== undefined && { 'cbc:AdditionalStreetName': line2 }),
    'cbc:CityName': city,
    ...(postal_code !== undefined && { 'cbc:PostalZone': postal_code }),
    ...(region !== undefined && { 'cbc:CountrySubentity': region }),
    'cac:Country': { 'cbc:IdentificationCode': country },
  };
}

/** Credit transfer to the seller's account (UNCL 4461 code 30), the number as its reference. */
function paymentOf({ isPaidByHand, number, seller }: ElectronicInvoice) {
  if (!isPaidByHand || seller.bank === undefined) return {};
  const { account, account_holder, bank_code } = seller.bank;
  return {
    'cac:PaymentMeans': [
      {
        'cbc:PaymentMeansCode': '30',
        'cbc:PaymentID': number,
        'cac:PayeeFinancialAccount': {
          'cbc:ID': account,
          ...(account_holder !== undefined && { 'cbc:Name': account_holder }),
          ...(bank_code !== undefined && {
            'cac:FinancialInstitutionBranch': { 'cbc:ID': bank_code },
          }),
        },
      },
    ],
  };
}

function subtotalOf(group: VatGroup) {
  return {
    ...amount('cbc:TaxableAmount', group.base),
    ...amount('cbc:TaxAmount', group.tax),
    'cac:TaxCategory': {
      ...categoryOf(group),
      ...(group.category === 'AE' && { 'cbc:TaxExemptionReasonCode': 'VATEX-EU-AE' }),
      ...(group.reason !== undefined && { 'cbc:TaxExemptionReason': group.reason }),
      'cac:TaxScheme': VAT,
    },
  };
}

function categoryOf({ category, partsPerMillion }: VatGroup) {
  // "Not subject to VAT" has no rate, not even one of zero (BR-O-05).
  if (category === 'O') return { 'cbc:ID': category };
  return { 'cbc:ID': category, 'cbc:Percent': percentText(partsPerMillion) };
}

const UNIT_CODES = { piece: 'C62', gigabyte: 'E34' } as const;

function lineOf(line: EInvoiceLine, index: number) {
  return {
    'cbc:ID': String(index + 1),
    'cbc:InvoicedQuantity': line.quantity,
    'cbc:InvoicedQuantity@unitCode': UNIT_CODES[line.unit],
    ...amount('cbc:LineExtensionAmount', line.net),
    ...(line.period !== undefined && { 'cac:InvoicePeriod': periodOf(line.period) }),
    'cac:Item': {
      'cbc:Name': line.description,
      'cac:ClassifiedTaxCategory': { ...categoryOf(line.group), 'cac:TaxScheme': VAT },
    },
    'cac:Price': amount('cbc:PriceAmount', line.price),
  };
}

/** Both days included; ours end with the day after. */
function periodOf({ start, end }: Period) {
  return { 'cbc:StartDate': start, 'cbc:EndDate': addDays(end, -1) };
}

function amount(name: string, value: Money) {
  return { [name]: formatAmount(value), [`${name}@currencyID`]: value.currency };
}
