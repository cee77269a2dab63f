import { z } from 'zod';
import { moneyText } from '../../kernel/money.ts';
import { lineText } from '../../modules/invoicing/index.ts';
import type { Orders, OrderView, Placing } from '../../modules/orders/index.ts';
import type { Api } from '../endpoint.ts';
import { documentLine, receipt, receiptText } from '../schemas/billing.ts';
import { id, instantText, money, text } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';
import { type WhoseDeps, whoseOf, whoseQuery } from './whose.ts';

const order = z
  .strictObject({
    id: id('ord'),
    billing_account: z.string(),
    kind: z.enum(['order', 'recharge']),
    quote: z.string().nullable(),
    status: z.enum([
      'completed',
      'payment_pending',
      'payment_failed',
      'declined',
      'refunded',
      'reversed',
    ]),
    lines: z.array(documentLine),
    tax: money,
    total: money,
    authorized_by: z.strictObject({ first_name: z.string(), last_name: z.string() }).nullable(),
    terms_version: z.string().nullable(),
    placed_at: instantText,
    settled_at: instantText.nullable(),
    receipt: receipt.optional(),
    /** The customer's bank asks them to confirm the payment on this page. */
    confirm_payment: z.strictObject({ url: z.string(), by: instantText }).optional(),
    /** Where it is paid by hand, or what it left owed. */
    invoice: z.string().optional(),
  })
  .meta({ id: 'Order' });

const body = z.strictObject({
  quote: id('quo'),
  authorized_by: z.strictObject({ first_name: text(100), last_name: text(100) }),
  terms_version: text(40),
  funding_source: id('fs').optional(),
});

const tag = 'Orders';
const ofAccount = z.strictObject({ ba: id('ba') });
const manage = { scope: 'manage', permission: 'billing.manage', duty: 'money' } as const;
const view = { scope: 'read', permission: 'billing.view' } as const;

export interface OrdersRoutesDeps extends WhoseDeps {
  readonly orders: Orders;
  readonly placing: Placing;
}

export function registerOrders(api: Api, deps: OrdersRoutesDeps): void {
  const { accounts, orders, placing } = deps;

  api.define('POST', '/v1/billing-accounts/:ba/orders', {
    summary: 'Buy what a quote offers',
    description:
      'Charges the default funding source, or the one named. Where the answer is 503, repeat ' +
      'the same order: it is resumed and never charged twice. A decrease costs nothing, needs ' +
      'no funding source and brings no receipt.',
    tag,
    // The order's own body carries the name typed and the terms accepted.
    access: { ...manage, typedName: false },
    params: ofAccount,
    body,
    answer: order,
    status: 201,
    handleResumable: async (finish, { params, body: wanted, actor, idempotencyKey }) => {
      const placed = await placing.place(actor, {
        account: params.ba,
        quote: wanted.quote,
        firstName: wanted.authorized_by.first_name,
        lastName: wanted.authorized_by.last_name,
        termsVersion: wanted.terms_version,
        fundingSource: wanted.funding_source,
        idempotencyKey,
      });
      return await finish(async (tx) => orderText(await orders.get(tx, actor, placed)));
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/orders', {
    summary: 'List orders and recharges, the newest first',
    tag,
    access: view,
    params: ofAccount,
    query: z.strictObject(pageQuery(idCursor('ord'))),
    answer: page(order),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const select = (slice: Slice) => orders.list(tx, { account: account.id }, slice);
      return await pageOf(query, select, (row) => row.order.id, orderText);
    },
  });

  api.define('GET', '/v1/orders', {
    summary: 'List the orders of a company, or of all, the newest first',
    tag,
    access: view,
    query: z.strictObject(whoseQuery(idCursor('ord'))),
    answer: page(order),
    handle: async (tx, { query, actor }) => {
      const whose = await whoseOf(tx, deps, actor, query);
      const select = (slice: Slice) => orders.list(tx, whose, slice);
      return await pageOf(query, select, (row) => row.order.id, orderText);
    },
  });

  api.define('GET', '/v1/orders/:ord', {
    summary: 'Read an order, and what became of its payment',
    tag,
    access: view,
    params: z.strictObject({ ord: id('ord') }),
    answer: order,
    handle: async (tx, { params, actor }) => orderText(await orders.get(tx, actor, params.ord)),
  });
}

function orderText(view: OrderView): z.input<typeof order> {
  const { order: row } = view;
  const by = row.actor.authorization;
  return {
    id: row.id,
    billing_account: row.account,
    kind: row.kind,
    quote: row.quote,
    // A charge in doubt is, to whoever reads the order, a payment that is not through yet.
    status: row.state === 'charging' ? 'payment_pending' : row.state,
    lines: row.lines.map(lineText),
    tax: moneyText(row.tax),
    total: moneyText(row.due),
    authorized_by: by === undefined ? null : { first_name: by.firstName, last_name: by.lastName },
    terms_version: by?.termsVersion ?? null,
    placed_at: row.placedAt.toISOString(),
    settled_at: row.settledAt?.toISOString() ?? null,
    ...(view.receipt !== undefined && { receipt: receiptText(view.receipt) }),
    ...(view.toConfirm !== undefined && {
      confirm_payment: { url: view.toConfirm.url, by: view.toConfirm.by.toISOString() },
    }),
    ...(view.invoice !== undefined && { invoice: view.invoice.id }),
  };
}
