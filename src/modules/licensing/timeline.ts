import type { LocalDate } from '../../kernel/calendar.ts';

/** What is going to happen to one total by itself. */
export type ComingTotal =
  | { readonly kind: 'decrease'; readonly total: number; readonly effectiveOn: LocalDate }
  | {
      readonly kind: 'contract_raise';
      readonly total: number;
      readonly effectiveOn: LocalDate;
      readonly contract: string;
    };

/** A floor as far as raising a total needs it. */
export interface RaisingFloor {
  readonly floor: number;
  readonly contract: string;
}

/**
 * The coming changes of a total: the ordered decrease, and a raise at each of `raiseDays` (the
 * period starts from which a contract binds) where the total would be below the floor. The day
 * of the decrease itself is left out, because an order below a floor is refused, and a notice
 * lowers the floor of its own day.
 */
export function comingTotals(
  total: number,
  decrease: { readonly total: number; readonly effectiveOn: LocalDate } | undefined,
  raiseDays: readonly LocalDate[],
  floorOn: (day: LocalDate) => RaisingFloor | undefined,
): ComingTotal[] {
  const coming: ComingTotal[] = [];
  const days = decrease === undefined ? raiseDays : [...raiseDays, decrease.effectiveOn];
  let level = total;
  for (const day of [...new Set(days)].sort()) {
    if (decrease?.effectiveOn === day) {
      level = decrease.total;
      coming.push({ kind: 'decrease', total: level, effectiveOn: day });
      continue;
    }
    const floor = floorOn(day);
    if (floor === undefined || level >= floor.floor) continue;
    level = floor.floor;
    const { contract } = floor;
    coming.push({ kind: 'contract_raise', total: level, effectiveOn: day, contract });
  }
  return coming;
}

/** The total on `day` (as it begins), given what is in force now and what comes. */
export function totalOn(total: number, coming: readonly ComingTotal[], day: LocalDate): number {
  return coming.findLast((change) => change.effectiveOn <= day)?.total ?? total;
}
