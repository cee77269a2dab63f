import type { Transaction } from '../../database/transaction.ts';
import { money, sum } from '../../kernel/money.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type Contracts, contractInForceOn, floorOn } from '../contracts/index.ts';
import type { Receivables } from '../invoicing/index.ts';
import type { LicenseState, Licensing } from '../licensing/index.ts';
import type { StorageReports } from '../storage-metering/index.ts';
import type { Wallet } from '../wallet/index.ts';
import { type Alert, type AlertFacts, alertsOf } from './alerts.ts';

export interface AlertsDeps {
  readonly contracts: Contracts;
  readonly licensing: Licensing;
  readonly wallet: Wallet;
  readonly storageReports: StorageReports;
  readonly receivables: Pick<Receivables, 'owing'>;
}

/** What somebody who looks after the account should know at this instant, the gravest first. */
export async function accountAlerts(
  tx: Transaction,
  deps: AlertsDeps,
  account: BillingAccount,
): Promise<Alert[]> {
  const { currency, today, standing } = account;
  const licenses = await deps.licensing.licenses(tx, account);
  const wallet = await deps.wallet.summary(tx, account);
  const recharge = await deps.wallet.recharge(tx, account);
  const storage = await deps.storageReports.report(tx, account);
  const owing = await deps.receivables.owing(tx, account.id);
  return alertsOf({
    today,
    standing,
    available: wallet.available,
    runOutOn: wallet.runOutOn,
    rechargeStopped: recharge.stoppedReason,
    owed: sum(
      owing.map((item) => money(item.outstanding, currency)),
      currency,
    ),
    leftover: await deps.licensing.leftovers(tx, account),
    pending: licenses.flatMap(({ name, total, pending }) =>
      pending === undefined
        ? []
        : [{ name, total, to: pending.total, effectiveOn: pending.effectiveOn }],
    ),
    storageFee: storage.projectedFee,
    storageOver: storage.meters.filter(({ overBytes }) => overBytes > 0n).map(({ name }) => name),
    contract: await contractOf(tx, deps, account, licenses),
    link: `/billing-accounts/${account.id}`,
  });
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
