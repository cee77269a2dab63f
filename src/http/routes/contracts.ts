import { z } from 'zod';
import { currencyDecimals } from '../../kernel/currency.ts';
import { type Money, moneyText, money as moneyValue, parseMicros } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import { type Contract, type Contracts, contractInForceOn } from '../../modules/contracts/index.ts';
import type { Api } from '../endpoint.ts';
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

const contract = z
  .strictObject({
    id: id('ctr'),
    billing_account: id('ba'),
    starts_on: dayText,
    ends_on: dayText,
    months: z.int(),
    floors: z.record(z.string(), z.int()),
    prices: z.record(z.string(), money),
    at_end: z.enum(['lapse', 'renew']),
    signed_at: instantText,
    in_force: z.boolean(),
  })
  .meta({ id: 'Contract' });

const ofAccount = z.strictObject({ ba: id('ba') });
const readAccess = { scope: 'read', permission: 'billing.view' } as const;
const tag = 'Contracts';
/** Fifty years: longer terms are typing errors. */
const MONTHS_MAX = 600;

export interface ContractsRoutesDeps {
  readonly accounts: Accounts;
  readonly contracts: Contracts;
}

export function registerContracts(api: Api, { accounts, contracts }: ContractsRoutesDeps): void {
  api.define('POST', '/v1/billing-accounts/:ba/contracts', {
    summary: 'Sign a contract: a term of months with floors and contracted prices',
    description:
      'Charges nothing. From starts_on every total ordered must reach the floor, and the next ' +
      'renewal raises a total that is below it.',
    tag,
    access: { operatorOnly: true, scope: 'manage', duty: 'money' },
    params: ofAccount,
    body: z.strictObject({
      starts_on: localDate,
      months: z.int().min(1).max(MONTHS_MAX),
      floors: z.record(code, quantity),
      prices: z.record(code, amount).optional(),
      at_end: z.enum(['lapse', 'renew']),
    }),
    answer: contract,
    status: 201,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const signed = await contracts.sign(tx, actor, account.id, {
        startsOn: body.starts_on,
        months: body.months,
        floors: body.floors,
        prices: pricesOf(body.prices ?? {}, account),
        atEnd: body.at_end,
      });
      return contractText(signed, await contracts.list(tx, account), account);
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/contracts', {
    summary: 'List the contracts of a billing account by their first day',
    tag,
    access: readAccess,
    params: ofAccount,
    answer: z.strictObject({
      data: z.array(contract),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const all = await contracts.list(tx, account);
      const data = all.map((one) => contractText(one, all, account));
      return { data, has_more: false, next_cursor: null };
    },
  });

  api.define('GET', '/v1/contracts/:ctr', {
    summary: 'Read a contract',
    tag,
    access: readAccess,
    params: z.strictObject({ ctr: id('ctr') }),
    answer: contract,
    handle: async (tx, { params, actor }) => {
      const found = await contracts.get(tx, actor, params.ctr);
      const account = await accounts.get(tx, actor, found.account);
      return contractText(found, await contracts.list(tx, account), account);
    },
  });
}

function pricesOf(
  prices: Readonly<Record<string, string>>,
  { currency }: BillingAccount,
): Record<string, Money> {
  const decimals = currencyDecimals(currency);
  return Object.fromEntries(
    Object.entries(prices).map(([type, text]) => {
      const micros = parseMicros(text, decimals);
      if (micros !== undefined) return [type, moneyValue(micros, currency)];
      throw new Refusal('invalid_value', {
        message: `A price in ${currency} has at most ${decimals} decimals.`,
        pointer: `/prices/${type}`,
      });
    }),
  );
}

function contractText(
  row: Contract,
  all: readonly Contract[],
  account: BillingAccount,
): z.input<typeof contract> {
  const inForce = contractInForceOn(all, account.today);
  const isInForce = inForce?.contract.id === row.id;
  const prices = Object.entries(row.prices).map(([type, price]) => [type, moneyText(price)]);
  return {
    id: row.id,
    billing_account: row.account,
    starts_on: row.startsOn,
    ends_on: isInForce ? inForce.term.endsOn : row.endsOn,
    months: row.months,
    floors: { ...row.floors },
    prices: Object.fromEntries(prices),
    at_end: row.atEnd,
    signed_at: row.signedAt.toISOString(),
    in_force: isInForce,
  };
}
