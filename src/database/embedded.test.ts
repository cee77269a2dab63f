import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from './connect.ts';
import { firstClosedFolder } from './embedded/identity.ts';
import type { OwnerMessage } from './embedded/owner.fixture.ts';

const fixture = path.join(import.meta.dirname, 'embedded', 'owner.fixture.ts');
const nobody = { uid: 65_534, gid: 65_534, lent: true };
const isRoot = process.getuid?.() === 0;

let folder: string;
let cleanUps: (() => Promise<unknown> | unknown)[];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-embedded-'));
  cleanUps = [() => rmSync(folder, { recursive: true, force: true })];
});
afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

interface Owner {
  readonly child: ChildProcess;
  readonly messages: OwnerMessage[];
  committed(): number[];
}

/** Starts the fixture; its end belongs to the test, and at the latest to its clean-up. */
function startOwner(directory: string, role = 'hold', ids: object = {}): Owner {
  const child = fork(fixture, [directory, role], {
    execArgv: ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
    cwd: '/',
    ...ids,
  });
  const messages: OwnerMessage[] = [];
  child.on('message', (message) => messages.push(message as OwnerMessage));
  cleanUps.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const committed = () =>
    messages.flatMap((message) => ('committed' in message ? [message.committed] : []));
  return { child, messages, committed };
}

const answered = (owner: Owner) =>
  expect.poll(() => owner.messages[0], { timeout: 15_000, interval: 10 });

async function kill(owner: Owner, signal: NodeJS.Signals): Promise<void> {
  const exited = once(owner.child, 'exit');
  owner.child.kill(signal);
  await exited;
}

async function open(directory: string): Promise<OpenDatabase> {
  const opened = await openDatabase({ dataDirectory: directory });
  cleanUps.push(() => opened.close());
  return opened;
}

async function keptRows(opened: OpenDatabase): Promise<Set<number>> {
  const { rows } = await opened.pool.query<{ id: number }>('select id from kept');
  return new Set(rows.map(({ id }) => id));
}

