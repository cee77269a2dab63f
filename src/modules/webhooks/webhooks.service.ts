import { randomBytes } from 'node:crypto';
import { type RecordedEvent, readEvent } from '../../database/event-feed.store.ts';
import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { ownOr404 } from '../companies/index.ts';
import { type AttemptResult, deliveryAfter, deliveryEventOf, pauseAfter } from './delivery.ts';
import type { WebhookMessage } from './webhook-sender.ts';
import {
  abandonDeliveries,
  claimDeliveries,
  type Delivery,
  type EndpointChanges,
  insertEndpoint,
  selectDeliveries,
  selectDelivery,
  selectEndpoint,
  selectEndpoints,
  updateDelivery,
  updateEndpoint,
  type WebhookEndpoint,
} from './webhooks.store.ts';

export interface EndpointInput {
  readonly company: string | null;
  readonly url: string;
  readonly description: string;
  readonly types: readonly string[];
}

/** A delivery taken for sending, with what is to be sent. */
export interface ClaimedDelivery {
  readonly delivery: Delivery;
  readonly message: WebhookMessage;
}

type Paging = { after?: string | undefined; limit: number };

/** Who is told of events. Its times are the real ones: no test clock rules the network. */
export interface Webhooks {
  create(tx: Transaction, actor: Actor, input: EndpointInput): Promise<WebhookEndpoint>;
  get(tx: Transaction, actor: Actor, id: string): Promise<WebhookEndpoint>;
  list(tx: Transaction, actor: Actor, page: Paging): Promise<WebhookEndpoint[]>;
  /** Changes it; `enabled: true` sends what has waited since it was disabled. */
  change(
    tx: Transaction,
    actor: Actor,
    id: string,
    changes: Pick<EndpointChanges, 'url' | 'description' | 'types'> & {
      enabled?: boolean | undefined;
    },
  ): Promise<WebhookEndpoint>;
  remove(tx: Transaction, actor: Actor, id: string): Promise<WebhookEndpoint>;
  deliveries(tx: Transaction, actor: Actor, id: string, page: Paging): Promise<Delivery[]>;
  /** Sends an event once more, from the first pause on. Refuses `not_found`. */
  retry(tx: Transaction, actor: Actor, id: string, event: string): Promise<Delivery>;
  /** Takes what is due, for nobody else to send within the next minute. */
  claim(tx: Transaction, limit: number): Promise<ClaimedDelivery[]>;
  /** Writes down how an attempt ended, and when the next one is. */
  settle(tx: Transaction, delivery: Delivery, result: AttemptResult): Promise<void>;
}

/** Longer than any attempt takes, so that nothing is sent twice while it is being sent. */
const CLAIM_MS = 60_000;
const SECRET_BYTES = 24;

const BY_REQUEST = 'disabled by request';
const GONE = 'the receiver answered 410 Gone';

/** Why an endpoint is switched off, kept in English; `sayKept` says it to whoever reads it. */
export const DISABLED_REASONS = [BY_REQUEST, GONE] as const;

export function createWebhooks({ events, clock }: { events: Events; clock: Clock }): Webhooks {
  async function get(tx: Transaction, actor: Actor, id: string): Promise<WebhookEndpoint> {
    const found = await selectEndpoint(tx, id);
    return ownOr404(found, found?.company, actor, 'There is no such webhook endpoint.');
  }

  const record = (tx: Transaction, actor: Actor, type: string, endpoint: WebhookEndpoint) =>
    events.record(tx, {
      actor,
      at: clock.now(),
      company: endpoint.company ?? undefined,
      type,
      subject: endpoint.id,
      after: { url: endpoint.url, types: endpoint.types, enabled: endpoint.disabledAt === null },
    });

  return {
    get,
    list: (tx, actor, page) => selectEndpoints(tx, actor.company, page),

    async create(tx, actor, input) {
      const endpoint: WebhookEndpoint = {
        ...input,
        id: newId('whk'),
        secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
        createdAt: clock.now(),
        disabledAt: null,
        disabledReason: null,
      };
      await insertEndpoint(tx, endpoint);
      await record(tx, actor, 'webhook_endpoint.created', endpoint);
      return endpoint;
    },

    async change(tx, actor, id, { enabled, ...changes }) {
      await get(tx, actor, id);
      const standing =
        enabled === undefined
          ? {}
          : enabled
            ? { disabledAt: null, disabledReason: null }
            : { disabledAt: clock.now(), disabledReason: BY_REQUEST };
      await updateEndpoint(tx, id, { ...changes, ...standing });
      const endpoint = await get(tx, actor, id);
      await record(tx, actor, 'webhook_endpoint.changed', endpoint);
      return endpoint;
    },

    async remove(tx, actor, id) {
      const endpoint = await get(tx, actor, id);
      await updateEndpoint(tx, id, { removedAt: clock.now() });
      await abandonDeliveries(tx, id);
      await record(tx, actor, 'webhook_endpoint.removed', endpoint);
      return endpoint;
    },

    async deliveries(tx, actor, id, page) {
      const endpoint = await get(tx, actor, id);
      return await selectDeliveries(tx, endpoint.id, page);
    },

    async retry(tx, actor, id, event) {
      const endpoint = await get(tx, actor, id);
      const delivery = await selectDelivery(tx, endpoint.id, event);
      if (delivery === undefined) {
        throw new Refusal('not_found', { message: say('That event was never sent there.') });
      }
      const again: Delivery = {
        ...delivery,
        state: deliveryAfter(delivery.state, 'retry'),
        attempts: 0,
        nextAttemptAt: clock.now(),
      };
      await updateDelivery(tx, again);
      return again;
    },

    async claim(tx, limit) {
      const now = clock.now();
      const until = new Date(now.getTime() + CLAIM_MS);
      const claimed: ClaimedDelivery[] = [];
      for (const delivery of await claimDeliveries(tx, now, until, limit)) {
        const endpoint = await selectEndpoint(tx, delivery.endpoint);
        const event = await readEvent(tx, delivery.event);
        assert(endpoint !== undefined && event !== undefined, 'a delivery has its two ends');
        const message = {
          url: endpoint.url,
          secret: endpoint.secret,
          id: event.id,
          sentAt: now,
          payload: JSON.stringify(payloadOf(event)),
        };
        claimed.push({ delivery, message });
      }
      return claimed;
    },

    async settle(tx, delivery, result) {
      const now = clock.now();
      const current = await selectDelivery(tx, delivery.endpoint, delivery.event);
      assert(current !== undefined, 'a delivery is never removed');
      const event = deliveryEventOf(result.outcome, delivery.attempts);
      const pauseMs = pauseAfter(delivery.attempts) ?? 0;
      await updateDelivery(tx, {
        ...current,
        state: deliveryAfter(current.state, event),
        nextAttemptAt: new Date(now.getTime() + pauseMs),
        lastResult: result.summary,
      });
      if (result.outcome === 'gone') {
        const disabledReason = GONE;
        await updateEndpoint(tx, delivery.endpoint, { disabledAt: now, disabledReason });
      }
    },
  };
}

/** An event as it is sent: the form that the Standard Webhooks specification asks for. */
function payloadOf(event: RecordedEvent): Record<string, unknown> {
  return {
    type: event.type,
    timestamp: event.occurredAt.toISOString(),
    id: event.id,
    company: event.company,
    billing_account: event.account,
    subject: event.subject,
    version: event.version,
    data: event.data,
  };
}
