import { z } from 'zod';
import type { Database } from '../../database/transaction.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { PaymentProvider, Setup, Setups } from '../../modules/payments/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText } from '../schemas/fields.ts';
import { page } from '../schemas/page.ts';

const setup = z
  .strictObject({
    id: id('fss'),
    billing_account: z.string(),
    provider: z.string(),
    status: z.enum(['pending', 'completed', 'expired']),
    /** The provider's page; the customer gives the card or bank account there. */
    url: z.string(),
    funding_source: z.string().nullable(),
    created_at: instantText,
  })
  .meta({ id: 'FundingSourceSetup' });

const provider = z
  .strictObject({
    name: z.string(),
    /** Whether cards and bank accounts are given on a page of the provider's. */
    has_setup_page: z.boolean(),
  })
  .meta({ id: 'PaymentProvider' });

const tag = 'Funding sources';
const ofSetup = z.strictObject({ fss: id('fss') });
const manage = { scope: 'manage', permission: 'billing.manage', duty: 'money' } as const;
const view = { scope: 'read', permission: 'billing.view' } as const;

export interface FundingSourceSetupsRoutesDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly setups: Setups;
  readonly paymentProviders: ReadonlyMap<string, PaymentProvider>;
  /** The console's address, without a slash at its end. */
  readonly consoleUrl: () => string;
}

export function registerFundingSourceSetups(api: Api, deps: FundingSourceSetupsRoutesDeps): void {
  const { setups, paymentProviders, consoleUrl } = deps;

  api.define('GET', '/v1/payment-providers', {
    summary: 'List the payment providers of this installation',
    tag,
    access: view,
    answer: page(provider),
    handle: async () => ({
      data: [...paymentProviders.values()].map((one) => ({
        name: one.name,
        has_setup_page: one.setups !== undefined,
      })),
      has_more: false,
      next_cursor: null,
    }),
  });

  api.define('POST', '/v1/billing-accounts/:ba/funding-source-setups', {
    summary: 'Open a page of the provider’s on which a card or bank account is given',
    description:
      'Send the customer to `url`. They come back to the billing account in the console; what ' +
      'they gave is added when the provider tells of it, or when the set-up is finished.',
    tag,
    access: manage,
    params: z.strictObject({ ba: id('ba') }),
    body: z.strictObject({
      provider: z.enum(['stripe']).default('stripe'),
      default: z.boolean().default(false),
    }),
    answer: setup,
    status: 201,
    handleResumable: async (finish, { params, body, actor }) => {
      const begun = await setups.begin(actor, params.ba, {
        provider: body.provider,
        makeDefault: body.default,
        returnUrl: (own) => `${consoleUrl()}/billing-accounts/${params.ba}?setup=${own}#funding`,
      });
      return await finish(async (tx) => setupText(await setups.get(tx, actor, begun.id)));
    },
  });

  api.define('GET', '/v1/funding-source-setups/:fss', {
    summary: 'Read a set-up as it is known; finishing it asks the provider',
    tag,
    access: view,
    params: ofSetup,
    answer: setup,
    handle: async (tx, { params, actor }) => setupText(await setups.get(tx, actor, params.fss)),
  });

  api.define('POST', '/v1/funding-source-setups/:fss/finish', {
    summary: 'Ask the provider what became of a set-up, and add what was given',
    tag,
    access: { ...manage, typedName: false }, // Under the name of whoever began it.
    params: ofSetup,
    answer: setup,
    handleResumable: async (finish, { params, actor }) => {
      const { id: finished } = await setups.finish(actor, params.fss);
      return await finish(async (tx) => setupText(await setups.get(tx, actor, finished)));
    },
  });
}

function setupText(row: Setup): z.input<typeof setup> {
  return {
    id: row.id,
    billing_account: row.account,
    provider: row.provider,
    status: row.status,
    url: row.url,
    funding_source: row.fundingSource,
    created_at: row.createdAt.toISOString(),
  };
}
