import type { GroupPaths, TermPaths } from './binding.ts';

/** Where UN/CEFACT's Cross Industry Invoice has the terms (the binding of CEN/TS 16931-3-3). */

const UNECE = 'urn:un:unece:uncefact:data:standard';
export const CII_NAMESPACES = {
  rsm: `${UNECE}:CrossIndustryInvoice:100`,
  ram: `${UNECE}:ReusableAggregateBusinessInformationEntity:100`,
  udt: `${UNECE}:UnqualifiedDataType:100`,
  qdt: `${UNECE}:QualifiedDataType:100`,
};

const CONTEXT = 'rsm:ExchangedDocumentContext';
const TRADE = 'rsm:SupplyChainTradeTransaction';
const AGREEMENT = `${TRADE}/ram:ApplicableHeaderTradeAgreement`;
const DELIVERY = `${TRADE}/ram:ApplicableHeaderTradeDelivery`;
const SETTLEMENT = `${TRADE}/ram:ApplicableHeaderTradeSettlement`;
const SELLER = `${AGREEMENT}/ram:SellerTradeParty`;
const BUYER = `${AGREEMENT}/ram:BuyerTradeParty`;
const PROXY = `${AGREEMENT}/ram:SellerTaxRepresentativeTradeParty`;
const SHIP_TO = `${DELIVERY}/ram:ShipToTradeParty/ram:PostalTradeAddress`;
const TOTAL = `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const CURRENCY = `/*/${SETTLEMENT}/ram:InvoiceCurrencyCode`;
const VAT_ID = "ram:SpecifiedTaxRegistration/ram:ID[@schemeID = 'VA']";
const DATE = 'udt:DateTimeString';

export const CII_TERMS: TermPaths = {
  'BT-1': 'rsm:ExchangedDocument/ram:ID',
  'BT-2': `rsm:ExchangedDocument/ram:IssueDateTime/${DATE}`,
  'BT-3': 'rsm:ExchangedDocument/ram:TypeCode',
  'BT-5': `${SETTLEMENT}/ram:InvoiceCurrencyCode`,
  'BT-6': `${SETTLEMENT}/ram:TaxCurrencyCode`,
  'BT-7': `${SETTLEMENT}/ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString`,
  'BT-8': `${SETTLEMENT}/ram:ApplicableTradeTax/ram:DueDateTypeCode`,
  'BT-9': `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/${DATE}`,
  'BT-10': `${AGREEMENT}/ram:BuyerReference`,
  'BT-13': `${AGREEMENT}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`,
  'BT-20': `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:Description`,
  'BT-22': 'rsm:ExchangedDocument/ram:IncludedNote/ram:Content',
  'BT-23': `${CONTEXT}/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID`,
  'BT-24': `${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`,
  'BT-27': `${SELLER}/ram:Name`,
  'BT-28': `${SELLER}/ram:SpecifiedLegalOrganization/ram:TradingBusinessName`,
  'BT-29': `${SELLER}/ram:ID | ${SELLER}/ram:GlobalID`,
  'BT-29-1': `${SELLER}/ram:GlobalID/@schemeID`,
  'BT-30': `${SELLER}/ram:SpecifiedLegalOrganization/ram:ID`,
  'BT-30-1': `${SELLER}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID`,
  'BT-31': `${SELLER}/${VAT_ID}`,
  'BT-32': `${SELLER}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID = 'FC']`,
  'BT-34': `${SELLER}/ram:URIUniversalCommunication/ram:URIID`,
  'BT-34-1': `${SELLER}/ram:URIUniversalCommunication/ram:URIID/@schemeID`,
  'BG-5': `${SELLER}/ram:PostalTradeAddress`,
  'BT-35': `${SELLER}/ram:PostalTradeAddress/ram:LineOne`,
  'BT-36': `${SELLER}/ram:PostalTradeAddress/ram:LineTwo`,
  'BT-37': `${SELLER}/ram:PostalTradeAddress/ram:CityName`,
  'BT-38': `${SELLER}/ram:PostalTradeAddress/ram:PostcodeCode`,
  'BT-39': `${SELLER}/ram:PostalTradeAddress/ram:CountrySubDivisionName`,
  'BT-40': `${SELLER}/ram:PostalTradeAddress/ram:CountryID`,
  'BT-41': `${SELLER}/ram:DefinedTradeContact/(ram:PersonName | ram:DepartmentName)`,
  'BT-42': `${SELLER}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/*`,
  'BT-43': `${SELLER}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID`,
  'BT-44': `${BUYER}/ram:Name`,
  'BT-47': `${BUYER}/ram:SpecifiedLegalOrganization/ram:ID`,
  'BT-47-1': `${BUYER}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID`,
  'BT-48': `${BUYER}/${VAT_ID}`,
  'BT-49': `${BUYER}/ram:URIUniversalCommunication/ram:URIID`,
  'BT-49-1': `${BUYER}/ram:URIUniversalCommunication/ram:URIID/@schemeID`,
  'BG-8': `${BUYER}/ram:PostalTradeAddress`,
  'BT-50': `${BUYER}/ram:PostalTradeAddress/ram:LineOne`,
  'BT-51': `${BUYER}/ram:PostalTradeAddress/ram:LineTwo`,
  'BT-52': `${BUYER}/ram:PostalTradeAddress/ram:CityName`,
  'BT-53': `${BUYER}/ram:PostalTradeAddress/ram:PostcodeCode`,
  'BT-54': `${BUYER}/ram:PostalTradeAddress/ram:CountrySubDivisionName`,
  'BT-55': `${BUYER}/ram:PostalTradeAddress/ram:CountryID`,
  'BG-10': `${SETTLEMENT}/ram:PayeeTradeParty`,
  'BT-59': `${SETTLEMENT}/ram:PayeeTradeParty/ram:Name`,
  'BG-11': PROXY,
  'BT-62': `${PROXY}/ram:Name`,
  'BT-63': `${PROXY}/${VAT_ID}`,
  'BG-12': `${PROXY}/ram:PostalTradeAddress`,
  'BT-69': `${PROXY}/ram:PostalTradeAddress/ram:CountryID`,
  'BT-72': `${DELIVERY}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/${DATE}`,
  'BG-14': `${SETTLEMENT}/ram:BillingSpecifiedPeriod`,
  'BG-15': SHIP_TO,
  'BT-73': `${SETTLEMENT}/ram:BillingSpecifiedPeriod/ram:StartDateTime/${DATE}`,
  'BT-74': `${SETTLEMENT}/ram:BillingSpecifiedPeriod/ram:EndDateTime/${DATE}`,
  'BT-80': `${SHIP_TO}/ram:CountryID`,
  'BT-83': `${SETTLEMENT}/ram:PaymentReference`,
  'BT-106': `${TOTAL}/ram:LineTotalAmount`,
  'BT-107': `${TOTAL}/ram:AllowanceTotalAmount`,
  'BT-108': `${TOTAL}/ram:ChargeTotalAmount`,
  'BT-109': `${TOTAL}/ram:TaxBasisTotalAmount`,
  'BT-110': `${TOTAL}/ram:TaxTotalAmount[@currencyID = ${CURRENCY}]`,
  'BT-111': `${TOTAL}/ram:TaxTotalAmount[@currencyID != ${CURRENCY}]`,
  'BT-112': `${TOTAL}/ram:GrandTotalAmount`,
  'BT-113': `${TOTAL}/ram:TotalPrepaidAmount`,
  'BT-114': `${TOTAL}/ram:RoundingAmount`,
  'BT-115': `${TOTAL}/ram:DuePayableAmount`,
  currencies: '//@currencyID',
};

const ALLOWANCE = 'ram:SpecifiedTradeAllowanceCharge';
const allowances = (isCharge: boolean) =>
  `${ALLOWANCE}[normalize-space(ram:ChargeIndicator/udt:Indicator) = '${isCharge}']`;
const LINE = `${TRADE}/ram:IncludedSupplyChainTradeLineItem`;
const OF_LINE = 'ram:SpecifiedLineTradeSettlement';
const PAYMENT = 'ram:SpecifiedTradeSettlementPaymentMeans';

export const CII_GROUPS: GroupPaths = {
  'BG-3': {
    path: `${SETTLEMENT}/ram:InvoiceReferencedDocument`,
    terms: {
      'BT-25': 'ram:IssuerAssignedID',
      'BT-26': 'ram:FormattedIssueDateTime/qdt:DateTimeString',
    },
  },
  'BG-16': {
    path: `${SETTLEMENT}/${PAYMENT}`,
    terms: {
      'BT-81': 'ram:TypeCode',
      'BT-82': 'ram:Information',
      'BG-17': 'ram:PayeePartyCreditorFinancialAccount',
      'BT-84': 'ram:PayeePartyCreditorFinancialAccount/(ram:IBANID | ram:ProprietaryID)',
      'BT-85': 'ram:PayeePartyCreditorFinancialAccount/ram:AccountName',
      'BT-86': 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID',
      'BT-87': 'ram:ApplicableTradeSettlementFinancialCard/ram:ID',
    },
  },
  'BG-20': {
    path: `${SETTLEMENT}/${allowances(false)}`,
    terms: {
      'BT-92': 'ram:ActualAmount',
      'BT-93': 'ram:BasisAmount',
      'BT-95': 'ram:CategoryTradeTax/ram:CategoryCode',
      'BT-96': 'ram:CategoryTradeTax/ram:RateApplicablePercent',
      'BT-97': 'ram:Reason',
      'BT-98': 'ram:ReasonCode',
    },
  },
  'BG-21': {
    path: `${SETTLEMENT}/${allowances(true)}`,
    terms: {
      'BT-99': 'ram:ActualAmount',
      'BT-100': 'ram:BasisAmount',
      'BT-102': 'ram:CategoryTradeTax/ram:CategoryCode',
      'BT-103': 'ram:CategoryTradeTax/ram:RateApplicablePercent',
      'BT-104': 'ram:Reason',
      'BT-105': 'ram:ReasonCode',
    },
  },
  'BG-23': {
    path: `${SETTLEMENT}/ram:ApplicableTradeTax`,
    terms: {
      'BT-116': 'ram:BasisAmount',
      'BT-117': 'ram:CalculatedAmount',
      'BT-118': 'ram:CategoryCode',
      'BT-119': 'ram:RateApplicablePercent',
      'BT-120': 'ram:ExemptionReason',
      'BT-121': 'ram:ExemptionReasonCode',
    },
  },
  'BG-24': {
    path: `${AGREEMENT}/ram:AdditionalReferencedDocument`,
    terms: {
      'BT-122': 'ram:IssuerAssignedID',
      'BT-125': 'ram:AttachmentBinaryObject',
      'BT-125-1': 'ram:AttachmentBinaryObject/@mimeCode',
    },
  },
  'BG-25': {
    path: LINE,
    terms: {
      'BT-126': 'ram:AssociatedDocumentLineDocument/ram:LineID',
      'BT-127': 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content',
      'BT-129': 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
      'BT-130': 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode',
      'BT-131': `${OF_LINE}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
      'BG-26': `${OF_LINE}/ram:BillingSpecifiedPeriod`,
      'BT-134': `${OF_LINE}/ram:BillingSpecifiedPeriod/ram:StartDateTime/${DATE}`,
      'BT-135': `${OF_LINE}/ram:BillingSpecifiedPeriod/ram:EndDateTime/${DATE}`,
      'BT-146': '*/ram:NetPriceProductTradePrice/ram:ChargeAmount',
      'BT-147':
        '*/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount',
      'BT-148': '*/ram:GrossPriceProductTradePrice/ram:ChargeAmount',
      'BT-149': '*/ram:NetPriceProductTradePrice/ram:BasisQuantity',
      'BT-151': `${OF_LINE}/ram:ApplicableTradeTax/ram:CategoryCode`,
      'BT-152': `${OF_LINE}/ram:ApplicableTradeTax/ram:RateApplicablePercent`,
      'BT-153': 'ram:SpecifiedTradeProduct/ram:Name',
      'BT-154': 'ram:SpecifiedTradeProduct/ram:Description',
      'BT-157': 'ram:SpecifiedTradeProduct/ram:GlobalID',
      'BT-157-1': 'ram:SpecifiedTradeProduct/ram:GlobalID/@schemeID',
      'BT-158': 'ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode',
      'BT-158-1':
        'ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode/@listID',
      'BT-159': 'ram:SpecifiedTradeProduct/ram:OriginTradeCountry/ram:ID',
    },
  },
  'BG-27': {
    path: `${LINE}/${OF_LINE}/${allowances(false)}`,
    terms: {
      'BT-136': 'ram:ActualAmount',
      'BT-137': 'ram:BasisAmount',
      'BT-139': 'ram:Reason',
      'BT-140': 'ram:ReasonCode',
    },
  },
  'BG-28': {
    path: `${LINE}/${OF_LINE}/${allowances(true)}`,
    terms: {
      'BT-141': 'ram:ActualAmount',
      'BT-142': 'ram:BasisAmount',
      'BT-144': 'ram:Reason',
      'BT-145': 'ram:ReasonCode',
    },
  },
  'BG-32': {
    path: `${LINE}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`,
    terms: { 'BT-160': 'ram:Description', 'BT-161': 'ram:Value' },
  },
};
