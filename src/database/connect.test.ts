import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase, openServer } from './connect.ts';
import { silentLog } from './log.ts';
import { freshDatabase } from './test-database.ts';
import { inDatabase, query } from './test-server.ts';

let open: OpenDatabase;

beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

test('columns come back without loss: counts, days, instants, decimals, and arrays', async () => {
  const { rows } = await open.pool.query(`
    select 9007199254740993::bigint as count, '{1,null}'::bigint[] as counts,
           '2026-03-29'::date as day, array['2026-03-29'::date] as days,
           '2026-03-29 01:30:00+01'::timestamptz as instant,
           0.10::numeric as decimal, '{0.10}'::numeric[] as decimals`);
  expect(rows).toEqual([
    {
      count: 9007199254740993n,
      counts: [1n, null],
      day: '2026-03-29',
      days: ['2026-03-29'],
      instant: new Date('2026-03-29T00:30:00Z'),
      decimal: '0.10',
      decimals: ['0.10'],
    },
  ]);
});

test('sessions are in UTC whatever the zone of the server or of the process', async () => {
  const { rows } = await open.pool.query("select current_setting('timezone') as zone");
  expect(rows).toEqual([{ zone: 'UTC' }]);
});

test('a connection lost while idle is replaced and disturbs nobody', async () => {
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (_details: object, message: string) => warnings.push(message) };
  const other = await openServer(open.target, log, 1);
  const { rows } = await other.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  await open.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await expect.poll(() => warnings).toEqual(['a database connection was lost']);
  expect((await other.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await other.close();
});

test('a database that is not in UTF8 is refused, and told how to make one that is', async () => {
  const postgres = inDatabase(open.target, 'postgres');
  const name = `ascii_${process.pid}`;
  await query(
    postgres,
    `create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`,
  );
  try {
    const opening = openServer(inDatabase(open.target, name), silentLog, 1);
    await expect(opening).rejects.toThrow(/must be encoded in UTF8, but this one is in SQL_ASCII/);
  } finally {
    await query(postgres, `drop database ${name} with (force)`);
  }
});

test('a server that is too old is refused by its version', async () => {
  // No PostgreSQL 14 is at hand: a few bytes of its protocol answer the one question asked.
  const { url, close } = await pretendServer('140005');
  await expect(openDatabase({ url })).rejects.toThrow(
    'Tollkeeper needs PostgreSQL 15 or newer; this server is PostgreSQL 14.5.',
  );
  close();
});

test('neither a URL nor a folder is refused', async () => {
  await expect(openDatabase({})).rejects.toThrow('Neither a database URL nor a data directory');
});

/** A message of PostgreSQL's protocol: its type, its length, its body. */
function message(type: string, ...parts: (string | number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Lets everybody in and answers every query with one row: a version and an encoding. */
async function pretendServer(version: string): Promise<{ url: string; close: () => void }> {
  const ready = message('Z', 'I');
  const column = (name: string, type: number) => [
    ...Buffer.from(`${name}\0`),
    ...[0, 0, 0, 0, 0, 0, 0, 0, 0, type, 0, 4, 255, 255, 255, 255, 0, 0],
  ];
  const value = (text: string) => [0, 0, 0, text.length, ...Buffer.from(text)];
  const row = [
    message('T', [0, 2], column('version', 23), column('encoding', 25)),
    message('D', [0, 2], value(version), value('UTF8')),
    message('C', 'SELECT 1\0'),
    ready,
  ];
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', [0, 0, 0, 0]), ready]));
      socket.on('data', (bytes) => {
        if (bytes[0] === 'X'.charCodeAt(0)) socket.end();
        else socket.write(Buffer.concat(row));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `postgres://probe@127.0.0.1:${port}/probe`, close: () => server.close() };
}
