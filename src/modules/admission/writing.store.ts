import type { AccountDraft } from './account-draft.ts';
import {
  bigintRows,
  byteaArray,
  type Field,
  instantRows,
  textArray,
  textRows,
} from './binary-array.ts';
import type { Changes, Charge, KeptOutcome } from './changes.ts';
import type { Conditions } from './conditions.ts';
import type { Decision } from './decide.ts';
import type { Executor } from './executor.ts';
import { outcomeText } from './kept-outcome.ts';
import type { Lease, LeaseEnd, UsageRecord } from './lease.ts';

/** A table's columns by their type, in the order in which `admission_write` names them. */
interface Columns<Row> {
  /** What a row is found by. */
  readonly id?: (row: Row) => string;
  readonly texts?: readonly Field<Row, string>[];
  readonly numbers: readonly Field<Row, bigint | number>[];
  readonly instants?: readonly Field<Row, number>[];
}

const bookColumns: Columns<AccountDraft> = {
  id: (draft) => draft.account,
  texts: [
    (draft) => arrayText(draft.pools.map((pool) => pool.inUse)),
    (draft) => arrayText(draft.pools.map((pool) => pool.peak)),
    newPoolCodes,
  ],
  numbers: [
    (draft) => draft.state.book.revision,
    (draft) => draft.balance,
    (draft) => draft.held,
    (draft) => draft.sequence,
    (draft) => draft.usage,
  ],
  instants: [(draft) => draft.quarter, (draft) => draft.nextExpiryAt],
};

const openedColumns: Columns<Lease> = {
  texts: [
    (lease) => lease.id,
    (lease) => lease.account,
    (lease) => lease.employee,
    (lease) => lease.destination,
    (lease) => lease.reference,
  ],
  numbers: [
    (lease) => lease.conditions.id,
    (lease) => lease.segments,
    (lease) => lease.grantedMs,
    (lease) => lease.hold,
  ],
  instants: [(lease) => lease.grantedAt, (lease) => lease.expiresAt],
};

const changedColumns: Columns<Lease> = {
  id: (lease) => lease.id,
  numbers: [
    (lease) => lease.usedMs,
    (lease) => lease.grantedMs,
    (lease) => lease.hold,
    (lease) => Number(lease.final),
  ],
  instants: [(lease) => lease.expiresAt],
};

/** As `admission_write` numbers them, from 1. */
const ENDS: readonly LeaseEnd[] = ['settled', 'released', 'expired', 'ended'];

const endedColumns: Columns<UsageRecord> = {
  id: (record) => record.lease,
  numbers: [
    (record) => record.usedMs,
    (record) => record.segments,
    (record) => record.charged,
    (record) => record.balanceAfter,
    (record) => record.settledMs,
    (record) => record.settledSegments,
    (record) => Number(record.overrun),
    (record) => Number(record.conflict),
    (record) => ENDS.indexOf(record.outcome) + 1,
  ],
  instants: [(record) => record.endedAt, (record) => record.reportedEnd],
};

const chargeColumns: Columns<Charge> = {
  texts: [(charge) => charge.account, (charge) => charge.lease],
  numbers: [
    (charge) => charge.sequence,
    (charge) => charge.amount,
    (charge) => charge.balanceAfter,
  ],
  instants: [(charge) => charge.at],
};

interface Seat {
  readonly account: string;
  readonly employee: string;
  readonly licenseType: string;
  readonly leases: number;
}

const seatColumns: Columns<Seat> = {
  texts: [(seat) => seat.account, (seat) => seat.employee, (seat) => seat.licenseType],
  numbers: [(seat) => seat.leases],
};

const keyColumns: Columns<KeptOutcome> = {
  texts: [({ key }) => key.scope, ({ key }) => key.key, ({ outcome }) => outcomeText(outcome)],
  numbers: [({ outcome }) => (outcome.verdict === 'granted' ? 201 : 200)],
};

const ARGUMENTS = 25;
const parameters = Array.from({ length: ARGUMENTS }, (_, index) => `$${index + 1}`);
const call = `admission_write(${parameters.join(', ')})`;
/** The same, whose commit does not wait for the disk. */
const callUnflushed = `set_config('synchronous_commit', 'off', true), ${call}`;

/**
 * Writes what was decided, durable when the transaction commits. Where an account's book or the
 * catalog is not what it was decided on nothing is written (see `isWorthDecidingAnew`).
 * `conditions` are those that may not be written yet. Where it is not `flushed` with its commit,
 * nothing of it may be told before it is.
 */