const serverPid = () =>
  Number.parseInt(readFileSync(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8'), 10);

describe('ownership', () => {
  test('after kill -9 of the owner the next start finds every acknowledged row', async () => {
    const owner = startOwner(folder, 'write');
    await expect.poll(() => owner.committed().length, { timeout: 15_000 }).toBeGreaterThan(100);
    await kill(owner, 'SIGKILL');
    const running = serverPid();
    const next = await open(folder);
    expect(serverPid()).toBe(running); // Adopted, not started anew.
    const kept = await keptRows(next);
    expect(owner.committed().filter((id) => !kept.has(id))).toEqual([]);
  });

  test('a second process is refused within a second, and told who is there', async () => {
    const owner = startOwner(folder);
    await answered(owner).toHaveProperty('opened');
    const startedAt = performance.now();
    await expect(openDatabase({ dataDirectory: folder })).rejects.toThrow(
      `${folder} is in use by another Tollkeeper (process ${owner.child.pid}).`,
    );
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test('a guest may join a second process, and leaves the server running', async () => {
    const owner = startOwner(folder);
    await answered(owner).toHaveProperty('opened');
    const guest = await openDatabase({ dataDirectory: folder, guest: true });
    expect(await keptRows(guest)).toEqual(new Set());
    await guest.close();
    expect(process.kill(serverPid(), 0)).toBe(true);
  });

  test('of two first starts at once one owns a whole cluster, the other is refused', async () => {
    const owners = [startOwner(folder), startOwner(folder)];
    await Promise.all(owners.map((owner) => answered(owner).toBeDefined()));
    const kinds = owners.map(({ messages }) => Object.keys(messages[0] ?? {})[0]);
    expect(kinds.toSorted()).toEqual(['opened', 'refused']);
    const names = readdirSync(path.join(folder, 'postgres')).filter((name) => /new/.test(name));
    expect(names).toEqual([]);
  });
});

describe('the end', () => {
  test('close stops the server cleanly, and the next start recovers nothing', async () => {
    const owner = startOwner(folder);
    await answered(owner).toHaveProperty('opened');
    await kill(owner, 'SIGTERM');
    expect(existsSync(path.join(folder, 'postgres/data/postmaster.pid'))).toBe(false);
    await open(folder);
    const log = readFileSync(path.join(folder, 'postgres/server.log'), 'utf8');
    expect(log).not.toContain('automatic recovery');
  });

  test('SIGTERM lets running work commit before the server goes', async () => {
    const owner = startOwner(folder, 'write');
    await expect.poll(() => owner.committed().length, { timeout: 15_000 }).toBeGreaterThan(0);
    await kill(owner, 'SIGTERM');
    expect(owner.committed().at(-1)).toBe(0); // The row that it began after the signal.
    expect(await keptRows(await open(folder))).toContain(0);
  });

  test('a server that is killed with -9 under its owner comes back with every row', async () => {
    const owner = startOwner(folder, 'write');
    await expect.poll(() => owner.committed().length, { timeout: 15_000 }).toBeGreaterThan(50);
    const before = owner.committed().length;
    process.kill(serverPid(), 'SIGKILL');
    await expect
      .poll(() => owner.committed().length, { timeout: 15_000 })
      .toBeGreaterThan(before + 200);
    await kill(owner, 'SIGTERM');
    const kept = await keptRows(await open(folder));
    expect(owner.committed().filter((id) => !kept.has(id))).toEqual([]);
  });
});

describe('places', () => {
  test('a path too long for a socket gets a short private folder for it', async () => {
    chmodSync(folder, 0o755); // Else root would be sent to another place, with a short path.
    const long = path.join(folder, 'a'.repeat(60), "b c'd".repeat(8));
    const opened = await openDatabase({ dataDirectory: long });
    const socket = (opened.target.host as string) ?? '';
    expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
    expect(lstatSync(socket).mode & 0o777).toBe(0o700);
    await opened.close();
    expect(existsSync(socket)).toBe(false);
  });

  test('a first start that was cut short is not taken for a whole one by the next', async () => {
    const abandoned = path.join(folder, 'postgres', 'data.new-4194305');
    mkdirSync(abandoned, { recursive: true });
    if (isRoot) chownSync(path.dirname(abandoned), nobody.uid, nobody.gid);
    await open(folder);
    expect(existsSync(abandoned)).toBe(false);
  });

  test('a cluster of another major version is refused, with what to do', async () => {
    const cluster = path.join(folder, 'postgres', 'data');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(path.join(cluster, 'PG_VERSION'), '17\n');
    await expect(openDatabase({ dataDirectory: folder })).rejects.toThrow(
      /was made by PostgreSQL 17, and this Tollkeeper brings 18/,
    );
  });

  test('text is encoded and sorted alike on every machine, and a commit is on disk', async () => {
    const { pool } = await open(folder);
    const { rows } = await pool.query(
      `select datlocprovider as provider, datlocale as locale, lower('ÄÉ') as lower,
              current_setting('fsync') as fsync, current_setting('listen_addresses') as tcp
         from pg_database where datname = current_database()`,
    );
    expect(rows).toEqual([{ provider: 'b', locale: 'C.UTF-8', lower: 'äé', fsync: 'on', tcp: '' }]);
  });
});

describe.runIf(isRoot)('as root', () => {
  test('PostgreSQL runs as nobody, and its files are private to nobody', async () => {
    await open(folder);
    expect(lstatSync(path.join(folder, 'postgres'))).toMatchObject({ uid: nobody.uid });
    expect(lstatSync(path.join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(lstatSync(`/proc/${serverPid()}`).uid).toBe(nobody.uid);
  });

  test('a folder of another user, even one without a name, is served as that user', async () => {
    chownSync(folder, 12_345, 12_345);
    await open(folder);
    expect(lstatSync(`/proc/${serverPid()}`).uid).toBe(12_345);
  });

  test('a folder below one that only root may enter: kept elsewhere, and found again', async () => {
    chmodSync(folder, 0o700);
    const data = path.join(folder, 'data');
    const first = await openDatabase({ dataDirectory: data });
    const kept = realpathSync(path.join(data, 'postgres'));
    cleanUps.push(() => rmSync(kept, { recursive: true }));
    expect(kept).toMatch(/^\/var\/lib\/tollkeeper\/data-/);
    await first.pool.query('create table kept as select 7 as id');
    await first.close();
    expect(await keptRows(await open(data))).toEqual(new Set([7]));
  });

  const unreachable = firstClosedFolder(import.meta.dirname, nobody) !== undefined;
  test.skipIf(unreachable)('another user starts it too, without anything prepared', async () => {
    chownSync(folder, nobody.uid, nobody.gid);
    const owner = startOwner(folder, 'hold', { uid: nobody.uid, gid: nobody.gid });
    await answered(owner).toHaveProperty('opened');
  });

  test.skipIf(unreachable)("a user who is refused another user's data is told whose", async () => {
    await (await openDatabase({ dataDirectory: folder })).close();
    chownSync(path.join(folder, 'postgres'), 12_345, 12_345);
    const owner = startOwner(folder, 'hold', { uid: nobody.uid, gid: nobody.gid });
    await answered(owner).toMatchObject({
      refused: expect.stringContaining('belongs to user 12345, and this is user 65534'),
    });
  });
});
