import { z } from 'zod';
import { moneyText } from '../../kernel/money.ts';
import {
  type DocumentLine,
  INVOICE_STATES,
  type Invoice,
  type IssuedDocument,
  lineText,
  SETTLEMENT_KINDS,
  type Totals,
  taxText,
} from '../../modules/invoicing/index.ts';
import type { Payment } from '../../modules/payments/index.ts';
import { dayText, id, instantText, money } from './fields.ts';

/** Where a line's price comes from. */
const priceSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('catalog'), code: z.string(), version: z.int() }),
  z.strictObject({ from: z.literal('contract'), contract: z.string() }),
  z.strictObject({ from: z.literal('request') }),
  z.strictObject({ from: z.literal('document'), document: z.string(), position: z.int() }),
]);

const periodText = z.strictObject({ start: dayText, end: dayText });

export const documentLine = z
  .strictObject({
    kind: z.enum(['license_increase', 'license_renewal', 'minutes', 'storage', 'credit']),
    description: z.string(),
    license_type: z.string().optional(),
    meter: z.string().optional(),
    from: z.int().optional(),
    to: z.int().optional(),
    quantity: z.union([z.int(), z.string()]),
    unit_price: money,
    days_charged: z.int().optional(),
    days_in_period: z.int().optional(),
    period: periodText.optional(),
    effective_on: dayText,
    amount: money,
    price_source: priceSource,
  })
  .meta({ id: 'DocumentLine' });

/** What one tax comes to; `included`: whether the lines' amounts contain it. */
export const taxLine = z.strictObject({
  name: z.string(),
  jurisdiction: z.string(),
  rate: z.string(),
  included: z.boolean(),
  net: money,
  amount: money,
});

/** What `totalsText` writes. */
export const totalsFields = {
  lines: z.array(documentLine),
  net: money,
  taxes: z.array(taxLine),
  tax_notes: z.array(z.string()),
  tax: money,
  total: money,
};

/** A document's lines and what they come to. */
export function totalsText(document: Totals & { readonly lines: readonly DocumentLine[] }) {
  return {
    lines: document.lines.map(lineText),
    net: moneyText(document.net),
    taxes: document.taxes.map(taxText),
    tax_notes: document.taxTerms.notes.map(({ text }) => text),
    tax: moneyText(document.tax),
    total: moneyText(document.total),
  };
}

export const receipt = z
  .strictObject({
    id: id('rcp'),
    number: z.string(),
    billing_account: z.string(),
    kind: z.string(),
    issued_on: dayText,
    issued_at: instantText,
    order: z.string().nullable(),
    invoice: z.string().nullable(),
    paid_with: z.string().nullable(),
    ...totalsFields,
  })
  .meta({ id: 'Receipt' });

export function receiptText(document: IssuedDocument): z.input<typeof receipt> {
  return {
    id: document.id,
    number: document.number,
    billing_account: document.account,
    kind: document.kind,
    issued_on: document.issuedOn,
    issued_at: document.issuedAt.toISOString(),
    order: document.order ?? null,
    invoice: document.invoice ?? null,
    paid_with: document.paidWith ?? null,
    ...totalsText(document),
  };
}

const settlement = z.strictObject({
  kind: z.enum(SETTLEMENT_KINDS),
  amount: money,
  payment: z.string().nullable(),
  credit_note: z.string().nullable(),
  reference: z.string().nullable(),
  at: instantText,
});

export const invoice = z
  .strictObject({
    id: id('inv'),
    number: z.string(),
    billing_account: z.string(),
    kind: z.string(),
    status: z.enum(INVOICE_STATES),
    issued_on: dayText,
    issued_at: instantText,
    due_on: dayText,
    period: periodText.nullable(),
    order: z.string().nullable(),
    ...totalsFields,
    paid: money,
    credited: money,
    written_off: money,
    outstanding: money,
    settlements: z.array(settlement),
    attempts: z.int(),
    last_attempt_at: instantText.nullable(),
    last_failure: z.string().nullable(),
    next_attempt_at: instantText.nullable(),
  })
  .meta({ id: 'Invoice' });

export function invoiceText(document: Invoice): z.input<typeof invoice> {
  return {
    id: document.id,
    number: document.number,
    billing_account: document.account,
    kind: document.kind,
    status: document.state,
    issued_on: document.issuedOn,
    issued_at: document.issuedAt.toISOString(),
    due_on: document.dueOn ?? document.issuedOn,
    period: document.period ?? null,
    order: document.order ?? null,
    ...totalsText(document),
    paid: moneyText(document.paid),
    credited: moneyText(document.credited),
    written_off: moneyText(document.writtenOff),
    outstanding: moneyText(document.outstanding),
    settlements: document.settlements.map((row) => ({
      kind: row.kind,
      amount: moneyText(row.amount),
      payment: row.payment ?? null,
      credit_note: row.creditNote ?? null,
      reference: row.reference ?? null,
      at: row.at.toISOString(),
    })),
    attempts: document.attempts,
    last_attempt_at: document.lastAttemptAt?.toISOString() ?? null,
    last_failure: document.lastFailure ?? null,
    next_attempt_at: document.nextAttemptAt?.toISOString() ?? null,
  };
}

/** The invoice that the next period start would bring. It has no number yet. */
export const upcomingInvoice = z
  .strictObject({
    number: z.null(),
    status: z.literal('upcoming'),
    billing_account: z.string(),
    period: periodText,
    due_on: dayText,
    ...totalsFields,
  })
  .meta({ id: 'UpcomingInvoice' });

export const payment = z
  .strictObject({
    id: id('pay'),
    billing_account: z.string(),
    funding_source: z.string(),
    provider: z.string(),
    purpose: z.enum(['order', 'invoice']),
    subject: z.string(),
    amount: money,
    status: z.string(),
    failure: z.string().nullable(),
    /** Where its customer confirms it, while it waits for that. */
    action_url: z.string().nullable(),
    created_at: instantText,
    settled_at: instantText.nullable(),
  })
  .meta({ id: 'Payment' });

export function paymentText(row: Payment): z.input<typeof payment> {
  return {
    id: row.id,
    billing_account: row.account,
    funding_source: row.fundingSource,
    provider: row.provider,
    purpose: row.purpose,
    subject: row.subject,
    amount: moneyText(row.amount),
    status: row.state,
    failure: row.failure,
    action_url: row.actionUrl,
    created_at: row.createdAt.toISOString(),
    settled_at: row.settledAt?.toISOString() ?? null,
  };
}
