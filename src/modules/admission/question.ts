import { GATE_OF, type GateFailure } from './gate.ts';
import type { AuthorizeOperation, Outcome, Pool } from './operation.ts';

/** What a dialer asks: may this be done now? */
export interface AuthorizeRequest {
  readonly employee?: string | undefined;
  readonly billingAccount?: string | undefined;
  readonly activity: string;
  /** E.164. */
  readonly destination?: string | undefined;
  readonly direction?: 'outbound' | 'inbound' | undefined;
  /** Absent: a minute where metered, five where not. */
  readonly wantedMs?: number | undefined;
  /** Of a message; absent: 1. */
  readonly segments?: number | undefined;
  /** The dialer's own name for it. */
  readonly reference?: string | undefined;
}

/** A minute of money is held at most; a heartbeat of five minutes notices a dead dialer. */
export const WANTED_MS = { metered: 60_000, unmetered: 300_000 } as const;

/**
 * All gates that failed, in their order: those known before, and those that the engine found
 * in pools and minutes. A pool whose license is not even assigned is told once, as that.
 */
export function allFailures(
  before: readonly GateFailure[],
  operation: Pick<AuthorizeOperation, 'ports' | 'seats' | 'destination' | 'conditions'>,
  outcome: Pick<Outcome, 'fullPools' | 'fullInUse' | 'needed' | 'available'>,
): GateFailure[] {
  const failures = [...before];
  const notAssigned = new Set(
    before.map((failure) => (failure.code === 'insufficient_ports' ? failure.licenseType : '')),
  );
  const totalOf = (pools: readonly Pool[], code: string) =>
    pools.find(({ licenseType }) => licenseType === code)?.total;
  for (const [index, licenseType] of (outcome.fullPools ?? []).entries()) {
    const inUse = outcome.fullInUse?.[index] ?? 0;
    const ports = totalOf(operation.ports, licenseType);
    if (ports === undefined) {
      const total = totalOf(operation.seats, licenseType) ?? 0;
      failures.push({ code: 'seats_exhausted', licenseType, total, inUse });
    } else if (!notAssigned.has(licenseType)) {
      const cause = 'all_ports_in_use' as const;
      failures.push({ code: 'insufficient_ports', cause, licenseType, total: ports, inUse });
    }
  }
  const { meter, rate } = operation.conditions;
  if (meter !== 'none' && rate === undefined) {
    failures.push({ code: 'no_rate', destination: operation.destination });
  } else if (outcome.needed !== null && outcome.needed > (outcome.available ?? 0n)) {
    failures.push({
      code: 'insufficient_minutes',
      availableMicros: outcome.available ?? 0n,
      neededMicros: outcome.needed,
    });
  }
  return failures.sort((left, right) => rankOf(left) - rankOf(right));
}

const RANKS = ['standing', 'hidden', 'permission', 'licenses', 'places', 'minutes'];

function rankOf(failure: GateFailure): number {
  return RANKS.indexOf(GATE_OF[failure.code]);
}
