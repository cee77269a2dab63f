import type { Transaction } from '../../database/transaction.ts';
import { localDateAt } from '../../kernel/calendar.ts';
import { money, sum } from '../../kernel/money.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type Contracts, contractInForceOn, floorOn } from '../contracts/index.ts';
import type { Receivables } from '../invoicing/index.ts';
import type { LicenseState, Licensing } from '../licensing/index.ts';
import type { FundingSource, FundingSources } from '../payments/index.ts';
import type { MeterReport, StorageReports } from '../storage-metering/index.ts';
import type { RechargeView, Wallet } from '../wallet/index.ts';
import { type Alert, type AlertFacts, alertsOf } from './alerts.ts';

export interface AlertsDeps {
  readonly contracts: Contracts;
  readonly licensing: Licensing;
  readonly wallet: Wallet;
  readonly storageReports: StorageReports;
  readonly receivables: Pick<Receivables, 'owing'>;
  readonly fundingSources: Pick<FundingSources, 'list'>;
}

/** What somebody who looks after the account should know at this instant, the gravest first. */
export async function accountAlerts(
  tx: Transaction,
  deps: AlertsDeps,
  account: BillingAccount,
): Promise<Alert[]> {
  return alertsOf(await alertFacts(tx, deps, account));
}

/** What the alerts of an account follow from, at this instant. */
export async function alertFacts(
  tx: Transaction,
  deps: AlertsDeps,
  account: BillingAccount,
): Promise<AlertFacts> {
  const { currency, today, standing, unpaidSuspendsAt: suspendsAt } = account;
  const licenses = await deps.licensing.licenses(tx, account);
  const wallet = await deps.wallet.summary(tx, account);
  const storage = await deps.storageReports.report(tx, account);
  const owing = await deps.receivables.owing(tx, account.id);
  return {
    today,
    standing,
    available: wallet.available,
    runOutOn: wallet.runOutOn,
    recharge: rechargeOf(await deps.wallet.recharge(tx, account)),
    owed: sum(
      owing.map((item) => money(item.outstanding, currency)),
      currency,
    ),
    suspendsOn: suspendsAt === null ? undefined : localDateAt(suspendsAt, account.timeZone),
    leftover: await deps.licensing.leftovers(tx, account),
    pending: licenses.flatMap(({ name, total, pending }) =>
      pending === undefined
        ? []
        : [{ name, total, to: pending.total, effectiveOn: pending.effectiveOn }],
    ),
    storageFee: storage.projectedFee,
    storageOver: storage.meters.filter(({ overBytes }) => overBytes > 0n).map(({ name }) => name),
    storageNear: storage.meters.filter(isNearlyFull).map(({ name }) => name),
    cards: cardsAmong(await deps.fundingSources.list(tx, account.id)),
    contract: await contractOf(tx, deps, account, licenses),
    link: `/billing-accounts/${account.id}`,
  };
}

/** Above this share of the free allowance, a word before it is charged is worth it. */
const NEAR_PERCENT = 80n;

function isNearlyFull({ bytes, allowanceBytes, overBytes }: MeterReport): boolean {
  return overBytes === 0n && bytes > 0n && bytes * 100n >= allowanceBytes * NEAR_PERCENT;
}

function rechargeOf(view: RechargeView): AlertFacts['recharge'] {
  return {
    stopped: view.stoppedReason,
    failures: view.mode === 'off' ? 0 : view.failures,
    retryAt: view.retryAt,
    capReached: view.state === 'monthly_cap' ? view.monthlyCap : undefined,
  };
}

function cardsAmong(sources: readonly FundingSource[]): AlertFacts['cards'] {
  return sources.flatMap(({ id, label, status, expiresOn }) =>
    status === 'valid' && expiresOn !== null ? [{ id, label, expiresOn }] : [],
  );
}

async function contractOf(
  tx: Transaction,
  { contracts }: AlertsDeps,
  account: BillingAccount,
  licenses: readonly LicenseState[],
): Promise<AlertFacts['contract']> {
  const { today, anchorDate } = account;
  const signed = await contracts.list(tx, account);
  const inForce = contractInForceOn(signed, today);
  if (inForce === undefined) return undefined;
  const floors = licenses.flatMap(({ licenseType, name }) => {
    const floor = floorOn(signed, licenseType, today, anchorDate);
    return floor === undefined ? [] : [`${floor.floor} ${name}`];
  });
  return { endsOn: inForce.term.endsOn, renews: inForce.contract.atEnd === 'renew', floors };
}
