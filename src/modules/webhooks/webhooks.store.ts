import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { DeliveryState } from './delivery.ts';

export interface WebhookEndpoint {
  readonly id: string;
  /** Null: the operator's, which hears of every company. */
  readonly company: string | null;
  readonly url: string;
  readonly description: string;
  /** Event types it wants; empty for all. */
  readonly types: readonly string[];
  /** `whsec_` and the base64 of the key that signs. */
  readonly secret: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly disabledReason: string | null;
}

export interface Delivery {
  readonly endpoint: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastAttemptAt: Date | null;
  readonly lastResult: string | null;
}

interface WebhookTables {
  webhooks_endpoints: {
    id: string;
    company: string | null;
    url: string;
    description: string;
    types: string[];
    secret: string;
    created_at: Date;
    disabled_at: Date | null;
    disabled_reason: string | null;
    removed_at: Date | null;
  };
  webhooks_deliveries: {
    endpoint: string;
    event: string;
    state: DeliveryState;
    attempts: number;
    next_attempt_at: Date;
    last_attempt_at: Date | null;
    last_result: string | null;
  };
}

const endpointOf = (row: WebhookTables['webhooks_endpoints']): WebhookEndpoint => ({
  id: row.id,
  company: row.company,
  url: row.url,
  description: row.description,
  types: row.types,
  secret: row.secret,
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
  disabledReason: row.disabled_reason,
});

const deliveryOf = (row: WebhookTables['webhooks_deliveries']): Delivery => ({
  endpoint: row.endpoint,
  event: row.event,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  lastAttemptAt: row.last_attempt_at,
  lastResult: row.last_result,
});

export async function insertEndpoint(tx: Transaction, endpoint: WebhookEndpoint): Promise<void> {
  await tables<WebhookTables>(tx)
    .insertInto('webhooks_endpoints')
    .values({
      id: endpoint.id,
      company: endpoint.company,
      url: endpoint.url,
      description: endpoint.description,
      types: [...endpoint.types],
      secret: endpoint.secret,
      created_at: endpoint.createdAt,
      disabled_at: null,
      disabled_reason: null,
      removed_at: null,
    })
    .execute();
}

export async function selectEndpoint(
  tx: Transaction,
  id: string,
): Promise<WebhookEndpoint | undefined> {
  const row = await tables<WebhookTables>(tx)
    .selectFrom('webhooks_endpoints')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && endpointOf(row);
}

/** One company's, or everybody's where `company` is undefined. */
export async function selectEndpoints(
  tx: Transaction,
  company: string | undefined,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<WebhookEndpoint[]> {
  let query = tables<WebhookTables>(tx)
    .selectFrom('webhooks_endpoints')
    .selectAll()
    .where('removed_at', 'is', null);
  if (company !== undefined) query = query.where('company', '=', company);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.orderBy('id').limit(limit).execute()).map(endpointOf);
}

export interface EndpointChanges {
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly disabledAt?: Date | null | undefined;
  readonly disabledReason?: string | null | undefined;
  readonly removedAt?: Date | undefined;
}

export async function updateEndpoint(
  tx: Transaction,
  id: string,
  changes: EndpointChanges,
): Promise<void> {
  await tables<WebhookTables>(tx)
    .updateTable('webhooks_endpoints')
    .set({
      url: changes.url,
      description: changes.description,
      types: changes.types && [...changes.types],
      disabled_at: changes.disabledAt,
      disabled_reason: changes.disabledReason,
      removed_at: changes.removedAt,
    })
    .where('id', '=', id)
    .execute();
}

/** Nothing more is sent to an endpoint that was removed. */
export async function abandonDeliveries(tx: Transaction, endpoint: string): Promise<void> {
  await tables<WebhookTables>(tx)
    .updateTable('webhooks_deliveries')
    .set({ state: 'abandoned' })
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'pending')
    .execute();
}

/**
 * Takes deliveries that are due, so that no other process sends them before `until`. What is
 * taken by a process that then dies is due again at that instant.
 */
export async function claimDeliveries(
  tx: Transaction,
  now: Date,
  until: Date,
  limit: number,
): Promise<Delivery[]> {
  const { rows } = await sql<WebhookTables['webhooks_deliveries']>`
    update webhooks_deliveries as delivery
    set attempts = attempts + 1, next_attempt_at = ${until}, last_attempt_at = ${now}
    from (
      select due.endpoint, due.event from webhooks_deliveries as due
      join webhooks_endpoints on id = due.endpoint
      where state = 'pending' and next_attempt_at <= ${now} and disabled_at is null
      order by next_attempt_at, due.event limit ${limit} for update of due skip locked
    ) as claimed
    where (delivery.endpoint, delivery.event) = (claimed.endpoint, claimed.event)
    returning delivery.*
  `.execute(tx);
  return rows.map(deliveryOf);
}

export async function selectDelivery(
  tx: Transaction,
  endpoint: string,
  event: string,
): Promise<Delivery | undefined> {
  const row = await tables<WebhookTables>(tx)
    .selectFrom('webhooks_deliveries')
    .selectAll()
    .where('endpoint', '=', endpoint)
    .where('event', '=', event)
    .forUpdate()
    .executeTakeFirst();
  return row && deliveryOf(row);
}

/** The newest first. */
export async function selectDeliveries(
  tx: Transaction,
  endpoint: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Delivery[]> {
  let query = tables<WebhookTables>(tx)
    .selectFrom('webhooks_deliveries')
    .selectAll()
    .where('endpoint', '=', endpoint);
  if (after !== undefined) query = query.where('event', '<', after);
  return (await query.orderBy('event', 'desc').limit(limit).execute()).map(deliveryOf);
}

export async function updateDelivery(tx: Transaction, delivery: Delivery): Promise<void> {
  await tables<WebhookTables>(tx)
    .updateTable('webhooks_deliveries')
    .set({
      state: delivery.state,
      attempts: delivery.attempts,
      next_attempt_at: delivery.nextAttemptAt,
      last_result: delivery.lastResult,
    })
    .where('endpoint', '=', delivery.endpoint)
    .where('event', '=', delivery.event)
    .execute();
}
