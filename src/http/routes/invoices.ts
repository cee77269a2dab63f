import { z } from 'zod';
import { currencyDecimals } from '../../kernel/currency.ts';
import { type Money, money, parseMicros } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import {
  CREDIT_REASONS,
  type Invoicing,
  type Receivables,
  type Renewals,
  WRITE_OFF_REASONS,
} from '../../modules/invoicing/index.ts';
import { PAYMENT_STATES, type Payments } from '../../modules/payments/index.ts';
import type { Api } from '../endpoint.ts';
import {
  invoice,
  invoiceText,
  payment,
  paymentText,
  totalsText,
  upcomingInvoice,
} from '../schemas/billing.ts';
import { amount, id, text } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';
import { type WhoseDeps, whoseOf, whoseQuery } from './whose.ts';

const LINES_MAX = 100;
const creditBody = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        line: z.int().min(1).max(10_000).default(1),
        amount,
        description: text().optional(),
      }),
    )
    .min(1)
    .max(LINES_MAX),
  reason: z.enum(CREDIT_REASONS),
});

const tag = 'Receipts and invoices';
const ofAccount = z.strictObject({ ba: id('ba') });
const ofInvoice = z.strictObject({ inv: id('inv') });
const ofPayment = z.strictObject({ pay: id('pay') });
const view = { scope: 'read', permission: 'billing.view' } as const;
const operatorAccess = { operatorOnly: true, scope: 'manage', duty: 'money' } as const;

export interface InvoicesRoutesDeps extends WhoseDeps {
  readonly invoicing: Invoicing;
  readonly receivables: Receivables;
  readonly renewals: Renewals;
  readonly payments: Payments;
}

export function registerInvoices(api: Api, deps: InvoicesRoutesDeps): void {
  registerInvoiceReading(api, deps);
  registerInvoiceChanges(api, deps);
  registerWriteOff(api, deps);
  registerPayments(api, deps);
}

function registerInvoiceReading(api: Api, deps: InvoicesRoutesDeps): void {
  const { accounts, invoicing, renewals } = deps;

  api.define('GET', '/v1/billing-accounts/:ba/invoices', {
    summary: 'List invoices, the newest first',
    tag,
    access: view,
    params: ofAccount,
    query: z.strictObject(pageQuery(idCursor('inv'))),
    answer: page(invoice),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const select = (slice: Slice) => invoicing.invoices(tx, { account: account.id }, slice);
      return await pageOf(query, select, (row) => row.id, invoiceText);
    },
  });

  api.define('GET', '/v1/invoices', {
    summary: 'List the invoices of a company, or of all, the newest first',
    tag,
    access: view,
    query: z.strictObject({
      ...whoseQuery(idCursor('inv')),
      status: invoice.shape.status.optional(),
    }),
    answer: page(invoice),
    handle: async (tx, { query, actor }) => {
      const whose = { ...(await whoseOf(tx, deps, actor, query)), state: query.status };
      const select = (slice: Slice) => invoicing.invoices(tx, whose, slice);
      return await pageOf(query, select, (row) => row.id, invoiceText);
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/invoices/upcoming', {
    summary: 'The invoice that the next period start would bring',
    description: 'Licenses at their coming totals, and this period’s storage so far.',
    tag,
    access: view,
    params: ofAccount,
    answer: upcomingInvoice,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const upcoming = await renewals.upcoming(tx, account);
      return {
        number: null,
        status: 'upcoming',
        billing_account: account.id,
        period: upcoming.period,
        due_on: upcoming.period.start,
        ...totalsText(upcoming),
      };
    },
  });

  api.define('GET', '/v1/invoices/:inv', {
    summary: 'Read an invoice and where it stands',
    tag,
    access: view,
    params: ofInvoice,
    answer: invoice,
    handle: async (tx, { params, actor }) =>
      invoiceText(await invoicing.invoice(tx, actor, params.inv)),
  });
}

