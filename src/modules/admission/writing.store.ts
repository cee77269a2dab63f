import type { AccountDraft } from './account-draft.ts';
import {
  bigintArray,
  booleanArray,
  byteaArray,
  instantArray,
  intArray,
  textArray,
} from './binary-array.ts';
import type { Changes, Charge, KeptOutcome } from './changes.ts';
import type { Decision } from './decide.ts';
import type { Executor } from './executor.ts';
import { outcomeText } from './kept-outcome.ts';
import type { Lease, UsageRecord } from './lease.ts';

/** How a column of an array argument is read off each row, in the order of the function's. */
type Column<Row> = (rows: readonly Row[]) => Buffer;

type Maybe<Value> = Value | null | undefined;

function text<Row>(of: (row: Row) => Maybe<string>): Column<Row> {
  return (rows) => textArray(rows.map(of));
}
function bigint<Row>(of: (row: Row) => Maybe<bigint | number>): Column<Row> {
  return (rows) => bigintArray(rows.map(of));
}
function int<Row>(of: (row: Row) => Maybe<number>): Column<Row> {
  return (rows) => intArray(rows.map(of));
}
function instant<Row>(of: (row: Row) => Maybe<number>): Column<Row> {
  return (rows) => instantArray(rows.map(of));
}
function boolean<Row>(of: (row: Row) => boolean): Column<Row> {
  return (rows) => booleanArray(rows.map(of));
}

const bookColumns: readonly Column<AccountDraft>[] = [
  text((draft) => draft.account),
  bigint((draft) => draft.state.book.revision),
  bigint((draft) => draft.balance),
  bigint((draft) => draft.held),
  bigint((draft) => draft.sequence),
  instant((draft) => draft.quarter),
  bigint((draft) => draft.usage),
  instant((draft) => draft.nextExpiryAt),
  text((draft) => arrayText(draft.pools.map((pool) => pool.licenseType))),
  text((draft) => arrayText(draft.pools.map((pool) => pool.inUse))),
  text((draft) => arrayText(draft.pools.map((pool) => pool.peak))),
];

const openedColumns: readonly Column<Lease>[] = [
  text((lease) => lease.id),
  text((lease) => lease.company),
  text((lease) => lease.account),
  text((lease) => lease.employee),
  text((lease) => lease.activity),
  text((lease) => lease.direction),
  text((lease) => lease.destination),
  text((lease) => lease.reference),
  text((lease) => lease.meter),
  text((lease) => lease.rate?.code),
  int((lease) => lease.rate?.version),
  bigint((lease) => lease.rate?.priceMicros),
  bigint((lease) => lease.rate?.feeMicros),
  int((lease) => lease.rate?.firstSeconds),
  int((lease) => lease.rate?.nextSeconds),
  int((lease) => lease.segments),
  instant((lease) => lease.grantedAt),
  int((lease) => lease.ringMs),
  bigint((lease) => lease.grantedMs),
  instant((lease) => lease.expiresAt),
  bigint((lease) => lease.hold),
  text((lease) => arrayText(lease.ports)),
  text((lease) => arrayText(lease.seats)),
];

const changedColumns: readonly Column<Lease>[] = [
  text((lease) => lease.id),
  bigint((lease) => lease.usedMs),
  bigint((lease) => lease.grantedMs),
  instant((lease) => lease.expiresAt),
  bigint((lease) => lease.hold),
  boolean((lease) => lease.final),
];

const endedColumns: readonly Column<UsageRecord>[] = [
  text((record) => record.lease),
  text((record) => record.outcome),
  instant((record) => record.endedAt),
  instant((record) => record.reportedEnd),
  bigint((record) => record.usedMs),
  int((record) => record.segments),
  bigint((record) => record.charged),
  bigint((record) => record.balanceAfter),
  bigint((record) => record.settledMs),
  int((record) => record.settledSegments),
  boolean((record) => record.overrun),
  boolean((record) => record.conflict),
];

const chargeColumns: readonly Column<Charge>[] = [
  text((charge) => charge.account),
  bigint((charge) => charge.sequence),
  bigint((charge) => charge.amount),
  bigint((charge) => charge.balanceAfter),
  text((charge) => charge.lease),
  instant((charge) => charge.at),
];

interface Seat {
  readonly account: string;
  readonly employee: string;
  readonly licenseType: string;
  readonly leases: number;
}

const seatColumns: readonly Column<Seat>[] = [
  text((seat) => seat.account),
  text((seat) => seat.employee),
  text((seat) => seat.licenseType),
  int((seat) => seat.leases),
];

