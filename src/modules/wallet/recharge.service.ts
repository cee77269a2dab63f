import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { type Money, money, moneyText } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Accounts, type BillingAccount, dayStart } from '../accounts/index.ts';
import type { DailyUsage } from './daily-usage.ts';
import { selectPending, selectRecharged } from './purchases.store.ts';
import {
  type RechargeRow,
  selectRecharge,
  selectRechargeCandidates,
  updateUsageThreshold,
  upsertRecharge,
} from './recharge.store.ts';
import {
  decideRecharge,
  type RechargeDecision,
  type RechargeFigures,
  type RechargeSettings,
  rechargeFigures,
} from './recharge.ts';
import type { WalletSummary } from './wallet-summary.ts';

/** The settings, today's figures by them, and how it has gone. */
export interface RechargeView extends RechargeSettings {
  readonly figures: RechargeFigures | undefined;
  readonly rechargedThisPeriod: Money;
  readonly stoppedReason: string | undefined;
  readonly failures: number;
  readonly retryAt: Date | undefined;
}

export interface Recharges {
  recharge(tx: Transaction, account: BillingAccount): Promise<RechargeView>;
  /** Sets it anew, which also ends a stop. The account is locked. Refuses `invalid_value`. */
  setRecharge(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    settings: RechargeSettings,
  ): Promise<RechargeView>;
  /** Whether to buy now, and how much. The account is locked. */
  rechargeDecision(tx: Transaction, account: BillingAccount): Promise<RechargeDecision>;
  /** Accounts on the real clock that may have to recharge. */
  rechargeCandidates(tx: Transaction, now: Date, limit: number): Promise<string[]>;
  /** Whether this account may have to, by its own clock. */
  mayRecharge(tx: Transaction, account: string): Promise<boolean>;
}

export interface RechargesDeps {
  readonly events: Events;
  readonly accounts: Accounts;
  readonly summary: (tx: Transaction, account: BillingAccount) => Promise<WalletSummary>;
  readonly dailyUsage: (tx: Transaction, account: BillingAccount) => Promise<DailyUsage>;
}

export function createRecharges(deps: RechargesDeps): Recharges {
  const { events, accounts, summary, dailyUsage } = deps;

  async function recharge(tx: Transaction, account: BillingAccount): Promise<RechargeView> {
    const row = await selectRecharge(tx, account.id);
    const settings = settingsOf(row, account.currency);
    const { start, end } = account.period;
    const recharged = await selectRecharged(
      tx,
      account.id,
      dayStart(account, start),
      dayStart(account, end),
    );
    return {
      ...settings,
      figures: rechargeFigures(settings, await dailyUsage(tx, account)),
      rechargedThisPeriod: money(recharged, account.currency),
      stoppedReason: row.stoppedReason ?? undefined,
      failures: row.failures,
      retryAt: row.retryAt ?? undefined,
    };
  }

  return {
    recharge,

    async setRecharge(tx, actor, account, settings) {
      refuseIncomplete(settings);
      const before = await selectRecharge(tx, account.id);
      const isFixed = settings.mode === 'fixed';
      const row = {
        mode: settings.mode,
        threshold: isFixed ? (settings.threshold?.micros ?? null) : null,
        amount: isFixed ? (settings.amount?.micros ?? null) : null,
        monthlyCap: settings.mode === 'off' ? null : (settings.monthlyCap?.micros ?? null),
      };
      await upsertRecharge(tx, account.id, row);
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'recharge.changed',
        subject: account.id,
        before: describe(before, account.currency),
        after: describe(row, account.currency),
      });
      return await recharge(tx, account);
    },

    async rechargeDecision(tx, account) {
      const view = await recharge(tx, account);
      if (view.mode === 'usage_based') {
        const threshold = view.figures?.threshold.micros ?? null;
        await updateUsageThreshold(tx, account.id, threshold, account.today);
      }
      const { available, pendingPurchases } = await summary(tx, account);
      const pending = await selectPending(tx, account.id);
      return decideRecharge({
        ...view,
        available,
        pendingPurchases,
        rechargeInFlight: pending.some(({ isRecharge }) => isRecharge),
        now: account.now,
      });
    },

    rechargeCandidates: (tx, now, limit) => selectRechargeCandidates(tx, now, limit),

    async mayRecharge(tx, id) {
      const { now } = await accounts.get(tx, SYSTEM, id);
      return (await selectRechargeCandidates(tx, now, 1, id)).length > 0;
    },
  };
}

function refuseIncomplete({ mode, threshold, amount, monthlyCap }: RechargeSettings): void {
  const missing = mode === 'fixed' && (threshold === undefined || amount === undefined);
  if (missing) {
    throw new Refusal('invalid_value', {
      message: 'A fixed recharge needs a threshold and an amount.',
      pointer: threshold === undefined ? '/threshold' : '/amount',
    });
  }
  for (const [pointer, value] of Object.entries({ threshold, amount, monthly_cap: monthlyCap })) {
    if (value === undefined || value.micros > 0n) continue;
    throw new Refusal('invalid_value', {
      message: 'The amount must be above zero.',
      pointer: `/${pointer}`,
    });
  }
  if (mode === 'fixed' && monthlyCap !== undefined && amount && monthlyCap.micros < amount.micros) {
    throw new Refusal('invalid_value', {
      message: 'A cap below the amount would never let a recharge be made.',
      pointer: '/monthly_cap',
    });
  }
}

function settingsOf(row: RechargeRow, currency: string): RechargeSettings {
  const inCurrency = (micros: bigint | null) =>
    micros === null ? undefined : money(micros, currency);
  return {
    mode: row.mode,
    threshold: inCurrency(row.threshold),
    amount: inCurrency(row.amount),
    monthlyCap: inCurrency(row.monthlyCap),
  };
}

function describe(
  row: Pick<RechargeRow, 'mode' | 'threshold' | 'amount' | 'monthlyCap'>,
  currency: string,
): Record<string, unknown> {
  const text = (micros: bigint | null) =>
    micros === null ? null : moneyText(money(micros, currency));
  return {
    mode: row.mode,
    threshold: text(row.threshold),
    amount: text(row.amount),
    monthly_cap: text(row.monthlyCap),
  };
}
