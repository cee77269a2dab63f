import type { AccountDraft } from './account-draft.ts';
import { type AccountState, type Book, isExpiryDue, seatKey } from './account-state.ts';
import type { Conditions } from './conditions.ts';
import type { Decision } from './decide.ts';
import type { Known, KnownKey } from './known.ts';
import type { Lease, UsageRecord } from './lease.ts';
import type { Operation, OperationKey } from './operation.ts';

/** What must be read before a batch can be decided. */
export interface Wanted {
  /** These accounts and those of these leases, with whatever is due in them. */
  readonly accounts: ReadonlySet<string>;
  readonly leases: readonly string[];
  /** Whose seats. */
  readonly employees: ReadonlySet<string>;
  readonly keys: readonly OperationKey[];
}

/** What was read. */
export interface Found {
  readonly catalogRevision: bigint;
  readonly books: readonly Book[];
  /** Open ones: those wanted, and those that have expired. */
  readonly leases: readonly Lease[];
  /** The newest record of each wanted lease that has ended. */
  readonly records: readonly UsageRecord[];
  /** Accounts where leases may have expired. */
  readonly due: readonly {
    readonly account: string;
    readonly leases: readonly string[];
    readonly nextExpiryAt: number | null;
  }[];
  readonly seats: readonly {
    readonly account: string;
    readonly employee: string;
    readonly licenseType: string;
    readonly leases: number;
  }[];
  readonly keys: readonly (KnownKey & { readonly scope: string; readonly key: string })[];
}

/** About half a kilobyte each; a process keeps the leases of its busiest hours at most. */
const LEASES_MAX = 100_000;
/** About a kilobyte each, without their leases. */
const ACCOUNTS_MAX = 50_000;
/** How long an account that another process also writes to is locked before it is read. */
const CONTENDED_MS = 250;

/**
 * What a lane knows of its accounts. Nothing here is ever relied on: a decision holds only if the
 * account still has the revision that it was decided on, so forgetting is always right.
 */
export class Memory implements Known {
  catalogRevision: bigint | undefined;
  readonly #accounts = new Map<string, AccountState>();
  /** The account of each lease that is remembered in it. */
  readonly #owners = new Map<string, string>();
  readonly #contended = new Map<string, number>();
  /** Conditions that are written for certain. */
  #written = new WeakSet<Conditions>();
  /** Read for the batch that is being decided. */
  #records = new Map<string, UsageRecord>();
  #keys = new Map<string, KnownKey>();

  account(id: string): AccountState | undefined {
    return this.#accounts.get(id);
  }

  accountOf(lease: string): string | undefined {
    return this.#owners.get(lease) ?? this.#records.get(lease)?.account;
  }

  record(lease: string): UsageRecord | undefined {
    return this.#records.get(lease);
  }

  key({ scope, key }: OperationKey): KnownKey | undefined {
    return this.#keys.get(`${scope} ${key}`);
  }

  /** Whether all that the operations name is remembered, so that nothing needs to be read. */
  hasAllOf(operations: readonly Operation[], now: number): boolean {
    return operations.every((operation) => {
      if (!('account' in operation)) return this.#hasLease(operation.lease, now);
      if (operation.op !== 'authorize') return false;
      const state = this.#accounts.get(operation.account);
      const { employee, seats } = operation;
      return (
        state !== undefined &&
        !isExpiryDue(state.book, now) &&
        state.book.factsVersion === operation.factsVersion &&
        this.catalogRevision === operation.catalogRevision &&
        (employee === undefined || hasSeats(state, employee, seats.map(codeOf)))
      );
    });
  }