const keyColumns: readonly Column<KeptOutcome>[] = [
  text(({ key }) => key.scope),
  text(({ key }) => key.key),
  (kept) => byteaArray(kept.map(({ key }) => key.hash)),
  int(({ outcome }) => (outcome.verdict === 'granted' ? 201 : 200)),
  text(({ outcome }) => outcomeText(outcome)),
];

const columnCount =
  1 +
  bookColumns.length +
  openedColumns.length +
  changedColumns.length +
  endedColumns.length +
  chargeColumns.length +
  seatColumns.length +
  keyColumns.length +
  2;
const parameters = Array.from({ length: columnCount }, (_, index) => `$${index + 1}`);
const statement = `select admission_write(${parameters.join(', ')})`;

/**
 * Writes what was decided, durable when the transaction commits. Where an account's book or the
 * catalog is not what it was decided on nothing is written, and `isStale` says so of the error.
 */
export async function write(on: Executor, decision: Decision, now: number): Promise<void> {
  const { drafts, changes, catalogRevision } = decision;
  const values = [
    catalogRevision,
    ...columnsOf(bookColumns, drafts),
    ...columnsOf(openedColumns, changes.opened),
    ...columnsOf(changedColumns, changes.changed),
    ...columnsOf(endedColumns, changes.ended),
    ...columnsOf(chargeColumns, changes.charges),
    ...columnsOf(seatColumns, drafts.flatMap(seatsOf)),
    ...columnsOf(keyColumns, changes.keys),
    new Date(now),
    rareOf(changes),
  ];
  await on.run('admission_write', statement, values);
}

/** Whether a decision would write anything, or must be compared with what is there. */
export function hasEffect({ drafts, changes }: Decision): boolean {
  return drafts.length > 0 || changes.keys.length > 0 || changes.conflicts.length > 0;
}

function columnsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Buffer[] {
  return columns.map((column) => column(rows));
}

/** Of counts, or of codes: quoted, because a code may be `null`. */
function arrayText(values: readonly (string | number)[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
}

function seatsOf({ account, seats }: AccountDraft): Seat[] {
  return Array.from(seats, ([key, leases]) => {
    const [employee = '', licenseType = ''] = key.split(' ');
    return { account, employee, licenseType, leases };
  });
}

/** Rows of the tables that few batches touch, by the names of their columns. */
function rareOf(changes: Changes): string | null {
  const { records, refusals, usageQuarters: quarters, peaks, conflicts } = changes;
  const lists = [records, refusals, quarters, peaks, conflicts];
  if (lists.every((list) => list.length === 0)) return null;
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const rows = {
    records: records.map((record) => recordRow(record, iso)),
    refusals: refusals.map(({ at, fullPools, ...refusal }) => ({
      ...refusal,
      full_pools: fullPools,
      refused_at: iso(at),
    })),
    quarters: quarters.map((row) => ({ ...row, quarter: iso(row.quarter) })),
    peaks: peaks.map(({ licenseType, ...peak }) => ({
      ...peak,
      license_type: licenseType,
      quarter: iso(peak.quarter),
    })),
    conflicts: conflicts.map(({ at, reportedMs, reportedSegments, ...conflict }) => ({
      ...conflict,
      reported_ms: reportedMs,
      reported_segments: reportedSegments,
      reported_at: iso(at),
    })),
  };
  return JSON.stringify(rows, (_name, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

function recordRow(record: UsageRecord, iso: (at: number | null) => string | null) {
  const { rate } = record;
  return {
    lease: record.lease,
    part: record.part,
    company: record.company,
    account: record.account,
    employee: record.employee,
    activity: record.activity,
    direction: record.direction,
    destination: record.destination,
    reference: record.reference,
    meter: record.meter,
    rate: rate?.code,
    rate_version: rate?.version,
    price: rate?.priceMicros,
    fee: rate?.feeMicros,
    first_seconds: rate?.firstSeconds,
    next_seconds: rate?.nextSeconds,
    granted_at: iso(record.grantedAt),
    granted_ms: record.grantedMs,
    expires_at: iso(record.expiresAt),
    hold: record.hold,
    ports: record.ports,
    seats: record.seats,
    outcome: record.outcome,
    ended_at: iso(record.endedAt),
    reported_end: iso(record.reportedEnd),
    used_ms: record.usedMs,
    segments: record.segments,
    charged: record.charged,
    balance_after: record.balanceAfter,
    settled_ms: record.settledMs,
    settled_segments: record.settledSegments,
    overrun: record.overrun,
    conflict: record.conflict,
  };
}
