import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { type DatabaseLog, silentLog } from './log.ts';
import { DatabaseRefused } from './refused.ts';

/** One numbered SQL file. */
export interface Migration {
  readonly number: number;
  /** The file's name, such as `0001_catalog.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
}

interface AppliedMigration {
  number: number;
  name: string;
  checksum: string;
}

export interface MigrationStatus {
  readonly applied: number;
  readonly pending: readonly string[];
}

const ownDirectory = path.join(import.meta.dirname, 'migrations');

/** One lock for all processes that migrate one database; the number only has to be ours. */
const lockKey = 7_655_021;

const fileName = /^(\d{4})_[a-z0-9-_]+\.sql$/;

/**
 * Reads the migrations of `directory` in their order.
 * Throws when a name does not say its number, or two claim the same one.
 */
export function readMigrations(directory: string = ownDirectory): Migration[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  const migrations = names.sort().map((name): Migration => {
    const number = Number(fileName.exec(name)?.[1]);
    if (!Number.isInteger(number)) {
      throw new Error(`${name}: a migration is named NNNN_what-it-does.sql, in lower case.`);
    }
    const sql = readFileSync(path.join(directory, name), 'utf8');
    return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1];
    if (before !== undefined && before.number === migration.number) {
      throw new Error(`${before.name} and ${migration.name} have the same number.`);
    }
  }
  return migrations;
}

/**
 * Brings the database up to the newest of `migrations`; each in its own transaction, all
 * under one lock, so that of several processes starting at once one applies them and the
 * others find nothing left to do.
 *
 * Throws DatabaseRefused when the database was migrated by a newer version of the product,
 * or by a file that has been changed since.
 */
export async function migrate(
  pool: pg.Pool,
  migrations: readonly Migration[] = readMigrations(),
  log: DatabaseLog = silentLog,
): Promise<MigrationStatus> {
  const client = await pool.connect();
  try {
    // Held by the session, not by a transaction: it must span all the migrations' own ones.
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(`
      create table if not exists schema_migrations (
        number     integer primary key,
        name       text not null,
        checksum   text not null,
        applied_at timestamptz not null default now()
      )`);
    const applied = await readApplied(client);
    const pending = pendingAfter(applied, migrations);
    for (const migration of pending) {
      await apply(client, migration);
      log.info({ migration: migration.name }, 'migration applied');
    }
    return { applied: applied.length + pending.length, pending: [] };
  } finally {
    // The connection is closed rather than given back, which frees the lock in every case.
    client.release(true);
  }
}

/** How far the database is, without changing it; refuses what {@link migrate} refuses. */
export async function migrationStatus(
  pool: pg.Pool,
  migrations: readonly Migration[] = readMigrations(),
): Promise<MigrationStatus> {
  const { rows } = await pool.query<{ there: boolean }>(
    "select to_regclass('schema_migrations') is not null as there",
  );
  const applied = rows[0]?.there === true ? await readApplied(pool) : [];
  const pending = pendingAfter(applied, migrations).map((migration) => migration.name);
  return { applied: applied.length, pending };
}

async function readApplied(client: pg.Pool | pg.PoolClient): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select number, name, checksum from schema_migrations order by number',
  );
  return rows;
}

/** What is still to apply, once every applied one is known and unchanged. */
function pendingAfter(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const { number, name, checksum } of applied) {
    const migration = known.get(number);
    if (migration === undefined) {
      throw new DatabaseRefused(
        `The database has the migration ${name}, which this version of Tollkeeper does not ` +
          'know: it was used by a newer version. Start that version, or restore a backup.',
      );
    }
    if (migration.checksum !== checksum) {
      throw new DatabaseRefused(
        `The migration ${migration.name} was changed after this database applied it. ` +
          'Put the file back as it was and write the change as a new migration.',
      );
    }
  }
  const done = new Set(applied.map(({ number }) => number));
  const newest = applied.at(-1);
  const pending = migrations.filter(({ number }) => !done.has(number));
  const late = pending.find(({ number }) => newest !== undefined && number < newest.number);
  if (late !== undefined && newest !== undefined) {
    throw new DatabaseRefused(
      `The migration ${late.name} is numbered before ${newest.name}, which this database ` +
        'already has. Give it the next free number.',
    );
  }
  return pending;
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query(
      'insert into schema_migrations (number, name, checksum) values ($1, $2, $3)',
      [migration.number, migration.name, migration.checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${migration.name} failed and was undone.`, { cause: error });
  }
}
