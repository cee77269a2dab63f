import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, usd } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  // Prices that the figures below are computed by hand from.
  for (const [code, price] of [
    ['crm', '30.00'],
    ['dialer', '90.00'],
  ]) {
    const put = await product.operator.put(`/v1/catalog/license-types/${code}`, {
      name: code === 'crm' ? 'CRM' : 'Dialer',
      kind: code === 'crm' ? 'named' : 'pooled',
      unit: 'seat',
      requires: code === 'crm' ? [] : ['dialer_tab'],
      prices: { USD: price },
    });
    expect(put.status).toBe(200);
  }
});
afterAll(async () => {
  // Whatever the tests did: recomputed from history, every figure is what was charged.
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  expect(differences).toEqual([]);
});

describe('a quote', () => {
  test('shows what an increase costs for the days that remain, and each month', async () => {
    const account = await openAccount(product);
    const { status, body } = await account.quote({ totals: { dialer: 2 }, minutes: '100.00' });
    expect(status).toBe(201);
    expect(body.lines).toEqual([
      {
        kind: 'license_increase',
        license_type: 'dialer',
        from: 0,
        to: 2,
        quantity: 2,
        unit_price: usd('90.00'),
        days_charged: 8,
        days_in_period: 30,
        amount: usd('48.00'),
        effective_on: '2026-11-23',
      },
      {
        kind: 'minutes',
        quantity: 1,
        unit_price: usd('100.00'),
        amount: usd('100.00'),
        effective_on: '2026-11-23',
      },
    ]);
    expect(body).toMatchObject({
      tax: usd('0.00'),
      due_now: usd('148.00'),
      recurring_now: usd('0.00'),
      recurring_next: usd('180.00'),
      cancels_pending: [],
      expires_at: '2026-11-23T12:30:00.000Z',
    });
    expect(body.terms.version).toBeTypeOf('string');
    expect(await account.receipts()).toEqual([]);
  });

  test('ends at local midnight where that is sooner than half an hour', async () => {
    const account = await openAccount(product, {
      now: '2026-11-24T04:50:00Z',
      timeZone: 'America/New_York',
    });
    const { body } = await account.quote({ minutes: '1.00' });
    expect(body.expires_at).toBe('2026-11-24T05:00:00.000Z');
  });

  test('refuses an amount of minutes that nobody can pay', async () => {
    const account = await openAccount(product);
    for (const minutes of ['0', '0.00', '0.001', '1000000000000', '1000000000.01', '-5', '1e3']) {
      const refused = await account.quote({ minutes });
      expect(refused, minutes).toMatchObject({ status: 422, body: { code: 'invalid_value' } });
      expect(refused.body.errors[0].pointer).toBe('/minutes');
    }
    for (const minutes of ['0.01', '1000000000']) {
      expect((await account.quote({ minutes })).status, minutes).toBe(201);
    }
  });

  test('refuses to offer nothing', async () => {
    const account = await openAccount(product);
    expect(await account.quote({})).toMatchObject({ status: 422 });
    expect(await account.quote({ totals: {} })).toMatchObject({ status: 422 });
    const same = await account.quote({ totals: { dialer: 0 } });
    expect(same).toMatchObject({ status: 409, body: { code: 'nothing_to_change' } });
  });
});

