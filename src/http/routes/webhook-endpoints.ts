import { z } from 'zod';
import { sayKept } from '../../kernel/words/kept.ts';
import type { Companies } from '../../modules/companies/index.ts';
import {
  type Delivery,
  DISABLED_REASONS,
  type WebhookEndpoint,
  type Webhooks,
} from '../../modules/webhooks/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText, text } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

/**
 * Any http or https address, loopback and private networks included: the host product usually
 * runs beside us. An operator who sells to strangers closes that off in the network.
 */
const url = z
  .url({ protocol: /^https?$/, ...misfit('must be an http or https address') })
  .max(1_000)
  .refine((value) => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    return parsed === undefined || (parsed.username === '' && parsed.password === '');
  }, misfit('must not carry a user name or password'));

const types = z
  .array(z.string().regex(/^[a-z_]+\.[a-z_]+$/, misfit('must be an event type')))
  .max(100);

const fields = {
  id: id('whk'),
  company: z.string().nullable(),
  url: z.string(),
  description: z.string(),
  types: z.array(z.string()),
  enabled: z.boolean(),
  disabled_reason: z.string().nullable(),
  created_at: instantText,
};
const endpoint = z.strictObject(fields).meta({ id: 'WebhookEndpoint' });
const newEndpoint = z
  .strictObject({ ...fields, secret: z.string().optional() })
  .meta({ id: 'NewWebhookEndpoint' });

const delivery = z
  .strictObject({
    event: z.string(),
    state: z.enum(['pending', 'delivered', 'abandoned']),
    attempts: z.number(),
    next_attempt_at: instantText.nullable(),
    last_attempt_at: instantText.nullable(),
    last_result: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export interface WebhookRoutesDeps {
  readonly companies: Companies;
  readonly webhooks: Webhooks;
}

const params = z.strictObject({ whk: id('whk') });
const tag = 'Events';
const change = { scope: 'manage', permission: 'billing.manage' } as const;
const look = { scope: 'read', permission: 'billing.manage' } as const;
const PATH = '/v1/webhook-endpoints/:whk';

export function registerWebhookEndpoints(api: Api, deps: WebhookRoutesDeps): void {
  const { companies, webhooks } = deps;
  registerDeliveries(api, deps);

  api.define('POST', '/v1/webhook-endpoints', {
    summary: 'Have events sent to an address, signed; the secret is shown this once',
    description: "A company's key hears of its company; the operator's of all, or of one.",
    tag,
    access: change,
    body: z.strictObject({
      url,
      types: types.default([]),
      description: text().optional(),
      company: id('co').optional(),
    }),
    answer: newEndpoint,
    status: 201,
    withheldOnReplay: ['secret'],
    handle: async (tx, { body, actor }) => {
      if (body.company !== undefined) await companies.get(tx, actor, body.company);
      const created = await webhooks.create(tx, actor, {
        company: actor.company ?? body.company ?? null,
        url: body.url,
        description: body.description ?? '',
        types: body.types,
      });
      return { ...endpointText(created), secret: created.secret };
    },
  });

  api.define('GET', '/v1/webhook-endpoints', {
    summary: 'List webhook endpoints',
    tag,
    access: look,
    query: z.strictObject(pageQuery(idCursor('whk'))),
    answer: page(endpoint),
    handle: (tx, { query, actor }) =>
      pageOf(
        query,
        (slice) => webhooks.list(tx, actor, slice),
        (row) => row.id,
        endpointText,
      ),
  });

  api.define('GET', PATH, {
    summary: 'Read a webhook endpoint',
    tag,
    access: look,
    params,
    answer: endpoint,
    handle: async (tx, { params: { whk }, actor }) =>
      endpointText(await webhooks.get(tx, actor, whk)),
  });

  api.define('PATCH', PATH, {
    summary: 'Change a webhook endpoint, or switch it off and on',
    tag,
    access: change,
    params,
    body: z.strictObject({ url, types, description: text(), enabled: z.boolean() }).partial(),
    answer: endpoint,
    handle: async (tx, { params: { whk }, body, actor }) =>
      endpointText(await webhooks.change(tx, actor, whk, body)),
  });

  api.define('DELETE', PATH, {
    summary: 'Remove a webhook endpoint; nothing more is sent to it',
    tag,
    access: change,
    params,
    answer: endpoint,
    handle: async (tx, { params: { whk }, actor }) =>
      endpointText(await webhooks.remove(tx, actor, whk)),
  });
}

function registerDeliveries(api: Api, { webhooks }: WebhookRoutesDeps): void {
  api.define('GET', `${PATH}/deliveries`, {
    summary: 'List what was or will be sent, the newest first',
    tag,
    access: look,
    params,
    query: z.strictObject(pageQuery(idCursor('evt'))),
    answer: page(delivery),
    handle: (tx, { params: { whk }, query, actor }) =>
      pageOf(
        query,
        (slice) => webhooks.deliveries(tx, actor, whk, slice),
        (row) => row.event,
        deliveryText,
      ),
  });

  api.define('POST', `${PATH}/deliveries/:evt/retry`, {
    summary: 'Send an event once more',
    tag,
    access: change,
    params: params.extend({ evt: id('evt') }),
    answer: delivery,
    handle: async (tx, { params: { whk, evt }, actor }) =>
      deliveryText(await webhooks.retry(tx, actor, whk, evt)),
  });
}

function endpointText(row: WebhookEndpoint): z.input<typeof endpoint> {
  return {
    id: row.id,
    company: row.company,
    url: row.url,
    description: row.description,
    types: [...row.types],
    enabled: row.disabledAt === null,
    disabled_reason:
      row.disabledReason === null ? null : sayKept(row.disabledReason, DISABLED_REASONS),
    created_at: row.createdAt.toISOString(),
  };
}

function deliveryText(row: Delivery): z.input<typeof delivery> {
  return {
    event: row.event,
    state: row.state,
    attempts: row.attempts,
    next_attempt_at: row.state === 'pending' ? row.nextAttemptAt.toISOString() : null,
    last_attempt_at: row.lastAttemptAt?.toISOString() ?? null,
    last_result: row.lastResult,
  };
}
