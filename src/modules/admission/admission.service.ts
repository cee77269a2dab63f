import type { Events } from '../../database/events.ts';
import type { Database, Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, DueSource } from '../accounts/index.ts';
import type { Catalog } from '../catalog/index.ts';
import type { Licensing } from '../licensing/index.ts';
import { type ActivityAccess, accessWithin } from './access.service.ts';
import {
  type Extended,
  extendedOf,
  type Granted,
  type NotGranted,
  type Released,
  releasedOf,
  type Settled,
  settledOf,
} from './answer.ts';
import {
  type AuthorizationFilter,
  type AuthorizationRow,
  selectAuthorizations,
} from './authorizations.store.ts';
import { authorizeWith, factsAtHand, factsFor } from './authorize.service.ts';
import { decideWithin } from './batch.service.ts';
import type { Connections } from './connections.store.ts';
import { createEngine } from './engine.service.ts';
import { createFactsMemory } from './facts.service.ts';
import { laneOfLease } from './lane.ts';
import {
  lockBooksOf,
  selectAccountsToTidy,
  selectByReference,
  selectLeasesOf,
  selectNextExpiry,
  selectOpenReferences,
} from './leases.store.ts';
import type { Operation, OperationKey, Outcome } from './operation.ts';
import type { Ports } from './ports.service.ts';
import type { AuthorizeRequest } from './question.ts';
import type { UsageEvent } from './usage-event.ts';
import { type ReportedUsage, reportUsage } from './usage-events.service.ts';

export interface ExtendInput {
  /** From the start of the call; what was reported before is never taken back. */
  readonly usedMs: number;
  /** Wanted beyond `usedMs`. */
  readonly wantedMs: number;
}

export interface SettleInput {
  readonly usedMs: number;
  readonly segments?: number | undefined;
  readonly endedAt?: Date | undefined;
}

/** One operation of a batch, with the key it may be repeated under. */
export type BatchItem = { readonly key?: OperationKey | undefined } & (
  | { readonly op: 'authorize'; readonly request: AuthorizeRequest }
  | { readonly op: 'extend'; readonly lease: string; readonly input: ExtendInput }
  | { readonly op: 'settle'; readonly lease: string; readonly input: SettleInput }
  | { readonly op: 'release'; readonly lease: string }
);

export type BatchAnswer =
  | { readonly op: 'authorize'; readonly answer: Granted | NotGranted }
  | { readonly op: 'extend'; readonly answer: Extended }
  | { readonly op: 'settle'; readonly answer: Settled }
  | { readonly op: 'release'; readonly answer: Released };

/**
 * May this employee do this now? What is granted is durable before it is answered. All refuse
 * `not_found` for what is not the actor's, `idempotency_key_reused`, and `unavailable` where the
 * database is gone or too much is waiting: admission fails closed.
 */
export interface Admission {
  authorize(
    actor: Actor,
    request: AuthorizeRequest,
    key?: OperationKey,
  ): Promise<Granted | NotGranted>;
  extend(actor: Actor, lease: string, input: ExtendInput, key?: OperationKey): Promise<Extended>;
  settle(actor: Actor, lease: string, input: SettleInput, key?: OperationKey): Promise<Settled>;
  /** Gives places and hold back; nothing is charged. */
  release(actor: Actor, lease: string, key?: OperationKey): Promise<Released>;
  /** Each on its own, decided in their order; a refusal of one concerns no other. */
  batch(actor: Actor, items: readonly BatchItem[]): Promise<(BatchAnswer | Refusal)[]>;
  /** What an employee may do now, taking nothing; reads only. */
  access(tx: Transaction, employee: string, activity?: string): Promise<ActivityAccess[]>;
  reportUsage(actor: Actor, event: UsageEvent): Promise<ReportedUsage>;
  /** What a dialer's own reference names, open or ended; undefined where it names nothing. */
  findReference(
    actor: Actor,
    whose: Pick<AuthorizeRequest, 'employee' | 'billingAccount'>,
    reference: string,
  ): Promise<string | undefined>;
  /** Open leases whose references begin so, with the most that was reported of each. */
  openReferences(actor: Actor, beginning: string): Promise<{ id: string; usedMs: number }[]>;
  /** One authorization, open or ended. */
  get(tx: Transaction, actor: Actor, id: string): Promise<AuthorizationRow>;
  /** The newest first. A company's own actor sees its own only. */
  list(tx: Transaction, actor: Actor, filter: AuthorizationFilter): Promise<AuthorizationRow[]>;
  /** Tidies expired leases. They are free for the next request whether or not this ever runs. */
  readonly due: DueSource;
  /** Finishes what was accepted. */
  drained(): Promise<void>;
}

export interface AdmissionDeps {
  readonly database: Database;
  readonly connections: Connections;
  readonly events: Events;
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly accounts: Accounts;
  readonly licensing: Licensing;
  readonly ports: Ports;
  readonly lanes?: number;
}

