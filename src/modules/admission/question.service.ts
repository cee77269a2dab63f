import { Refusal } from '../../kernel/refusal.ts';
import { standingAt } from '../accounts/index.ts';
import { type Activity, type CatalogVersion, versionOn } from '../catalog/index.ts';
import { type CallRate, findRate } from '../rating/index.ts';
import type { Facts } from './facts.service.ts';
import { heldAt, totalAt } from './facts.ts';
import { failedBeforePools, type GateFailure, needsEmployee } from './gate.ts';
import type { AuthorizeOperation, OperationKey, Pool } from './operation.ts';
import { type AuthorizeRequest, WANTED_MS } from './question.ts';

/** A question with everything known before the engine is asked. */
export interface Question {
  readonly operation: AuthorizeOperation;
  readonly activity: Activity;
  /** Gates that failed already. */
  readonly failures: readonly GateFailure[];
}

export interface QuestionInput {
  readonly op: 'authorize' | 'probe';
  readonly lease: string;
  readonly key?: OperationKey | undefined;
  readonly request: AuthorizeRequest;
  readonly facts: Facts;
  /** The instant on the account's clock, and its local day. */
  readonly now: Date;
  readonly day: string;
}

/** Decides every gate that needs nothing but the facts. Refuses values wrong in themselves. */
export function questionOf(input: QuestionInput): Question {
  const { request, facts, now, day } = input;
  const { account, employee, catalog } = facts;
  const activity = activityOf(
    catalog.activity,
    versionOn(catalog, 'activity', request.activity, day),
  );
  if (employee === undefined && needsEmployee(activity)) {
    throw new Refusal('invalid_value', {
      pointer: '/employee',
      message: `Say which employee wants to do this: ${activity.name}.`,
    });
  }
  const failures = failedBeforePools(
    {
      standing: standingAt(account.standing, now),
      employee: employee && {
        isHidden: employee.isHidden,
        permissions: employee.permissions,
        holds: heldAt(employee, account.account, now),
      },
      unitOf: (code) => versionOn(catalog, 'license_type', code, day)?.body.unit ?? 'seat',
    },
    activity,
  );
  const pools = activity.places.map((licenseType) => ({
    unit: versionOn(catalog, 'license_type', licenseType, day)?.body.unit ?? 'seat',
    pool: { licenseType, total: totalAt(account, licenseType, now) },
  }));
  const ofUnit = (unit: 'seat' | 'port'): Pool[] =>
    pools.filter((one) => one.unit === unit).map((one) => one.pool);
  // A seat belongs to somebody: where no employee is concerned nobody takes one.
  const seats = employee === undefined ? [] : ofUnit('seat');
  const direction = directionOf(request, activity);
  const rate = rateOf(input, activity, direction);
  const isMetered = activity.metered !== 'none';
  const failed = failures.map(({ code }) => code);
  if (isMetered && rate === undefined) failed.push('no_rate');
  return {
    activity,
    failures,
    operation: {
      op: input.op,
      lease: input.lease,
      key: input.key,
      company: account.company,
      account: account.account,
      factsVersion: account.version,
      catalogRevision: catalog.revision,
      employee: employee?.employee,
      activity: request.activity,
      direction,
      destination: request.destination,
      reference: request.reference,
      meter: activity.metered,
      rate,
      ringMs: activity.ring_seconds * 1000,
      ports: ofUnit('port'),
      seats,
      failed,
      wantedMs: request.wantedMs ?? (isMetered ? WANTED_MS.metered : WANTED_MS.unmetered),
      segments: activity.metered === 'sms' ? (request.segments ?? 1) : undefined,
    },
  };
}

/** Refuses `unknown_code`, naming what there is. */
function activityOf(
  known: ReadonlyMap<string, unknown>,
  found: CatalogVersion<'activity'> | undefined,
): Activity {
  if (found !== undefined) return found.body;
  throw new Refusal('unknown_code', {
    pointer: '/activity',
    message: `There is no such activity. There are: ${[...known.keys()].join(', ')}.`,
  });
}

/** The activity's own direction, unless the request names another. */
export function directionOf(
  request: Pick<AuthorizeRequest, 'direction'>,
  activity: Activity,
): 'outbound' | 'inbound' | undefined {
  const named = request.direction ?? activity.direction;
  return named ?? (activity.metered === 'none' ? undefined : 'outbound');
}

function rateOf(
  { request, facts, day }: QuestionInput,
  activity: Activity,
  direction: 'outbound' | 'inbound' | undefined,
): CallRate | undefined {
  if (activity.metered === 'none') return undefined;
  return findRate(facts.catalog, {
    kind: activity.metered,
    direction: direction ?? 'outbound',
    destination: request.destination,
    currency: facts.account.currency,
    day,
  });
}
