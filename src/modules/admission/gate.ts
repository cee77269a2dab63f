import type { Money } from '../../kernel/money.ts';
import type { StandingAt } from '../accounts/index.ts';
import type { Activity } from '../catalog/index.ts';

/** One condition of an authorization, in the order in which they are asked and told. */
export type Gate = 'standing' | 'hidden' | 'permission' | 'licenses' | 'places' | 'minutes';

/** A gate that is not passed, with all that is needed to say why. */
export type GateFailure =
  | { readonly code: 'account_closed' }
  | {
      readonly code: 'account_suspended';
      readonly reason: string | null;
      /** What ends it; undefined where money does not. */
      readonly toPay: Money | undefined;
    }
  | { readonly code: 'employee_hidden' }
  | { readonly code: 'permission_denied'; readonly permission: string }
  | { readonly code: 'license_not_assigned'; readonly missing: readonly string[] }
  | {
      readonly code: 'insufficient_ports';
      readonly cause: 'no_flex_port_license';
      readonly licenseType: string;
    }
  | {
      readonly code: 'insufficient_ports';
      readonly cause: 'all_ports_in_use';
      readonly licenseType: string;
      readonly total: number;
      readonly inUse: number;
    }
  | {
      readonly code: 'seats_exhausted';
      readonly licenseType: string;
      readonly total: number;
      readonly inUse: number;
    }
  | { readonly code: 'no_rate'; readonly destination: string | undefined }
  | {
      readonly code: 'insufficient_minutes';
      readonly availableMicros: bigint;
      readonly neededMicros: bigint;
    };

export type ReasonCode = GateFailure['code'];

/** Which gate a reason belongs to. */
export const GATE_OF: Record<ReasonCode, Gate> = {
  account_closed: 'standing',
  account_suspended: 'standing',
  employee_hidden: 'hidden',
  permission_denied: 'permission',
  license_not_assigned: 'licenses',
  insufficient_ports: 'places',
  seats_exhausted: 'places',
  no_rate: 'minutes',
  insufficient_minutes: 'minutes',
};

/** What the gates before pools and money look at. */
export interface GateFacts {
  readonly standing: StandingAt;
  /** Absent where no employee is concerned yet. */
  readonly employee:
    | {
        readonly isHidden: boolean;
        readonly permissions: ReadonlySet<string>;
        /** Codes of the license types held at this instant. */
        readonly holds: ReadonlySet<string>;
      }
    | undefined;
  /** Units of the license types that the activity needs. */
  readonly unitOf: (licenseType: string) => 'seat' | 'port';
}

/**
 * The gates that can be decided without knowing what is in use: all that fail, in their order.
 * A missing port license is told as `insufficient_ports` and not also as a missing license, so
 * that "no port assigned" and "no port free" are two causes of one answer.
 */
export function failedBeforePools(facts: GateFacts, activity: Activity): GateFailure[] {
  const failures: GateFailure[] = [];
  const { standing, reason, toPay } = facts.standing;
  if (standing === 'closed') failures.push({ code: 'account_closed' });
  if (standing === 'suspended') failures.push({ code: 'account_suspended', reason, toPay });
  const { employee } = facts;
  if (employee === undefined) return failures;
  if (employee.isHidden) failures.push({ code: 'employee_hidden' });
  const { permission } = activity;
  if (permission !== undefined && !employee.permissions.has(permission)) {
    failures.push({ code: 'permission_denied', permission });
  }
  const missing = activity.licenses.filter((code) => !employee.holds.has(code));
  const seats = missing.filter((code) => facts.unitOf(code) === 'seat');
  if (seats.length > 0) failures.push({ code: 'license_not_assigned', missing: seats });
  for (const licenseType of missing.filter((code) => facts.unitOf(code) === 'port')) {
    failures.push({ code: 'insufficient_ports', cause: 'no_flex_port_license', licenseType });
  }
  return failures;
}

/** Whether the activity can only be asked for an employee. */
export function needsEmployee(activity: Activity): boolean {
  return activity.permission !== undefined || activity.licenses.length > 0;
}
