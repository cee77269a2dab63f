import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { type BillingAccount, dayStart } from '../accounts/index.ts';
import {
  type LicensingDeps,
  type LoadedLicensing,
  loadLicensing,
} from './licensing-state.service.ts';
import { adoptPlannedEnds, insertPlannedEnds, refreshPlannedEnds } from './planned-ends.store.ts';
import { comingTotals } from './timeline.ts';
import { tell, tellWhatTookEffect } from './told-changes.service.ts';
import { cancelChange, insertChange, type TotalChange } from './totals.store.ts';
import type { TotalsPlan, TypeChange } from './totals-plan.ts';

/** Everything that one change of an account's totals needs. */
interface Work {
  readonly tx: Transaction;
  readonly deps: LicensingDeps;
  readonly actor: Actor;
  readonly account: BillingAccount;
  readonly order: string | null;
}

/** Does what the plan says. The account is locked, and the plan was made under that lock. */
export async function applyPlan(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  account: BillingAccount,
  plan: TotalsPlan,
  order: string,
): Promise<void> {
  const work: Work = { tx, deps, actor, account, order };
  await tellWhatTookEffect(tx, deps, account);
  const before = await loadLicensing(tx, deps, account);
  const decreases = new Map<string, bigint>();
  for (const change of plan.changes) {
    await cancelPendingOf(work, before, change.licenseType, change.kind);
    if (change.kind === 'increase') await increase(work, before, change);
    if (change.kind === 'decrease') {
      decreases.set(change.licenseType, await decrease(work, before, change));
    }
  }
  await planEnds(work, plan, decreases);
  for (const { licenseType } of plan.changes) await rescheduleRaises(work, licenseType);
}

/** Undoes the type's pending decrease; false where none is pending. The account is locked. */
export async function undoDecrease(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  account: BillingAccount,
  code: string,
): Promise<boolean> {
  const work: Work = { tx, deps, actor, account, order: null };
  const before = await loadLicensing(tx, deps, account);
  if (before.state.types.get(code)?.pending === undefined) return false;
  await cancelPendingOf(work, before, code, 'undo');
  await refreshPlannedEnds(tx, account.id, account.now);
  await rescheduleRaises(work, code);
  return true;
}

/**
 * After a contract was signed: cancels the decreases that would go below its floors, and
 * schedules the raises where a total is below one at the first period start it binds.
 */
export async function followContract(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  account: BillingAccount,
): Promise<void> {
  const work: Work = { tx, deps, actor, account, order: null };
  await tellWhatTookEffect(tx, deps, account);
  const before = await loadLicensing(tx, deps, account);
  for (const { licenseType, pending } of before.state.types.values()) {
    if (pending === undefined) continue;
    const floor = before.rules.floorOn(licenseType, pending.effectiveOn);
    if (floor === undefined || pending.total >= floor.floor) continue;
    await cancelPendingOf(work, before, licenseType, 'contract');
  }
  await refreshPlannedEnds(tx, account.id, account.now);
  for (const licenseType of before.state.types.keys()) await rescheduleRaises(work, licenseType);
}

async function cancelPendingOf(
  work: Work,
  before: LoadedLicensing,
  code: string,
  cause: TypeChange['kind'] | 'contract',
): Promise<void> {
  const { tx, deps, actor, account } = work;
  const pending = before.state.types.get(code)?.pending;
  if (pending === undefined) return;
  await cancelChange(tx, pending.change, account.now);
  await deps.contracts.withdrawComingNotices(tx, actor, account, code);
  const { total, effectiveOn } = pending;
  await tell(tx, deps, actor, account, {
    type: 'license_total.decrease_cancelled',
    subject: account.id,
    before: { license_type: code, total, effective_on: effectiveOn },
    after: { license_type: code, cause, ...(work.order !== null && { order: work.order }) },
  });
}

async function increase(
  work: Work,
  before: LoadedLicensing,
  change: TypeChange & { kind: 'increase' },
): Promise<void> {
  const { tx, deps, actor, account, order } = work;
  const { licenseType, quantity } = change;
  const present = before.state.types.get(licenseType)?.total ?? 0;
  // By the quantity and not to a fixed total: what was paid for is what is added, also where
  // the payment took so long that another order came between.
  const total = present + quantity;
  await insertTotal(work, { licenseType, total, kind: 'increase', effectiveOn: account.today });
  await tell(tx, deps, actor, account, {
    type: 'license_total.increased',
    subject: account.id,
    before: { license_type: licenseType, total: present },
    after: { license_type: licenseType, total, effective_on: account.today, order },
  });
}

