import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Transaction } from '../../database/transaction.ts';
import { AssertionFailure, assert } from '../../kernel/assert.ts';
import type { Meter, Operation, Outcome, Pool, Verdict } from './operation.ts';

/** How each argument of `admission_decide` after the first two is read off an operation. */
const columns: readonly { readonly type: string; readonly of: (op: AnyOperation) => unknown }[] = [
  { type: 'text', of: (op) => op.op },
  { type: 'text', of: (op) => op.lease },
  { type: 'text', of: (op) => op.company },
  { type: 'text', of: (op) => op.key?.scope },
  { type: 'text', of: (op) => op.key?.key },
  { type: 'bytea', of: (op) => op.key?.hash },
  { type: 'text', of: (op) => op.account },
  { type: 'bigint', of: (op) => op.catalogRevision },
  { type: 'bigint', of: (op) => op.factsVersion },
  { type: 'text', of: (op) => op.employee },
  { type: 'text', of: (op) => op.activity },
  { type: 'text', of: (op) => op.direction },
  { type: 'text', of: (op) => op.destination },
  { type: 'text', of: (op) => op.reference },
  { type: 'text', of: (op) => op.meter },
  { type: 'text', of: (op) => op.rate?.code },
  { type: 'int', of: (op) => op.rate?.version },
  { type: 'bigint', of: (op) => op.rate?.priceMicros },
  { type: 'bigint', of: (op) => op.rate?.feeMicros },
  { type: 'int', of: (op) => op.rate?.firstSeconds },
  { type: 'int', of: (op) => op.rate?.nextSeconds },
  { type: 'int', of: (op) => op.ringMs },
  { type: 'text', of: (op) => op.ports && codesOf(op.ports) },
  { type: 'text', of: (op) => op.ports && totalsOf(op.ports) },
  { type: 'text', of: (op) => op.seats && codesOf(op.seats) },
  { type: 'text', of: (op) => op.seats && totalsOf(op.seats) },
  { type: 'text', of: (op) => op.failed?.join(',') },
  { type: 'bigint', of: (op) => op.wantedMs },
  { type: 'bigint', of: (op) => op.usedMs },
  { type: 'int', of: (op) => op.segments },
  { type: 'timestamptz', of: (op) => op.reportedAt ?? op.startedAt },
];

/** An operation with the fields of all kinds, which a column may ask for. */
type AnyOperation = { [Field in FieldOf<Operation>]?: ValueOf<Operation, Field> };
type FieldOf<Union> = Union extends unknown ? keyof Union : never;
type ValueOf<Union, Field extends PropertyKey> = Union extends { [F in Field]?: infer Value }
  ? Value
  : never;

const parameters = columns.map(({ type }, index) => `$${index + 3}::${type}[]`);
const fixed = '$1::timestamptz, $2::boolean';
const text = `select * from admission_decide(${fixed}, ${parameters.join(', ')})`;

interface ResultRow {
  i: number;
  verdict: Verdict | 'replayed' | null;
  lease: string | null;
  account: string | null;
  currency: string | null;
  at: Date | null;
  activity: string | null;
  meter: Meter | null;
  granted_ms: bigint | null;
  final: boolean | null;
  expires_at: Date | null;
  hold: bigint | null;
  ports: string[] | null;
  seats: string[] | null;
  charged: bigint | null;
  balance: bigint | null;
  available: bigint | null;
  needed: bigint | null;
  overrun: boolean | null;
  late: boolean | null;
  conflict: boolean | null;
  outcome: string | null;
  full_pools: string[] | null;
  full_in_use: number[] | null;
  stored: string | null;
}

/** What is decided together: one statement, one transaction. */
export interface Batch {
  readonly now: Date;
  /** Whether the same batch was sent before and its answer was lost. */
  readonly isResent: boolean;
  readonly operations: readonly Operation[];
}

/** Where lanes get a connection for the length of a batch. */
export interface Connections {
  use<Result>(work: (client: pg.ClientBase) => Promise<Result>): Promise<Result>;
}

/** Takes a connection for each batch; one on which anything failed is not used again. */
export function connectionsOf(pool: pg.Pool): Connections {
  return {
    async use(work) {
      const client = await pool.connect();
      try {
        const result = await work(client);
        client.release();
        return result;
      } catch (error) {
        client.release(isLostConnection(error));
        throw error;
      }
    },
  };
}