function registerInvoiceChanges(api: Api, deps: InvoicesRoutesDeps): void {
  const { accounts, invoicing, receivables, payments } = deps;

  api.define('POST', '/v1/invoices/:inv/payments', {
    summary: 'Write down a check or wire that came for an invoice',
    tag,
    access: operatorAccess,
    params: ofInvoice,
    body: z.strictObject({ amount, reference: text() }),
    answer: invoice,
    handle: async (tx, { params, body, actor }) => {
      const { total } = await invoicing.invoice(tx, actor, params.inv);
      const paid = readAmount(body.amount, total.currency, '/amount');
      await payments.payInvoice(tx, actor, params.inv, {
        amount: paid,
        reference: body.reference,
      });
      return invoiceText(await invoicing.invoice(tx, actor, params.inv));
    },
  });

  api.define('POST', '/v1/invoices/:inv/credit-notes', {
    summary: 'Mend a mistake in an invoice',
    description: 'For a charge in error, an outage or a tax; never for what was not used.',
    tag,
    access: operatorAccess,
    params: ofInvoice,
    body: creditBody,
    answer: invoice,
    handle: async (tx, { params, body, actor }) => {
      const { account: accountId, total } = await invoicing.invoice(tx, actor, params.inv);
      const account = await accounts.lock(tx, actor, accountId);
      const lines = body.lines.map((line, index) => ({
        position: line.line,
        amount: readAmount(line.amount, total.currency, `/lines/${index}/amount`),
        description: line.description,
      }));
      await receivables.credit(tx, actor, account, params.inv, { lines, reason: body.reason });
      return invoiceText(await invoicing.invoice(tx, actor, params.inv));
    },
  });
}

function registerWriteOff(api: Api, deps: InvoicesRoutesDeps): void {
  const { accounts, invoicing, receivables } = deps;

  api.define('POST', '/v1/invoices/:inv/write-off', {
    summary: 'Give up an invoice that nobody will pay',
    description:
      'All that is owed of it becomes a loss (bad debts in the journal), and its dunning ends, ' +
      'with a suspension for it. Should money come after all, write it down as a payment.',
    tag,
    access: operatorAccess,
    params: ofInvoice,
    body: z.strictObject({ reason: z.enum(WRITE_OFF_REASONS) }),
    answer: invoice,
    handle: async (tx, { params, body, actor }) => {
      const { account: accountId } = await invoicing.invoice(tx, actor, params.inv);
      const account = await accounts.lock(tx, actor, accountId);
      return invoiceText(await receivables.writeOff(tx, actor, account, params.inv, body.reason));
    },
  });
}

function registerPayments(api: Api, deps: InvoicesRoutesDeps): void {
  const { accounts, payments } = deps;

  api.define('GET', '/v1/billing-accounts/:ba/payments', {
    summary: 'List every attempt to move money, the newest first',
    tag,
    access: view,
    params: ofAccount,
    query: z.strictObject(pageQuery(idCursor('pay'))),
    answer: page(payment),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const select = (slice: Slice) => payments.list(tx, { account: account.id }, slice);
      return await pageOf(query, select, (row) => row.id, paymentText);
    },
  });

  api.define('GET', '/v1/payments', {
    summary: 'List the payments of a company, or of all, the newest first',
    tag,
    access: view,
    query: z.strictObject({
      ...whoseQuery(idCursor('pay')),
      status: z.enum(PAYMENT_STATES).optional(),
    }),
    answer: page(payment),
    handle: async (tx, { query, actor }) => {
      const whose = { ...(await whoseOf(tx, deps, actor, query)), state: query.status };
      const select = (slice: Slice) => payments.list(tx, whose, slice);
      return await pageOf(query, select, (row) => row.id, paymentText);
    },
  });

  api.define('GET', '/v1/payments/:pay', {
    summary: 'Read a payment',
    tag,
    access: view,
    params: ofPayment,
    answer: payment,
    handle: async (tx, { params, actor }) => paymentText(await payments.get(tx, actor, params.pay)),
  });

  api.define('POST', '/v1/payments/:pay/reverse', {
    summary: 'Write down that a payment was taken back (a chargeback)',
    description:
      'Minutes bought by it leave the balance, below zero if need be, and recharge stops; ' +
      'licenses stay and are owed again.',
    tag,
    access: operatorAccess,
    params: ofPayment,
    body: z.strictObject({ reason: text() }),
    answer: payment,
    handle: async (tx, { params, body, actor }) =>
      paymentText(await payments.reverse(tx, actor, params.pay, body.reason)),
  });
}

/** An amount above zero, no finer than the currency's minor unit. */
function readAmount(value: string, currency: string, pointer: string): Money {
  const decimals = currencyDecimals(currency);
  const micros = parseMicros(value, decimals);
  if (micros !== undefined && micros > 0n) return money(micros, currency);
  throw new Refusal('invalid_value', {
    message: say('{pointer}: must be above zero, in {currency} with at most {decimals} decimals.', {
      pointer,
      currency,
      decimals,
    }),
    pointer,
  });
}
