import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from './connect.ts';
import { type Migration, migrate, migrationStatus, readMigrations } from './migrate.ts';
import { freshDatabase } from './test-database.ts';

let open: OpenDatabase;

/** Each test has an empty database: as if nothing had ever been migrated. */
beforeEach(async () => {
  open = await freshDatabase(4);
  await open.pool.query('drop schema public cascade; create schema public');
});
afterEach(() => open.close());

function migration(number: number, sql: string): Migration {
  const name = `000${number}_probe.sql`;
  return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const first = migration(1, 'create table one (id integer)');
const second = migration(2, 'create table two (id integer)');

test('migrations are applied once each, in order', async () => {
  expect(await migrate(open.pool, [first])).toEqual({ applied: 1, pending: [] });
  expect(await migrate(open.pool, [first, second])).toEqual({ applied: 2, pending: [] });
  expect(await migrate(open.pool, [first, second])).toEqual({ applied: 2, pending: [] });
});

test('of several processes starting at once one migrates and the others wait', async () => {
  // The second would fail if it ran twice, and finds nothing if it ran before the first.
  const slow = [
    migration(1, 'create table one (id integer); select pg_sleep(0.1)'),
    migration(2, 'insert into one values (1); alter table one rename to once'),
  ];
  const done = await Promise.all([1, 2, 3].map(() => migrate(open.pool, slow)));
  expect(done.map(({ applied }) => applied)).toEqual([2, 2, 2]);
  expect((await open.pool.query('select id from once')).rows).toEqual([{ id: 1 }]);
});

test('a migration that fails is undone whole, and those before it stand', async () => {
  const broken = migration(2, 'create table two (id integer); select no_such_function()');
  await expect(migrate(open.pool, [first, broken])).rejects.toThrow(
    'The migration 0002_probe.sql failed and was undone.',
  );
  const status = await migrationStatus(open.pool, [first, second]);
  expect(status).toEqual({ applied: 1, pending: ['0002_probe.sql'] });
  expect(await migrate(open.pool, [first, second])).toEqual({ applied: 2, pending: [] });
});

test('a file that was changed after it was applied is refused', async () => {
  await migrate(open.pool, [first]);
  const changed = migration(1, 'create table one (id bigint)');
  await expect(migrate(open.pool, [changed])).rejects.toThrow('was changed after this database');
});

test('a database that a newer version migrated is refused', async () => {
  await migrate(open.pool, [first, second]);
  await expect(migrate(open.pool, [first])).rejects.toThrow('used by a newer version');
});

test('a file numbered before one already applied is refused', async () => {
  await migrate(open.pool, [second]);
  await expect(migrate(open.pool, [first, second])).rejects.toThrow('the next free number');
});

test('in an empty database everything is pending, and asking changes nothing', async () => {
  const pending = ['0001_probe.sql', '0002_probe.sql'];
  expect(await migrationStatus(open.pool, [first, second])).toEqual({ applied: 0, pending });
  const { rows } = await open.pool.query("select to_regclass('schema_migrations') as it");
  expect(rows).toEqual([{ it: null }]);
});

test('the shipped migrations apply to an empty database', async () => {
  const shipped = readMigrations();
  expect(shipped.length).toBeGreaterThan(0);
  expect(await migrate(open.pool, shipped)).toEqual({ applied: shipped.length, pending: [] });
});

test('files are read in the order of their numbers; bad names and doubles are refused', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  try {
    writeFileSync(path.join(folder, '0002_b.sql'), 'select 2');
    writeFileSync(path.join(folder, '0001_a.sql'), 'select 1');
    expect(readMigrations(folder).map(({ number }) => number)).toEqual([1, 2]);
    writeFileSync(path.join(folder, '0002_c.sql'), 'select 3');
    expect(() => readMigrations(folder)).toThrow('have the same number');
    writeFileSync(path.join(folder, '3.sql'), 'select 3');
    expect(() => readMigrations(folder)).toThrow('a migration is named');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
