import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { money } from '../../kernel/money.ts';
import { belongsTo, type Whose } from '../accounts/index.ts';
import type { TaxTerms } from '../taxes/index.ts';
import { keptLines, type Order, type OrderState, readLines } from './order.ts';
import type { Quote, QuoteFigures, QuoteRequest } from './quote.ts';

interface OrderTables {
  orders_quotes: {
    id: string;
    account: string;
    request: string;
    figures: string;
    due_now: bigint;
    created_at: Date;
    expires_at: Date;
  };
  orders_orders: {
    id: string;
    account: string;
    kind: Order['kind'];
    quote: string | null;
    state: OrderState;
    request: string;
    lines: string;
    tax: bigint;
    due: bigint;
    tax_terms: string;
    currency: string;
    changes_licenses: boolean;
    purchase: string | null;
    actor: string;
    idempotency_key: string | null;
    placed_at: Date;
    settled_at: Date | null;
    version: Generated<bigint>;
  };
}

export async function insertQuote(tx: Transaction, quote: Quote, dueNow: bigint): Promise<void> {
  await tables<OrderTables>(tx)
    .insertInto('orders_quotes')
    .values({
      id: quote.id,
      account: quote.account,
      request: JSON.stringify(quote.request),
      figures: JSON.stringify(quote.figures),
      due_now: dueNow,
      created_at: quote.createdAt,
      expires_at: quote.expiresAt,
    })
    .execute();
}

export async function selectQuote(tx: Transaction, id: string): Promise<Quote | undefined> {
  const row = await tables<OrderTables>(tx)
    .selectFrom('orders_quotes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && quoteOf(row);
}

/** Newest first. */
export async function selectQuotes(
  tx: Transaction,
  { account, after, limit }: { account: string; after?: string | undefined; limit: number },
): Promise<Quote[]> {
  let query = tables<OrderTables>(tx)
    .selectFrom('orders_quotes')
    .selectAll()
    .where('account', '=', account);
  if (after !== undefined) query = query.where('id', '<', after);
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(quoteOf);
}

export async function insertOrder(tx: Transaction, order: Order): Promise<void> {
  await tables<OrderTables>(tx)
    .insertInto('orders_orders')
    .values({
      id: order.id,
      account: order.account,
      kind: order.kind,
      quote: order.quote,
      state: order.state,
      request: JSON.stringify(order.request),
      lines: keptLines(order.lines),
      tax: order.tax.micros,
      due: order.due.micros,
      tax_terms: JSON.stringify(order.taxTerms),
      currency: order.due.currency,
      changes_licenses: order.changesLicenses,
      purchase: order.purchase,
      actor: JSON.stringify(order.actor),
      idempotency_key: order.idempotencyKey,
      placed_at: order.placedAt,
      settled_at: order.settledAt,
    })
    .execute();
}

export async function updateOrder(
  tx: Transaction,
  id: string,
  state: OrderState,
  settledAt: Date | null,
): Promise<void> {
  await tables<OrderTables>(tx)
    .updateTable('orders_orders')
    .set((row) => ({ state, settled_at: settledAt, version: row('version', '+', 1n) }))
    .where('id', '=', id)
    .execute();
}

export async function selectOrder(tx: Transaction, id: string): Promise<Order | undefined> {
  const row = await tables<OrderTables>(tx)
    .selectFrom('orders_orders')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && orderOf(row);
}

/** Newest first. */
export async function selectOrders(
  tx: Transaction,
  whose: Whose,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Order[]> {
  let query = tables<OrderTables>(tx)
    .selectFrom('orders_orders')
    .selectAll()
    .where(belongsTo(whose));
  if (after !== undefined) query = query.where('id', '<', after);
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(orderOf);
}

/** The order that a quote bought or is buying; one that was declined or refunded bought nothing. */
export async function selectOrderOfQuote(
  tx: Transaction,
  quote: string,
): Promise<Order | undefined> {
  const row = await tables<OrderTables>(tx)
    .selectFrom('orders_orders')
    .selectAll()
    .where('quote', '=', quote)
    .where('state', 'not in', ['declined', 'refunded'])
    .executeTakeFirst();
  return row && orderOf(row);
}

/** The account's license order that is being charged or in doubt; there is one at most. */
export async function selectLicenseOrderUnderWay(
  tx: Transaction,
  account: string,
): Promise<Order | undefined> {
  const row = await tables<OrderTables>(tx)
    .selectFrom('orders_orders')
    .selectAll()
    .where('account', '=', account)
    .where('state', '=', 'charging')
    .where('changes_licenses', '=', true)
    .executeTakeFirst();
  return row && orderOf(row);
}

/** Whether money for any order of the account is still on its way. */
export async function hasOrderUnderWay(tx: Transaction, account: string): Promise<boolean> {
  const row = await tables<OrderTables>(tx)
    .selectFrom('orders_orders')
    .select('id')
    .where('account', '=', account)
    .where('state', 'in', ['charging', 'payment_pending'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Accounts on the real clock with a license order in doubt that was placed before `before`. */
export async function selectAccountsInDoubt(
  tx: Transaction,
  before: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select orders_orders.account
    from orders_orders join accounts on accounts.id = orders_orders.account
    where state = 'charging' and changes_licenses and placed_at <= ${before}
      and accounts.test_clock is null
    limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

/** Those of the accounts whose license order is being charged at this moment. */
export async function selectWithLicenseOrderUnderWay(
  tx: Transaction,
  accounts: readonly { id: string }[],
): Promise<string[]> {
  const rows = await tables<OrderTables>(tx)
    .selectFrom('orders_orders')
    .select('account')
    .where('state', '=', 'charging')
    .where('changes_licenses', '=', true)
    .where((row) => row('account', '=', row.fn.any(row.val(accounts.map(({ id }) => id)))))
    .execute();
  return rows.map((row) => row.account);
}

function quoteOf(row: OrderTables['orders_quotes']): Quote {
  return {
    id: row.id,
    account: row.account,
    request: row.request as unknown as QuoteRequest, // jsonb comes back parsed.
    figures: row.figures as unknown as QuoteFigures,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

function orderOf(row: Selectable<OrderTables['orders_orders']>): Order {
  return {
    id: row.id,
    account: row.account,
    kind: row.kind,
    quote: row.quote,
    state: row.state,
    request: row.request as unknown as QuoteRequest,
    lines: readLines(row.lines),
    tax: money(row.tax, row.currency),
    due: money(row.due, row.currency),
    taxTerms: row.tax_terms as unknown as TaxTerms,
    changesLicenses: row.changes_licenses,
    purchase: row.purchase,
    actor: row.actor as unknown as Actor,
    idempotencyKey: row.idempotency_key,
    placedAt: row.placed_at,
    settledAt: row.settled_at,
    version: row.version,
  };
}
