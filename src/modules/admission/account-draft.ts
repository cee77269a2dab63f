import {
  type AccountState,
  instantOf,
  isExpiryDue,
  type PoolUse,
  seatKey,
} from './account-state.ts';
import type { Changes } from './changes.ts';
import type { Lease, UsageRecord } from './lease.ts';

/** Every time zone's midnight falls on one, so usage of any local day is a sum of quarters. */
const QUARTER_MS = 900_000;

/** The account as one batch changes it; kept only once the batch is durable. */
export class AccountDraft {
  readonly state: AccountState;
  /** The instant of the account's clock that the batch is decided at. */
  readonly at: number;
  readonly quarter: number;
  balance: bigint;
  held: bigint;
  sequence: bigint;
  usage: bigint;
  nextExpiryAt: number | null;
  /** Whether anything was decided on this state, so that it must still be the latest. */
  isTouched = false;
  /** Leases that are over by now: ended before anything else is decided. */
  readonly expired: readonly Lease[] = [];
  readonly opened: Lease[] = [];
  /** By lease. Those that most batches leave empty are only made when they are needed. */
  changed: Map<string, Lease> | undefined;
  /** By lease, the newest record of what has ended in this batch. */
  records: Map<string, UsageRecord> | undefined;
  /** By `seatKey`. */
  seats: Map<string, number> | undefined;
  /** Of open leases that this batch has ended. */
  readonly ended: string[] = [];
  #pools: PoolUse[];
  readonly #changes: Changes;

  constructor(state: AccountState, now: number, changes: Changes) {
    const { book } = state;
    this.state = state;
    this.at = instantOf(book, now);
    this.quarter = Math.floor(this.at / QUARTER_MS) * QUARTER_MS;
    this.balance = book.balance;
    this.held = book.held;
    this.sequence = book.lastSequence;
    this.usage = book.usageAmount;
    this.nextExpiryAt = book.nextExpiryAt;
    if (isExpiryDue(book, now)) {
      this.nextExpiryAt = state.due?.nextExpiryAt ?? null;
      this.expired = state.due?.expired ?? [];
      this.isTouched = true;
    }
    this.#pools = [...book.pools];
    this.#changes = changes;
    if (book.usageQuarter !== this.quarter) this.#closeQuarter();
  }

  get account(): string {
    return this.state.book.account;
  }

  get available(): bigint {
    return this.balance - this.held;
  }

  get pools(): readonly PoolUse[] {
    return this.#pools;
  }

  inUse(licenseType: string): number {
    return this.#pools.find((pool) => pool.licenseType === licenseType)?.inUse ?? 0;
  }

  /** How many leases of the employee share the seat. */
  seatLeases(employee: string, licenseType: string): number {
    const key = seatKey(employee, licenseType);
    return this.seats?.get(key) ?? this.state.seats.get(key) ?? 0;
  }

  /** The lease while it is open in this batch. */
  lease(id: string): Lease | undefined {
    if (this.records?.has(id)) return undefined;
    return this.changed?.get(id) ?? this.state.leases.get(id);
  }

  open(lease: Lease): void {
    this.isTouched = true;
    this.held += lease.hold;
    this.nextExpiryAt = Math.min(this.nextExpiryAt ?? Number.POSITIVE_INFINITY, lease.expiresAt);
    this.opened.push(lease);
    this.#changes.opened.push(lease);
    this.#move(lease, 1);
  }

  change(lease: Lease): void {
    this.isTouched = true;
    const before = this.lease(lease.id);
    this.held += lease.hold - (before?.hold ?? 0n);
    this.changed ??= new Map();
    this.changed.set(lease.id, lease);
    this.#changes.changed.push(lease);
  }

  /** Gives hold and places back. */
  end(lease: Lease, record: UsageRecord): void {
    this.isTouched = true;
    this.held -= lease.hold;
    this.ended.push(lease.id);
    this.note(record);
    this.#changes.ended.push(record);
    this.#move(lease, -1);
  }

  /** From now on this is the newest record of what it is about. */
  note(record: UsageRecord): void {
    this.records ??= new Map();
    this.records.set(record.lease, record);
  }

  /** Moves money off the balance: one transfer in the journal. */
  charge(amount: bigint, lease: string): void {
    if (amount === 0n) return;
    this.balance -= amount;
    this.usage += amount;
    this.sequence += 1n;
    const { account, sequence, balance: balanceAfter, at } = this;
    this.#changes.charges.push({ account, sequence, amount, balanceAfter, lease, at });
  }

  #move({ conditions: { ports, seats }, employee }: Lease, by: 1 | -1): void {
    for (const licenseType of ports) this.#take(licenseType, by);
    for (const licenseType of seats) {
      if (employee === null) continue;
      const leases = this.seatLeases(employee, licenseType) + by;
      this.seats ??= new Map();
      this.seats.set(seatKey(employee, licenseType), leases);
      // Only the employee's first lease takes the seat, and only the last gives it back.
      if (leases === (by === 1 ? 1 : 0)) this.#take(licenseType, by);
    }
  }

  #take(licenseType: string, by: 1 | -1): void {
    const index = this.#pools.findIndex((pool) => pool.licenseType === licenseType);
    const before = this.#pools[index] ?? { licenseType, inUse: 0, peak: 0 };
    const inUse = before.inUse + by;
    const after = { licenseType, inUse, peak: Math.max(before.peak, inUse) };
    if (index === -1) this.#pools.push(after);
    else this.#pools[index] = after;
  }

  /** A quarter hour is over: its usage and its peaks go where they stay. */
  #closeQuarter(): void {
    const { account, usageQuarter: quarter } = this.state.book;
    if (quarter !== null) {
      if (this.usage > 0n)
        this.#changes.usageQuarters.push({ account, quarter, amount: this.usage });
      for (const { licenseType, peak } of this.#pools) {
        this.#changes.peaks.push({ account, quarter, licenseType, peak });
      }
    }
    this.usage = 0n;
    this.#pools = this.#pools.map((pool) => ({ ...pool, peak: pool.inUse }));
    this.isTouched = true;
  }
}
