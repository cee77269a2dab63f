import type { LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import type { StandingRecord } from '../accounts/index.ts';

/**
 * What the gates look at, as of one snapshot of the database. Remembered by the process; the
 * engine compares `version` under the account's lock, so nothing stale ever decides.
 */
export interface AccountFacts {
  readonly account: string;
  readonly company: string;
  readonly currency: Currency;
  readonly timeZone: string;
  /** The instant of its test clock; null: real time. */
  readonly testNow: Date | null;
  /** What its standing at any instant follows from. */
  readonly standing: StandingRecord;
  /** By license type, every total ordered and not cancelled, in the order of taking effect. */
  readonly totals: ReadonlyMap<string, readonly OrderedTotal[]>;
  readonly version: bigint;
}

export interface OrderedTotal {
  readonly total: number;
  readonly effectiveAt: Date;
}

export interface EmployeeFacts {
  readonly employee: string;
  readonly company: string;
  readonly name: string;
  readonly group: string;
  readonly permissions: ReadonlySet<string>;
  readonly isHidden: boolean;
  readonly assignments: readonly HeldLicense[];
}

/** A license that is or was held, and until when where its end is known. */
export interface HeldLicense {
  readonly licenseType: string;
  readonly account: string;
  readonly from: Date;
  readonly until: Date | null;
}

/** The total in force at an instant: the latest that has taken effect; 0 before the first. */
export function totalAt(facts: AccountFacts, licenseType: string, now: Date): number {
  const ordered = facts.totals.get(licenseType) ?? [];
  return ordered.findLast((one) => one.effectiveAt <= now)?.total ?? 0;
}

/** Codes of the license types held from the account at an instant. */
export function heldAt(facts: EmployeeFacts, account: string, now: Date): ReadonlySet<string> {
  const held = facts.assignments.filter((one) => one.account === account && isHeld(one, now));
  return new Set(held.map((one) => one.licenseType));
}

/** The one account that the employee's licenses come from at an instant, if they hold any. */
export function payerAt(facts: EmployeeFacts, now: Date): string | undefined {
  return facts.assignments.find((one) => isHeld(one, now))?.account;
}

function isHeld({ from, until }: HeldLicense, now: Date): boolean {
  return from <= now && (until === null || until > now);
}

/** A day of the account's calendar, and the instant at which it is over. */
export interface DayOf {
  readonly day: LocalDate;
  readonly from: Date;
  readonly until: Date;
}
