/** What the VAT of a sample is like: its category (UNCL 5305), its rate, why nothing is charged. */
export interface SampleVat {
  readonly category: string;
  /** In percent; absent for what is not subject to VAT. */
  readonly rate?: 0 | 20;
  readonly reason?: string;
}

/** 2 × 50.00 less 10.00 and 5.00 more, and 20.00; less 15.00 and 10.00 more: 110.00. */
const TAX = '22.00';

const money = (name: string, amount: string) =>
  `<cbc:${name} currencyID="EUR">${amount}</cbc:${name}>`;
const SCHEME = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd';
const address = (name: string) =>
  `<cac:${name}><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode>` +
  `</cac:Country></cac:${name}>`;

function vatOf(name: string, { category, rate }: SampleVat, more = ''): string {
  const percent = rate === undefined ? '' : `<cbc:Percent>${rate}</cbc:Percent>`;
  return `<cac:${name}><cbc:ID>${category}</cbc:ID>${percent}${more}${SCHEME}</cac:${name}>`;
}

/** What is not subject to VAT names nobody's VAT id. */
function vatId(id: string, { category }: SampleVat): string {
  if (category === 'O') return '';
  return `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID>${SCHEME}</cac:PartyTaxScheme>`;
}

const changeOf = (isCharge: boolean, amount: string, code: string, vat = '') => `
  <cac:AllowanceCharge><cbc:ChargeIndicator>${isCharge}</cbc:ChargeIndicator>
    <cbc:AllowanceChargeReasonCode>${code}</cbc:AllowanceChargeReasonCode>
    <cbc:AllowanceChargeReason>Agreed</cbc:AllowanceChargeReason>
    ${money('Amount', amount)}${money('BaseAmount', '100.00')}${vat}</cac:AllowanceCharge>`;

interface SampleLine {
  readonly id: string;
  readonly quantity: string;
  readonly net: string;
  readonly price: string;
  readonly changes: string;
}

const lineOf = (vat: SampleVat, { id, quantity, net, price, changes }: SampleLine) => `
  <cac:InvoiceLine><cbc:ID>${id}</cbc:ID>
    <cbc:InvoicedQuantity unitCode="C62">${quantity}</cbc:InvoicedQuantity>
    ${money('LineExtensionAmount', net)}
    <cac:InvoicePeriod><cbc:StartDate>2026-12-01</cbc:StartDate>
      <cbc:EndDate>2026-12-31</cbc:EndDate></cac:InvoicePeriod>${changes}
    <cac:Item><cbc:Name>Dialer</cbc:Name>
      <cac:StandardItemIdentification><cbc:ID schemeID="0160">4012345678901</cbc:ID>
      </cac:StandardItemIdentification>
      <cac:OriginCountry><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:OriginCountry>
      <cac:CommodityClassification>
        <cbc:ItemClassificationCode listID="STI">43230000</cbc:ItemClassificationCode>
      </cac:CommodityClassification>
      ${vatOf('ClassifiedTaxCategory', vat)}
      <cac:AdditionalItemProperty><cbc:Name>Kind</cbc:Name><cbc:Value>Seat</cbc:Value>
      </cac:AdditionalItemProperty></cac:Item>
    <cac:Price>${money('PriceAmount', price)}
      <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
        ${money('Amount', '0.00')}${money('BaseAmount', price)}</cac:AllowanceCharge></cac:Price>
  </cac:InvoiceLine>`;

const proxyOf = (vat: SampleVat) => `
  <cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>Proxy</cbc:Name></cac:PartyName>
    ${address('PostalAddress')}${vatId('DE987654321', vat)}</cac:TaxRepresentativeParty>`;

