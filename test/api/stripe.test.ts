import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Behaviour } from '../fake-stripe/behaviour.ts';
import { FakeStripe } from '../fake-stripe/fake-stripe.ts';
import { type BillingAccountUnderTest, openAccount, usd } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let stripe: FakeStripe;
let product: Product;
/** The machine's clock: claims of a process that died are given up by it. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };

beforeAll(async () => {
  stripe = await FakeStripe.start();
  product = await startProduct({ clock, settings: stripe.settings });
});
afterAll(async () => {
  // Whatever the tests did: recomputed from history, every figure is what was charged.
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  await stripe.close();
  expect(differences).toEqual([]);
});
beforeEach(() => {
  stripe.events.length = 0;
  stripe.script.length = 0;
});
afterEach(() => {
  stripe.beforeAnswer = async () => undefined;
});

let accounts = 0;

/** An account with a method of its own at the fake, behaving as the token named does. */
async function open(token: string, options: Json = {}): Promise<BillingAccountUnderTest> {
  const account = await openAccount(product, { ...options, tokens: [] });
  await addMethod(account, token);
  return account;
}

async function addMethod(account: BillingAccountUnderTest, token: string): Promise<Json> {
  accounts += 1;
  const id = `${token}_${accounts}`;
  const behaviour = stripe.books.behaviours.get(token);
  const kind = token === 'pm_debit' ? 'bank' : 'card';
  stripe.books.addMethod(id, kind, { ...(behaviour && { behaviour }) });
  const path = `/v1/billing-accounts/${account.id}/funding-sources`;
  const added = await product.operator.post(path, { provider: 'stripe', token: id, default: true });
  expect(added, JSON.stringify(added.body)).toMatchObject({ status: 201 });
  return added.body;
}

async function chargeKeyOf(account: BillingAccountUnderTest): Promise<string[]> {
  const { rows } = await product.open.pool.query(
    'select charge_key from payments_payments where account = $1 order by id',
    [account.id],
  );
  return rows.map((row) => row.charge_key);
}

async function capturesOf(account: BillingAccountUnderTest): Promise<number> {
  const keys = await chargeKeyOf(account);
  return keys.flatMap((key) => stripe.captures(key)).length;
}

const deliverAll = () => stripe.deliverAll(product.address);

