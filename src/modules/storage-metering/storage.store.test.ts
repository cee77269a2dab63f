import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../database/connect.ts';
import { createEvents } from '../../database/events.ts';
import { freshDatabase } from '../../database/test-database.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { formatAmount } from '../../kernel/money.ts';
import { type BillingAccount, createAccounts, createTestClocks } from '../accounts/index.ts';
import { createCatalog } from '../catalog/index.ts';
import { createCompanies } from '../companies/index.ts';
import { createReadings } from './readings.service.ts';
import { createStorageObjects } from './storage.service.ts';
import { createStorageReports } from './storage-report.service.ts';
import type { ObjectReport } from './stored-object.ts';

const clock = { now: () => new Date('2026-01-01T00:00:00Z') };
const events = createEvents();
const catalog = createCatalog({ events, clock });
const companies = createCompanies({ events, clock });
const testClocks = createTestClocks({ clock });
const accounts = createAccounts({ events, clock, companies, testClocks });
const usersAt = async () => 0;
const objects = createStorageObjects({ events, catalog });
const reports = createStorageReports({ catalog, usersAt });
const readings = createReadings({ events, catalog, usersAt });

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

const write = <T>(work: (tx: Transaction) => Promise<T>) => open.database.transaction(work);

/** A UTC account on a test clock, with its first period of January 2026. */
async function openAccount(now = '2026-01-01T00:00:00Z'): Promise<BillingAccount> {
  return await write(async (tx) => {
    const company = await companies.create(tx, SYSTEM, { name: 'Acme' });
    const testClock = await testClocks.create(tx, new Date(now));
    return await accounts.create(tx, SYSTEM, company, {
      name: 'Main',
      currency: 'USD',
      timeZone: 'UTC',
      anchorDate: '2026-01-01',
      testClock: testClock.id,
    });
  });
}

/** Moves the account's clock and reads every day that begins on the way. */
async function advance({ id, testClock }: BillingAccount, to: string): Promise<BillingAccount> {
  return await write(async (tx) => {
    for (;;) {
      const due = await readings.next(tx, id);
      if (due === undefined || due > new Date(to)) break;
      await testClocks.moveTo(tx, testClock ?? '', due);
      await readings.run(tx, await accounts.lock(tx, SYSTEM, id));
    }
    await testClocks.moveTo(tx, testClock ?? '', new Date(to));
    return await accounts.get(tx, SYSTEM, id);
  });
}

const recording = (gigabytes: number): ObjectReport => ({
  meter: 'recordings',
  kind: 'call_recording',
  name: 'A call',
  bytes: BigInt(gigabytes * 1_000) * 1_000_000n,
  createdAt: new Date('2025-12-01T00:00:00Z'),
  lastUsedAt: new Date('2025-12-01T00:00:00Z'),
});

const report = (account: BillingAccount, id: string, what: ObjectReport) =>
  write((tx) => objects.report(tx, SYSTEM, account, id, what));
const remove = (account: BillingAccount, id: string) =>
  write((tx) => objects.remove(tx, SYSTEM, account, id));
const purge = (account: BillingAccount, ...ids: string[]) =>
  write((tx) => objects.purge(tx, SYSTEM, account, ids));

async function projected(account: BillingAccount): Promise<string> {
  const { projectedFee } = await open.database.read((tx) => reports.report(tx, account));
  return formatAmount(projectedFee);
}

async function fee(account: BillingAccount, start: string, end: string): Promise<string> {
  const { amount } = await open.database.read((tx) =>
    reports.feeForPeriod(tx, account, { start, end }),
  );
  return formatAmount(amount);
}

describe('storage', () => {
  it('charges what it projected when nothing changes', async () => {
    let account = await openAccount();
    await report(account, 'r1', recording(2.5)); // 2 GB over the base of 0.5 GB
    expect(await projected(account)).toBe('40.00');
    account = await advance(account, '2026-01-17T13:00:00Z');
    expect(await projected(account)).toBe('40.00');
    account = await advance(account, '2026-02-01T00:00:00Z');
    expect(await fee(account, '2026-01-01', '2026-02-01')).toBe('40.00');
  });

  it('counts a day by its first instant: what comes at noon counts from tomorrow', async () => {
    let account = await openAccount('2026-01-01T12:00:00Z');
    await report(account, 'r1', recording(2.5));
    expect(await projected(account)).toBe('38.71'); // 40 × 30 ÷ 31
    account = await advance(account, '2026-02-01T00:00:00Z');
    expect(await fee(account, '2026-01-01', '2026-02-01')).toBe('38.71');
  });

  it('goes on counting what is deleted until it is purged', async () => {
    let account = await openAccount();
    await report(account, 'r1', recording(2.5));
    account = await advance(account, '2026-01-10T12:00:00Z');
    await remove(account, 'r1');
    expect(await projected(account)).toBe('40.00');
    const purged = await purge(account, 'r1');
    expect(purged.freedBytes).toBe(2_500_000_000n);
    expect(await projected(account)).toBe('12.90'); // ten days read so far: 40 × 10 ÷ 31
    account = await advance(account, '2026-02-01T00:00:00Z');
    expect(await fee(account, '2026-01-01', '2026-02-01')).toBe('12.90');
  });

  it('restores what is deleted, refuses to purge what is not, and purges only once', async () => {
    const account = await openAccount();
    await report(account, 'r1', recording(1));
    await expect(purge(account, 'r1')).rejects.toMatchObject({ code: 'object_not_deleted' });
    await remove(account, 'r1');
    const restored = await write((tx) => objects.restore(tx, SYSTEM, account, 'r1'));
    expect(restored.state).toBe('stored');
    await remove(account, 'r1');
    expect((await purge(account, 'r1', 'r1')).freedBytes).toBe(1_000_000_000n);
    expect((await purge(account, 'r1')).freedBytes).toBe(0n);
    await expect(remove(account, 'r1')).rejects.toMatchObject({ code: 'not_found' });
    await expect(purge(account, 'never')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('reads a past day from history alone, also when it is read late', async () => {
    let account = await openAccount();
    await report(account, 'r1', recording(2.5));
    account = await advance(account, '2026-01-20T00:00:00Z');
    // No reading was written for the twentieth yet; its fee follows from history all the same.
    await remove(account, 'r1');
    await purge(account, 'r1');
    expect(await projected(account)).toBe('24.52'); // days 1–19; the twentieth began purged
  });

  it('keeps readings and history unchangeable', async () => {
    const account = await openAccount();
    await report(account, 'r1', recording(2.5));
    await advance(account, '2026-01-03T00:00:00Z');
    for (const table of ['storage_readings', 'storage_object_versions']) {
      await expect(open.pool.query(`update ${table} set bytes = 0`)).rejects.toThrow('append-only');
      await expect(open.pool.query(`delete from ${table}`)).rejects.toThrow('append-only');
    }
  });

  it('has nothing due for an account that never stored anything', async () => {
    const account = await openAccount();
    expect(await write((tx) => readings.next(tx, account.id))).toBeUndefined();
    expect(await projected(account)).toBe('0.00');
  });
});
