import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import { currencyDecimals } from '../../kernel/currency.ts';
import { type Money, moneyText, money as moneyValue, parseMicros } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import type { RechargeView, Wallet } from '../../modules/wallet/index.ts';
import type { Api } from '../endpoint.ts';
import { amount, dayText, id, instantText, money, text } from '../schemas/fields.ts';
import { entry, entryText } from './minutes-entries.ts';

const recharge = z
  .strictObject({
    mode: z.enum(['off', 'usage_based', 'fixed']),
    /** `due`: about to buy; otherwise why nothing is being bought. */
    state: z.enum([
      'off',
      'stopped',
      'no_usage',
      'enough',
      'in_flight',
      'backing_off',
      'monthly_cap',
      'due',
    ]),
    threshold: money.nullable(),
    amount: money.nullable(),
    monthly_cap: money.nullable(),
    recharged_this_period: money,
    stopped_reason: z.string().nullable(),
    retry_at: instantText.nullable(),
  })
  .meta({ id: 'Recharge' });

export const minutesAnswer = z
  .strictObject({
    balance: money,
    held: money,
    available: money,
    minutes_at_base_rate: z.int().nullable(),
    pending_purchases: money,
    recharge,
    run_out_on: dayText.nullable(),
    average_daily_usage: money,
  })
  .meta({ id: 'Minutes' });

const ofAccount = z.strictObject({ ba: id('ba') });
const readAccess = { scope: 'read', permission: 'billing.view' } as const;
const tag = 'Minutes';

export interface MinutesRoutesDeps {
  readonly accounts: Accounts;
  readonly wallet: Wallet;
}

export function registerMinutes(api: Api, { accounts, wallet }: MinutesRoutesDeps): void {
  api.define('GET', '/v1/billing-accounts/:ba/minutes', {
    summary: 'Read the dialer minutes balance, in money and in whole minutes',
    tag,
    access: readAccess,
    params: ofAccount,
    answer: minutesAnswer,
    handle: async (tx, { params, actor }) =>
      minutesText(tx, wallet, await accounts.get(tx, actor, params.ba)),
  });

  api.define('PUT', '/v1/billing-accounts/:ba/minutes/recharge', {
    summary: 'Set automatic recharge; shows today’s computed figures',
    description:
      'usage_based: below 5 days of average usage, buy 14 days of it. fixed: both by hand. The ' +
      'cap is per billing period, before tax; a recharge that would pass it is not made.',
    tag,
    access: { scope: 'manage', permission: 'billing.manage', duty: 'money' },
    params: ofAccount,
    body: z.strictObject({
      mode: z.enum(['off', 'usage_based', 'fixed']),
      threshold: amount.optional(),
      amount: amount.optional(),
      monthly_cap: amount.optional(),
    }),
    answer: recharge,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const read = (value: string | undefined, pointer: string) =>
        value === undefined ? undefined : amountOf(value, account, pointer);
      const settings = {
        mode: body.mode,
        threshold: read(body.threshold, '/threshold'),
        amount: read(body.amount, '/amount'),
        monthlyCap: read(body.monthly_cap, '/monthly_cap'),
      };
      return rechargeText(await wallet.setRecharge(tx, actor, account, settings));
    },
  });

  api.define('POST', '/v1/billing-accounts/:ba/minutes/refunds', {
    summary: 'Give minutes back in money (operator)',
    tag,
    access: { operatorOnly: true, scope: 'manage', duty: 'money' },
    params: ofAccount,
    body: z.strictObject({ amount, reason: text() }),
    answer: entry,
    status: 201,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const refund = { amount: amountOf(body.amount, account, '/amount'), reason: body.reason };
      return entryText(await wallet.refund(tx, actor, account, refund), account);
    },
  });
}

/** An account's minutes as every endpoint shows them. */
export async function minutesText(
  tx: Transaction,
  wallet: Wallet,
  account: BillingAccount,
): Promise<z.input<typeof minutesAnswer>> {
  const summary = await wallet.summary(tx, account);
  return {
    balance: moneyText(summary.balance),
    held: moneyText(summary.held),
    available: moneyText(summary.available),
    minutes_at_base_rate: summary.minutesAtBaseRate ?? null,
    pending_purchases: moneyText(summary.pendingPurchases),
    recharge: rechargeText(await wallet.recharge(tx, account)),
    run_out_on: summary.runOutOn ?? null,
    average_daily_usage: moneyText(summary.averageDailyUsage),
  };
}

function rechargeText(view: RechargeView): z.input<typeof recharge> {
  const { figures } = view;
  const orNull = (value: Money | undefined) => (value === undefined ? null : moneyText(value));
  return {
    mode: view.mode,
    state: view.state,
    threshold: orNull(figures?.threshold ?? view.threshold),
    amount: orNull(figures?.amount ?? view.amount),
    monthly_cap: orNull(view.monthlyCap),
    recharged_this_period: moneyText(view.rechargedThisPeriod),
    stopped_reason: view.stoppedReason ?? null,
    retry_at: view.retryAt?.toISOString() ?? null,
  };
}

/** An amount above zero, with no more decimals than the currency has. */
export function amountOf(value: string, { currency }: BillingAccount, pointer: string): Money {
  const decimals = currencyDecimals(currency);
  const micros = parseMicros(value, decimals);
  if (micros !== undefined && micros > 0n) return moneyValue(micros, currency);
  throw new Refusal('invalid_value', {
    message: say('Must be above zero and have at most {decimals} decimals in {currency}.', {
      decimals,
      currency,
    }),
    pointer,
  });
}
