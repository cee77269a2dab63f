import type { Client } from './client.ts';
import type { Random } from './random.ts';

/** A call, login or recording that was allowed, until somebody says how it ended. */
export interface OpenLease {
  readonly id: string;
  readonly activity: string;
  readonly metered: boolean;
}

export interface SimulatedEmployee {
  readonly id: string;
  hidden: boolean;
}

/** What an outsider remembers of a billing account. */
export interface SimulatedAccount {
  readonly company: string;
  readonly id: string;
  readonly clock: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly anchor: string;
  now: Date;
  readonly employees: SimulatedEmployee[];
  readonly totals: Map<string, number>;
  /** Lower totals that were accepted, by license type. */
  readonly pending: Map<string, { total: number; on: string }>;
  readonly contracts: { startsOn: string; endsOn: string; floors: Map<string, number> }[];
  readonly leases: OpenLease[];
  /** Every authorization that was acknowledged, ever. */
  readonly acknowledged: Set<string>;
  /** Every order that was acknowledged, ever. */
  readonly orders: Set<string>;
  readonly objects: string[];
  /** How often fifty cents of the balance were paid out. */
  refunds: number;
}

export interface World {
  readonly random: Random;
  readonly client: Client;
  readonly accounts: SimulatedAccount[];
  /** Kills the product soon, while what is sent next is under way, and starts it again. */
  readonly crashSoon: () => void;
  /** A finding: something that must not be. */
  readonly found: (finding: string) => void;
}

export const PLACES: readonly [currency: string, timeZone: string, anchor: string][] = [
  ['USD', 'America/New_York', '2026-11-01'],
  ['EUR', 'Europe/Berlin', '2026-10-31'],
  ['GBP', 'Europe/London', '2026-11-15'],
  ['USD', 'Pacific/Apia', '2026-11-29'],
  ['EUR', 'America/Sao_Paulo', '2026-11-30'],
];

/** The local calendar day at an account's instant. */
export function today({ now, timeZone }: SimulatedAccount): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
