import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import { type Money, moneyText } from '../../kernel/money.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import type { Ports } from '../../modules/admission/index.ts';
import { type Contracts, contractInForceOn, floorOn } from '../../modules/contracts/index.ts';
import type { LicenseState, Licensing } from '../../modules/licensing/index.ts';
import type { StorageReports } from '../../modules/storage-metering/index.ts';
import type { Wallet } from '../../modules/wallet/index.ts';
import type { Api } from '../endpoint.ts';
import { dayText, id, money } from '../schemas/fields.ts';
import { accountAnswer, accountText } from './billing-accounts.ts';
import { minutesAnswer, minutesText } from './minutes.ts';
import { storageAnswer, storageText } from './storage.ts';

const license = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['named', 'pooled']),
    unit: z.enum(['seat', 'port']),
    total: z.int(),
    assigned: z.int(),
    in_use: z.int(),
    /** The most in use at once in the last 30 days. */
    peak_30d: z.int(),
    /** Named: how many may still be assigned. Pooled: how many may still be taken at once. */
    available: z.int(),
    floor: z.int().optional(),
    /** Until when the floor stands, and from when a lower total is possible. */
    floor_ends_on: dayText.optional(),
    lower_possible_from: dayText.optional(),
    unit_price: money.nullable(),
    pending: z.strictObject({ total: z.int(), effective_on: dayText }).optional(),
    raise: z.strictObject({ total: z.int(), effective_on: dayText }).optional(),
  })
  .meta({ id: 'License' });

const contract = z
  .strictObject({
    id: id('ctr'),
    starts_on: dayText,
    ends_on: dayText,
    months: z.int(),
    at_end: z.enum(['lapse', 'renew']),
    floors: z.record(z.string(), z.int()),
    prices: z.record(z.string(), money),
  })
  .meta({ id: 'ContractInForce' });

export const detailsAnswer = accountAnswer
  .extend({
    licenses: z.record(z.string(), license),
    contract: contract.optional(),
    minutes: minutesAnswer,
    storage: storageAnswer,
  })
  .meta({ id: 'BillingAccountDetails' });

export interface DetailsDeps {
  readonly accounts: Accounts;
  readonly licensing: Licensing;
  readonly contracts: Contracts;
  readonly wallet: Wallet;
  readonly storageReports: StorageReports;
  readonly ports: Pick<Ports, 'inUse' | 'peaks'>;
}

export function registerBillingAccountDetails(api: Api, deps: DetailsDeps): void {
  api.define('GET', '/v1/billing-accounts/:ba', {
    summary: 'Read a billing account: licenses, contract, minutes, storage, standing',
    tag: 'Billing accounts',
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ ba: id('ba') }),
    answer: detailsAnswer,
    handle: async (tx, { params, actor }) =>
      detailsText(tx, deps, await deps.accounts.get(tx, actor, params.ba)),
  });
}

/** Everything about an account at its present instant. */
export async function detailsText(
  tx: Transaction,
  deps: DetailsDeps,
  account: BillingAccount,
): Promise<z.input<typeof detailsAnswer>> {
  const inUse = await deps.ports.inUse(tx, account);
  const peaks = await deps.ports.peaks(tx, account);
  const contracts = await deps.contracts.list(tx, account);
  const licenses = await deps.licensing.licenses(tx, account);
  const inForce = contractInForceOn(contracts, account.today);
  const placesOf = (code: string) => {
    const now = inUse.get(code) ?? 0;
    return { inUse: now, peak: Math.max(now, peaks.get(code) ?? 0) };
  };
  const floorOf = (code: string) => floorOn(contracts, code, account.today, account.anchorDate);
  return {
    ...accountText(account),
    licenses: Object.fromEntries(
      licenses.map((state) => [
        state.licenseType,
        licenseText(state, placesOf(state.licenseType), floorOf(state.licenseType)),
      ]),
    ),
    ...(inForce !== undefined && {
      contract: {
        id: inForce.contract.id,
        starts_on: inForce.term.startsOn,
        ends_on: inForce.term.endsOn,
        months: inForce.contract.months,
        at_end: inForce.contract.atEnd,
        floors: { ...inForce.contract.floors },
        prices: moneyTexts(inForce.contract.prices),
      },
    }),
    minutes: await minutesText(tx, deps.wallet, account),
    storage: storageText(await deps.storageReports.report(tx, account)),
  };
}

function licenseText(
  state: LicenseState,
  { inUse, peak }: { inUse: number; peak: number },
  floor: ReturnType<typeof floorOn>,
): z.input<typeof license> {
  const taken = state.kind === 'named' ? state.assigned : inUse;
  const coming = (change: LicenseState['pending']) =>
    change && { total: change.total, effective_on: change.effectiveOn };
  const pending = coming(state.pending);
  const raise = coming(state.raise);
  return {
    name: state.name,
    kind: state.kind,
    unit: state.unit,
    total: state.total,
    assigned: state.assigned,
    in_use: inUse,
    peak_30d: peak,
    available: Math.max(0, state.total - taken),
    ...(floor !== undefined && {
      floor: floor.floor,
      floor_ends_on: floor.contractEndsOn,
      lower_possible_from: floor.possibleFrom,
    }),
    unit_price: state.unitPrice === undefined ? null : moneyText(state.unitPrice),
    ...(pending !== undefined && { pending }),
    ...(raise !== undefined && { raise }),
  };
}

function moneyTexts(prices: Readonly<Record<string, Money>>) {
  return Object.fromEntries(
    Object.entries(prices).map(([code, price]) => [code, moneyText(price)]),
  );
}
