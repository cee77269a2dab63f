import type { GroupPaths, TermPaths } from './binding.ts';

/** Where UBL 2.1 has the terms of EN 16931-1 (the binding of CEN/TS 16931-3-2). */

export const UBL_NAMESPACES = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

const SELLER = 'cac:AccountingSupplierParty/cac:Party';
const BUYER = 'cac:AccountingCustomerParty/cac:Party';
const VAT_ID = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']/cbc:CompanyID";
const OTHER_TAX_ID = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID != 'VAT']/cbc:CompanyID";
const TOTAL = 'cac:LegalMonetaryTotal';

export const UBL_TERMS: TermPaths = {
  'BT-1': 'cbc:ID',
  'BT-2': 'cbc:IssueDate',
  'BT-3': 'cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode',
  'BT-5': 'cbc:DocumentCurrencyCode',
  'BT-6': 'cbc:TaxCurrencyCode',
  'BT-7': 'cbc:TaxPointDate',
  'BT-8': 'cac:InvoicePeriod/cbc:DescriptionCode',
  'BT-9': 'cbc:DueDate | cac:PaymentMeans/cbc:PaymentDueDate',
  'BT-10': 'cbc:BuyerReference',
  'BT-13': 'cac:OrderReference/cbc:ID',
  'BT-20': 'cac:PaymentTerms/cbc:Note',
  'BT-22': 'cbc:Note',
  'BT-23': 'cbc:ProfileID',
  'BT-24': 'cbc:CustomizationID',
  'BT-27': `${SELLER}/cac:PartyLegalEntity/cbc:RegistrationName`,
  'BT-28': `${SELLER}/cac:PartyName/cbc:Name`,
  'BT-29': `${SELLER}/cac:PartyIdentification/cbc:ID`,
  'BT-29-1': `${SELLER}/cac:PartyIdentification/cbc:ID/@schemeID`,
  'BT-30': `${SELLER}/cac:PartyLegalEntity/cbc:CompanyID`,
  'BT-30-1': `${SELLER}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID`,
  'BT-31': `${SELLER}/${VAT_ID}`,
  'BT-32': `${SELLER}/${OTHER_TAX_ID}`,
  'BT-34': `${SELLER}/cbc:EndpointID`,
  'BT-34-1': `${SELLER}/cbc:EndpointID/@schemeID`,
  'BG-5': `${SELLER}/cac:PostalAddress`,
  'BT-35': `${SELLER}/cac:PostalAddress/cbc:StreetName`,
  'BT-36': `${SELLER}/cac:PostalAddress/cbc:AdditionalStreetName`,
  'BT-37': `${SELLER}/cac:PostalAddress/cbc:CityName`,
  'BT-38': `${SELLER}/cac:PostalAddress/cbc:PostalZone`,
  'BT-39': `${SELLER}/cac:PostalAddress/cbc:CountrySubentity`,
  'BT-40': `${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
  'BT-41': `${SELLER}/cac:Contact/cbc:Name`,
  'BT-42': `${SELLER}/cac:Contact/cbc:Telephone`,
  'BT-43': `${SELLER}/cac:Contact/cbc:ElectronicMail`,
  'BT-44': `${BUYER}/cac:PartyLegalEntity/cbc:RegistrationName`,
  'BT-47': `${BUYER}/cac:PartyLegalEntity/cbc:CompanyID`,
  'BT-47-1': `${BUYER}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID`,
  'BT-48': `${BUYER}/${VAT_ID}`,
  'BT-49': `${BUYER}/cbc:EndpointID`,
  'BT-49-1': `${BUYER}/cbc:EndpointID/@schemeID`,
  'BG-8': `${BUYER}/cac:PostalAddress`,
  'BT-50': `${BUYER}/cac:PostalAddress/cbc:StreetName`,
  'BT-51': `${BUYER}/cac:PostalAddress/cbc:AdditionalStreetName`,
  'BT-52': `${BUYER}/cac:PostalAddress/cbc:CityName`,
  'BT-53': `${BUYER}/cac:PostalAddress/cbc:PostalZone`,
  'BT-54': `${BUYER}/cac:PostalAddress/cbc:CountrySubentity`,
  'BT-55': `${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
  'BG-10': 'cac:PayeeParty',
  'BT-59': 'cac:PayeeParty/cac:PartyName/cbc:Name',
  'BG-11': 'cac:TaxRepresentativeParty',
  'BT-62': 'cac:TaxRepresentativeParty/cac:PartyName/cbc:Name',
  'BT-63': `cac:TaxRepresentativeParty/${VAT_ID}`,
  'BG-12': 'cac:TaxRepresentativeParty/cac:PostalAddress',
  'BT-69': 'cac:TaxRepresentativeParty/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
  'BT-72': 'cac:Delivery/cbc:ActualDeliveryDate',
  'BG-14': 'cac:InvoicePeriod',
  'BG-15': 'cac:Delivery/cac:DeliveryLocation/cac:Address',
  'BT-73': 'cac:InvoicePeriod/cbc:StartDate',
  'BT-74': 'cac:InvoicePeriod/cbc:EndDate',
  'BT-80': 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode',
  'BT-106': `${TOTAL}/cbc:LineExtensionAmount`,
  'BT-107': `${TOTAL}/cbc:AllowanceTotalAmount`,
  'BT-108': `${TOTAL}/cbc:ChargeTotalAmount`,
  'BT-109': `${TOTAL}/cbc:TaxExclusiveAmount`,
  'BT-110': 'cac:TaxTotal/cbc:TaxAmount[@currencyID = /*/cbc:DocumentCurrencyCode]',
  'BT-111': 'cac:TaxTotal/cbc:TaxAmount[@currencyID != /*/cbc:DocumentCurrencyCode]',
  'BT-112': `${TOTAL}/cbc:TaxInclusiveAmount`,
  'BT-113': `${TOTAL}/cbc:PrepaidAmount`,
  'BT-114': `${TOTAL}/cbc:PayableRoundingAmount`,
  'BT-115': `${TOTAL}/cbc:PayableAmount`,
  currencies: '//@currencyID',
};

const allowances = (isCharge: boolean) =>
  `cac:AllowanceCharge[normalize-space(cbc:ChargeIndicator) = '${isCharge}']`;
const ATTACHMENT = 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject';
const LINE = '(cac:InvoiceLine | cac:CreditNoteLine)';

export const UBL_GROUPS: GroupPaths = {
  'BG-3': {
    path: 'cac:BillingReference/cac:InvoiceDocumentReference',
    terms: { 'BT-25': 'cbc:ID', 'BT-26': 'cbc:IssueDate' },
  },
  'BG-16': {
    path: 'cac:PaymentMeans',
    terms: {
      'BT-81': 'cbc:PaymentMeansCode',
      'BT-82': 'cbc:PaymentMeansCode/@name',
      'BT-83': 'cbc:PaymentID',
      'BG-17': 'cac:PayeeFinancialAccount',
      'BT-84': 'cac:PayeeFinancialAccount/cbc:ID',
      'BT-85': 'cac:PayeeFinancialAccount/cbc:Name',
      'BT-86': 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID',
      'BT-87': 'cac:CardAccount/cbc:PrimaryAccountNumberID',
    },
  },
  'BG-20': {
    path: allowances(false),
    terms: {
      'BT-92': 'cbc:Amount',
      'BT-93': 'cbc:BaseAmount',
      'BT-95': 'cac:TaxCategory/cbc:ID',
      'BT-96': 'cac:TaxCategory/cbc:Percent',
      'BT-97': 'cbc:AllowanceChargeReason',
      'BT-98': 'cbc:AllowanceChargeReasonCode',
    },
  },
  'BG-21': {
    path: allowances(true),
    terms: {
      'BT-99': 'cbc:Amount',
      'BT-100': 'cbc:BaseAmount',
      'BT-102': 'cac:TaxCategory/cbc:ID',
      'BT-103': 'cac:TaxCategory/cbc:Percent',
      'BT-104': 'cbc:AllowanceChargeReason',
      'BT-105': 'cbc:AllowanceChargeReasonCode',
    },
  },
  'BG-23': {
    path: 'cac:TaxTotal/cac:TaxSubtotal',
    terms: {
      'BT-116': 'cbc:TaxableAmount',
      'BT-117': 'cbc:TaxAmount',
      'BT-118': 'cac:TaxCategory/cbc:ID',
      'BT-119': 'cac:TaxCategory/cbc:Percent',
      'BT-120': 'cac:TaxCategory/cbc:TaxExemptionReason',
      'BT-121': 'cac:TaxCategory/cbc:TaxExemptionReasonCode',
    },
  },
  'BG-24': {
    path: 'cac:AdditionalDocumentReference',
    terms: { 'BT-122': 'cbc:ID', 'BT-125': ATTACHMENT, 'BT-125-1': `${ATTACHMENT}/@mimeCode` },
  },
  'BG-25': {
    path: LINE,
    terms: {
      'BT-126': 'cbc:ID',
      'BT-127': 'cbc:Note',
      'BT-129': 'cbc:InvoicedQuantity | cbc:CreditedQuantity',
      'BT-130': '(cbc:InvoicedQuantity | cbc:CreditedQuantity)/@unitCode',
      'BT-131': 'cbc:LineExtensionAmount',
      'BG-26': 'cac:InvoicePeriod',
      'BT-134': 'cac:InvoicePeriod/cbc:StartDate',
      'BT-135': 'cac:InvoicePeriod/cbc:EndDate',
      'BT-146': 'cac:Price/cbc:PriceAmount',
      'BT-147': 'cac:Price/cac:AllowanceCharge/cbc:Amount',
      'BT-148': 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount',
      'BT-149': 'cac:Price/cbc:BaseQuantity',
      'BT-151': 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
      'BT-152': 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent',
      'BT-153': 'cac:Item/cbc:Name',
      'BT-154': 'cac:Item/cbc:Description',
      'BT-157': 'cac:Item/cac:StandardItemIdentification/cbc:ID',
      'BT-157-1': 'cac:Item/cac:StandardItemIdentification/cbc:ID/@schemeID',
      'BT-158': 'cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
      'BT-158-1': 'cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode/@listID',
      'BT-159': 'cac:Item/cac:OriginCountry/cbc:IdentificationCode',
    },
  },
  'BG-27': {
    path: `${LINE}/${allowances(false)}`,
    terms: {
      'BT-136': 'cbc:Amount',
      'BT-137': 'cbc:BaseAmount',
      'BT-139': 'cbc:AllowanceChargeReason',
      'BT-140': 'cbc:AllowanceChargeReasonCode',
    },
  },
  'BG-28': {
    path: `${LINE}/${allowances(true)}`,
    terms: {
      'BT-141': 'cbc:Amount',
      'BT-142': 'cbc:BaseAmount',
      'BT-144': 'cbc:AllowanceChargeReason',
      'BT-145': 'cbc:AllowanceChargeReasonCode',
    },
  },
  'BG-32': {
    path: `${LINE}/cac:Item/cac:AdditionalItemProperty`,
    terms: { 'BT-160': 'cbc:Name', 'BT-161': 'cbc:Value' },
  },
};
