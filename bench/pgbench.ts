import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { BenchServer } from './bench-server.ts';
import { load, type Measured, percentile } from './load.ts';

const run = promisify(execFile);

/** A million rows: enough that clients seldom meet on one. */
const SCALE = 10;
const ROWS = SCALE * 100_000;

/** PostgreSQL's own benchmark of simple updates, or its transaction driven through `pg`. */
export interface Pgbench {
  /** How it is run, for the table's note. */
  readonly by: string;
  measure(inFlight: number, seconds: number): Promise<Measured>;
}

export async function preparePgbench(server: BenchServer): Promise<Pgbench> {
  const { target, open } = server;
  await open.pool.query('create database yardstick');
  const there: BenchServer['target'] = { ...target, database: 'yardstick' };
  const binary = findBinary();
  if (binary === undefined) {
    await createTables(there);
    return { by: 'its transaction through pg', measure: (n, s) => throughDriver(there, n, s) };
  }
  const options = ['-h', there.host ?? '', '-p', String(there.port), '-U', there.user ?? ''];
  await run(binary, ['-i', '-q', '-s', String(SCALE), ...options, 'yardstick']);
  return {
    by: 'the pgbench binary',
    measure: (inFlight, seconds) => byBinary(binary, options, inFlight, seconds),
  };
}

function findBinary(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const folders = existsSync(versions)
    ? readdirSync(versions).map((version) => path.join(versions, version, 'bin'))
    : [];
  const candidates = [...folders, ...(process.env.PATH ?? '').split(':')];
  return candidates.map((folder) => path.join(folder, 'pgbench')).find((file) => existsSync(file));
}

async function byBinary(
  binary: string,
  options: readonly string[],
  inFlight: number,
  seconds: number,
): Promise<Measured> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-pgbench-'));
  try {
    const jobs = Math.min(inFlight, os.availableParallelism());
    const log = ['--log', `--log-prefix=${path.join(directory, 'log')}`];
    const args = ['-N', '-n', '-c', String(inFlight), '-j', String(jobs), '-T', String(seconds)];
    const { stdout } = await run(binary, [...args, ...log, ...options, 'yardstick']);
    const latencies = readdirSync(directory)
      .flatMap((file) => readFileSync(path.join(directory, file), 'utf8').trim().split('\n'))
      .map((line) => Number(line.split(' ')[2]) / 1000)
      .sort((left, right) => left - right);
    return {
      opsPerSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]),
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function createTables(target: BenchServer['target']): Promise<void> {
  const pool = new pg.Pool({ ...target, max: 1 });
  await pool.query(`
    create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84));
    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp);
    insert into pgbench_accounts select n, 1, 0, '' from generate_series(1, ${ROWS}) n`);
  await pool.query('vacuum analyze pgbench_accounts');
  await pool.end();
}

async function throughDriver(
  target: BenchServer['target'],
  inFlight: number,
  seconds: number,
): Promise<Measured> {
  const pool = new pg.Pool({ ...target, max: inFlight });
  pool.on('error', () => undefined); // A server that stops first is the end, and no fault.
  const measured = await load(inFlight, seconds, () => async () => {
    const client = await pool.connect();
    const aid = 1 + Math.floor(Math.random() * ROWS);
    await client.query('begin');
    await client.query('update pgbench_accounts set abalance = abalance + 1 where aid = $1', [aid]);
    await client.query('select abalance from pgbench_accounts where aid = $1', [aid]);
    await client.query('insert into pgbench_history values (1, 1, $1, 1, now())', [aid]);
    await client.query('commit');
    client.release();
  });
  await pool.end();
  return measured;
}