async function decrease(
  work: Work,
  before: LoadedLicensing,
  change: TypeChange & { kind: 'decrease' },
): Promise<bigint> {
  const { tx, deps, actor, account, order } = work;
  const { licenseType, from, total, effectiveOn, notice } = change;
  const present = before.state.types.get(licenseType)?.total ?? 0;
  assert(present === from, 'a decrease is planned from the total in force');
  const sequence = await insertTotal(work, { licenseType, total, kind: 'decrease', effectiveOn });
  if (notice !== undefined) {
    const given = { ...notice, licenseType, floor: total };
    await deps.contracts.giveNotice(tx, actor, account, given);
  }
  await tell(tx, deps, actor, account, {
    type: 'license_total.decrease_ordered',
    subject: account.id,
    before: { license_type: licenseType, total: present },
    after: { license_type: licenseType, total, effective_on: effectiveOn, order },
  });
  return sequence;
}

async function planEnds(
  { tx, deps, actor, account, order }: Work,
  plan: TotalsPlan,
  decreases: ReadonlyMap<string, bigint>,
): Promise<void> {
  for (const { licenseType, employee, effectiveOn, decreaseOf } of plan.unassigns) {
    const change = decreases.get(decreaseOf);
    assert(change !== undefined, 'who loses a license loses it by a decrease of the plan');
    await insertPlannedEnds(tx, account.id, { change, licenseType, employees: [employee] });
    await tell(tx, deps, actor, account, {
      type: 'license.unassignment_planned',
      subject: employee,
      after: {
        employee,
        license_type: licenseType,
        billing_account: account.id,
        effective_on: effectiveOn,
        order,
      },
    });
  }
  for (const [licenseType, change] of decreases) {
    await adoptPlannedEnds(tx, account.id, { change, licenseType });
  }
  await refreshPlannedEnds(tx, account.id, account.now);
}

/** Makes the scheduled raises of a type what contracts and the coming decrease ask for. */
async function rescheduleRaises(work: Work, code: string): Promise<void> {
  const { tx, deps, account } = work;
  const { state, rules, coming } = await loadLicensing(tx, deps, account);
  const type = state.types.get(code);
  if (type === undefined) return;
  const floor = (day: LocalDate) => rules.floorOn(code, day);
  const wanted = comingTotals(type.total, type.pending, rules.raiseDays, floor).flatMap((change) =>
    change.kind === 'contract_raise' ? [change] : [],
  );
  const same = (raise: { total: number; effectiveOn: LocalDate }, row: TotalChange) =>
    raise.total === row.total && raise.effectiveOn === row.effectiveOn;
  const scheduled = coming.filter(
    (row) => row.kind === 'contract_raise' && row.licenseType === code,
  );
  for (const row of scheduled) {
    if (!wanted.some((raise) => same(raise, row))) {
      await cancelChange(tx, row.sequence, account.now);
      await tellRaise(work, 'license_total.raise_cancelled', code, row);
    }
  }
  for (const raise of wanted) {
    if (scheduled.some((row) => same(raise, row))) continue;
    await insertTotal(work, { licenseType: code, ...raise });
    await tellRaise(work, 'license_total.raise_scheduled', code, raise);
  }
}

async function tellRaise(
  { tx, deps, actor, account }: Work,
  type: string,
  code: string,
  raise: { total: number; effectiveOn: LocalDate; contract: string | null },
): Promise<void> {
  const { total, effectiveOn, contract } = raise;
  const after = { license_type: code, total, effective_on: effectiveOn, contract };
  await tell(tx, deps, actor, account, { type, subject: account.id, after });
}

async function insertTotal(
  { tx, account, order }: Work,
  change: Pick<TotalChange, 'licenseType' | 'total' | 'kind' | 'effectiveOn'> & {
    contract?: string;
  },
): Promise<bigint> {
  const now = change.kind === 'increase';
  return await insertChange(tx, {
    account: account.id,
    licenseType: change.licenseType,
    total: change.total,
    kind: change.kind,
    effectiveOn: change.effectiveOn,
    effectiveAt: now ? account.now : dayStart(account, change.effectiveOn),
    orderedAt: account.now,
    orderedBy: order,
    contract: change.contract ?? null,
  });
}