describe('a funding source at Stripe', () => {
  test('is a token with a label and an expiry, never a card number', async () => {
    const account = await open('pm_ok');
    const [source] = (await account.get('/funding-sources')).data;
    expect(source).toMatchObject({
      provider: 'stripe',
      kind: 'card',
      label: 'Visa ending in 4242',
      expires_on: '2030-02-28',
      status: 'valid',
    });
  });

  test('of another company is no token of this one', async () => {
    const owner = await open('pm_ok');
    const { rows } = await product.open.pool.query(
      'select token from payments_funding_sources where account = $1',
      [owner.id],
    );
    const thief = await openAccount(product, { tokens: [] });
    const path = `/v1/billing-accounts/${thief.id}/funding-sources`;
    for (const token of [rows[0].token, 'pm_never', 'cus_00000001']) {
      const refused = await product.operator.post(path, { provider: 'stripe', token });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/token' }] } });
    }
  });

  test('that pays in one currency is not taken for an account in another', async () => {
    const account = await openAccount(product, { tokens: [], currency: 'EUR' });
    stripe.books.addMethod('pm_dollars', 'bank');
    const refused = await product.operator.post(
      `/v1/billing-accounts/${account.id}/funding-sources`,
      { provider: 'stripe', token: 'pm_dollars' },
    );
    expect(refused).toMatchObject({ status: 422, body: { details: { currencies: ['USD'] } } });
    expect((await account.get('/funding-sources')).data).toEqual([]);
  });

  test('is given on a page of Stripe’s, and added once by return and webhook together', async () => {
    const account = await openAccount(product, { tokens: [] });
    const path = `/v1/billing-accounts/${account.id}/funding-source-setups`;
    const begun = await product.operator.post(path, { default: true });
    expect(begun).toMatchObject({
      status: 201,
      body: { status: 'pending', url: expect.stringContaining('https://checkout') },
    });
    const finish = () => product.operator.post(`/v1/funding-source-setups/${begun.body.id}/finish`);
    expect((await finish()).body.status).toBe('pending');
    const { rows } = await product.open.pool.query(
      'select reference from payments_setups where id = $1',
      [begun.body.id],
    );
    stripe.books.completeSession(rows[0].reference, 'card', { charge: 'succeed' });
    const [event] = stripe.events.splice(0);
    const [first, second, delivered] = await Promise.all([
      finish(),
      finish(),
      stripe.deliver(product.address, event ?? {}),
    ]);
    expect(delivered.status).toBe(200);
    expect(first.body).toMatchObject({ status: 'completed' });
    expect(second.body.funding_source).toBe(first.body.funding_source);
    expect((await account.get('/funding-sources')).data).toMatchObject([
      { id: first.body.funding_source, default: true, kind: 'card' },
    ]);
    expect((await account.buy({ minutes: '10.00' })).status).toBe('completed');
  });

  test('is kept up to date: a new expiry, and one that can be charged no more', async () => {
    const account = await open('pm_ok');
    const { rows } = await product.open.pool.query(
      'select token from payments_funding_sources where account = $1',
      [account.id],
    );
    const method = stripe.books.get(rows[0].token, 'payment_method');
    Object.assign(method, {
      card: { brand: 'visa', last4: '5556', exp_year: 2034, exp_month: 12 },
    });
    stripe.books.onEvent('payment_method.automatically_updated', method);
    await deliverAll();
    const [source] = (await account.get('/funding-sources')).data;
    expect(source).toMatchObject({ label: 'Visa ending in 5556', expires_on: '2034-12-31' });
    method.customer = 'cus_of_somebody_else';
    stripe.books.onEvent('payment_method.detached', method);
    await deliverAll();
    expect((await account.get('/funding-sources')).data[0].status).toBe('invalid');
  });
});

