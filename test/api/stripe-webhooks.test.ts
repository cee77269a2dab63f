import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeStripe } from '../fake-stripe/fake-stripe.ts';
import { openAccount, usd } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

let stripe: FakeStripe;
let product: Product;
/** The machine's clock, by which events are forgotten. */
let aheadDays = 0;
const clock = { now: () => new Date(Date.now() + aheadDays * 86_400_000) };
beforeAll(async () => {
  stripe = await FakeStripe.start();
  product = await startProduct({ clock, settings: stripe.settings });
});
afterAll(async () => {
  await product.close();
  await stripe.close();
});

const outcomes = async () => {
  const { rows } = await product.open.pool.query(
    'select outcome, count(*)::int as count from stripe_events group by outcome order by outcome',
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
};

async function openWithCard() {
  const account = await openAccount(product, { tokens: [] });
  const token = `pm_${account.id}`;
  stripe.books.addMethod(token, 'card');
  await product.operator.post(`/v1/billing-accounts/${account.id}/funding-sources`, {
    provider: 'stripe',
    token,
    default: true,
  });
  return account;
}

test('a webhook that is forged, old, unsigned or no JSON is 400 and changes nothing', async () => {
  await openWithCard();
  const event = { id: 'evt_forged', type: 'payment_intent.succeeded', data: { object: {} } };
  const before = await product.countChanges();
  const forged = await stripe.deliver(product.address, event, { secret: 'whsec_another' });
  expect(forged.status).toBe(400);
  expect(await forged.json()).toMatchObject({ code: 'forged_webhook' });
  const replayed = await stripe.deliver(product.address, event, { ageSeconds: 301 });
  expect(replayed.status).toBe(400);
  const path = `${product.address}/v1/integrations/stripe/webhooks`;
  for (const body of ['', '{', JSON.stringify(event)]) {
    const headers = { 'content-type': 'application/json', 'stripe-signature': 't=1,v1=00' };
    expect((await fetch(path, { method: 'POST', body, headers })).status).toBe(400);
    expect((await fetch(path, { method: 'POST', body })).status).toBe(400);
  }
  expect(await product.countChanges()).toBe(before);
  expect(await outcomes()).toEqual({});
});

test('a webhook about nothing of ours is 200, counted and without effect', async () => {
  const before = await product.countChanges();
  const unknown = [
    { object: 'payment_intent', id: 'pi_of_another_company' },
    { object: 'charge', id: 'ch_1', payment_intent: null },
    { object: 'dispute', id: 'dp_1', payment_intent: 'pi_unknown' },
    { object: 'checkout.session', id: 'cs_unknown' },
    { object: 'payment_method', id: 'pm_unknown' },
    { object: 'invoice', id: 'in_1' },
    {},
  ];
  for (const [index, object] of unknown.entries()) {
    const event = { id: `evt_unknown_${index}`, type: 'some.thing', data: { object } };
    const answer = await stripe.deliver(product.address, event);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ outcome: 'ignored' });
  }
  expect(await product.countChanges()).toBe(before);
  expect(await outcomes()).toEqual({ ignored: unknown.length });
});

test('what a webhook says is never believed: Stripe is asked', async () => {
  const account = await openWithCard();
  await account.buy({ minutes: '10.00' });
  const intent = stripe.books.list('payment_intent').at(-1);
  stripe.events.length = 0;
  const lie = { ...intent, status: 'canceled', last_payment_error: { code: 'card_declined' } };
  for (const [id, type, object] of [
    ['evt_lie_1', 'payment_intent.payment_failed', lie],
    [
      'evt_lie_2',
      'charge.refunded',
      { object: 'charge', payment_intent: intent?.id, refunded: true },
    ],
    ['evt_lie_3', 'charge.dispute.created', { object: 'dispute', payment_intent: intent?.id }],
  ] as const) {
    const answer = await stripe.deliver(product.address, { id, type, data: { object } });
    expect(answer.status).toBe(200);
  }
  expect((await account.minutes()).balance).toEqual(usd('10.00'));
  expect((await account.get('/payments')).data[0].status).toBe('succeeded');
});

test('an event that is delivered five times at once acts once, and is a duplicate later', async () => {
  const account = await openWithCard();
  await account.buy({ minutes: '10.00' });
  const intent = stripe.books.list('payment_intent').at(-1);
  stripe.events.length = 0;
  stripe.books.dispute(String(intent?.id));
  const [event] = stripe.events.splice(0);
  const deliver = () => stripe.deliver(product.address, event ?? {});
  const answers = await Promise.all(Array.from({ length: 5 }, deliver));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await (await deliver()).json()).toMatchObject({ outcome: 'duplicate' });
  const entries = (await account.get('/minutes/entries')).data;
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['reversal', 'purchase']);
});

test('an event of long ago is forgotten, and does nothing should it come once more', async () => {
  const account = await openWithCard();
  await account.buy({ minutes: '10.00' });
  const [event] = stripe.events.splice(0);
  await stripe.deliver(product.address, event ?? {});
  const forgetOld = product.app.tidy;
  await forgetOld();
  expect(await (await stripe.deliver(product.address, event ?? {})).json()).toMatchObject({
    outcome: 'duplicate',
  });
  aheadDays = 61;
  await forgetOld();
  expect(await outcomes()).toEqual({});
  const before = await product.countChanges();
  expect((await stripe.deliver(product.address, event ?? {})).status).toBe(200);
  const forged = await stripe.deliver(product.address, event ?? {}, { secret: 'whsec_another' });
  expect(forged.status).toBe(400);
  expect(await product.countChanges()).toBe(before);
  expect((await account.minutes()).balance).toEqual(usd('10.00'));
});

test('webhooks that come before the answer of the very call deliver once', async () => {
  const account = await openWithCard();
  stripe.events.length = 0;
  const delivered: Promise<number[]>[] = [];
  stripe.beforeAnswer = async () => {
    delivered.push(stripe.deliverAll(product.address));
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const order = await account.buy({ totals: { crm: 1 }, minutes: '10.00' });
  stripe.beforeAnswer = async () => undefined;
  await Promise.all(delivered);
  await stripe.deliverAll(product.address);
  expect((await account.get(`/v1/orders/${order.id}`)).status).toBe('completed');
  expect((await account.get('/receipts')).data).toHaveLength(1);
  expect((await account.minutes()).balance).toEqual(usd('10.00'));
});

test('without Stripe there is no such address, and its sandbox is the other way round', async () => {
  const names = (await product.operator.get('/v1/payment-providers')).body.data;
  expect(names).toEqual([
    { name: 'stripe', has_setup_page: true },
    { name: 'offline', has_setup_page: false },
  ]);
  const plain = await startProduct();
  const answer = await stripe.deliver(plain.address, { id: 'evt_1' });
  expect(answer.status).toBe(404);
  const providers = (await plain.operator.get('/v1/payment-providers')).body.data;
  expect(providers.map(({ name }: { name: string }) => name)).toEqual(['sandbox', 'offline']);
  const account = await openAccount(plain);
  const path = `/v1/billing-accounts/${account.id}/funding-source-setups`;
  expect(await plain.operator.post(path, {})).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/provider' }] },
  });
  await plain.close();
});
