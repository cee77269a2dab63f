import { z } from 'zod';
import {
  type ApiKey,
  type ApiKeys,
  type Companies,
  SCOPES,
} from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText, text } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const apiKey = z
  .strictObject({
    id: id('key'),
    company: z.string().nullable(),
    name: z.string(),
    scopes: z.array(z.string()),
    created_at: instantText,
    revoked_at: instantText.nullable(),
  })
  .meta({ id: 'ApiKey' });

/** `key` is the secret; a replayed creation shows everything but it. */
const createdKey = apiKey.extend({ key: z.string().optional() }).meta({ id: 'CreatedApiKey' });

const scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .refine((given) => new Set(given).size === given.length, misfit('must not repeat a scope'));

const body = z.strictObject({ name: text(100), scopes });
const tag = 'API keys';

export interface ApiKeysRoutesDeps {
  readonly companies: Companies;
  readonly apiKeys: ApiKeys;
}

export function registerApiKeys(api: Api, { companies, apiKeys }: ApiKeysRoutesDeps): void {
  const access = { scope: 'manage', permission: 'billing.manage' } as const;
  const operatorAccess = { scope: 'manage', operatorOnly: true } as const;
  const ofCompany = z.strictObject({ co: id('co') });

  api.define('POST', '/v1/companies/:co/api-keys', {
    summary: 'Make an API key of a company; its secret is told this once',
    tag,
    // Whoever holds the key may do all that its scopes say, whoever made it.
    access: { ...access, everyPermission: true },
    params: ofCompany,
    body,
    answer: createdKey,
    status: 201,
    withheldOnReplay: ['key'],
    handle: async (tx, { params, body: input, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const made = await apiKeys.create(tx, actor, { company: company.id, ...input });
      return { ...keyText(made.key), key: made.secret };
    },
  });

  api.define('GET', '/v1/companies/:co/api-keys', {
    summary: 'List API keys of a company, without their secrets',
    tag,
    access: { ...access, scope: 'read' },
    params: ofCompany,
    query: z.strictObject(pageQuery(idCursor('key'))),
    answer: page(apiKey),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const select = (slice: { limit: number; after: string | undefined }) =>
        apiKeys.list(tx, company.id, slice);
      return await pageOf(query, select, (row) => row.id, keyText);
    },
  });

  api.define('POST', '/v1/api-keys', {
    summary: 'Make an operator’s API key; its secret is told this once',
    tag,
    access: operatorAccess,
    body,
    answer: createdKey,
    status: 201,
    withheldOnReplay: ['key'],
    handle: async (tx, { body: input, actor }) => {
      const made = await apiKeys.create(tx, actor, { company: null, ...input });
      return { ...keyText(made.key), key: made.secret };
    },
  });

  api.define('GET', '/v1/api-keys', {
    summary: 'List the operator’s API keys',
    tag,
    access: { ...operatorAccess, scope: 'read' },
    query: z.strictObject(pageQuery(idCursor('key'))),
    answer: page(apiKey),
    handle: (tx, { query }) =>
      pageOf(
        query,
        (slice) => apiKeys.list(tx, null, slice),
        (row) => row.id,
        keyText,
      ),
  });

  const ofKey = z.strictObject({ key: id('key') });
  api.define('GET', '/v1/api-keys/:key', {
    summary: 'Read an API key, without its secret',
    tag,
    access: { ...access, scope: 'read' },
    params: ofKey,
    answer: apiKey,
    handle: async (tx, { params, actor }) => keyText(await apiKeys.get(tx, actor, params.key)),
  });

  api.define('DELETE', '/v1/api-keys/:key', {
    summary: 'Revoke an API key',
    description: 'It stops within a second, in every process.',
    tag,
    access,
    params: ofKey,
    answer: apiKey,
    handle: async (tx, { params, actor }) => keyText(await apiKeys.revoke(tx, actor, params.key)),
  });
}

function keyText(row: ApiKey): z.input<typeof apiKey> {
  return {
    id: row.id,
    company: row.company,
    name: row.name,
    scopes: [...row.scopes],
    created_at: row.createdAt.toISOString(),
    revoked_at: row.revokedAt?.toISOString() ?? null,
  };
}
