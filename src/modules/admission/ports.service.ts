import type { Transaction } from '../../database/transaction.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type BillingAccount, dayStart } from '../accounts/index.ts';
import type { Employees } from '../companies/index.ts';
import type { Licensing } from '../licensing/index.ts';
import { adviseOnPorts, type PortAdvice } from './port-advice.ts';
import {
  countPoolRefusals,
  type OpenLease,
  selectBusiestHourErlangs,
  selectOpenLeases,
  selectPeak,
  selectPeaks,
  selectPeaksByType,
  selectPlacesInUse,
} from './ports.store.ts';
import type { PlaceHolder } from './reason.ts';

/** The pool of ports that the board is about. */
export const PORT_TYPE = 'flex_port';
const DAYS_BACK = 30;

export interface PortsBoard {
  readonly licenseType: string;
  readonly name: string;
  readonly total: number;
  readonly inUse: number;
  readonly free: number;
  readonly assigned: number;
  readonly byActivity: readonly { readonly activity: string; readonly inUse: number }[];
  readonly leases: readonly (PlaceHolder & { readonly expiresAt: Date })[];
  readonly peak30d: number;
  readonly refusals30d: number;
  readonly busiestErlangs: number;
  readonly advice: PortAdvice;
  /** The most in use in each quarter of an hour that had any. */
  readonly peaks: readonly { readonly quarter: Date; readonly peak: number }[];
}

export interface Ports {
  /** Who holds which port since when, and how many are really needed. */
  board(tx: Transaction, account: BillingAccount): Promise<PortsBoard>;
  /** Places taken at the account's now, by license type. */
  inUse(tx: Transaction, account: BillingAccount): Promise<ReadonlyMap<string, number>>;
  /** The most places taken at once in the last 30 days, by license type. */
  peaks(tx: Transaction, account: BillingAccount): Promise<ReadonlyMap<string, number>>;
  /** Who holds a place of a type at the account's now. */
  holdersOf(
    tx: Transaction,
    account: BillingAccount,
    licenseType: string,
  ): Promise<(PlaceHolder & { readonly expiresAt: Date })[]>;
}

export interface PortsDeps {
  readonly employees: Employees;
  readonly licensing: Licensing;
}

export function createPorts({ employees, licensing }: PortsDeps): Ports {
  async function named(tx: Transaction, leases: readonly OpenLease[]) {
    const ids = leases.flatMap(({ employee }) => (employee === null ? [] : [employee]));
    const names = await employees.namesOf(tx, ids);
    return leases.map((lease) => ({
      lease: lease.id,
      activity: lease.activity,
      direction: lease.direction,
      employee: lease.employee,
      name: lease.employee === null ? null : (names.get(lease.employee) ?? null),
      since: lease.grantedAt,
      expiresAt: lease.expiresAt,
    }));
  }

  async function holdersOf(tx: Transaction, account: BillingAccount, licenseType: string) {
    const open = await selectOpenLeases(tx, account.id, account.now);
    const holds = ({ ports, seats }: OpenLease) =>
      ports.includes(licenseType) || seats.includes(licenseType);
    return await named(tx, open.filter(holds));
  }

  return {
    holdersOf,
    inUse: (tx, account) => selectPlacesInUse(tx, account.id, account.now),
    peaks: (tx, account) => selectPeaksByType(tx, account.id, historyStart(account)),

    async board(tx, account) {
      const from = historyStart(account);
      const licenses = await licensing.licenses(tx, account);
      const license = licenses.find(({ licenseType }) => licenseType === PORT_TYPE);
      const name = license?.name ?? PORT_TYPE;
      const total = license?.total ?? 0;
      const leases = await holdersOf(tx, account, PORT_TYPE);
      const inUse = (await selectPlacesInUse(tx, account.id, account.now)).get(PORT_TYPE) ?? 0;
      const recent = await selectPeak(tx, account.id, PORT_TYPE, from);
      const peak = Math.max(recent, inUse);
      const refusals = await countPoolRefusals(tx, account.id, PORT_TYPE, from);
      const busiestErlangs = await selectBusiestHourErlangs(tx, account.id, PORT_TYPE, from);
      const peaks = await selectPeaks(tx, account.id, PORT_TYPE, from);
      return {
        licenseType: PORT_TYPE,
        name,
        total,
        inUse,
        free: Math.max(0, total - inUse),
        assigned: license?.assigned ?? 0,
        byActivity: usesOf(leases),
        leases,
        peak30d: peak,
        refusals30d: refusals,
        busiestErlangs,
        advice: adviseOnPorts({
          name,
          total,
          peak,
          refusals,
          busiestErlangs,
          quarters: peaks.map((quarter) => quarter.peak),
          unitPrice: license?.unitPrice,
        }),
        peaks,
      };
    },
  };
}

const historyStart = (account: BillingAccount) =>
  dayStart(account, addDays(account.today, -DAYS_BACK));

/** What the ports in use are used for, the most first. */
function usesOf(leases: readonly PlaceHolder[]): { activity: string; inUse: number }[] {
  const counts = new Map<string, number>();
  for (const { activity } of leases) counts.set(activity, (counts.get(activity) ?? 0) + 1);
  return [...counts]
    .map(([activity, inUse]) => ({ activity, inUse }))
    .sort((left, right) => right.inUse - left.inUse);
}
