import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../database/connect.ts';
import { freshDatabase } from '../database/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import type { DueSource } from '../modules/accounts/index.ts';
import { selectFailures } from './job-failures.store.ts';
import { createScheduler } from './scheduler.ts';

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
  await open.pool.query(`
    insert into companies (id, name, created_at) values ('co_1', 'One', now());
    insert into accounts (id, company, name, currency, time_zone, anchor_date, opened_at,
                          renewed_until, next_renewal_at)
    values ('ba_1', 'co_1', 'Main', 'USD', 'UTC', '2026-11-01', now(), '2199-01-01', '2199-01-01')
  `);
});
afterAll(() => open.close());

const failures = () => open.database.read((tx) => selectFailures(tx, { limit: 10 }));

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('due work that fails is written down with its reason, left alone, and forgotten when done', async () => {
  let isDue = true;
  let tries = 0;
  const source = {
    name: 'simulated',
    accountsDue: async () => (isDue ? ['ba_1'] : []),
  } as unknown as DueSource;
  const scheduler = createScheduler({
    database: open.database,
    clock: systemClock,
    sources: [source],
    dueWork: {
      async bringUpToDate() {
        tries += 1;
        if (tries === 1) throw new Error('The printer is on fire.');
        isDue = false;
      },
      advance: async () => {},
    },
    log: { error: () => {} },
  });
  scheduler.start();
  await until(async () => (await failures()).length === 1);
  const [failure] = await failures();
  expect(failure).toMatchObject({
    account: 'ba_1',
    reason: 'The printer is on fire.',
    failures: 1,
  });
  expect(failure?.retryAt.getTime()).toBeGreaterThan(Date.now());
  await open.pool.query("update jobs_failures set retry_at = now() - interval '1 second'");
  await until(async () => (await failures()).length === 0);
  expect(tries).toBe(2);
  await scheduler.stop();
});
