import { PLACES, type SimulatedAccount, type World } from '../world.ts';
import { assign } from './assign.ts';
import { hire } from './hire.ts';
import { order } from './order.ts';

const START = new Date('2026-11-20T10:00:00Z');

/** A company with one billing account, a card, a test clock, and its first employees. */
export async function openAccount(world: World, index: number): Promise<SimulatedAccount> {
  const { client } = world;
  const [currency, timeZone, anchor] = PLACES[index % PLACES.length] ?? [
    'USD',
    'UTC',
    '2026-11-01',
  ];
  const company = (await client.post('/v1/companies', { name: `Company ${index + 1}` })).body.id;
  const clock = (await client.post('/v1/test-clocks', { now: START.toISOString() })).body.id;
  const made = await client.post(`/v1/companies/${company}/billing-accounts`, {
    name: 'Main',
    currency,
    time_zone: timeZone,
    anchor_date: anchor,
    test_clock: clock,
  });
  const { id } = made.body;
  for (const token of ['tok_ok', 'tok_timeout_after_success', 'tok_ach_pending', 'tok_decline']) {
    await client.post(`/v1/billing-accounts/${id}/funding-sources`, {
      provider: 'sandbox',
      token,
      default: token === 'tok_ok',
    });
  }
  const account: SimulatedAccount = {
    company,
    id,
    clock,
    currency,
    timeZone,
    anchor,
    now: START,
    employees: [],
    totals: new Map(),
    pending: new Map(),
    contracts: [],
    leases: [],
    acknowledged: new Set(),
    orders: new Set(),
    objects: [],
    refunds: 0,
  };
  const totals = { crm: 3, dialer_tab: 3, dialer: 2, flex_port: 3 };
  await order(world, account, { totals, minutes: '25.00' });
  for (let count = 0; count < 3; count += 1) await hire.run(world, account);
  for (let count = 0; count < 6; count += 1) await assign.run(world, account);
  return account;
}
