import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { type Money, subtract, sum } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import { versionOn } from '../catalog/index.ts';
import type { LicenseState, Licensing } from '../licensing/index.ts';
import type { Facts } from './facts.service.ts';
import type { GateFailure } from './gate.ts';
import type { Ports } from './ports.service.ts';
import { type PlaceHolder, type Reason, type ReasonContext, reasonOf } from './reason.ts';

export interface ReasonsDeps {
  readonly accounts: Accounts;
  readonly licensing: Licensing;
  readonly ports: Ports;
}

/** What a refusal is about. */
export interface RefusedQuestion {
  readonly facts: Facts;
  readonly activityName: string;
  readonly failures: readonly GateFailure[];
}

/** Puts every failing gate into words, with live figures: off the hot path, after the verdict. */
export async function reasonsFor(
  tx: Transaction,
  deps: ReasonsDeps,
  { facts, activityName, failures }: RefusedQuestion,
): Promise<Reason[]> {
  const account = await deps.accounts.get(tx, SYSTEM, facts.account.account);
  const licenses = await deps.licensing.licenses(tx, account);
  const hasRoom = (code: string) => hasRoomFor(licenses, code);
  const costs = new Map<string, Cost>();
  const holders = new Map<string, readonly PlaceHolder[]>();
  for (const failure of failures) {
    const codes = boughtFor(failure, hasRoom);
    if (codes.length > 0) {
      const cost = await costOf(tx, deps, account, licenses, codes);
      if (cost !== undefined) costs.set(codes.join(), cost);
    }
    if ('inUse' in failure && failure.inUse > 0) {
      const { licenseType } = failure;
      holders.set(licenseType, await deps.ports.holdersOf(tx, account, licenseType));
    }
  }
  const { employee, catalog } = facts;
  const context: ReasonContext = {
    account: account.id,
    currency: account.currency,
    employee: employee && { id: employee.employee, name: employee.name },
    group: employee?.group,
    activityName: sayName(activityName),
    licenseName: (code) =>
      versionOn(catalog, 'license_type', code, account.today)?.body.name ?? code,
    nameOfActivity: (code) =>
      sayName(versionOn(catalog, 'activity', code, account.today)?.body.name ?? code),
    hasRoom,
    costOfMore: (codes) => costs.get(codes.join()),
    holdersOf: (code) => holders.get(code) ?? [],
  };
  return failures.map((failure) => reasonOf(failure, context));
}

interface Cost {
  readonly dueNow: Money;
  readonly recurring: Money;
}

/** Which types a failure's remedy buys one more of. */
function boughtFor(failure: GateFailure, hasRoom: (code: string) => boolean): string[] {
  if (failure.code === 'license_not_assigned') {
    return failure.missing.filter((code) => !hasRoom(code));
  }
  if (failure.code === 'seats_exhausted') return [failure.licenseType];
  if (failure.code !== 'insufficient_ports') return [];
  const assigns = failure.cause === 'no_flex_port_license' && hasRoom(failure.licenseType);
  return assigns ? [] : [failure.licenseType];
}

/** Of a named type each holder needs one of the total; of a pooled one there must be any. */
function hasRoomFor(licenses: readonly LicenseState[], code: string): boolean {
  const license = licenses.find(({ licenseType }) => licenseType === code);
  if (license === undefined) return false;
  return license.kind === 'named' ? license.assigned < license.total : license.total > 0;
}

/** What one more of each type costs: the plan of such an order, by the code that charges it. */
async function costOf(
  tx: Transaction,
  { licensing }: ReasonsDeps,
  account: BillingAccount,
  licenses: readonly LicenseState[],
  codes: readonly string[],
): Promise<Cost | undefined> {
  const totals: Record<string, number> = {};
  for (const code of codes) {
    totals[code] = 1 + (licenses.find(({ licenseType }) => licenseType === code)?.total ?? 0);
  }
  try {
    const plan = await licensing.plan(tx, account, { totals });
    const amounts = plan.lines.map(({ amount }) => amount);
    return {
      dueNow: sum(amounts, account.currency),
      recurring: subtract(plan.recurringNext, plan.recurringNow),
    };
  } catch (error) {
    // What cannot be ordered (no price, a closed account) is offered without a figure.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
