import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { OPERATOR_KEY, type ProductProcess, productProcess } from '../../sim/product-process.ts';
import type { OpenDatabase } from '../../src/database/connect.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import { TERMS } from '../api/billing-account.ts';
import { type Caller, callerOf, type Json } from '../api/product.ts';
import { FakeStripe } from '../fake-stripe/fake-stripe.ts';

let stripe: FakeStripe;
let open: OpenDatabase;
let product: ProductProcess;
let operator: Caller;

beforeAll(async () => {
  stripe = await FakeStripe.start();
  open = await freshDatabase();
  const { host, port, user, database, connectionString } = open.target;
  const query = new URLSearchParams({ host: host ?? '', port: String(port) });
  const url = connectionString ?? `postgres://${user}@localhost/${database}?${query}`;
  product = await productProcess('unused', { ...stripe.settings, DATABASE_URL: url });
  operator = callerOf(product.address, OPERATOR_KEY);
  await product.start();
});
afterAll(async () => {
  await product.stop();
  await open.close();
  await stripe.close();
});
afterEach(() => {
  stripe.beforeAnswer = async () => undefined;
});

async function made(path: string, body: Json): Promise<Json> {
  const answer = await operator.post(path, body);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
  return answer.body;
}

let cards = 0;

/** A new account with a card at Stripe, and a quote for minutes. */
async function quoted() {
  const clock = await made('/v1/test-clocks', { now: '2026-11-23T12:00:00Z' });
  const company = await made('/v1/companies', { name: 'Killed' });
  const account = await made(`/v1/companies/${company.id}/billing-accounts`, {
    name: 'Main',
    currency: 'USD',
    time_zone: 'UTC',
    anchor_date: '2026-11-01',
    test_clock: clock.id,
  });
  const path = `/v1/billing-accounts/${account.id}`;
  cards += 1;
  const token = `pm_killed_${cards}`;
  stripe.books.addMethod(token, 'card');
  await made(`${path}/funding-sources`, { provider: 'stripe', token, default: true });
  const { id: quote } = await made(`${path}/quotes`, { minutes: '10.00' });
  const order = {
    quote,
    authorized_by: { first_name: 'Ada', last_name: 'Byron' },
    terms_version: TERMS,
  };
  const accept = () => operator.post(`${path}/orders`, order);
  return { id: account.id as string, clock: clock.id as string, path, accept };
}

/** Kills the product as Stripe is about to answer this call, and starts it again. */
async function killedAt(call: RegExp, accept: () => Promise<unknown>): Promise<void> {
  let killed = false;
  stripe.beforeAnswer = async () => {
    if (killed || !call.test(stripe.calls.at(-1) ?? '')) return;
    killed = true;
    await product.kill();
  };
  await expect(accept()).rejects.toThrow(); // The connection ends without an answer.
  expect(killed).toBe(true);
  await product.start();
  // Whoever died held the payment for half a minute; nobody here waits that long.
  await open.pool.query('update payments_payments set claimed_until = null');
}

async function capturesOf(account: string): Promise<number> {
  const { rows } = await open.pool.query(
    'select charge_key from payments_payments where account = $1',
    [account],
  );
  return rows.flatMap((row) => stripe.captures(row.charge_key)).length;
}

const balanceOf = async (path: string) =>
  (await operator.get(`${path}/minutes`)).body.balance.amount;

const POINTS: readonly [name: string, call: RegExp][] = [
  ['once the key is stored and nothing was asked for', /GET .*payment_methods/],
  ['once Stripe has the intent', /POST .*payment_intents$/],
  ['once Stripe has taken the money', /POST .*confirm$/],
];

test.each(POINTS)(
  'a product killed %s captures once and delivers',
  async (_, call) => {
    const { id, path, accept } = await quoted();
    await killedAt(call, accept);
    const answer = await accept();
    expect([201, 409], JSON.stringify(answer.body)).toContain(answer.status);
    expect(await capturesOf(id)).toBe(1);
    expect(await balanceOf(path)).toBe('10.00');
    expect((await operator.get(`${path}/receipts`)).body.data).toHaveLength(1);
  },
  60_000,
);

test.each(POINTS.slice(-1))(
  'a product killed %s finds out by itself what became of it',
  async (_, call) => {
    const { id, clock, path, accept } = await quoted();
    await killedAt(call, accept);
    const now = '2026-11-23T12:10:00Z';
    expect((await operator.post(`/v1/test-clocks/${clock}/advance`, { now })).status).toBe(200);
    const captures = await capturesOf(id);
    expect(await balanceOf(path)).toBe(captures === 1 ? '10.00' : '0.00');
    const [payment] = (await operator.get(`${path}/payments`)).body.data;
    expect(payment.status).toBe(captures === 1 ? 'succeeded' : 'declined');
  },
  60_000,
);
