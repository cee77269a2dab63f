import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, moneyText } from '../../kernel/money.ts';
import type { Floor } from '../contracts/index.ts';
import type { LicenseTotal } from './license-total.ts';

/** A type that the account pays for beyond what its employees hold. */
export interface StillPayingFor {
  readonly billingAccount: string;
  readonly licenseType: string;
  readonly name: string;
  readonly total: number;
  readonly assigned: number;
  /** The contract's floor at the next period start; 0 without one. */
  readonly floor: number;
  /** max(floor, min(total, assigned)): what the total could be. */
  readonly couldBe: number;
  /** The earliest period start at which the total can be lower than now. */
  readonly from: LocalDate;
  /** Until when the floor stands, where one does. */
  readonly contractEndsOn?: LocalDate;
  /** What the total is going to be already, where a decrease is pending. */
  readonly pendingTotal?: number;
  /** What `couldBe` saves per month; undefined where the type has no price. */
  readonly savesPerMonth?: Money;
}

/**
 * What is still being paid for, from when it could be lower, and to what. Undefined where
 * nothing is left over, or a pending decrease takes care of it already.
 */
export function stillPayingFor(
  account: string,
  type: LicenseTotal,
  nextPeriodStart: LocalDate,
  rules: {
    floorAgainst(code: string, total: number, day: LocalDate): { floor?: Floor };
    unitPriceOn(code: string, day: LocalDate): { price: Money } | undefined;
  },
): StillPayingFor | undefined {
  const assigned = type.holders.length;
  if (assigned >= type.total) return undefined;
  const { floor } = rules.floorAgainst(type.licenseType, assigned, nextPeriodStart);
  const couldBe = Math.max(floor?.floor ?? 0, assigned);
  if (type.pending !== undefined && type.pending.total <= couldBe) return undefined;
  const unitPrice = rules.unitPriceOn(type.licenseType, nextPeriodStart)?.price;
  const surplus = BigInt(Math.max(0, type.total - couldBe));
  return {
    billingAccount: account,
    licenseType: type.licenseType,
    name: type.name,
    total: type.total,
    assigned,
    floor: floor?.floor ?? 0,
    couldBe,
    from: floor !== undefined && couldBe >= type.total ? floor.possibleFrom : nextPeriodStart,
    ...(floor !== undefined && { contractEndsOn: floor.contractEndsOn }),
    ...(type.pending !== undefined && { pendingTotal: type.pending.total }),
    ...(unitPrice !== undefined && {
      savesPerMonth: { ...unitPrice, micros: unitPrice.micros * surplus },
    }),
  };
}

/** As JSON, at the API and in events. */
export function stillPayingForText(left: StillPayingFor) {
  return {
    billing_account: left.billingAccount,
    license_type: left.licenseType,
    total: left.total,
    assigned: left.assigned,
    floor: left.floor,
    could_be: left.couldBe,
    from: left.from,
    contract_ends_on: left.contractEndsOn,
    pending_total: left.pendingTotal,
    saves_per_month: left.savesPerMonth && moneyText(left.savesPerMonth),
  };
}