describe('an order', () => {
  test('charges what the quote showed and gives a receipt that explains it', async () => {
    const account = await openAccount(product);
    const order = await account.buy({ totals: { dialer: 2 }, minutes: '100.00' });
    expect(order).toMatchObject({
      status: 'completed',
      total: usd('148.00'),
      authorized_by: { first_name: 'Ada', last_name: 'Byron' },
    });
    expect(order.receipt).toMatchObject({
      number: expect.stringMatching(/^TEST-R-\d{6}$/),
      total: usd('148.00'),
      tax: usd('0.00'),
      paid_with: 'Sandbox card ending in 4242',
    });
    expect(order.receipt.lines[0]).toMatchObject({
      description: 'Dialer: 2 more licenses (0 to 2), 8 of 30 days',
      period: { start: '2026-11-01', end: '2026-12-01' },
      price_source: { from: 'catalog', code: 'dialer' },
    });
    expect(await account.get(`/v1/receipts/${order.receipt.id}`)).toEqual(order.receipt);
    expect(await account.get(`/v1/orders/${order.id}`)).toEqual(order);
    expect((await account.minutes()).balance).toEqual(usd('100.00'));
  });

  test('charges 10 → 5 → 15 within a period for five more, not ten', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { dialer: 10 } });
    const down = await account.buy({ totals: { dialer: 5 } });
    expect(down).toMatchObject({ status: 'completed', total: usd('0.00') });
    expect(down.receipt).toBeUndefined();
    const up = await account.quote({ totals: { dialer: 15 } });
    expect(up.body).toMatchObject({
      due_now: usd('120.00'),
      cancels_pending: [{ license_type: 'dialer', total: 5, effective_on: '2026-12-01' }],
    });
    expect(up.body.lines[0]).toMatchObject({ from: 10, to: 15, quantity: 5 });
  });

  test('lowers a total without a funding source, and the undo costs nothing either', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { dialer: 3 } });
    await account.buy({ totals: { dialer: 1 } });
    expect((await account.get('')).licenses.dialer.pending).toMatchObject({ total: 1 });
    const undo = await account.quote({ totals: { dialer: 3 } });
    expect(undo.body).toMatchObject({ due_now: usd('0.00'), lines: [] });
    await account.accept(undo.body.id);
    expect((await account.get('')).licenses.dialer.pending).toBeUndefined();
    await account.buy({ totals: { dialer: 2 } });
    const removed = await product.operator.delete(
      `/v1/billing-accounts/${account.id}/pending-totals/dialer`,
    );
    expect(removed.status).toBe(200);
    expect((await account.get('')).licenses.dialer).not.toHaveProperty('pending');
    const again = await product.operator.delete(
      `/v1/billing-accounts/${account.id}/pending-totals/dialer`,
    );
    expect(again.status).toBe(404);
  });

  test('needs a valid funding source where something is due, and only there', async () => {
    const account = await openAccount(product, { tokens: [] });
    const { body } = await account.quote({ minutes: '5.00' });
    const refused = await account.accept(body.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'no_valid_funding_source' } });
    expect(refused.body.remedies[0].action).toBe('add_funding_source');
  });

  test('declined changes nothing, and the quote can be paid in another way', async () => {
    const account = await openAccount(product, { tokens: ['tok_decline', 'tok_ok'] });
    const { body } = await account.quote({ totals: { dialer: 1 }, minutes: '10.00' });
    const refused = await account.accept(body.id);
    expect(refused).toMatchObject({ status: 402, body: { code: 'payment_declined' } });
    expect((await account.get('')).licenses.dialer.total).toBe(0);
    expect(await account.minutes()).toMatchObject({
      balance: usd('0.00'),
      pending_purchases: usd('0.00'),
    });
    expect(await account.receipts()).toEqual([]);
    const [, ok] = account.fundingSources;
    expect(await account.accept(body.id, {}, { funding_source: ok })).toMatchObject({
      status: 201,
      body: { status: 'completed' },
    });
  });

  test('accepts only the terms in force, a name, and a quote of its own account', async () => {
    const account = await openAccount(product);
    const other = await openAccount(product);
    const { body } = await account.quote({ minutes: '5.00' });
    const terms = await account.accept(body.id, {}, { terms_version: 'old' });
    expect(terms).toMatchObject({ status: 422, body: { code: 'terms_not_accepted' } });
    for (const name of [{ first_name: '', last_name: 'B' }, { first_name: 'A' }, undefined]) {
      const refused = await account.accept(body.id, {}, { authorized_by: name });
      expect(refused.status).toBe(422);
    }
    expect((await other.accept(body.id)).status).toBe(404);
    expect((await account.accept('quo_00000000000000000000000000')).status).toBe(404);
  });

  test('refuses a quote whose figures changed, with the new ones', async () => {
    const account = await openAccount(product);
    const first = await account.quote({ totals: { dialer: 2 } });
    await account.buy({ totals: { dialer: 1 } });
    const refused = await account.accept(first.body.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'quote_outdated' } });
    expect(refused.body.details.figures.due_now).toEqual(usd('24.00'));
  });

  test('takes a quote whose figures are what they were, whatever else happened', async () => {
    const account = await openAccount(product);
    const first = await account.quote({ totals: { dialer: 2 } });
    await account.buy({ minutes: '10.00' });
    expect((await account.accept(first.body.id)).status).toBe(201);
  });

  test('refuses an expired quote and says which order a used one was', async () => {
    const account = await openAccount(product);
    const { body } = await account.quote({ minutes: '5.00' });
    const order = (await account.accept(body.id)).body;
    const used = await account.accept(body.id);
    expect(used).toMatchObject({ status: 409, body: { code: 'quote_used' } });
    expect(used.body.details.order).toBe(order.id);
    const late = await account.quote({ minutes: '5.00' });
    await account.advance('2026-11-23T12:30:00Z');
    const expired = await account.accept(late.body.id);
    expect(expired).toMatchObject({ status: 409, body: { code: 'quote_expired' } });
  });

  test('is charged once by a card whose answer never came', async () => {
    const account = await openAccount(product, { tokens: ['tok_timeout_after_success'] });
    const order = await account.buy({ minutes: '25.00' });
    expect(order.status).toBe('completed');
    expect((await account.minutes()).balance).toEqual(usd('25.00'));
    expect((await account.get('/payments')).data).toHaveLength(1);
  });
});

