import { z } from 'zod';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Quote, QuoteRequest, Quotes, TermsOfOrders } from '../../modules/orders/index.ts';
import type { Api } from '../endpoint.ts';
import { taxLine } from '../schemas/billing.ts';
import {
  amount,
  code,
  dayText,
  id,
  instantText,
  localDate,
  money,
  quantity,
} from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const quoteLine = z.strictObject({
  kind: z.enum(['license_increase', 'license_decrease', 'minutes']),
  license_type: z.string().optional(),
  from: z.int().optional(),
  to: z.int().optional(),
  quantity: z.int(),
  unit_price: money,
  days_charged: z.int().optional(),
  days_in_period: z.int().optional(),
  amount: money,
  effective_on: dayText,
});

const pendingTotal = z.strictObject({
  license_type: z.string(),
  total: z.int(),
  effective_on: dayText,
});

/** What a quote shows, and what an outdated one would show now. */
const figures = {
  lines: z.array(quoteLine),
  taxes: z.array(taxLine),
  tax_notes: z.array(z.string()),
  tax: money,
  due_now: money,
  recurring_now: money,
  recurring_next: money,
  cancels_pending: z.array(pendingTotal),
  unassigns: z.array(
    z.strictObject({ license_type: z.string(), employee: z.string(), effective_on: dayText }),
  ),
};

const quote = z
  .strictObject({
    id: id('quo'),
    billing_account: z.string(),
    ...figures,
    terms: z.strictObject({ version: z.string(), url: z.string() }),
    created_at: instantText,
    expires_at: instantText,
  })
  .meta({ id: 'Quote' });

/** More than the employees whom anybody names by hand. */
const UNASSIGN_MAX = 1_000;

const body = z
  .strictObject({
    totals: z.record(code, quantity).default({}),
    minutes: amount.optional(),
    effective_on: localDate.optional(),
    unassign: z.record(code, z.array(id('emp')).min(1).max(UNASSIGN_MAX)).optional(),
  })
  .refine((value) => Object.keys(value.totals).length > 0 || value.minutes !== undefined, {
    path: ['totals'],
    ...misfit('must name a total, or minutes must be an amount'),
  });

const tag = 'Orders';
const ofAccount = z.strictObject({ ba: id('ba') });
const manage = {
  scope: 'manage',
  permission: 'billing.manage',
  duty: 'money',
  typedName: false,
} as const;
const view = { scope: 'read', permission: 'billing.view' } as const;

export interface QuotesRoutesDeps {
  readonly accounts: Accounts;
  readonly quotes: Quotes;
  readonly terms: TermsOfOrders;
}

export function registerQuotes(api: Api, deps: QuotesRoutesDeps): void {
  const { accounts, quotes, terms } = deps;

  api.define('POST', '/v1/billing-accounts/:ba/quotes', {
    summary: 'Ask what an order would change and cost',
    description:
      'Changes nothing. It ends after 30 minutes or at local midnight, buys once, and what it ' +
      'shows is what is charged. Minutes: one minor unit to 1,000,000,000 units of the currency.',
    tag,
    access: manage,
    params: ofAccount,
    body,
    answer: quote,
    status: 201,
    handle: async (tx, { params, body: wanted, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const request: QuoteRequest = {
        totals: wanted.totals,
        ...(wanted.minutes !== undefined && { minutes: wanted.minutes }),
        ...(wanted.effective_on !== undefined && { effectiveOn: wanted.effective_on }),
        ...(wanted.unassign !== undefined && { unassign: wanted.unassign }),
      };
      const made = await quotes.create(tx, account, request);
      return quoteText(made, await terms.inForce(tx));
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/quotes', {
    summary: 'List quotes, the newest first',
    tag,
    access: view,
    params: ofAccount,
    query: z.strictObject(pageQuery(idCursor('quo'))),
    answer: page(quote),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const select = (slice: { limit: number; after: string | undefined }) =>
        quotes.list(tx, account.id, slice);
      const inForce = await terms.inForce(tx);
      return await pageOf(
        query,
        select,
        (row) => row.id,
        (row) => quoteText(row, inForce),
      );
    },
  });

  api.define('GET', '/v1/quotes/:quo', {
    summary: 'Read a quote',
    tag,
    access: view,
    params: z.strictObject({ quo: id('quo') }),
    answer: quote,
    handle: async (tx, { params, actor }) =>
      quoteText(await quotes.get(tx, actor, params.quo), await terms.inForce(tx)),
  });
}

function quoteText(row: Quote, terms: { version: string; url: string }) {
  return {
    id: row.id,
    billing_account: row.account,
    ...{ taxes: [], tax_notes: [] }, // Quotes of earlier versions said nothing of either.
    ...row.figures,
    terms: { version: terms.version, url: terms.url },
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
  };
}