  #hasLease(id: string, now: number): boolean {
    const state = this.#accounts.get(this.#owners.get(id) ?? '');
    const lease = state?.leases.get(id);
    if (state === undefined || lease === undefined || isExpiryDue(state.book, now)) return false;
    return lease.employee === null || hasSeats(state, lease.employee, lease.conditions.seats);
  }

  /** Whether another process lately wrote to an account of these. */
  isContended(operations: readonly Operation[], realNow: number): boolean {
    if (this.#contended.size === 0) return false;
    return operations.some((operation) => {
      const account =
        'account' in operation ? operation.account : this.#owners.get(operation.lease);
      return account !== undefined && (this.#contended.get(account) ?? 0) > realNow;
    });
  }

  /** Takes in what was read. */
  learn(found: Found, realNow: number): void {
    this.catalogRevision = found.catalogRevision;
    for (const book of found.books) this.#learnBook(book, realNow);
    for (const lease of found.leases) this.#remember(lease);
    for (const record of found.records) this.#records.set(record.lease, record);
    for (const { account, leases, nextExpiryAt } of found.due) {
      const state = this.#accounts.get(account);
      if (state === undefined) continue;
      const expired = leases.map((id) => state.leases.get(id)).filter((one) => one !== undefined);
      this.#accounts.set(account, { ...state, due: { expired, nextExpiryAt } });
    }
    for (const { account, employee, licenseType, leases } of found.seats) {
      this.#accounts.get(account)?.seats.set(seatKey(employee, licenseType), leases);
    }
    for (const one of found.keys) this.#keys.set(`${one.scope} ${one.key}`, one);
  }

  #learnBook(book: Book, realNow: number): void {
    const known = this.#accounts.get(book.account);
    if (known?.book.revision === book.revision) return;
    if (known !== undefined) {
      this.forget(book.account);
      if (this.#contended.size >= ACCOUNTS_MAX) this.#contended.clear();
      this.#contended.set(book.account, realNow + CONTENDED_MS);
    }
    this.#accounts.set(book.account, { book, leases: new Map(), seats: new Map() });
  }

  /** What was decided is so from now on, or is forgotten where it cannot be written. */
  keep({ drafts, revision }: Decision): void {
    for (const draft of drafts) this.#keepDraft(draft, revision);
    this.#endBatch();
  }

  /** What was read for one batch alone is no longer of use, nor what is more than fits. */
  #endBatch(): void {
    if (this.#records.size > 0) this.#records = new Map();
    if (this.#keys.size > 0) this.#keys = new Map();
    while (this.#owners.size > LEASES_MAX) this.#forgetOldestLease();
    while (this.#accounts.size > ACCOUNTS_MAX) this.#forgetOldest();
  }

  /** The conditions that a decision grants something under, where they may not be written yet. */
  unwritten({ changes }: Decision): Conditions[] {
    const found = new Set<Conditions>();
    for (const { conditions } of changes.opened) {
      if (!this.#written.has(conditions)) found.add(conditions);
    }
    for (const { conditions, part } of changes.records) {
      if (part === 1 && !this.#written.has(conditions)) found.add(conditions);
    }
    return [...found];
  }

  wrote(conditions: readonly Conditions[]): void {
    for (const one of conditions) this.#written.add(one);
  }

  /** Something failed: the transaction, or the database, which may come back as an older copy. */
  doubtWritten(): void {
    this.#written = new WeakSet();
  }

  forget(account: string): void {
    const state = this.#accounts.get(account);
    if (state === undefined) return;
    for (const id of state.leases.keys()) this.#owners.delete(id);
    this.#accounts.delete(account);
  }

  #keepDraft(draft: AccountDraft, revision: bigint): void {
    const { state } = draft;
    const book: Book = {
      ...state.book,
      balance: draft.balance,
      held: draft.held,
      lastSequence: draft.sequence,
      usageQuarter: draft.quarter,
      usageAmount: draft.usage,
      pools: draft.pools,
      nextExpiryAt: draft.nextExpiryAt,
      revision,
    };
    const { leases, seats } = state;
    this.#accounts.set(draft.account, { book, leases, seats });
    for (const lease of draft.opened) this.#remember(lease);
    if (draft.changed) for (const lease of draft.changed.values()) this.#remember(lease);
    for (const id of draft.ended) {
      leases.delete(id);
      this.#owners.delete(id);
    }
    if (draft.seats) for (const [key, count] of draft.seats) seats.set(key, count);
  }

  #remember(lease: Lease): void {
    this.#accounts.get(lease.account)?.leases.set(lease.id, lease);
    this.#owners.set(lease.id, lease.account);
  }

  #forgetOldestLease(): void {
    for (const [lease, account] of this.#owners) {
      this.#owners.delete(lease);
      this.#accounts.get(account)?.leases.delete(lease);
      return;
    }
  }

  #forgetOldest(): void {
    for (const account of this.#accounts.keys()) {
      this.forget(account);
      return;
    }
  }
}

const codeOf = ({ licenseType }: { readonly licenseType: string }) => licenseType;

function hasSeats(state: AccountState, employee: string, licenseTypes: readonly string[]): boolean {
  return licenseTypes.every((licenseType) => state.seats.has(seatKey(employee, licenseType)));
}

/**
 * All that the operations name, whether it is remembered or not: an account's state is of one
 * revision, so it is read whole or not at all. `isAgain` where an attempt may have granted
 * already what is asked for.
 */
export function wantedFor(operations: readonly Operation[], isAgain: boolean): Wanted {
  const accounts = new Set<string>();
  const leases: string[] = [];
  const employees = new Set<string>();
  const keys: OperationKey[] = [];
  for (const operation of operations) {
    if ('account' in operation) accounts.add(operation.account);
    if ('employee' in operation && operation.employee) employees.add(operation.employee);
    if (operation.key !== undefined) keys.push(operation.key);
    const isNew = operation.op === 'probe' || (operation.op === 'authorize' && !isAgain);
    if ('lease' in operation && !isNew) leases.push(operation.lease);
  }
  return { accounts, leases, employees, keys };
}
