import { assert } from '../../kernel/assert.ts';
import { AccountDraft } from './account-draft.ts';
import { alreadyGranted, authorize } from './authorizing.ts';
import { type Changes, noChanges } from './changes.ts';
import { expire, hide, release, releaseEnded, report, settle, settleEnded } from './ending.ts';
import { extend, extendEnded } from './extending.ts';
import type { Known } from './known.ts';
import type { Rating } from './lease.ts';
import { NOTHING, type Operation, type Outcome } from './operation.ts';

export interface Decision {
  /** One for each operation, in their order. */
  readonly outcomes: readonly Outcome[];
  /** The accounts whose state was decided on, in the order of their identifiers. */
  readonly drafts: readonly AccountDraft[];
  readonly changes: Changes;
  /** Of their books from now on. */
  readonly revision: bigint;
  /** What the catalog must still be, where anything was decided by it. */
  readonly catalogRevision: bigint | undefined;
}

/**
 * Decides a batch exactly as if its operations came one after another. Reads and writes nothing:
 * `known` must have what the operations name (see `missingFrom`), and what is decided holds only
 * if it is written while all of that is still the latest.
 */
export function decide(
  operations: readonly Operation[],
  known: Known,
  { now, revision, rating }: Terms,
): Decision {
  const desk = new Desk(known, now, rating);
  const outcomes = operations.map((operation) => desk.decide(operation));
  return { outcomes, revision, ...desk.close() };
}

export interface Terms {
  /** Real time; accounts on a test clock have their own. */
  readonly now: number;
  /** What the accounts' books are to have for their revision. */
  readonly revision: bigint;
  readonly rating: Rating;
}

/** Where one batch is decided. */
class Desk {
  readonly #known: Known;
  readonly #now: number;
  readonly #rating: Rating;
  readonly #changes = noChanges();
  readonly #drafts = new Map<string, AccountDraft>();
  #asksCatalog = false;

  constructor(known: Known, now: number, rating: Rating) {
    this.#known = known;
    this.#now = now;
    this.#rating = rating;
  }

  decide(operation: Operation): Outcome {
    const { key } = operation;
    if (key === undefined) return this.#first(operation);
    const kept = this.#known.key(key);
    if (kept !== undefined) {
      if (!kept.hash.equals(key.hash)) return { ...NOTHING, verdict: 'key_reused' };
      return { ...kept.outcome, replayed: true };
    }
    const outcome = this.#first(operation);
    if (outcome.verdict !== 'stale') this.#changes.keys.push({ key, outcome });
    return outcome;
  }

  close(): Omit<Decision, 'outcomes' | 'revision'> {
    const drafts = [...this.#drafts.values()]
      .filter((draft) => draft.isTouched)
      .sort((left, right) => (left.account < right.account ? -1 : 1));
    const catalogRevision = this.#asksCatalog ? this.#known.catalogRevision : undefined;
    return { drafts, changes: this.#changes, catalogRevision };
  }

  /** What is asked for the first time under its key. */
  #first(operation: Operation): Outcome {
    const account =
      'account' in operation ? operation.account : this.#known.accountOf(operation.lease);
    const draft = account === undefined ? undefined : this.#open(account);
    if (draft === undefined) return NOTHING;
    switch (operation.op) {
      case 'expire':
        return { ...NOTHING, verdict: 'released', account: draft.account };
      case 'authorize':
      case 'probe': {
        const lease = draft.lease(operation.lease);
        const found = lease ?? this.#record(draft, operation.lease);
        if (found !== undefined) return alreadyGranted(draft, found, lease?.final ?? true);
        const { catalogRevision } = this.#known;
        const { factsVersion } = draft.state.book;
        if (operation.catalogRevision !== catalogRevision) return STALE;
        if (operation.factsVersion !== factsVersion) return STALE;
        this.#asksCatalog = true;
        draft.isTouched = true;
        return authorize(operation, draft, this.#rating, this.#changes);
      }
      case 'report': {
        const before = this.#record(draft, operation.lease);
        return report(operation, draft, before, this.#rating, this.#changes);
      }
      case 'hide':
        return hide(operation, draft, draft.lease(operation.lease));
      default:
        return this.#ofLease(operation, draft);
    }
  }

  #ofLease(
    operation: Extract<Operation, { op: 'extend' | 'settle' | 'release' }>,
    draft: AccountDraft,
  ): Outcome {
    const lease = draft.lease(operation.lease);
    const record = lease === undefined ? this.#record(draft, operation.lease) : undefined;
    const { company } = operation;
    const owner = lease?.company ?? record?.company;
    if (owner === undefined || (company !== undefined && company !== owner)) return NOTHING;
    if (lease !== undefined) {
      switch (operation.op) {
        case 'extend':
          return extend(operation, draft, lease, this.#rating);
        case 'settle':
          return settle(operation, draft, lease, this.#rating);
        case 'release':
          return release(draft, lease);
      }
    }
    assert(record !== undefined, 'a lease is open or has ended');
    switch (operation.op) {
      case 'extend':
        return extendEnded(operation, draft, record);
      case 'settle':
        return settleEnded(operation, draft, record, this.#rating, this.#changes);
      case 'release':
        return releaseEnded(draft, record);
    }
  }

  #record(draft: AccountDraft, lease: string) {
    return draft.records?.get(lease) ?? this.#known.record(lease);
  }

  /** The account's draft; expired leases are freed before anything else is decided. */
  #open(account: string): AccountDraft | undefined {
    const open = this.#drafts.get(account);
    if (open !== undefined) return open;
    const state = this.#known.account(account);
    if (state === undefined) return undefined;
    const draft = new AccountDraft(state, this.#now, this.#changes);
    this.#drafts.set(account, draft);
    for (const lease of draft.expired) expire(draft, lease, this.#rating);
    return draft;
  }
}

const STALE: Outcome = { ...NOTHING, verdict: 'stale' };
