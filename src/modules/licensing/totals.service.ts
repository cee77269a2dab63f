import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Money } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { type BillingAccount, dayStart } from '../accounts/index.ts';
import { applyPlan, undoDecrease } from './apply-plan.service.ts';
import type { PendingDecrease, ScheduledRaise } from './license-total.ts';
import { type LicensingDeps, loadLicensing } from './licensing-state.service.ts';
import { planTotals } from './plan-totals.ts';
import { tellWhatTookEffect } from './told-changes.service.ts';
import { selectHistory, selectTotalsAsDaysBegin, type TotalChange } from './totals.store.ts';
import type { TotalsPlan, WantedTotals } from './totals-plan.ts';

/** One license type of an account, as people see it. */
export interface LicenseState {
  readonly licenseType: string;
  readonly name: string;
  readonly kind: 'named' | 'pooled';
  readonly unit: 'seat' | 'port';
  /** In force now. */
  readonly total: number;
  /** How many employees hold it now. */
  readonly assigned: number;
  /** The contract's floor today. */
  readonly floor?: number;
  /** Per month, as of today; undefined where there is no price in the currency. */
  readonly unitPrice?: Money;
  readonly pending?: Omit<PendingDecrease, 'change'>;
  readonly raise?: ScheduledRaise;
}

export interface Totals {
  /** Every type of the catalog as it stands for the account at its `now`. */
  licenses(tx: Transaction, account: BillingAccount): Promise<LicenseState[]>;
  /**
   * The totals as `day` begins: what the renewal of that day charges. From history alone, so it
   * is the same whenever it is asked. Types at 0 are left out.
   */
  totalsOn(
    tx: Transaction,
    account: Pick<BillingAccount, 'id' | 'timeZone'>,
    day: LocalDate,
  ): Promise<Map<string, number>>;
  /** The same for many accounts at once, by account: an account stands in it once. */
  totalsOnAll(
    tx: Transaction,
    days: readonly { account: Pick<BillingAccount, 'id' | 'timeZone'>; day: LocalDate }[],
  ): Promise<Map<string, Map<string, number>>>;
  /** The whole history and future of the totals, cancelled changes included. */
  history(tx: Transaction, account: string): Promise<TotalChange[]>;
  /**
   * What an order would do and cost; changes nothing. Refuses `account_closed`, `unknown_code`,
   * `invalid_value`, `no_price`, `below_contract_floor` and `assigned_exceeds_total`. An order
   * of what already is gives a plan that `changesNothing`.
   */
  plan(tx: Transaction, account: BillingAccount, wanted: WantedTotals): Promise<TotalsPlan>;
  /** Does what the plan says, at the account's `now`. The account is locked. */
  apply(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    plan: TotalsPlan,
    order: string,
  ): Promise<void>;
  /** Undoes the type's pending decrease. Refuses `not_found` where none is pending. */
  cancelPending(tx: Transaction, actor: Actor, account: string, code: string): Promise<void>;
}

export function createTotals(deps: LicensingDeps): Totals {
  const totalsOnAll: Totals['totalsOnAll'] = async (tx, days) =>
    await selectTotalsAsDaysBegin(
      tx,
      days.map(({ account, day }) => ({ account: account.id, instant: dayStart(account, day) })),
    );

  return {
    async licenses(tx, account) {
      const { state, rules, raises } = await loadLicensing(tx, deps, account);
      return [...state.types.values()].map((type): LicenseState => {
        const code = type.licenseType;
        const floor = rules.floorOn(code, account.today)?.floor;
        const unitPrice = rules.unitPriceOn(code, account.today)?.price;
        const raise = raises.get(code);
        return {
          licenseType: code,
          name: type.name,
          kind: type.kind,
          unit: type.unit,
          total: type.total,
          assigned: type.holders.length,
          ...(floor !== undefined && { floor }),
          ...(unitPrice !== undefined && { unitPrice }),
          ...(type.pending !== undefined && {
            pending: { total: type.pending.total, effectiveOn: type.pending.effectiveOn },
          }),
          ...(raise !== undefined && { raise }),
        };
      });
    },

    totalsOnAll,

    async totalsOn(tx, account, day) {
      return (await totalsOnAll(tx, [{ account, day }])).get(account.id) ?? new Map();
    },

    history: selectHistory,

    async plan(tx, account, wanted) {
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const { state, rules } = await loadLicensing(tx, deps, account);
      const plan = planTotals(state, wanted, rules);
      if ('refused' in plan) throw new Refusal(plan.refused, plan.details);
      return plan;
    },

    apply: (tx, actor, account, plan, order) => applyPlan(tx, deps, actor, account, plan, order),

    async cancelPending(tx, actor, accountId, code) {
      const account = await deps.accounts.lock(tx, actor, accountId);
      await tellWhatTookEffect(tx, deps, account);
      if (!(await undoDecrease(tx, deps, actor, account, code))) {
        throw new Refusal('not_found', {
          message: say('No lower total of {code} is pending on this billing account.', { code }),
        });
      }
    },
  };
}
