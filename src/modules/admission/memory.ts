import type { AccountDraft } from './account-draft.ts';
import { type AccountState, type Book, isExpiryDue, seatKey } from './account-state.ts';
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

  /**
   * What the operations name and is not remembered; undefined where nothing is missing. With
   * `everything` also what is: after an attempt that failed nothing is taken for granted.
   */
  missingFor(
    operations: readonly Operation[],
    now: number,
    everything: boolean,
  ): Wanted | undefined {
    const wanted = {
      accounts: new Set<string>(),
      leases: [] as string[],
      employees: new Set<string>(),
      keys: [] as OperationKey[],
    };
    let isMissing = everything;
    for (const operation of operations) {
      if (everything) this.#wantAll(operation, wanted);
      else if (this.#wantMissing(operation, now, wanted)) isMissing = true;
    }
    if (!isMissing) return undefined;
    for (const { key } of operations) if (key !== undefined) wanted.keys.push(key);
    return wanted;
  }

  #wantAll(operation: Operation, { accounts, leases, employees }: MutableWanted): void {
    if ('account' in operation) accounts.add(operation.account);
    if ('lease' in operation && operation.op !== 'probe') leases.push(operation.lease);
    if ('employee' in operation && operation.employee) employees.add(operation.employee);
  }

  /** Whether anything of it was missing. */
  #wantMissing(operation: Operation, now: number, wanted: MutableWanted): boolean {
    if (!('account' in operation)) return this.#wantLease(operation.lease, now, wanted);
    if (operation.op === 'report') wanted.leases.push(operation.lease);
    const state = this.#accounts.get(operation.account);
    if (operation.op !== 'authorize' && operation.op !== 'probe') {
      wanted.accounts.add(operation.account);
      return true;
    }
    const { employee, seats } = operation;
    const isKnown =
      state !== undefined &&
      !isExpiryDue(state.book, now) &&
      state.book.factsVersion === operation.factsVersion &&
      this.catalogRevision === operation.catalogRevision &&
      (employee === undefined || hasSeats(state, employee, seats));
    if (isKnown) return false;
    wanted.accounts.add(operation.account);
    if (employee !== undefined) wanted.employees.add(employee);
    return true;
  }

  #wantLease(id: string, now: number, wanted: MutableWanted): boolean {
    const account = this.#owners.get(id);
    const state = account === undefined ? undefined : this.#accounts.get(account);
    const lease = state?.leases.get(id);
    if (state === undefined || lease === undefined) {
      wanted.leases.push(id);
      return true;
    }
    if (isExpiryDue(state.book, now)) wanted.accounts.add(state.book.account);
    else if (lease.employee === null || hasSeats(state, lease.employee, poolsOf(lease))) return false;
    else wanted.leases.push(id);
    return true;
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

  /** The decision is durable: what it says is so now. */
  keep({ drafts }: Decision): void {
    for (const draft of drafts) this.#keepDraft(draft);
  }

  /** What was read for one batch alone is no longer of use, nor what is more than fits. */
  endBatch(): void {
    if (this.#records.size > 0) this.#records = new Map();
    if (this.#keys.size > 0) this.#keys = new Map();
    while (this.#owners.size > LEASES_MAX || this.#accounts.size > ACCOUNTS_MAX) {
      this.#forgetOldest();
    }
  }

  forget(account: string): void {
    const state = this.#accounts.get(account);
    if (state === undefined) return;
    for (const id of state.leases.keys()) this.#owners.delete(id);
    this.#accounts.delete(account);
  }

  #keepDraft(draft: AccountDraft): void {
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
      revision: state.book.revision + 1n,
    };
    const { leases, seats } = state;
    this.#accounts.set(draft.account, { book, leases, seats });
    for (const lease of draft.opened) this.#remember(lease);
    for (const lease of draft.changed.values()) this.#remember(lease);
    for (const id of draft.ended.keys()) {
      leases.delete(id);
      this.#owners.delete(id);
    }
    for (const [key, count] of draft.seats) seats.set(key, count);
  }

  #remember(lease: Lease): void {
    this.#accounts.get(lease.account)?.leases.set(lease.id, lease);
    this.#owners.set(lease.id, lease.account);
  }

  #forgetOldest(): void {
    for (const account of this.#accounts.keys()) {
      this.forget(account);
      return;
    }
  }
}

interface MutableWanted {
  accounts: Set<string>;
  leases: string[];
  employees: Set<string>;
}

function hasSeats(
  state: AccountState,
  employee: string,
  seats: readonly { readonly licenseType: string }[],
): boolean {
  return seats.every(({ licenseType }) => state.seats.has(seatKey(employee, licenseType)));
}

function poolsOf({ seats }: Lease): { licenseType: string }[] {
  return seats.map((licenseType) => ({ licenseType }));
}
