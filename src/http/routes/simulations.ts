import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { moneyText, subtract } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import type { Simulation, Simulations, WhatIf } from '../../modules/simulation/index.ts';
import type { Api } from '../endpoint.ts';
import { totalsFields, totalsText } from '../schemas/billing.ts';
import { contractTerms, pricesOf, termsOf } from '../schemas/contract-terms.ts';
import { amount, code, dayText, id, localDate, money, quantity } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';

const INVOICES_MAX = 36;
const INVOICES_DEFAULT = 12;
const CHANGES_MAX = 100;
const LICENSES_MAX = 50;

const people = z.strictObject({
  people: z.int().min(1).max(100_000),
  licenses: z.array(code).min(1).max(LICENSES_MAX),
});

const change = z
  .strictObject({
    on: localDate,
    totals: z.record(code, quantity).optional(),
    effective_on: localDate.optional(),
    hires: people.optional(),
    leavers: people.optional(),
  })
  .refine(
    ({ totals, hires, leavers }) =>
      [totals, hires, leavers].filter((part) => part !== undefined).length === 1,
    misfit('must have exactly one of totals, hires and leavers'),
  );

const body = z.strictObject({
  invoices: z.int().min(1).max(INVOICES_MAX).default(INVOICES_DEFAULT),
  changes: z.array(change).max(CHANGES_MAX).default([]),
  contract: contractTerms.optional(),
  prices: z.strictObject({ from: localDate, prices: z.record(code, amount) }).optional(),
});

const answer = z
  .strictObject({
    billing_account: id('ba'),
    charges: z
      .array(z.strictObject({ on: dayText, ...totalsFields }))
      .describe('What is charged at once for supposed orders'),
    invoices: z.array(
      z.strictObject({
        period: z.strictObject({ start: dayText, end: dayText }),
        due_on: dayText,
        ...totalsFields,
      }),
    ),
    total: money,
    total_as_things_stand: money.describe('The same invoices if nothing changed'),
    difference: money,
  })
  .meta({ id: 'Simulation' });

export interface SimulationsRoutesDeps {
  readonly accounts: Accounts;
  readonly simulations: Simulations;
}

export function registerSimulations(api: Api, deps: SimulationsRoutesDeps): void {
  api.define('POST', '/v1/billing-accounts/:ba/simulations', {
    summary: 'The next invoices if something were ordered, signed, priced or somebody hired',
    description:
      'Changes nothing. Computed by the code that charges, so it is what would be charged, to ' +
      'the cent, if what is supposed came true and nothing else changed. What an order would be ' +
      'refused on its day is refused here, with its pointer.',
    tag: 'Receipts and invoices',
    access: { scope: 'read', permission: 'billing.view', typedName: false, duty: 'look' },
    params: z.strictObject({ ba: id('ba') }),
    body,
    answer,
    handle: async (tx, { params, body: supposed, actor }) =>
      await simulate(tx, deps, { actor, account: params.ba, supposed }),
  });
}

/** The answer for a body that comes from a file. Refuses `invalid_value` where it is wrong. */
export async function simulateText(
  tx: Transaction,
  deps: SimulationsRoutesDeps,
  request: { actor: Actor; account: string; supposed: unknown },
): Promise<z.input<typeof answer>> {
  const supposed = body.safeParse(request.supposed);
  if (supposed.success) return await simulate(tx, deps, { ...request, supposed: supposed.data });
  const [issue] = supposed.error.issues;
  const pointer = `/${issue?.path.join('/') ?? ''}`;
  throw new Refusal('invalid_value', { message: `${pointer}: ${issue?.message}`, pointer });
}

async function simulate(
  tx: Transaction,
  { accounts, simulations }: SimulationsRoutesDeps,
  { actor, account: of, supposed }: SimulationRequest,
): Promise<z.input<typeof answer>> {
  const account = await accounts.get(tx, actor, of);
  const whatIf = whatIfOf(supposed, account);
  const simulation = await simulations.simulate(tx, account, whatIf);
  const { invoices } = whatIf;
  const asItStands = await simulations.simulate(tx, account, { invoices, changes: [] });
  return simulationText(account, simulation, asItStands);
}

interface SimulationRequest {
  readonly actor: Actor;
  readonly account: string;
  readonly supposed: z.output<typeof body>;
}

function whatIfOf(supposed: z.output<typeof body>, account: BillingAccount): WhatIf {
  const { contract, prices } = supposed;
  return {
    invoices: supposed.invoices,
    changes: supposed.changes.map(({ effective_on: effectiveOn, ...rest }) => ({
      ...rest,
      effectiveOn,
    })),
    ...(contract !== undefined && { contract: termsOf(contract, account, '/contract') }),
    ...(prices !== undefined && {
      prices: { from: prices.from, prices: pricesOf(prices.prices, account, '/prices') },
    }),
  };
}

function simulationText(
  account: BillingAccount,
  { charges, invoices, total }: Simulation,
  asItStands: Simulation,
): z.input<typeof answer> {
  return {
    billing_account: account.id,
    charges: charges.map((one) => ({ on: one.on, ...totalsText(one) })),
    invoices: invoices.map((one) => ({
      period: one.period,
      due_on: one.period.start,
      ...totalsText(one),
    })),
    total: moneyText(total),
    total_as_things_stand: moneyText(asItStands.total),
    difference: moneyText(subtract(total, asItStands.total)),
  };
}
