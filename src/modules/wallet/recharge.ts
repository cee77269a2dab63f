import { add, compare, type Money } from '../../kernel/money.ts';
import { type DailyUsage, daysOfUsage } from './daily-usage.ts';

/** How an account's minutes are bought by themselves. */
export type RechargeMode = 'off' | 'usage_based' | 'fixed';

/** As the sysadmin set it. */
export interface RechargeSettings {
  readonly mode: RechargeMode;
  /** Both given for `fixed`; not used by the other modes. */
  readonly threshold?: Money | undefined;
  readonly amount?: Money | undefined;
  /** Bought by recharge within one billing period at most, before tax. */
  readonly monthlyCap?: Money | undefined;
}

export interface RechargeFigures {
  /** Fires when available and pending purchases together are below it. */
  readonly threshold: Money;
  /** What it buys. */
  readonly amount: Money;
}

/** Usage-based: below five days of usage it buys fourteen. */
const THRESHOLD_DAYS = 5;
const AMOUNT_DAYS = 14;

/** Today's figures; undefined where recharge is off or there is no usage to go by. */
export function rechargeFigures(
  settings: RechargeSettings,
  usage: DailyUsage,
): RechargeFigures | undefined {
  switch (settings.mode) {
    case 'off':
      return undefined;
    case 'fixed':
      return settings.threshold === undefined || settings.amount === undefined
        ? undefined
        : { threshold: settings.threshold, amount: settings.amount };
    case 'usage_based': {
      const amount = daysOfUsage(usage, AMOUNT_DAYS);
      if (amount.micros <= 0n) return undefined;
      return { threshold: daysOfUsage(usage, THRESHOLD_DAYS), amount };
    }
  }
}

/** What the decision to recharge looks at. */
export interface RechargeState {
  readonly mode: RechargeMode;
  readonly figures: RechargeFigures | undefined;
  readonly monthlyCap?: Money | undefined;
  readonly available: Money;
  /** Bought and not on the balance yet, recharges included. */
  readonly pendingPurchases: Money;
  readonly rechargeInFlight: boolean;
  /** Bought by recharge in this billing period, pending ones included, before tax. */
  readonly rechargedThisPeriod: Money;
  /** Why it has been stopped until it is set again, such as a chargeback. */
  readonly stoppedReason?: string | undefined;
  /** Backing off after a failed one. */
  readonly retryAt?: Date | undefined;
  readonly now: Date;
}

export type RechargeDecision =
  | { readonly buy: Money }
  | { readonly buy: undefined; readonly because: RechargeRest };

/** Why nothing is bought at the moment. */
export type RechargeRest =
  | 'off'
  | 'stopped'
  /** By usage, and nothing has been used for a whole day within the last 30. */
  | 'no_usage'
  | 'enough'
  | 'in_flight'
  | 'backing_off'
  | 'monthly_cap';

/**
 * Whether to buy now, and how much. One in flight, so calls that cross the threshold together
 * buy once; a purchase that would pass the cap is not made in part.
 */
export function decideRecharge(state: RechargeState): RechargeDecision {
  const no = (because: RechargeRest) => ({ buy: undefined, because });
  const { figures } = state;
  if (state.mode === 'off') return no('off');
  if (state.stoppedReason !== undefined) return no('stopped');
  if (figures === undefined) return no('no_usage');
  if (compare(add(state.available, state.pendingPurchases), figures.threshold) >= 0) {
    return no('enough');
  }
  if (state.rechargeInFlight) return no('in_flight');
  if (state.retryAt !== undefined && state.retryAt > state.now) return no('backing_off');
  const bought = add(state.rechargedThisPeriod, figures.amount);
  if (state.monthlyCap !== undefined && compare(bought, state.monthlyCap) > 0) {
    return no('monthly_cap');
  }
  return { buy: figures.amount };
}

/** A fixed amount buys at least a twentieth of its threshold: one crossing never charges on end. */
export const FIXED_AMOUNTS_MAX = 20n;

/** The first wait after a failed recharge is an hour, doubled each time, a day at most. */
const BACKOFF_FIRST_MS = 3_600_000;
const BACKOFF_MAX_MS = 86_400_000;

/** When to try again after `failures` failed recharges in a row. */
export function retryAfter(failures: number, now: Date): Date {
  const delayMs = Math.min(BACKOFF_FIRST_MS * 2 ** (failures - 1), BACKOFF_MAX_MS);
  return new Date(now.getTime() + delayMs);
}
