import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type Money, money, moneyText } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { type BillingAccount, dayStart } from '../accounts/index.ts';
import { selectBook, selectUsage } from './books.store.ts';
import type { DailyUsage } from './daily-usage.ts';
import { selectPending, selectRecharged } from './purchases.store.ts';
import {
  type RechargeRow,
  selectRecharge,
  selectRechargeCandidates,
  updateRechargeWait,
  updateUsageThreshold,
  upsertRecharge,
} from './recharge.store.ts';
import {
  decideRecharge,
  FIXED_AMOUNTS_MAX,
  type RechargeDecision,
  type RechargeFigures,
  type RechargeRest,
  type RechargeSettings,
  type RechargeState,
  rechargeFigures,
} from './recharge.ts';

/** The settings, today's figures by them, and how it has gone. */
export interface RechargeView extends RechargeSettings {
  readonly figures: RechargeFigures | undefined;
  readonly rechargedThisPeriod: Money;
  readonly stoppedReason: string | undefined;
  readonly failures: number;
  readonly retryAt: Date | undefined;
  /** `due` where it is about to buy; otherwise why it rests. */
  readonly state: RechargeRest | 'due';
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
  /** When this account may have to, by its own clock; undefined where nothing points to it. */
  nextRecharge(tx: Transaction, account: BillingAccount): Promise<Date | undefined>;
}

export interface RechargesDeps {
  readonly events: Events;
  readonly dailyUsage: (tx: Transaction, account: BillingAccount) => Promise<DailyUsage>;
}

export function createRecharges(deps: RechargesDeps): Recharges {
  const { events, dailyUsage } = deps;

  /** What the decision looks at, today. */
  async function stateOf(
    tx: Transaction,
    account: BillingAccount,
  ): Promise<RechargeState & Omit<RechargeView, 'state'>> {
    const row = await selectRecharge(tx, account.id);
    const settings = settingsOf(row, account.currency);
    const { start, end } = account.period;
    const recharged = await selectRecharged(
      tx,
      account.id,
      dayStart(account, start),
      dayStart(account, end),
    );
    const pending = await selectPending(tx, account.id);
    const { balance, held } = await selectBook(tx, account.id);
    const inCurrency = (micros: bigint) => money(micros, account.currency);
    return {
      ...settings,
      available: inCurrency(balance - held),
      pendingPurchases: inCurrency(pending.reduce((total, { micros }) => total + micros, 0n)),
      rechargeInFlight: pending.some(({ isRecharge }) => isRecharge),
      now: account.now,
      figures: rechargeFigures(settings, await dailyUsage(tx, account)),
      rechargedThisPeriod: inCurrency(recharged),
      stoppedReason: row.stoppedReason ?? undefined,
      failures: row.failures,
      retryAt: row.retryAt ?? undefined,
    };
  }

  async function recharge(tx: Transaction, account: BillingAccount): Promise<RechargeView> {
    const state = await stateOf(tx, account);
    const decision = decideRecharge(state);
    return { ...state, state: decision.buy === undefined ? decision.because : 'due' };
  }

  const tomorrow = (account: BillingAccount) => dayStart(account, addDays(account.today, 1));

  /** Nothing is bought until the cap leaves room: in the next period, or by another amount. */
  async function waitForRoom(
    tx: Transaction,
    account: BillingAccount,
    state: RechargeState,
  ): Promise<void> {
    const { start, end } = account.period;
    const nextPeriod = dayStart(account, end);
    // By usage the amount is another one tomorrow, and may then fit.
    const until = state.mode === 'usage_based' ? tomorrow(account) : nextPeriod;
    const { cappedPeriod } = await selectRecharge(tx, account.id);
    await updateRechargeWait(tx, account.id, { until, period: start });
    if (cappedPeriod === start) return;
    await events.record(tx, {
      actor: SYSTEM,
      at: account.now,
      company: account.company,
      account: account.id,
      type: 'recharge.cap_reached',
      subject: account.id,
      after: {
        monthly_cap: state.monthlyCap && moneyText(state.monthlyCap),
        recharged_this_period: moneyText(state.rechargedThisPeriod),
        amount: state.figures && moneyText(state.figures.amount),
        next_period_on: end,
      },
    });
  }

  /** Whether usage of today or of the last 30 days gives a threshold from tomorrow on. */
  async function isUsed(tx: Transaction, account: BillingAccount): Promise<boolean> {
    const { used } = await dailyUsage(tx, account);
    if (used.micros > 0n) return true;
    const today = dayStart(account, account.today);
    return (await selectUsage(tx, account.id, today, tomorrow(account))) > 0n;
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
      const state = await stateOf(tx, account);
      if (state.mode === 'usage_based') {
        const threshold = state.figures?.threshold.micros ?? null;
        await updateUsageThreshold(tx, account.id, threshold, account.today);
      }
      const decision = decideRecharge(state);
      if (decision.buy === undefined && decision.because === 'monthly_cap') {
        await waitForRoom(tx, account, state);
      }
      return decision;
    },

    rechargeCandidates: (tx, now, limit) => selectRechargeCandidates(tx, now, limit),

    async nextRecharge(tx, account) {
      const { id, now } = account;
      const row = await selectRecharge(tx, id);
      if (row.mode === 'off' || row.stoppedReason !== null) return undefined;
      const waits = [row.retryAt, row.waitsUntil].filter((at) => at !== null && at > now);
      const until = waits.sort((left, right) => Number(right) - Number(left))[0];
      if (until) return until;
      if ((await selectRechargeCandidates(tx, now, 1, id)).length > 0) return now;
      // By usage the threshold is another one each day, also where nothing else happens.
      return row.mode === 'usage_based' && (await isUsed(tx, account))
        ? tomorrow(account)
        : undefined;
    },
  };
}

function refuseIncomplete({ mode, threshold, amount, monthlyCap }: RechargeSettings): void {
  const missing = mode === 'fixed' && (threshold === undefined || amount === undefined);
  if (missing) {
    throw new Refusal('invalid_value', {
      message: say('A fixed recharge needs a threshold and an amount.'),
      pointer: threshold === undefined ? '/threshold' : '/amount',
    });
  }
  for (const [pointer, value] of Object.entries({ threshold, amount, monthly_cap: monthlyCap })) {
    if (value === undefined || value.micros > 0n) continue;
    throw new Refusal('invalid_value', {
      message: say('The amount must be above zero.'),
      pointer: `/${pointer}`,
    });
  }
  if (mode === 'fixed' && threshold && amount) refuseSmallAmount(threshold, amount);
  if (mode === 'fixed' && monthlyCap !== undefined && amount && monthlyCap.micros < amount.micros) {
    throw new Refusal('invalid_value', {
      message: say('A cap below the amount would never let a recharge be made.'),
      pointer: '/monthly_cap',
    });
  }
}

/** Hundreds of small charges at once would help nobody. */
function refuseSmallAmount(threshold: Money, amount: Money): void {
  if (amount.micros * FIXED_AMOUNTS_MAX >= threshold.micros) return;
  throw new Refusal('invalid_value', {
    message: say('The amount must be at least 1/{most} of the threshold.', {
      most: String(FIXED_AMOUNTS_MAX),
    }),
    pointer: '/amount',
  });
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