export async function write(
  on: Executor,
  decision: Decision,
  conditions: readonly Conditions[],
  now: number,
  flushed: boolean,
): Promise<void> {
  const name = flushed ? 'admission_write' : 'admission_write_unflushed';
  const text = `select ${flushed ? call : callUnflushed}`;
  await on.run(name, text, argumentsOf(decision, conditions, now));
}

function argumentsOf(
  { drafts, changes, revision, catalogRevision }: Decision,
  conditions: readonly Conditions[],
  now: number,
): unknown[] {
  return [
    revision,
    catalogRevision,
    new Date(now),
    ...arraysOf(bookColumns, drafts),
    ...arraysOf(openedColumns, changes.opened),
    ...arraysOf(changedColumns, changes.changed),
    ...arraysOf(endedColumns, changes.ended),
    ...arraysOf(chargeColumns, changes.charges),
    ...arraysOf(seatColumns, drafts.flatMap(seatsOf)),
    ...arraysOf(keyColumns, changes.keys),
    byteaArray(changes.keys.map(({ key }) => key.hash)),
    rareOf(changes, conditions),
  ];
}

/** Whether a decision would write anything, or must be compared with what is there. */
export function hasEffect({ drafts, changes }: Decision): boolean {
  return drafts.length > 0 || changes.keys.length > 0 || changes.conflicts.length > 0;
}

function arraysOf<Row>(columns: Columns<Row>, rows: readonly Row[]): Buffer[] {
  const { id, texts, numbers, instants } = columns;
  const arrays: Buffer[] = [];
  if (id !== undefined) arrays.push(textArray(rows.map(id)));
  if (texts !== undefined) arrays.push(textRows(rows, texts));
  arrays.push(bigintRows(rows, numbers));
  if (instants !== undefined) arrays.push(instantRows(rows, instants));
  return arrays;
}

/** Pools are only ever added, so that their codes are as before where none was. */
function newPoolCodes({ pools, state }: AccountDraft): string | null {
  if (pools.length === state.book.pools.length) return null;
  return arrayText(pools.map((pool) => pool.licenseType));
}

/** Of counts, or of codes: quoted, because a code may be `null`. */
function arrayText(values: readonly (string | number)[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
}

function seatsOf({ account, seats }: AccountDraft): Seat[] {
  if (seats === undefined) return [];
  return Array.from(seats, ([key, leases]) => {
    const [employee = '', licenseType = ''] = key.split(' ');
    return { account, employee, licenseType, leases };
  });
}

/** Rows of the tables that few batches touch, by the names of their columns. */
function rareOf(changes: Changes, conditions: readonly Conditions[]): string | null {
  const { records, refusals, usageQuarters: quarters, peaks, conflicts } = changes;
  const lists = [conditions, records, refusals, quarters, peaks, conflicts];
  if (lists.every((list) => list.length === 0)) return null;
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const rows = {
    conditions: conditions.map(conditionsRow),
    records: records.filter(({ part }) => part === 1).map((record) => recordRow(record, iso)),
    late: records.filter(({ part }) => part === 2).map((record) => lateRow(record, iso)),
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

function conditionsRow({ id, activity, direction, meter, rate, ringMs, ports, seats }: Conditions) {
  return {
    id,
    activity,
    direction,
    meter,
    rate: rate?.code,
    rate_version: rate?.version,
    price: rate?.priceMicros,
    fee: rate?.feeMicros,
    first_seconds: rate?.firstSeconds,
    next_seconds: rate?.nextSeconds,
    ring_ms: ringMs,
    ports,
    seats,
  };
}

type Iso = (at: number | null) => string | null;

/** Usage that nobody had asked about: it has ended from the beginning. */
function recordRow(record: UsageRecord, iso: Iso) {
  return {
    id: record.lease,
    account: record.account,
    employee: record.employee,
    destination: record.destination,
    reference: record.reference,
    conditions: record.conditions.id,
    granted_at: iso(record.grantedAt),
    granted_ms: record.grantedMs,
    expires_at: iso(record.expiresAt),
    hold: record.hold,
    final: false,
    outcome: record.outcome,
    ...endRow(record, iso),
  };
}

function lateRow(record: UsageRecord, iso: Iso) {
  return { authorization_id: record.lease, account: record.account, ...endRow(record, iso) };
}

function endRow(record: UsageRecord, iso: Iso) {
  return {
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
