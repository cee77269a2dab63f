import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import { standingAt } from '../accounts/index.ts';
import { type Activity, versionOn } from '../catalog/index.ts';
import { type Answered, conditionsFor } from './conditions.service.ts';
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
  const { activity, conditions } = answered(input);
  if (employee === undefined && needsEmployee(activity)) {
    throw new Refusal('invalid_value', {
      pointer: '/employee',
      message: say('Say which employee wants to do this: {activity}.', {
        activity: sayName(activity.name),
      }),
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
  const poolOf = (licenseType: string): Pool => ({
    licenseType,
    total: totalAt(account, licenseType, now),
  });
  const isMetered = activity.metered !== 'none';
  const failed = failures.map(({ code }) => code);
  if (isMetered && conditions.rate === undefined) failed.push('no_rate');
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
      destination: request.destination,
      reference: request.reference,
      conditions,
      ports: conditions.ports.map(poolOf),
      seats: conditions.seats.map(poolOf),
      failed,
      wantedMs: request.wantedMs ?? (isMetered ? WANTED_MS.metered : WANTED_MS.unmetered),
      segments: activity.metered === 'sms' ? (request.segments ?? 1) : undefined,
    },
  };
}

/** Refuses `unknown_code`, naming what there is. */
function answered({ request, facts, day }: QuestionInput): Answered {
  const { activity, direction, destination } = request;
  const { catalog, account, employee } = facts;
  const takes = employee === undefined ? 'ports' : 'seats and ports';
  const { currency } = account;
  const asked = { activity, direction, destination, currency, day, takes } as const;
  const found = conditionsFor(catalog, asked);
  if (found !== undefined) return found;
  throw new Refusal('unknown_code', {
    pointer: '/activity',
    message: say('There is no such activity. There are: {codes}.', {
      codes: [...catalog.activity.keys()].join(', '),
    }),
  });
}