/** SQLSTATEs of a connection that broke (class 08) and of a server going or coming (57P). */
const LOST = /^(08|57P)/;

/** Whether the server did not answer, so that nobody knows what became of the batch. */
export function isLostConnection(error: unknown): boolean {
  const state = stateOf(error);
  // What the server did not say is the socket's: broken, or never opened.
  return state === undefined ? !isOurFault(error) : LOST.test(state);
}

/** A deadlock, or a key taken by another batch at the same instant: nothing was committed. */
export function isWorthResending(error: unknown): boolean {
  return ['40001', '40P01', '23505'].includes(stateOf(error) ?? '');
}

/** The SQLSTATE, where the server itself told of the error; only its errors have a severity. */
function stateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A broken invariant or a wrong type is a bug, and sending it again would not mend it. */
function isOurFault(error: unknown): boolean {
  return (
    error instanceof AssertionFailure || error instanceof TypeError || error instanceof RangeError
  );
}

/** Decides a batch in a transaction of its own, durable when this returns. */
export async function decide(client: pg.ClientBase, batch: Batch): Promise<Outcome[]> {
  const values = argumentsOf(batch);
  const { rows } = await client.query<ResultRow>({ name: 'admission_decide', text, values });
  return outcomesOf(batch, rows);
}

/** Decides a batch as part of a larger change, such as hiding an employee. */
export async function decideWithin(tx: Transaction, batch: Batch): Promise<Outcome[]> {
  const query = CompiledQuery.raw(text, argumentsOf(batch));
  const { rows } = await tx.executeQuery<ResultRow>(query as CompiledQuery<ResultRow>);
  return outcomesOf(batch, rows);
}

function argumentsOf({ now, isResent, operations }: Batch): unknown[] {
  const ops = operations as readonly AnyOperation[];
  return [now, isResent, ...columns.map(({ of }) => ops.map((op) => of(op) ?? null))];
}

function outcomesOf({ operations }: Batch, rows: readonly ResultRow[]): Outcome[] {
  assert(rows.length === operations.length, 'every operation of a batch has its outcome');
  return rows.map((row) => (row.stored === null ? outcomeOf(row) : storedOutcome(row.stored)));
}

function outcomeOf({ i: _, stored, verdict, ...row }: ResultRow, replayed = false): Outcome {
  assert(verdict !== 'replayed' || stored !== null, 'a replay has what was kept');
  return {
    verdict: (verdict ?? 'released') as Verdict,
    lease: row.lease,
    account: row.account,
    currency: row.currency,
    at: row.at,
    activity: row.activity,
    meter: row.meter,
    grantedMs: row.granted_ms === null ? null : Number(row.granted_ms),
    final: row.final,
    expiresAt: row.expires_at,
    hold: row.hold,
    ports: row.ports,
    seats: row.seats,
    charged: row.charged,
    balance: row.balance,
    available: row.available,
    needed: row.needed,
    overrun: row.overrun,
    late: row.late,
    conflict: row.conflict,
    outcome: row.outcome,
    fullPools: row.full_pools,
    fullInUse: row.full_in_use,
    replayed,
  };
}

/** The reverse of `admission_stored_result`: money comes as text, instants as ISO 8601. */
function storedOutcome(stored: string): Outcome {
  const { kept, ...row } = JSON.parse(stored);
  const big = (value: string | null) => (value === null ? null : BigInt(value));
  const date = (value: string | null) => (value === null ? null : new Date(value));
  const outcome = outcomeOf(
    {
      ...row,
      at: date(row.at),
      expires_at: date(row.expires_at),
      granted_ms: big(row.granted_ms),
      hold: big(row.hold),
      charged: big(row.charged),
      balance: big(row.balance),
      available: big(row.available),
      needed: big(row.needed),
      stored,
    },
    true,
  );
  return { ...outcome, kept };
}

function codesOf(pools: readonly Pool[]): string {
  return pools.map((pool) => pool.licenseType).join(',');
}

function totalsOf(pools: readonly Pool[]): string {
  return pools.map((pool) => pool.total).join(',');
}
