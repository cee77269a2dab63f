import type { LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import { type Money, sum, zero } from '../../kernel/money.ts';
import { isPeriodStart, type Period } from '../../kernel/period.ts';
import { say } from '../../kernel/words/say.ts';
import type { Floor, NoticeTerm } from '../contracts/index.ts';
import type { Proration } from '../proration/index.ts';
import type { LicenseTotal, UnitPrice } from './license-total.ts';
import { heldOn } from './license-total.ts';
import { assignedExceedsTotal, belowFloor, invalidEffectiveOn, noPrice } from './plan-refusals.ts';
import { comingTotals, type RaisingFloor, totalOn } from './timeline.ts';
import type {
  CancelledPending,
  PlannedUnassignment,
  Refused,
  TotalsLine,
  TotalsPlan,
  TypeChange,
  WantedTotals,
} from './totals-plan.ts';
import { planUnassignments } from './unassignment.ts';

/** An account's licenses as an order finds them. */
export interface LicensingState {
  readonly account: string;
  readonly currency: Currency;
  readonly anchorDate: LocalDate;
  readonly today: LocalDate;
  readonly period: Period;
  readonly types: ReadonlyMap<string, LicenseTotal>;
}

/** What other modules decide, bound to the account: prices, floors, proration. */
export interface LicensingRules {
  unitPriceOn(code: string, day: LocalDate): UnitPrice | undefined;
  floorOn(code: string, day: LocalDate): RaisingFloor | undefined;
  /** What stands against `total` taking effect on `day`, or the notice that it would be. */
  floorAgainst(code: string, total: number, day: LocalDate): { floor?: Floor; notice?: NoticeTerm };
  /** The coming period starts from which a contract binds. */
  readonly raiseDays: readonly LocalDate[];
  prorate(price: Money, quantity: number, period: Period, day: LocalDate): Proration;
}

/** What an order makes of one type. */
interface Outcome {
  readonly type: LicenseTotal;
  readonly change: TypeChange | undefined;
  readonly line?: TotalsLine;
}

/**
 * Decides an order of totals: what changes when, what is charged today, and what the next
 * renewal comes to. Pure and deterministic: the same state gives the same plan or refusal.
 */
export function planTotals(
  state: LicensingState,
  wanted: WantedTotals,
  rules: LicensingRules,
): TotalsPlan | Refused {
  const outcomes: Outcome[] = [];
  for (const code of Object.keys(wanted.totals).sort()) {
    const outcome = decideType(state, code, wanted, rules);
    if ('refused' in outcome) return outcome;
    outcomes.push(outcome);
  }
  const decreased = new Set(
    outcomes.flatMap(({ change }) => (change?.kind === 'decrease' ? [change.licenseType] : [])),
  );
  if (wanted.effectiveOn !== undefined && decreased.size === 0) {
    return invalidEffectiveOn(
      say(
        'effective_on is for decreases, and this order lowers no total; increases begin at once.',
      ),
    );
  }
  const effectiveOn = wanted.effectiveOn ?? state.period.end;
  const unassigns = planUnassignments(state.types, wanted.unassign ?? {}, decreased, effectiveOn);
  if ('refused' in unassigns) return unassigns;
  const tooMany = refuseTooManyAssigned(outcomes, unassigns, state);
  if (tooMany !== undefined) return tooMany;
  const recurringNow = recurring(state, [], rules);
  const recurringNext = recurring(state, outcomes, rules);
  if ('refused' in recurringNow) return recurringNow;
  if ('refused' in recurringNext) return recurringNext;
  return {
    lines: outcomes.flatMap(({ line }) => (line === undefined ? [] : [line])),
    cancelsPending: outcomes.flatMap(cancelledPending),
    unassigns,
    changes: outcomes.flatMap(({ change }) => (change === undefined ? [] : [change])),
    recurringNow,
    recurringNext,
  };
}

function decideType(
  state: LicensingState,
  code: string,
  wanted: WantedTotals,
  rules: LicensingRules,
): Outcome | Refused {
  const type = state.types.get(code);
  const pointer = `/totals/${code}`;
  if (type === undefined) {
    const message = say('There is no license type "{code}" in the catalog.', { code });
    return { refused: 'unknown_code', details: { message, pointer, facts: { code } } };
  }
  const total = wanted.totals[code] ?? 0;
  if (!Number.isSafeInteger(total) || total < 0 || total > TOTAL_MAX) {
    const message = say('A total is a whole number from 0 to {most}.', { most: TOTAL_MAX });
    return { refused: 'invalid_value', details: { message, pointer } };
  }
  if (total < type.total) return decideDecrease(state, type, total, wanted, rules);
  // What is ordered now counts from now, so today's floor is the one to reach.
  const { floor } = rules.floorAgainst(code, total, state.today);
  if (floor !== undefined) return belowFloor(state.account, type, total, floor);
  if (total > type.total) return decideIncrease(state, type, total, rules);
  const undo =
    type.pending === undefined ? undefined : ({ kind: 'undo', licenseType: code } as const);
  return { type, change: undo };
}

/** More than any account has; keeps amounts far within what money can hold. */
const TOTAL_MAX = 1_000_000;

function decideIncrease(
  state: LicensingState,
  type: LicenseTotal,
  total: number,
  rules: LicensingRules,
): Outcome | Refused {
  const { licenseType } = type;
  const price = rules.unitPriceOn(licenseType, state.today);
  if (price === undefined) return noPrice(type, state.currency, state.today);
  const quantity = total - type.total;
  const line: TotalsLine = {
    kind: 'license_increase',
    licenseType,
    from: type.total,
    to: total,
    quantity,
    unitPrice: price.price,
    priceSource: price.source,
    ...rules.prorate(price.price, quantity, state.period, state.today),
    effectiveOn: state.today,
  };
  return { type, change: { kind: 'increase', licenseType, quantity }, line };
}

function decideDecrease(
  state: LicensingState,
  type: LicenseTotal,
  total: number,
  wanted: WantedTotals,
  rules: LicensingRules,
): Outcome | Refused {
  const { licenseType } = type;
  const day = wanted.effectiveOn ?? state.period.end;
  if (day <= state.today || !isPeriodStart(state.anchorDate, day)) {
    return invalidEffectiveOn(
      say(
        'A lower total takes effect at the start of a coming billing period: {start}, or a later one.',
        { start: state.period.end },
      ),
      state.period.end,
    );
  }
  const { floor, notice } = rules.floorAgainst(licenseType, total, day);
  if (floor !== undefined) return belowFloor(state.account, type, total, floor);
  const same = type.pending?.total === total && type.pending.effectiveOn === day;
  if (same && wanted.unassign?.[licenseType] === undefined) return { type, change: undefined };
  const price = rules.unitPriceOn(licenseType, day);
  if (price === undefined) return noPrice(type, state.currency, day);
  const line: TotalsLine = {
    kind: 'license_decrease',
    licenseType,
    from: type.total,
    to: total,
    quantity: type.total - total,
    unitPrice: price.price,
    priceSource: price.source,
    amount: zero(state.currency), // Never a credit.
    effectiveOn: day,
  };
  return {
    type,
    line,
    change: {
      kind: 'decrease',
      licenseType,
      from: type.total,
      total,
      effectiveOn: day,
      ...(notice !== undefined && { notice }),
    },
  };
}

function refuseTooManyAssigned(
  outcomes: readonly Outcome[],
  unassigns: readonly PlannedUnassignment[],
  state: LicensingState,
): Refused | undefined {
  const cancelled = new Set(
    outcomes.flatMap(({ type, change }) =>
      change === undefined || type.pending === undefined ? [] : [type.pending.change],
    ),
  );
  for (const { type, change } of outcomes) {
    if (type.kind !== 'named' || change?.kind !== 'decrease') continue;
    const losing = new Set(
      unassigns.flatMap((end) => (end.licenseType === type.licenseType ? [end.employee] : [])),
    );
    const left = heldOn(type.holders, change.effectiveOn, cancelled).filter(
      ({ employee }) => !losing.has(employee),
    );
    if (left.length > change.total) {
      return assignedExceedsTotal(state.account, type, change, left);
    }
  }
  return undefined;
}

function cancelledPending({ type, change }: Outcome): CancelledPending[] {
  if (change === undefined || type.pending === undefined) return [];
  const { total, effectiveOn } = type.pending;
  return [{ licenseType: type.licenseType, total, effectiveOn }];
}

/** The licenses of the next renewal: each type's total and price on the next period's first day. */
function recurring(
  state: LicensingState,
  outcomes: readonly Outcome[],
  rules: LicensingRules,
): Money | Refused {
  const changes = new Map(outcomes.map(({ type, change }) => [type.licenseType, change]));
  const day = state.period.end;
  const amounts: Money[] = [];
  for (const type of state.types.values()) {
    const change = changes.get(type.licenseType);
    const present = type.total + (change?.kind === 'increase' ? change.quantity : 0);
    const decrease = change === undefined ? type.pending : decreaseOf(change);
    const floorOn = (on: LocalDate) => rules.floorOn(type.licenseType, on);
    const coming = comingTotals(present, decrease, rules.raiseDays, floorOn);
    const total = totalOn(present, coming, day);
    if (total === 0) continue;
    const price = rules.unitPriceOn(type.licenseType, day);
    if (price === undefined) return noPrice(type, state.currency, day);
    amounts.push({ ...price.price, micros: price.price.micros * BigInt(total) });
  }
  return sum(amounts, state.currency);
}

function decreaseOf(change: TypeChange): { total: number; effectiveOn: LocalDate } | undefined {
  return change.kind === 'decrease' ? change : undefined;
}