describe('a charge at Stripe', () => {
  test('that succeeds delivers; one that is declined changes nothing and stays declined', async () => {
    const account = await open('pm_ok');
    expect((await account.buy({ totals: { crm: 1 }, minutes: '10.00' })).status).toBe('completed');
    await addMethod(account, 'pm_declined');
    const quote = (await account.quote({ minutes: '20.00' })).body.id;
    expect(await account.accept(quote)).toMatchObject({
      status: 402,
      body: { code: 'payment_declined' },
    });
    expect((await account.get('/payments')).data[0]).toMatchObject({
      status: 'declined',
      failure: 'insufficient_funds',
    });
    // Cancelled, so that no confirmation of whomever can take money for it later.
    expect(stripe.books.list('payment_intent').at(-1)?.status).toBe('canceled');
    expect((await account.minutes()).balance).toEqual(usd('10.00'));
  });

  test('of too little or too much for Stripe is declined with its reason', async () => {
    const account = await open('pm_ok');
    for (const [minutes, failure] of [
      ['0.01', 'amount_too_small'],
      ['1000000.00', 'amount_too_large'],
    ] as const) {
      const quote = (await account.quote({ minutes })).body.id;
      expect(await account.accept(quote)).toMatchObject({ status: 402 });
      expect((await account.get('/payments')).data[0]).toMatchObject({ failure });
    }
    for (const minutes of ['0.001', '1000000000000']) {
      expect(await account.quote({ minutes })).toMatchObject({ status: 422 });
    }
  });

  test('is one capture at most, whatever becomes of the calls and whoever repeats it', async () => {
    const account = await open('pm_ok');
    const behaviour = fc.constantFrom<Behaviour>(
      'work',
      'lose_answer',
      'lose_request',
      'slow',
      'fault_after',
      'fault_before',
      'rate_limit',
    );
    let bought = 0;
    const property = fc.asyncProperty(
      fc.array(behaviour, { maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      async (script, callers, claimsEnd) => {
        const quote = (await account.quote({ minutes: '10.00' })).body.id;
        stripe.script.push(...script);
        const accept = () => {
          if (claimsEnd) aheadMs += 31_000; // As if the process that talks to Stripe had died.
          return account.accept(quote);
        };
        await Promise.all(Array.from({ length: callers }, accept));
        stripe.script.length = 0;
        let last = await accept();
        for (let again = 0; last.status === 503 && again < 4; again += 1) last = await accept();
        // Bought just now, or by one of the callers before.
        expect([201, 409]).toContain(last.status);
        bought += 1;
        expect(await capturesOf(account)).toBe(bought);
        expect((await account.minutes()).balance).toEqual(usd(`${bought * 10}.00`));
      },
    );
    await fc.assert(property, { numRuns: 12 });
  }, 60_000);

  test('is one also where the first confirmation arrives after the second', async () => {
    const account = await open('pm_ok');
    const quote = (await account.quote({ minutes: '10.00' })).body.id;
    // The client itself repeats a call whose connection was cut, once; that is lost as well.
    stripe.script.push('work', 'arrive_late', 'lose_request');
    expect((await account.accept(quote)).status).toBe(503);
    expect((await account.accept(quote)).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await capturesOf(account)).toBe(1);
    expect((await account.minutes()).balance).toEqual(usd('10.00'));
  });

  test('is withdrawn where nobody asks again, and never captured afterwards', async () => {
    const account = await open('pm_ok');
    const quote = (await account.quote({ minutes: '10.00' })).body.id;
    stripe.script.push('work', 'lose_request', 'lose_request');
    expect((await account.accept(quote)).status).toBe(503);
    await account.advance('2026-11-23T12:05:00Z');
    expect(await capturesOf(account)).toBe(0);
    expect((await account.get('/payments')).data[0]).toMatchObject({
      status: 'declined',
      failure: 'withdrawn',
    });
    const [key] = await chargeKeyOf(account);
    const intent = stripe.books
      .list('payment_intent')
      .find(({ metadata }) => (metadata as Json).charge_key === key);
    expect(intent?.status).toBe('canceled');
  });

  test('by two processes and twenty callers at once is one', async () => {
    const account = await open('pm_ok');
    const quote = (await account.quote({ totals: { crm: 1 }, minutes: '10.00' })).body.id;
    stripe.script.push('lose_answer', 'lose_answer');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => {
        aheadMs += 31_000; // Every claim has just ended: all of them talk to Stripe at once.
        return account.accept(quote);
      }),
    );
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    const last = await account.accept(quote, { 'idempotency-key': 'afterwards' });
    expect([201, 409]).toContain(last.status);
    expect(await capturesOf(account)).toBe(1);
    expect((await account.get('/receipts')).data).toHaveLength(1);
    expect((await account.minutes()).balance).toEqual(usd('10.00'));
  });
});