const partiesOf = (vat: SampleVat) => `
  <cac:AccountingSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="EM">billing@seller.example</cbc:EndpointID>
    <cac:PartyIdentification><cbc:ID schemeID="0088">4012345000009</cbc:ID>
    </cac:PartyIdentification>
    ${address('PostalAddress')}${vatId('DE123456789', vat)}
    <cac:PartyLegalEntity><cbc:RegistrationName>Seller</cbc:RegistrationName>
      <cbc:CompanyID schemeID="0002">HRB 1</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cbc:EndpointID schemeID="EM">ap@buyer.example</cbc:EndpointID>
    ${address('PostalAddress')}${vatId('FR12345678901', vat)}
    <cac:PartyLegalEntity><cbc:RegistrationName>Buyer</cbc:RegistrationName>
    </cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:PayeeParty><cac:PartyName><cbc:Name>Payee</cbc:Name></cac:PartyName></cac:PayeeParty>
  ${vat.category === 'O' ? '' : proxyOf(vat)}`;

/**
 * An invoice that has every group that a rule is about, in UBL: allowances and charges of lines
 * and of the whole, a payee, a tax representative, a place of delivery, cards and accounts.
 */
export function ublSample(vat: SampleVat): string {
  const tax = vat.rate === 20 ? TAX : '0.00';
  const [total, due] = vat.rate === 20 ? ['132.00', '100.00'] : ['110.00', '78.00'];
  const { reason = '' } = vat;
  const why = reason && `<cbc:TaxExemptionReason>${reason}</cbc:TaxExemptionReason>`;
  const lineChanges = changeOf(false, '10.00', '95') + changeOf(true, '5.00', 'FC');
  const first = { id: '1', quantity: '2', net: '95.00', price: '50.00', changes: lineChanges };
  const second = { id: '2', quantity: '1', net: '20.00', price: '20.00', changes: '' };
  return `<Invoice xmlns="${NAMESPACE}:Invoice-2"
  xmlns:cac="${NAMESPACE}:CommonAggregateComponents-2"
  xmlns:cbc="${NAMESPACE}:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>INV-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate>
  <cbc:DueDate>2026-12-15</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:TaxPointDate>2026-12-01</cbc:TaxPointDate>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>
  <cac:InvoicePeriod><cbc:StartDate>2026-12-01</cbc:StartDate>
    <cbc:EndDate>2026-12-31</cbc:EndDate></cac:InvoicePeriod>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-0</cbc:ID>
    <cbc:IssueDate>2026-11-01</cbc:IssueDate></cac:InvoiceDocumentReference>
  </cac:BillingReference>
  <cac:AdditionalDocumentReference><cbc:ID>A-1</cbc:ID></cac:AdditionalDocumentReference>
  ${partiesOf(vat)}
  <cac:Delivery><cbc:ActualDeliveryDate>2026-12-01</cbc:ActualDeliveryDate>
    <cac:DeliveryLocation>${address('Address')}</cac:DeliveryLocation></cac:Delivery>
  <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
    <cac:PayeeFinancialAccount><cbc:ID>DE89370400440532013000</cbc:ID>
    </cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:PaymentMeans><cbc:PaymentMeansCode>48</cbc:PaymentMeansCode>
    <cac:CardAccount><cbc:PrimaryAccountNumberID>4242</cbc:PrimaryAccountNumberID>
    </cac:CardAccount></cac:PaymentMeans>
  ${changeOf(false, '15.00', '95', vatOf('TaxCategory', vat))}
  ${changeOf(true, '10.00', 'FC', vatOf('TaxCategory', vat))}
  <cac:TaxTotal>${money('TaxAmount', tax)}
    <cac:TaxSubtotal>${money('TaxableAmount', '110.00')}${money('TaxAmount', tax)}
      ${vatOf('TaxCategory', vat, why)}</cac:TaxSubtotal></cac:TaxTotal>
  <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">241.12</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>${money('LineExtensionAmount', '115.00')}
    ${money('TaxExclusiveAmount', '110.00')}${money('TaxInclusiveAmount', total)}
    ${money('AllowanceTotalAmount', '15.00')}${money('ChargeTotalAmount', '10.00')}
    ${money('PrepaidAmount', '32.00')}${money('PayableRoundingAmount', '0.00')}
    ${money('PayableAmount', due)}</cac:LegalMonetaryTotal>
  ${lineOf(vat, first)}${lineOf(vat, second)}
</Invoice>`;
}
