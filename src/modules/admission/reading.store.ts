import type { Book } from './account-state.ts';
import { textArray } from './binary-array.ts';
import type { Conditions } from './conditions.ts';
import type { Executor } from './executor.ts';
import { outcomeFrom } from './kept-outcome.ts';
import type { Lease, UsageRecord } from './lease.ts';
import type { Found, Wanted } from './memory.ts';

const text = 'select kind, found from admission_read($1, $2, $3, $4, $5, $6, $7)';

/** Reads what a batch is decided on; with `lock` nobody changes it until the transaction ends. */
export async function read(
  on: Executor,
  wanted: Wanted,
  now: number,
  lock: boolean,
): Promise<Found> {
  const values = [
    new Date(now),
    lock,
    textArray([...wanted.accounts]),
    textArray(wanted.leases),
    textArray([...wanted.employees]),
    textArray(wanted.keys.map(({ scope }) => scope)),
    textArray(wanted.keys.map(({ key }) => key)),
  ];
  const rows = await on.run<Row>('admission_read', text, values);
  const found: Rows = {
    catalog: [],
    book: [],
    due: [],
    lease: [],
    record: [],
    seat: [],
    key: [],
  };
  for (const row of rows) found[row.kind].push(row.found as never);
  return foundOf(found);
}

interface Rows {
  readonly catalog: { revision: string }[];
  readonly book: BookRow[];
  readonly due: { account: string; leases: string[]; next_expiry_at: string | null }[];
  readonly lease: LeaseRow[];
  readonly record: RecordRow[];
  readonly seat: { account: string; employee: string; license_type: string; leases: number }[];
  readonly key: { scope: string; key: string; hash: string; reply: string }[];
}

function foundOf(rows: Rows): Found {
  return {
    catalogRevision: BigInt(rows.catalog[0]?.revision ?? 0),
    books: rows.book.map(bookOf),
    leases: rows.lease.map(leaseOf),
    records: rows.record.map(recordOf),
    due: rows.due.map(({ account, leases, next_expiry_at: next }) => ({
      account,
      leases,
      nextExpiryAt: instant(next),
    })),
    seats: rows.seat.map(({ license_type: licenseType, ...seat }) => ({ ...seat, licenseType })),
    keys: rows.key.map(({ hash, reply, ...name }) => ({
      ...name,
      hash: Buffer.from(hash, 'hex'),
      outcome: outcomeFrom(reply),
    })),
  };
}

interface Row {
  readonly kind: keyof Rows;
  readonly found: unknown;
}

interface BookRow {
  account: string;
  currency: string;
  test_now: string | null;
  balance: string;
  held: string;
  last_sequence: string;
  usage_quarter: string | null;
  usage_amount: string;
  pool_codes: string[];
  pools_in_use: number[];
  pools_peak: number[];
  next_expiry_at: string | null;
  facts_version: string;
  revision: string;
}

interface GrantRow {
  company: string;
  account: string;
  employee: string | null;
  activity: string;
  direction: string | null;
  destination: string | null;
  reference: string | null;
  conditions: string;
  meter: Conditions['meter'];
  rate: string | null;
  rate_version: number;
  price: string;
  fee: string;
  first_seconds: number;
  next_seconds: number;
  ring_ms: number;
  segments: number | null;
  granted_at: string;
  granted_ms: number;
  used_ms: number;
  hold: string;
  ports: string[];
  seats: string[];
}

interface LeaseRow extends GrantRow {
  id: string;
  expires_at: string;
  final: boolean;
}

interface RecordRow extends GrantRow {
  lease: string;
  part: 1 | 2;
  expires_at: string | null;
  outcome: UsageRecord['outcome'];
  ended_at: string;
  reported_end: string | null;
  charged: string;
  balance_after: string;
  settled_ms: number | null;
  settled_segments: number | null;
  overrun: boolean;
  conflict: boolean;
}

function instant(iso: string): number;
function instant(iso: string | null): number | null;
function instant(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}

function bookOf(row: BookRow): Book {
  return {
    account: row.account,
    currency: row.currency,
    testNow: instant(row.test_now),
    balance: BigInt(row.balance),
    held: BigInt(row.held),
    lastSequence: BigInt(row.last_sequence),
    usageQuarter: instant(row.usage_quarter),
    usageAmount: BigInt(row.usage_amount),
    pools: row.pool_codes.map((licenseType, index) => ({
      licenseType,
      inUse: row.pools_in_use[index] ?? 0,
      peak: row.pools_peak[index] ?? 0,
    })),
    nextExpiryAt: instant(row.next_expiry_at),
    factsVersion: BigInt(row.facts_version),
    revision: BigInt(row.revision),
  };
}

function grantOf(row: GrantRow) {
  return {
    company: row.company,
    account: row.account,
    employee: row.employee,
    destination: row.destination,
    reference: row.reference,
    conditions: conditionsOf(row),
    segments: row.segments,
    grantedAt: instant(row.granted_at),
    grantedMs: row.granted_ms,
    usedMs: row.used_ms,
    hold: BigInt(row.hold),
  };
}

function conditionsOf(row: GrantRow): Conditions {
  const rate = row.rate !== null && {
    kind: row.meter === 'sms' ? ('sms' as const) : ('voice' as const),
    code: row.rate,
    version: row.rate_version,
    priceMicros: BigInt(row.price),
    feeMicros: BigInt(row.fee),
    firstSeconds: row.first_seconds,
    nextSeconds: row.next_seconds,
  };
  return {
    id: BigInt(row.conditions),
    activity: row.activity,
    direction: row.direction,
    meter: row.meter,
    rate: rate || undefined,
    ringMs: row.ring_ms,
    ports: row.ports,
    seats: row.seats,
  };
}

function leaseOf(row: LeaseRow): Lease {
  return {
    ...grantOf(row),
    id: row.id,
    expiresAt: instant(row.expires_at),
    final: row.final,
  };
}

function recordOf(row: RecordRow): UsageRecord {
  return {
    ...grantOf(row),
    lease: row.lease,
    part: row.part,
    expiresAt: instant(row.expires_at),
    outcome: row.outcome,
    endedAt: instant(row.ended_at),
    reportedEnd: instant(row.reported_end),
    charged: BigInt(row.charged),
    balanceAfter: BigInt(row.balance_after),
    settledMs: row.settled_ms,
    settledSegments: row.settled_segments,
    overrun: row.overrun,
    conflict: row.conflict,
  };
}
