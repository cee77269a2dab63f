import { z } from 'zod';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { BuyerVersion, SellersAndBuyers, SellerVersion } from '../../modules/parties/index.ts';
import type { Api } from '../endpoint.ts';
import { code, dayText, id, instantText, localDate } from '../schemas/fields.ts';
import { buyerBody, buyerFields, sellerBody, sellerFields } from '../schemas/parties.ts';

const seller = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    ...sellerFields,
    effective_on: dayText.nullable(),
    published_at: instantText,
  })
  .meta({ id: 'Seller' });

const buyer = z
  .strictObject({
    billing_account: z.string(),
    version: z.int(),
    ...buyerFields,
    recorded_at: instantText,
  })
  .meta({ id: 'Buyer' });

const sellerChoice = z.strictObject({ billing_account: z.string(), seller: z.string() });

const tag = 'Sellers, buyers and taxes';
const ofAccount = z.strictObject({ ba: id('ba') });
const operatorAccess = { operatorOnly: true, scope: 'manage' } as const;

export interface PartiesRoutesDeps {
  readonly accounts: Accounts;
  readonly parties: SellersAndBuyers;
}

export function registerParties(api: Api, deps: PartiesRoutesDeps): void {
  registerSellers(api, deps);
  registerBuyers(api, deps);
}

function registerSellers(api: Api, { accounts, parties }: PartiesRoutesDeps): void {
  api.define('GET', '/v1/sellers', {
    summary: 'List the sellers with all their versions, the oldest first',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    answer: z.strictObject({ data: z.array(seller), has_more: z.boolean(), next_cursor: z.null() }),
    handle: async (tx) => {
      const versions = await parties.sellers(tx);
      return { data: versions.map(sellerText), has_more: false, next_cursor: null };
    },
  });

  api.define('PUT', '/v1/sellers/:seller', {
    summary: 'Publish what documents say of a seller',
    description:
      'The seller "default" sells to every account for which no other was chosen. Documents ' +
      'that were issued keep what was true then.',
    tag,
    access: operatorAccess,
    params: z.strictObject({ seller: code }),
    body: sellerBody.safeExtend({ effective_on: localDate.optional() }),
    answer: seller,
    handle: async (tx, { params, body: { effective_on, ...body }, actor }) => {
      const draft = { code: params.seller, body, effectiveOn: effective_on };
      return sellerText(await parties.publishSeller(tx, actor, draft));
    },
  });

  api.define('PUT', '/v1/billing-accounts/:ba/seller', {
    summary: 'Choose the seller that a billing account buys from',
    tag,
    access: operatorAccess,
    params: ofAccount,
    body: z.strictObject({ seller: code }),
    answer: sellerChoice,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      await parties.chooseSeller(tx, actor, account, body.seller);
      return { billing_account: account.id, seller: body.seller };
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/seller', {
    summary: 'The seller that a billing account buys from',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: ofAccount,
    answer: sellerChoice,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      return { billing_account: account.id, seller: await parties.sellerOf(tx, account) };
    },
  });
}

function registerBuyers(api: Api, { accounts, parties }: PartiesRoutesDeps): void {
  api.define('GET', '/v1/billing-accounts/:ba/buyer', {
    summary: 'What documents say of the buyer',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: ofAccount,
    answer: buyer,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const { buyer: found } = await parties.partiesOn(tx, account, account.today);
      return buyerText(found ?? unknownBuyer(account));
    },
  });

  api.define('PUT', '/v1/billing-accounts/:ba/buyer', {
    summary: 'Enter what documents say of the buyer from now on',
    description:
      'Its country and region decide the taxes; a VAT id of another EU country than the ' +
      "seller's shifts them to the buyer. Documents that were issued stay as they are.",
    tag,
    access: { scope: 'manage', permission: 'billing.manage' },
    params: ofAccount,
    body: buyerBody,
    answer: buyer,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      return buyerText(await parties.setBuyer(tx, actor, account, body));
    },
  });
}

/** An account that was opened past the API, where nobody was written down. */
function unknownBuyer(account: { id: string; name: string; openedAt: Date }): BuyerVersion {
  const body = { legal_name: account.name };
  return { account: account.id, version: 0, body, recordedAt: account.openedAt };
}

function sellerText(row: SellerVersion): z.input<typeof seller> {
  return {
    code: row.code,
    version: row.version,
    ...row.body,
    effective_on: row.effectiveOn,
    published_at: row.publishedAt.toISOString(),
  };
}

function buyerText(row: BuyerVersion): z.input<typeof buyer> {
  return {
    billing_account: row.account,
    version: row.version,
    ...row.body,
    recorded_at: row.recordedAt.toISOString(),
  };
}
