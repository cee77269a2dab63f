import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedRenewalAccounts } from '../../bench/renewal-accounts.ts';
import type { OpenDatabase } from '../../src/database/connect.ts';
import { freshDatabase } from '../../src/database/test-database.ts';

const main = path.join(import.meta.dirname, '../../src/cli/main.ts');
const ACCOUNTS = 600;

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
  // The first of this month and the one before it: two periods of each account are due.
  const now = new Date();
  const dueOn = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const day = dueOn.toISOString().slice(0, 10);
  await seedRenewalAccounts(open.pool, { count: ACCOUNTS, dueOn: day, name: 'killed' });
});
afterAll(() => open.close());

function renew(): ChildProcess {
  const { host, port, user, database, connectionString } = open.target;
  const query = new URLSearchParams({ host: host ?? '', port: String(port) });
  const url = connectionString ?? `postgres://${user}@localhost/${database}?${query}`;
  return spawn(process.execPath, [main, 'renew', '--batch', '10', '--workers', '3'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'ignore',
  });
}

const count = async (what: string) =>
  Number((await open.pool.query(`select count(*) as count from ${what}`)).rows[0].count);

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a run that is killed again and again renews every period once, without a gap', async () => {
  for (const killedAt of [100, 300, 600]) {
    const running = renew();
    const ended = once(running, 'exit');
    await until(async () => (await count('invoicing_documents')) >= killedAt);
    running.kill('SIGKILL');
    await ended;
  }
  const left = (2 * ACCOUNTS - (await count('invoicing_documents'))) as number;
  expect(left).toBeGreaterThan(0); // Each was killed in the middle of something.
  const [exitCode] = await once(renew(), 'exit');
  expect(exitCode).toBe(0);
  const { rows } = await open.pool.query(`
    select account, array_agg(period_start order by number) as starts, sum(total) as total,
      (select array_agg(period_start order by period_start) from invoicing_documents other
       where other.account = document.account) as in_order
    from invoicing_documents document group by account`);
  expect(rows).toHaveLength(ACCOUNTS);
  for (const { starts, in_order: inOrder } of rows) {
    expect(starts).toHaveLength(2);
    expect(starts).toEqual(inOrder);
  }
  const numbers = await open.pool.query(
    `select min(number) as lowest, max(number) as highest, count(*) as given,
       (select last_number from invoicing_series where code = 'invoice') as last_number
     from invoicing_documents`,
  );
  const given = BigInt(2 * ACCOUNTS);
  expect(numbers.rows[0]).toEqual({ lowest: 1n, highest: given, given, last_number: given });
  expect(await count('invoicing_open_items')).toBe(2 * ACCOUNTS);
  expect(await count('accounts where next_renewal_at <= now()')).toBe(0);
  const batches = await open.pool.query(
    'select sum(accounts) as sum from invoicing_renewal_batches',
  );
  expect(Number(batches.rows[0].sum)).toBe(2 * ACCOUNTS);
}, 60_000);