describe('a payment that the customer has to confirm', () => {
  const wait = async (account: BillingAccountUnderTest, body: Json) => {
    const order = await account.buy(body);
    expect(order).toMatchObject({
      status: 'payment_pending',
      confirm_payment: { url: expect.stringContaining('https://bank'), by: expect.any(String) },
    });
    const intent = String(order.confirm_payment.url).split('/').at(-1) ?? '';
    return { order, intent };
  };
  const statusOf = async (account: BillingAccountUnderTest, order: Json) =>
    (await account.get(`/v1/orders/${order.id}`)).status;

  test('gives nothing until it is confirmed, and then everything', async () => {
    const account = await open('pm_authenticate');
    const { order, intent } = await wait(account, { totals: { crm: 2 }, minutes: '10.00' });
    expect((await account.get('')).licenses.crm.total).toBe(0);
    expect((await account.minutes()).pending_purchases).toEqual(usd('10.00'));
    stripe.events.length = 0;
    stripe.books.conclude(intent, 'succeed');
    expect(await deliverAll()).toEqual([200]);
    expect(await statusOf(account, order)).toBe('completed');
    expect((await account.get('')).licenses.crm.total).toBe(2);
    expect(await capturesOf(account)).toBe(1);
  });

  test('is found out about without any webhook', async () => {
    const account = await open('pm_authenticate');
    const { order, intent } = await wait(account, { minutes: '10.00' });
    stripe.books.conclude(intent, 'succeed');
    await account.advance('2026-11-23T12:05:00Z');
    expect(await statusOf(account, order)).toBe('completed');
  });

  test('fails when the customer does, and the quote may be paid in another way', async () => {
    const account = await open('pm_authenticate');
    const { order, intent } = await wait(account, { minutes: '10.00' });
    stripe.books.conclude(intent, 'fail');
    await deliverAll();
    expect(await statusOf(account, order)).toBe('declined');
    await addMethod(account, 'pm_ok');
    expect(await account.accept(order.quote)).toMatchObject({ status: 201 });
  });

  test('is withdrawn when the quote would have ended, and holds no renewal up', async () => {
    const account = await open('pm_authenticate', { now: '2026-11-30T23:45:00Z' });
    const { order, intent } = await wait(account, { totals: { crm: 2 } });
    expect(order.confirm_payment.by).toBe('2026-12-01T00:00:00.000Z');
    await account.advance('2026-12-01T00:00:00Z');
    expect(await statusOf(account, order)).toBe('declined');
    expect(stripe.books.get(intent, 'payment_intent').status).toBe('canceled');
    expect(await account.invoices()).toEqual([]);
  });

  test('makes room for another order, and is not captured as well', async () => {
    const account = await open('pm_authenticate');
    const first = await wait(account, { totals: { crm: 2 } });
    await addMethod(account, 'pm_ok');
    expect((await account.buy({ totals: { crm: 3 } })).status).toBe('completed');
    expect(await statusOf(account, first.order)).toBe('declined');
    expect(await capturesOf(account)).toBe(1);
    expect((await account.get('')).licenses.crm.total).toBe(3);
  });
});

describe('a bank debit at Stripe', () => {
  test('is pending, then cleared or bounced, in whatever order the events come', async () => {
    for (const [how, status] of [
      ['succeed', 'completed'],
      ['fail', 'payment_failed'],
    ] as const) {
      const account = await open('pm_debit');
      const order = await account.buy({ totals: { crm: 1 }, minutes: '10.00' });
      expect(order.status).toBe('payment_pending');
      expect((await account.get('')).licenses.crm.total).toBe(1);
      const [key] = await chargeKeyOf(account);
      const [intent] = stripe.captures(key);
      stripe.books.conclude(intent?.id ?? '', how);
      // Everything twice and backwards: what Stripe says when it is asked is what counts.
      const doubled = <Event>(events: Event[]) => [...events, ...events].reverse();
      const statuses = await stripe.deliverAll(product.address, doubled);
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect((await account.get(`/v1/orders/${order.id}`)).status).toBe(status);
      const cleared = how === 'succeed';
      expect((await account.minutes()).balance).toEqual(usd(cleared ? '10.00' : '0.00'));
      expect(await account.invoices()).toHaveLength(cleared ? 0 : 1);
    }
  });
});

describe('a dispute', () => {
  test('takes the minutes back and stops recharge; an inquiry does neither', async () => {
    const account = await open('pm_ok');
    await account.buy({ minutes: '10.00' });
    await product.operator.put(`/v1/billing-accounts/${account.id}/minutes/recharge`, {
      mode: 'fixed',
      threshold: '5.00',
      amount: '10.00',
    });
    const [key] = await chargeKeyOf(account);
    const intent = stripe.captures(key)[0]?.id ?? '';
    stripe.books.dispute(intent, 'warning_needs_response');
    await deliverAll();
    expect((await account.minutes()).balance).toEqual(usd('10.00'));
    stripe.books.dispute(intent);
    expect(await deliverAll()).toEqual([200]);
    expect(await account.minutes()).toMatchObject({
      balance: usd('0.00'),
      recharge: { state: 'stopped', stopped_reason: 'dispute: fraudulent' },
    });
    expect((await account.get('/payments')).data[0].status).toBe('reversed');
  });
});

