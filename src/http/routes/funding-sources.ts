import { z } from 'zod';
import type { Database } from '../../database/transaction.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { FundingSource, FundingSources } from '../../modules/payments/index.ts';
import type { Api } from '../endpoint.ts';
import { dayText, id, instantText, text } from '../schemas/fields.ts';
import { page } from '../schemas/page.ts';

const fundingSource = z
  .strictObject({
    id: id('fs'),
    billing_account: z.string(),
    provider: z.string(),
    kind: z.enum(['card', 'bank', 'offline']),
    label: z.string(),
    status: z.enum(['valid', 'invalid', 'removed']),
    default: z.boolean(),
    /** A card's last day. */
    expires_on: dayText.nullable(),
    created_at: instantText,
  })
  .meta({ id: 'FundingSource' });

const tag = 'Funding sources';
const ofAccount = z.strictObject({ ba: id('ba') });
const ofSource = z.strictObject({ fs: id('fs') });
const manage = { scope: 'manage', permission: 'billing.manage', duty: 'money' } as const;
const view = { scope: 'read', permission: 'billing.view' } as const;

export interface FundingSourcesRoutesDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly fundingSources: FundingSources;
}

export function registerFundingSources(api: Api, deps: FundingSourcesRoutesDeps): void {
  const { database, accounts, fundingSources } = deps;

  api.define('POST', '/v1/billing-accounts/:ba/funding-sources', {
    summary: 'Add a funding source by a token of its payment provider',
    description: 'The first one is the default; others are backups, tried in their order.',
    tag,
    access: manage,
    params: ofAccount,
    body: z.strictObject({
      provider: z.enum(['sandbox', 'stripe', 'offline']),
      token: text(),
      default: z.boolean().default(false),
    }),
    answer: fundingSource,
    status: 201,
    handleResumable: async (finish, { params, body, actor }) => {
      const account = await database.read((tx) => accounts.get(tx, actor, params.ba));
      // The provider is asked outside of any transaction: it may take its time.
      const source = await fundingSources.describe(account, {
        provider: body.provider,
        token: body.token,
        isDefault: body.default,
      });
      return await finish(async (tx) =>
        sourceText(await fundingSources.add(tx, actor, account.id, source)),
      );
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/funding-sources', {
    summary: 'List funding sources, the default first, then the backups as they are tried',
    tag,
    access: view,
    params: ofAccount,
    answer: page(fundingSource),
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const sources = await fundingSources.list(tx, account.id);
      return { data: sources.map(sourceText), has_more: false, next_cursor: null };
    },
  });

  api.define('GET', '/v1/funding-sources/:fs', {
    summary: 'Read a funding source',
    tag,
    access: view,
    params: ofSource,
    answer: fundingSource,
    handle: async (tx, { params, actor }) =>
      sourceText(await fundingSources.get(tx, actor, params.fs)),
  });

  api.define('POST', '/v1/funding-sources/:fs/default', {
    summary: 'Make a funding source the default',
    tag,
    access: manage,
    params: ofSource,
    answer: fundingSource,
    handle: async (tx, { params, actor }) =>
      sourceText(await fundingSources.makeDefault(tx, actor, params.fs)),
  });

  api.define('DELETE', '/v1/funding-sources/:fs', {
    summary: 'Remove a funding source; the last valid one can only be replaced',
    tag,
    access: manage,
    params: ofSource,
    answer: fundingSource,
    handle: async (tx, { params, actor }) =>
      sourceText(await fundingSources.remove(tx, actor, params.fs)),
  });
}

function sourceText(row: FundingSource): z.input<typeof fundingSource> {
  return {
    id: row.id,
    billing_account: row.account,
    provider: row.provider,
    kind: row.kind,
    label: row.label,
    status: row.status,
    default: row.position === 0 && row.status !== 'removed',
    expires_on: row.expiresOn,
    created_at: row.createdAt.toISOString(),
  };
}
