import { createHash } from 'node:crypto';
import type { Database } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { type Settled, settledOf } from './answer.ts';
import { factsFor } from './authorize.service.ts';
import { conditionsFor } from './conditions.service.ts';
import type { Engine } from './engine.service.ts';
import type { Facts, FactsMemory } from './facts.service.ts';
import { laneOfAccount, leaseIdOf } from './lane.ts';
import { selectByReference } from './leases.store.ts';
import type { ReportOperation } from './operation.ts';
import type { UsageEvent } from './usage-event.ts';

export interface UsageEventsDeps {
  readonly database: Database;
  readonly engine: Engine;
  readonly facts: FactsMemory;
  readonly settle: (
    actor: Actor,
    lease: string,
    input: { usedMs: number; segments?: number | undefined },
  ) => Promise<Settled>;
}

export interface ReportedUsage extends Settled {
  /** The authorization that it settled, or the usage record that it became. */
  readonly id: string;
  /** Nobody had asked before it was used. */
  readonly unauthorized: boolean;
}

/**
 * Charges usage that is reported afterwards. Refuses `not_found`, `invalid_value`, `unknown_code`
 * and `no_rate`; a refused event may be sent again once that is mended.
 */
export async function reportUsage(
  deps: UsageEventsDeps,
  actor: Actor,
  event: UsageEvent,
): Promise<ReportedUsage> {
  const { usedMs, segments } = event;
  if (event.authorization !== undefined) {
    const settled = await deps.settle(actor, event.authorization, { usedMs, segments });
    return { ...settled, id: event.authorization, unauthorized: false };
  }
  const facts = await factsFor(deps.facts, actor, event);
  const { account } = facts.account;
  const { reference } = event;
  const known =
    reference === undefined
      ? undefined
      : await deps.database.read((tx) => selectByReference(tx, account, reference));
  if (known !== undefined) {
    const settled = await deps.settle(actor, known, { usedMs, segments });
    return { ...settled, id: known, unauthorized: known.startsWith(RECORD) };
  }
  const operation = reportOf(deps.facts, facts, event);
  const lane = laneOfAccount(account, deps.engine.lanes);
  const outcome = await deps.engine.submit({ lane, prepare: () => operation });
  return { ...settledOf(outcome), id: operation.lease, unauthorized: true };
}

/** Usage without an authorization has a record of its own kind of name. */
const RECORD = 'use_';
const NAME_CHARACTERS = 26;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The record's identifier follows from the event's, so an event that comes again, however late,
 * finds its record and is not charged twice.
 */
function recordIdOf(company: string, account: string, { source, id }: UsageEvent): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([company, source, id]))
    .digest();
  const name = [...digest.subarray(0, NAME_CHARACTERS)].map((byte) => ALPHABET[byte % 32]).join('');
  return leaseIdOf(account, `${RECORD}${name}`);
}

/** Rated as of the day on which it started. */
function reportOf(memory: FactsMemory, facts: Facts, event: UsageEvent): ReportOperation {
  const { account, employee, catalog } = facts;
  const startedAt = event.startedAt ?? memory.now(account);
  const day = memory.dayAt(account, startedAt);
  const { activity, direction, destination } = event;
  const { currency } = account;
  const found =
    activity === undefined
      ? undefined
      : conditionsFor(catalog, {
          ...{ activity, direction, destination, currency, day },
          takes: 'nothing',
        });
  if (found === undefined) {
    throw new Refusal('unknown_code', {
      pointer: '/data/activity',
      message: say(
        'Usage that no authorization is named for says which activity of the catalog it was.',
      ),
    });
  }
  const { meter, rate } = found.conditions;
  if (meter !== 'none' && rate === undefined) {
    throw new Refusal('no_rate', { pointer: '/data/destination' });
  }
  return {
    op: 'report',
    lease: recordIdOf(account.company, account.account, event),
    company: account.company,
    account: account.account,
    employee: employee?.employee,
    destination,
    reference: event.reference,
    conditions: found.conditions,
    usedMs: event.usedMs,
    segments: meter === 'sms' ? (event.segments ?? 1) : undefined,
    startedAt,
  };
}
