import type { App } from '../../app.ts';
import type { OpenDatabase } from '../../database/connect.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import type { Company } from '../../modules/companies/index.ts';
import { DemoCaller } from './demo-caller.ts';
import { createDemoPhones, type DemoPhones } from './demo-phones.ts';

const KEY_NAME = 'Demo phones';
const PEOPLE = { limit: 100, hidden: false };

/**
 * Has the demo company's three Flex Ports in use for as long as the product runs, by a key of
 * its own. Keys that an earlier run left behind are revoked.
 */
export async function startDemoPhones(
  app: App,
  open: OpenDatabase,
  company: Company,
): Promise<DemoPhones> {
  const { apiKeys, employees } = app.services;
  const secret = await open.database.transaction(async (tx) => {
    for (const key of await apiKeys.list(tx, company.id, { limit: 100 })) {
      if (key.name === KEY_NAME) await apiKeys.revoke(tx, SYSTEM, key.id);
    }
    const scopes = ['read', 'admission'] as const;
    const made = await apiKeys.create(tx, SYSTEM, { company: company.id, name: KEY_NAME, scopes });
    return made.secret;
  });
  const people = await open.database.read((tx) => employees.list(tx, company.id, PEOPLE));
  const idOf = (first: string) => people.find(({ firstName }) => firstName === first)?.id ?? '';
  const callers = { sender: idOf('Maria'), recorder: idOf('Grace') };
  const phones = createDemoPhones(new DemoCaller(app.fastify, secret), callers);
  await phones.beat();
  return phones;
}
