import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, moneyText } from '../../kernel/money.ts';
import type { RefusalCode, RefusalDetails } from '../../kernel/refusal.ts';
import type { PriceSource } from './license-total.ts';

/** What an order asks for. */
export interface WantedTotals {
  /** By license type. */
  readonly totals: Readonly<Record<string, number>>;
  /** A coming period start at which decreases take effect; absent: the next one. */
  readonly effectiveOn?: LocalDate | undefined;
  /** By license type: the employees who lose it on the day that its total goes down. */
  readonly unassign?: Readonly<Record<string, readonly string[]>> | undefined;
}

interface LineBase {
  readonly licenseType: string;
  readonly from: number;
  readonly to: number;
  /** How many more or fewer; never negative. */
  readonly quantity: number;
  /** Per license and month, as of `effectiveOn`. */
  readonly unitPrice: Money;
  readonly priceSource: PriceSource;
  /** Before tax; zero for a decrease, which gives no credit. */
  readonly amount: Money;
  /** The line's first day. */
  readonly effectiveOn: LocalDate;
}

export interface IncreaseLine extends LineBase {
  readonly kind: 'license_increase';
  readonly daysCharged: number;
  readonly daysInPeriod: number;
}

export interface DecreaseLine extends LineBase {
  readonly kind: 'license_decrease';
}

export type TotalsLine = IncreaseLine | DecreaseLine;

/** A pending decrease that the order undoes or replaces. */
export interface CancelledPending {
  readonly licenseType: string;
  readonly total: number;
  readonly effectiveOn: LocalDate;
}

/** An assignment that ends when a total goes down. */
export interface PlannedUnassignment {
  readonly licenseType: string;
  readonly employee: string;
  readonly effectiveOn: LocalDate;
  /** The type whose decrease it is for; another one where the license required that type. */
  readonly decreaseOf: string;
}

/** What becomes of one type: its lines and figures stand beside it in the plan. */
export type TypeChange =
  | { readonly kind: 'increase'; readonly licenseType: string; readonly quantity: number }
  | { readonly kind: 'undo'; readonly licenseType: string }
  | {
      readonly kind: 'decrease';
      readonly licenseType: string;
      readonly from: number;
      readonly total: number;
      readonly effectiveOn: LocalDate;
      /** The renewed contract term whose floor the order lowers. */
      readonly notice?: { readonly contract: string; readonly termStart: LocalDate };
    };

/** What an order of totals would do and cost. Follows from the account's state alone. */
export interface TotalsPlan {
  /** By license type's code. */
  readonly lines: readonly TotalsLine[];
  readonly cancelsPending: readonly CancelledPending[];
  readonly unassigns: readonly PlannedUnassignment[];
  readonly changes: readonly TypeChange[];
  /** The next renewal's licenses before tax, without the order. */
  readonly recurringNow: Money;
  /** The same with the order. */
  readonly recurringNext: Money;
}

/** Why an order cannot be planned. */
export interface Refused {
  readonly refused: RefusalCode;
  readonly details: RefusalDetails;
}

/** Whether the order would change nothing. */
export function changesNothing(plan: TotalsPlan): boolean {
  return plan.changes.length === 0;
}

/**
 * Every figure of the plan that a person was shown, as plain JSON with amounts as text. Two
 * plans with equal figures are the same offer: a quote is outdated only if these differ. Where
 * a price comes from is left out, because a new version at the same price changes no figure.
 */
export function planFigures(plan: TotalsPlan): Record<string, unknown> {
  return {
    lines: plan.lines.map((line) => ({
      kind: line.kind,
      license_type: line.licenseType,
      from: line.from,
      to: line.to,
      quantity: line.quantity,
      unit_price: moneyText(line.unitPrice),
      ...(line.kind === 'license_increase' && {
        days_charged: line.daysCharged,
        days_in_period: line.daysInPeriod,
      }),
      amount: moneyText(line.amount),
      effective_on: line.effectiveOn,
    })),
    cancels_pending: plan.cancelsPending.map((pending) => ({
      license_type: pending.licenseType,
      total: pending.total,
      effective_on: pending.effectiveOn,
    })),
    unassigns: plan.unassigns.map((end) => ({
      license_type: end.licenseType,
      employee: end.employee,
      effective_on: end.effectiveOn,
    })),
    recurring_now: moneyText(plan.recurringNow),
    recurring_next: moneyText(plan.recurringNext),
  };
}