describe('an order that can no longer be delivered', () => {
  test('is refunded once at Stripe', async () => {
    const account = await open('pm_ok');
    const quote = (await account.quote({ totals: { crm: 2 } })).body.id;
    let signed = false;
    stripe.beforeAnswer = async () => {
      if (signed) return;
      signed = true;
      await product.operator.post(`/v1/billing-accounts/${account.id}/contracts`, {
        starts_on: '2026-11-23',
        months: 12,
        floors: { crm: 1 },
        prices: { crm: '50.00' },
        at_end: 'lapse',
      });
    };
    expect((await account.accept(quote)).body.code).toBe('quote_outdated');
    stripe.script.push('fault_before', 'lose_answer');
    await account.advance('2026-11-23T12:10:00Z');
    await account.advance('2026-11-23T12:30:00Z');
    expect((await account.get('/payments')).data[0].status).toBe('refunded');
    expect(stripe.books.list('refund').length).toBe(1);
  });
});

describe('a renewal at Stripe', () => {
  async function renewing(token: string) {
    const account = await open('pm_ok');
    await account.buy({ totals: { crm: 1 } });
    await addMethod(account, token);
    const [first] = (await account.get('/funding-sources')).data.filter(
      (source: Json) => source.default === false,
    );
    await product.operator.delete(`/v1/funding-sources/${first.id}`);
    stripe.events.length = 0;
    await account.advance('2026-12-01T00:00:00Z');
    return account;
  }
  const invoiceOf = async (account: BillingAccountUnderTest): Promise<Json> =>
    (await account.invoices())[0];

  test('that has to be confirmed shows its page, and is paid once it is', async () => {
    const account = await renewing('pm_authenticate');
    expect(await invoiceOf(account)).toMatchObject({ status: 'payment_pending', attempts: 1 });
    const [payment] = (await account.get('/payments')).data;
    expect(payment).toMatchObject({
      status: 'requires_action',
      action_url: expect.stringContaining('https://bank'),
    });
    stripe.books.conclude(String(payment.action_url).split('/').at(-1) ?? '', 'succeed');
    await deliverAll();
    expect(await invoiceOf(account)).toMatchObject({ status: 'paid' });
    expect((await account.get('/payments')).data[0].action_url).toBeNull();
  });

  test('that nobody confirms is withdrawn after two days, and tried again by the schedule', async () => {
    const account = await renewing('pm_authenticate');
    await account.advance('2026-12-02T23:59:00Z');
    expect(await invoiceOf(account)).toMatchObject({ status: 'payment_pending' });
    await account.advance('2026-12-03T00:00:00Z');
    expect(await invoiceOf(account)).toMatchObject({ status: 'open', attempts: 1 });
    await account.advance('2026-12-06T00:00:00Z');
    expect(await invoiceOf(account)).toMatchObject({ status: 'payment_pending', attempts: 2 });
    expect(await capturesOf(account)).toBe(1); // Only what was bought before.
  });

  test('that is disputed is owed again, and that card is not charged for it by itself', async () => {
    const account = await renewing('pm_ok');
    expect(await invoiceOf(account)).toMatchObject({ status: 'paid' });
    const [, key = ''] = await chargeKeyOf(account);
    stripe.books.dispute(stripe.captures(key)[0]?.id ?? '');
    await deliverAll();
    expect(await invoiceOf(account)).toMatchObject({ status: 'open', outstanding: usd('95.00') });
    await account.advance('2026-12-20T00:00:00Z');
    expect(await capturesOf(account)).toBe(2);
    expect((await account.get('')).standing).toBe('suspended');
  });
});