export function createAdmission(deps: AdmissionDeps): Admission {
  const { connections, clock, lanes } = deps;
  const engine = createEngine({ connections, clock, ...(lanes === undefined ? {} : { lanes }) });
  const facts = createFactsMemory(deps);
  const asking = { ...deps, engine, facts };
  deps.events.on('employee.hidden', (tx, { subject, company, at }) =>
    endAtHiding(tx, subject, company, at),
  );

  /** Sends an operation on a lease, and tells what became of it. */
  async function send<Answer>(
    operation: Extract<Operation, { lease: string }>,
    told: (outcome: Outcome) => Answer,
  ): Promise<Answer> {
    const lane = laneOfLease(operation.lease, engine.lanes);
    const outcome = await engine.submit({ lane, prepare: () => operation });
    if (outcome.verdict === 'key_reused') throw new Refusal('idempotency_key_reused');
    if (outcome.verdict === 'not_found') {
      throw new Refusal('not_found', { message: say('There is no such authorization.') });
    }
    return told(outcome);
  }

  const settle: Admission['settle'] = ({ company }, lease, input, key) => {
    const { usedMs, segments, endedAt: reportedAt } = input;
    const operation = { op: 'settle', lease, company, usedMs, segments, reportedAt, key } as const;
    return send(operation, settledOf);
  };
  const extend: Admission['extend'] = ({ company }, lease, input, key) =>
    send({ op: 'extend', lease, company, ...input, key }, extendedOf);
  const release: Admission['release'] = ({ company }, lease, key) =>
    send({ op: 'release', lease, company, key }, releasedOf);

  /** Sends one item at once; what it waits for was found before. */
  async function item(actor: Actor, one: BatchItem, found: Found): Promise<BatchAnswer> {
    switch (one.op) {
      case 'authorize': {
        if (found instanceof Refusal) throw found;
        assert(found !== undefined, 'facts were found for every authorization');
        const answer = await authorizeWith(asking, actor, one.request, found, one.key);
        return { op: one.op, answer };
      }
      case 'extend':
        return { op: one.op, answer: await extend(actor, one.lease, one.input, one.key) };
      case 'settle':
        return { op: one.op, answer: await settle(actor, one.lease, one.input, one.key) };
      case 'release':
        return { op: one.op, answer: await release(actor, one.lease, one.key) };
    }
  }

  return {
    async authorize(actor, request, key) {
      const atHand = factsAtHand(facts, actor, request);
      const known = atHand ?? (await factsFor(facts, actor, request));
      return await authorizeWith(asking, actor, request, known, key);
    },
    extend,
    settle,
    release,

    async batch(actor, items) {
      const find = (one: BatchItem): Found | Promise<Found> => {
        if (one.op !== 'authorize') return undefined;
        const { request } = one;
        const atHand = factsAtHand(facts, actor, request);
        return atHand ?? orRefusal(() => factsFor(facts, actor, request));
      };
      const found = await Promise.all(items.map(find));
      const sent = items.map((one, index) => orRefusal(() => item(actor, one, found[index])));
      return await Promise.all(sent);
    },

    access: (tx, employee, activity) => accessWithin(tx, asking, employee, activity),
    reportUsage: (actor, event) => reportUsage({ ...asking, settle }, actor, event),
    async findReference(actor, whose, reference) {
      const { account } = (await factsFor(facts, actor, whose)).account;
      return await deps.database.read((tx) => selectByReference(tx, account, reference));
    },
    openReferences: ({ company }, beginning) =>
      deps.database.read((tx) => selectOpenReferences(tx, company, beginning)),
    async get(tx, actor, id) {
      const filter = { id, company: actor.company, limit: 1 };
      const [found] = await selectAuthorizations(tx, filter, clock.now());
      if (found === undefined) {
        throw new Refusal('not_found', { message: say('There is no such authorization.') });
      }
      return found;
    },
    list(tx, actor, filter) {
      const company = actor.company ?? filter.company;
      return selectAuthorizations(tx, { ...filter, company }, clock.now());
    },
    due: expiryDue(),
    drained: () => engine.drained(),
  };
}

type Found = Awaited<ReturnType<typeof factsFor>> | Refusal | undefined;

/** A refusal is an answer here; anything else is a fault of ours. */
async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * Hiding ends an employee's unmetered leases at once; a metered call is extended no further.
 * The books are locked first, so no lease is granted between looking and the change's commit.
 */
async function endAtHiding(
  tx: Transaction,
  employee: string,
  company: string | undefined,
  now: Date,
): Promise<void> {
  assert(company !== undefined, 'an employee belongs to a company');
  await lockBooksOf(tx, company);
  const leases = await selectLeasesOf(tx, employee);
  const operations = leases.map(({ id }) => ({ op: 'hide' as const, lease: id }));
  if (operations.length > 0) await decideWithin(tx, { now, operations });
}

function expiryDue(): DueSource {
  return {
    name: 'lease expiry',
    rank: 10,
    next: selectNextExpiry,
    accountsDue: selectAccountsToTidy,
    async run(tx, { id, now }) {
      const operations = [{ op: 'expire' as const, account: id }];
      await decideWithin(tx, { now, operations });
    },
  };
}
