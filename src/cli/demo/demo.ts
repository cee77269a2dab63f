import { createApp } from '../../app.ts';
import type { Config } from '../../config.ts';
import type { OpenDatabase } from '../../database/connect.ts';
import { migrate } from '../../database/migrate.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { systemClock } from '../../kernel/clock.ts';
import { type Company, SCOPES } from '../../modules/companies/index.ts';
import { createServices } from '../../services.ts';
import { DemoCaller } from './demo-caller.ts';
import { DemoClock } from './demo-clock.ts';
import { DEMO_EXTERNAL_ID, storyStart, tellDemo } from './demo-company.ts';

/**
 * Makes the demo company in a database that has no company yet, or goes on making one that was
 * interrupted. The demo company, or undefined where the database belongs to others. Through the
 * API, on a clock that runs from two billing periods ago up to now: history, charts and averages
 * are what they would be.
 */
export async function loadDemo(open: OpenDatabase, config: Config): Promise<Company | undefined> {
  await migrate(open.pool);
  const begun = await firstCompany(open);
  if (begun !== undefined && begun.company.externalId !== DEMO_EXTERNAL_ID) return undefined;
  if (begun?.isDone === true) return begun.company;
  const now = systemClock.now();
  const clock = new DemoClock(begun?.company.createdAt ?? storyStart(now));
  const app = await createApp({ open, config, log: false, clock });
  const { apiKeys } = app.services;
  try {
    const { key, secret } = await open.database.transaction((tx) =>
      apiKeys.create(tx, SYSTEM, { company: null, name: 'Demo', scopes: SCOPES }),
    );
    const api = new DemoCaller(app.fastify, secret);
    await tellDemo({ api, clock, now, catchUp: app.dueWork.bringUpToDate });
    await open.database.transaction((tx) => apiKeys.revoke(tx, SYSTEM, key.id));
  } finally {
    await app.close();
  }
  return (await firstCompany(open))?.company;
}

/** The oldest company, and whether the story's last step was taken: somebody left. */
async function firstCompany(
  open: OpenDatabase,
): Promise<{ company: Company; isDone: boolean } | undefined> {
  const { companies, employees } = createServices(open, systemClock);
  return await open.database.read(async (tx) => {
    const [company] = await companies.list(tx, SYSTEM, { limit: 1 });
    if (company === undefined) return undefined;
    const left = await employees.list(tx, company.id, { limit: 1, hidden: true });
    return { company, isDone: left.length > 0 };
  });
}
