import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { ObjectState, StoredObject } from './stored-object.ts';

interface StorageObjectTables {
  storage_objects: {
    account: string;
    external_id: string;
    meter: string;
    kind: string;
    name: string;
    bytes: bigint;
    records: bigint | null;
    dialed_records: bigint | null;
    created_at: Date;
    last_used_at: Date;
    state: ObjectState;
    state_since: Date;
    version: bigint;
  };
  storage_purges: {
    id: string;
    account: string;
    objects: string[];
    freed_bytes: bigint;
    requested_at: Date;
  };
}

/** A purge as it was carried out. */
export interface Purge {
  readonly id: string;
  readonly objects: readonly string[];
  readonly freedBytes: bigint;
  readonly requestedAt: Date;
}

const objectOf = (row: StorageObjectTables['storage_objects']): StoredObject => ({
  externalId: row.external_id,
  meter: row.meter,
  kind: row.kind,
  name: row.name,
  bytes: row.bytes,
  records: row.records ?? undefined,
  dialedRecords: row.dialed_records ?? undefined,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  state: row.state,
  stateSince: row.state_since,
  version: Number(row.version),
});

export async function selectObject(
  tx: Transaction,
  account: string,
  externalId: string,
): Promise<StoredObject | undefined> {
  const row = await tables<StorageObjectTables>(tx)
    .selectFrom('storage_objects')
    .selectAll()
    .where('account', '=', account)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row && objectOf(row);
}

export interface ObjectFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly meter?: string | undefined;
  readonly state?: ObjectState | undefined;
}

/** In the order of their external ids. */
export async function selectObjects(
  tx: Transaction,
  account: string,
  { after, limit, meter, state }: ObjectFilter,
): Promise<StoredObject[]> {
  let query = tables<StorageObjectTables>(tx)
    .selectFrom('storage_objects')
    .selectAll()
    .where('account', '=', account);
  if (after !== undefined) query = query.where('external_id', '>', after);
  if (meter !== undefined) query = query.where('meter', '=', meter);
  if (state !== undefined) query = query.where('state', '=', state);
  return (await query.orderBy('external_id').limit(limit).execute()).map(objectOf);
}

/** The largest of those that count, deleted ones included. */
export async function selectLargest(
  tx: Transaction,
  account: string,
  limit: number,
): Promise<StoredObject[]> {
  const rows = await tables<StorageObjectTables>(tx)
    .selectFrom('storage_objects')
    .selectAll()
    .where('account', '=', account)
    .where('state', '<>', 'purged')
    .orderBy('bytes', 'desc')
    .orderBy('external_id')
    .limit(limit)
    .execute();
  return rows.map(objectOf);
}

/** Writes the object as it is now and adds the row of its history that says so. */
export async function writeObject(
  tx: Transaction,
  account: string,
  object: StoredObject,
  effectiveAt: Date,
): Promise<void> {
  const row: StorageObjectTables['storage_objects'] = {
    account,
    external_id: object.externalId,
    meter: object.meter,
    kind: object.kind,
    name: object.name,
    bytes: object.bytes,
    records: object.records ?? null,
    dialed_records: object.dialedRecords ?? null,
    created_at: object.createdAt,
    last_used_at: object.lastUsedAt,
    state: object.state,
    state_since: object.stateSince,
    version: BigInt(object.version),
  };
  const { account: _account, external_id: _externalId, ...changing } = row;
  await tables<StorageObjectTables>(tx)
    .insertInto('storage_objects')
    .values(row)
    .onConflict((conflict) => conflict.columns(['account', 'external_id']).doUpdateSet(changing))
    .execute();
  await sql`
    insert into storage_object_versions
      (account, external_id, version, meter, bytes, state, effective_at)
    values (${account}, ${object.externalId}, ${object.version}, ${object.meter}, ${object.bytes},
            ${object.state}, ${effectiveAt})
  `.execute(tx);
}

/** Bytes that count now, by meter; meters without any are absent. */
export async function selectBytesNow(
  tx: Transaction,
  account: string,
): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ meter: string; bytes: bigint }>`
    select meter, sum(bytes)::bigint as bytes from storage_objects
    where account = ${account} and state <> 'purged' group by meter
  `.execute(tx);
  return new Map(rows.map((row) => [row.meter, row.bytes]));
}

/** Bytes that counted at `instant`, by meter, from history: what happened then is included. */
export async function selectBytesAt(
  tx: Transaction,
  account: string,
  instant: Date,
): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ meter: string; bytes: bigint }>`
    select meter, sum(bytes)::bigint as bytes from (
      select distinct on (external_id) meter, bytes, state from storage_object_versions
      where account = ${account} and effective_at <= ${instant}
      order by external_id, version desc
    ) as then_stored
    where state <> 'purged' group by meter
  `.execute(tx);
  return new Map(rows.map((row) => [row.meter, row.bytes]));
}

/**
 * What a purge plan can be made of: everything deleted, every list, and of the rest the largest
 * and the least recently used. Bounded, because an account may have millions of recordings.
 */
export async function selectPurgeCandidates(
  tx: Transaction,
  account: string,
  limit: number,
): Promise<StoredObject[]> {
  const { rows } = await sql<StorageObjectTables['storage_objects']>`
    select distinct on (external_id) * from (
      (select * from storage_objects where account = ${account} and state = 'deleted'
       order by bytes desc limit ${limit})
      union all
      (select * from storage_objects
       where account = ${account} and state = 'stored' and records is not null
       order by bytes desc limit ${limit})
      union all
      (select * from storage_objects
       where account = ${account} and state = 'stored' and records is null
       order by bytes desc limit ${limit})
      union all
      (select * from storage_objects
       where account = ${account} and state = 'stored' and records is null
       order by last_used_at limit ${limit})
    ) as candidate order by external_id
  `.execute(tx);
  return rows.map(objectOf);
}

export async function insertPurge(tx: Transaction, account: string, purge: Purge): Promise<void> {
  await tables<StorageObjectTables>(tx)
    .insertInto('storage_purges')
    .values({
      id: purge.id,
      account,
      objects: [...purge.objects],
      freed_bytes: purge.freedBytes,
      requested_at: purge.requestedAt,
    })
    .execute();
}

export async function selectPurges(
  tx: Transaction,
  account: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Purge[]> {
  let query = tables<StorageObjectTables>(tx)
    .selectFrom('storage_purges')
    .selectAll()
    .where('account', '=', account);
  if (after !== undefined) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    objects: row.objects,
    freedBytes: row.freed_bytes,
    requestedAt: row.requested_at,
  }));
}
