export type { CreditLine } from './credit-note.ts';
export {
  CREDIT_REASONS,
  type CreditReason,
  type DocumentLine,
  type IssuedDocument,
  type LineKind,
  netsByCategory,
  type Occasion,
  type PriceSource,
  type Totals,
} from './document.ts';
export {
  increaseLine,
  type LicensesAdded,
  lineText,
  minutesLine,
  type PricedLicenses,
  renewalLines,
  storageLine,
} from './document-line.ts';
export type {
  DocumentTypesetter,
  DocumentView,
  LineView,
  PartyView,
} from './document-view.ts';
export {
  createDocuments,
  type Documents,
  E_INVOICE_FORMATS,
} from './documents.service.ts';
export {
  type EInvoiceLine,
  type EInvoiceWriter,
  type ElectronicInvoice,
  identifierOf,
  type VatGroup,
} from './e-invoice.ts';
export { type Invoice, type InvoiceSettlement, SETTLEMENT_KINDS } from './invoice.ts';
export { INVOICE_STATES, type InvoiceState } from './invoice-state.ts';
export {
  createInvoicing,
  type InvoiceInput,
  type Invoicing,
} from './invoicing.service.ts';
export {
  selectChargedUntil as chargedUntil,
  selectTaxedUntil as taxedUntil,
} from './invoicing.store.ts';
export { documentsNumbered, type NumberedDocument } from './numbered.store.ts';
export type { OpenItem } from './open-items.store.ts';
export { createReceivables, type PaymentFailure, type Receivables } from './receivables.service.ts';
export { createRenewals, type RenewalDraft, type Renewals } from './renewal.service.ts';
export { createLicensesOn, type Pricing, pricedLicenses } from './renewal-licenses.service.ts';
export {
  createRenewalRuns,
  type RenewalComparison,
  type RenewalProgress,
  type RenewalRuns,
} from './renewal-runs.service.ts';
export type { RenewalRunRecord } from './renewal-runs.store.ts';
export { percentText, type TaxLine, taxBeyond, taxOf, taxText } from './tax.ts';
export { WRITE_OFF_REASONS, type WriteOffReason } from './write-off.ts';