describe('a bank debit', () => {
  test('gives licenses at once and minutes when it clears after three days', async () => {
    const account = await openAccount(product, { tokens: ['tok_ach_pending'] });
    const order = await account.buy({ totals: { dialer: 1 }, minutes: '50.00' });
    expect(order.status).toBe('payment_pending');
    expect((await account.get('')).licenses.dialer.total).toBe(1);
    expect(await account.minutes()).toMatchObject({
      balance: usd('0.00'),
      pending_purchases: usd('50.00'),
    });
    await account.advance('2026-11-26T11:59:59Z');
    expect((await account.get(`/v1/orders/${order.id}`)).status).toBe('payment_pending');
    await account.advance('2026-11-26T12:00:00Z');
    const cleared = await account.get(`/v1/orders/${order.id}`);
    expect(cleared).toMatchObject({ status: 'completed', receipt: { total: usd('74.00') } });
    expect((await account.minutes()).balance).toEqual(usd('50.00'));
    expect(await account.invoices()).toEqual([]);
  });

  test('that bounces leaves the licenses as a debt and buys no minutes', async () => {
    const account = await openAccount(product, { tokens: ['tok_ach_fail'] });
    const order = await account.buy({ totals: { dialer: 1 }, minutes: '50.00' });
    expect(order.status).toBe('payment_pending');
    await account.advance('2026-11-27T00:00:00Z');
    expect((await account.get(`/v1/orders/${order.id}`)).status).toBe('payment_failed');
    expect((await account.get('')).licenses.dialer.total).toBe(1);
    expect(await account.minutes()).toMatchObject({
      balance: usd('0.00'),
      pending_purchases: usd('0.00'),
    });
    const [debt, ...more] = await account.invoices();
    expect(more).toEqual([]);
    expect(debt).toMatchObject({
      kind: 'unpaid_order',
      status: 'open',
      total: usd('24.00'),
      outstanding: usd('24.00'),
    });
  });
});

describe('an order paid by hand', () => {
  test('works at once, is invoiced, and buys its minutes when it is paid', async () => {
    const account = await openAccount(product, { tokens: ['Wire'] });
    const order = await account.buy({ totals: { dialer: 1 }, minutes: '50.00' });
    expect(order.status).toBe('payment_pending');
    const invoice = await account.get(`/v1/invoices/${order.invoice}`);
    expect(invoice).toMatchObject({
      status: 'open',
      total: usd('74.00'),
      due_on: '2026-12-07',
    });
    const pay = (amount: string) =>
      product.operator.post(`/v1/invoices/${invoice.id}/payments`, { amount, reference: 'W-1' });
    expect(await pay('74.01')).toMatchObject({
      status: 409,
      body: { code: 'amount_exceeds_balance' },
    });
    expect(await pay('0.001')).toMatchObject({ status: 422 });
    expect((await pay('70.00')).body).toMatchObject({ status: 'open', outstanding: usd('4.00') });
    expect((await account.minutes()).balance).toEqual(usd('0.00'));
    expect((await pay('4.00')).body).toMatchObject({ status: 'paid', outstanding: usd('0.00') });
    expect(await pay('1.00')).toMatchObject({ status: 409, body: { code: 'invoice_not_open' } });
    const paid = await account.get(`/v1/orders/${order.id}`);
    expect(paid).toMatchObject({ status: 'completed', receipt: { invoice: invoice.id } });
    expect((await account.minutes()).balance).toEqual(usd('50.00'));
  });
});

describe('a payment that is taken back', () => {
  test('takes its minutes off the balance, below zero, and leaves its licenses owed', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { dialer: 1 }, minutes: '50.00' });
    const [payment] = (await account.get('/payments')).data;
    const reverse = () =>
      product.operator.post(`/v1/payments/${payment.id}/reverse`, { reason: 'chargeback' });
    expect(await reverse()).toMatchObject({ status: 200, body: { status: 'reversed' } });
    expect(await reverse()).toMatchObject({ status: 409, body: { code: 'nothing_to_change' } });
    expect((await account.minutes()).balance).toEqual(usd('0.00'));
    expect((await account.get('')).licenses.dialer.total).toBe(1);
    expect(await account.invoices()).toMatchObject([
      { kind: 'reversal', status: 'open', total: usd('24.00') },
    ]);
  });
});
