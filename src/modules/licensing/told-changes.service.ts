import type { Change } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type EndReason, takeEndsDue } from './assignments.store.ts';
import type { LicensingDeps } from './licensing-state.service.ts';
import { type TotalChange, takeChangesDue } from './totals.store.ts';

type Told = Pick<Change, 'type' | 'subject' | 'before' | 'after'>;

/** Writes one event and audit entry of licensing about `account`. */
export async function tell(
  tx: Transaction,
  { events }: Pick<LicensingDeps, 'events'>,
  actor: Actor,
  account: BillingAccount,
  told: Told & { at?: Date },
): Promise<void> {
  await events.record(tx, {
    actor,
    at: account.now,
    company: account.company,
    account: account.id,
    ...told,
  });
}

/** The same of many changes, in their order. */
export async function tellAll(
  tx: Transaction,
  { events }: Pick<LicensingDeps, 'events'>,
  actor: Actor,
  account: BillingAccount,
  told: readonly Told[],
): Promise<void> {
  const { now: at, company, id } = account;
  await events.recordAll(
    tx,
    told.map((one) => ({ actor, at, company, account: id, ...one })),
  );
}

export function assigned(employee: string, licenseType: string, account: string): Told {
  const after = { employee, license_type: licenseType, billing_account: account };
  return { type: 'license.assigned', subject: employee, after };
}

export function unassigned(
  employee: string,
  licenseType: string,
  account: string,
  reason: EndReason,
): Told {
  const before = { employee, license_type: licenseType, billing_account: account };
  return { type: 'license.unassigned', subject: employee, before, after: { ...before, reason } };
}

/**
 * Tells what has taken effect by the account's `now` and was not told: lower totals, raises by
 * contracts, planned ends of assignments. It changes nothing that any decision looks at, so it
 * does not matter when it runs.
 */
export async function tellWhatTookEffect(
  tx: Transaction,
  deps: Pick<LicensingDeps, 'events'>,
  account: BillingAccount,
): Promise<void> {
  for (const end of await takeEndsDue(tx, account.id, account.now)) {
    const told = unassigned(end.employee, end.licenseType, account.id, 'lower_total');
    await tell(tx, deps, SYSTEM, account, { ...told, at: end.endedAt ?? account.now });
  }
  for (const change of await takeChangesDue(tx, account.id, account.now)) {
    await tell(tx, deps, SYSTEM, account, tookEffect(change));
  }
}

function tookEffect(change: TotalChange): Told & { at: Date } {
  return {
    type: change.kind === 'decrease' ? 'license_total.decreased' : 'license_total.raised',
    subject: change.account,
    at: change.effectiveAt,
    after: {
      license_type: change.licenseType,
      total: change.total,
      effective_on: change.effectiveOn,
      ...(change.orderedBy !== null && { order: change.orderedBy }),
      ...(change.contract !== null && { contract: change.contract }),
    },
  };
}
