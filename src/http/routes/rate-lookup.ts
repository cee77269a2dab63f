import { z } from 'zod';
import { moneyText, money as moneyValue } from '../../kernel/money.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import type { Catalog } from '../../modules/catalog/index.ts';
import { type CallRate, chargeFor, findRate, wholeMinutes } from '../../modules/rating/index.ts';
import type { Wallet } from '../../modules/wallet/index.ts';
import type { Api } from '../endpoint.ts';
import { id, money } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';

const found = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    /** Per minute of a call, or per segment of a message. */
    price: money,
    first_seconds: z.int(),
    next_seconds: z.int(),
    connection_fee: money,
    /** What a call of some lengths, or a message of one segment, is charged. */
    examples: z.array(z.strictObject({ seconds: z.int(), charged: money })),
    /** Whole minutes, or segments, that the available balance buys; null where it is free. */
    balance_buys: z.int().nullable(),
  })
  .meta({ id: 'RateFound' });

/** A short call, and two that people have a feeling for. */
const EXAMPLE_SECONDS = [10, 60, 300];

export interface RateLookupDeps {
  readonly accounts: Accounts;
  readonly catalog: Catalog;
  readonly wallet: Wallet;
}

export function registerRateLookup(api: Api, deps: RateLookupDeps): void {
  const { accounts, catalog, wallet } = deps;
  api.define('GET', '/v1/billing-accounts/:ba/rate', {
    summary: 'What a call or message to a number is charged today; null where no rate covers it',
    tag: 'Minutes',
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ ba: id('ba') }),
    query: z.strictObject({
      /** E.164, with or without its plus sign. */
      destination: z.string().regex(/^\+?\d{1,15}$/, misfit('must be an E.164 number')),
      kind: z.enum(['voice', 'sms']).default('voice'),
      direction: z.enum(['outbound', 'inbound']).default('outbound'),
    }),
    answer: z.strictObject({ destination: z.string(), rate: found.nullable() }),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const { currency, today: day } = account;
      const rate = findRate(await catalog.load(tx), { ...query, currency, day });
      const { available } = await wallet.summary(tx, account);
      return {
        destination: query.destination,
        rate: rate === undefined ? null : rateText(rate, account, available.micros),
      };
    },
  });
}

function rateText(
  rate: CallRate,
  { currency }: BillingAccount,
  available: bigint,
): z.input<typeof found> {
  const inCurrency = (micros: bigint) => moneyText(moneyValue(micros, currency));
  const lengths = rate.kind === 'voice' ? EXAMPLE_SECONDS : [0];
  return {
    code: rate.code,
    version: rate.version,
    price: inCurrency(rate.priceMicros),
    first_seconds: rate.firstSeconds,
    next_seconds: rate.nextSeconds,
    connection_fee: inCurrency(rate.feeMicros),
    examples: lengths.map((seconds) => ({
      seconds,
      charged: inCurrency(chargeFor(rate, seconds * 1000, 1)),
    })),
    balance_buys: wholeMinutes(rate, available) ?? null,
  };
}
