import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { openShop } from './shop.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('buying licenses', () => {
  test('charges an increase for the days that remain, and shows what is charged to the cent', async () => {
    const shop = await openShop(product);
    const { body: quote } = await shop.quote({ totals: { dialer: 3 } });
    expect(quote.lines[0]).toMatchObject({
      kind: 'license_increase',
      license_type: 'dialer',
      from: 0,
      to: 3,
      quantity: 3,
      unit_price: usd('100.00'),
      days_charged: 9,
      days_in_period: 30,
      amount: usd('90.00'),
    });
    expect(quote.due_now).toEqual(usd('90.00'));
    expect(quote.recurring_next).toEqual(usd('300.00'));
    const order = await shop.accept(quote.id);
    expect(order.status).toBe(201);
    expect(order.body.status).toBe('completed');
    expect(order.body.receipt.total).toEqual(usd('90.00'));
    expect((await shop.details()).licenses.dialer).toMatchObject({ total: 3, assigned: 0 });
  });

  test('10 → 5 → 15 within a period charges for 5 more, not 10', async () => {
    const shop = await openShop(product, { now: '2026-11-01T05:00:00Z' });
    await shop.buy({ totals: { crm: 10 } });
    const lower = await shop.buy({ totals: { crm: 5 } });
    expect(lower.status).toBe(201);
    expect((await shop.details()).licenses.crm).toMatchObject({
      total: 10,
      pending: { total: 5, effective_on: '2026-12-01' },
    });
    const { body: quote } = await shop.quote({ totals: { crm: 15 } });
    expect(quote.lines[0]).toMatchObject({ quantity: 5, amount: usd('475.00') });
    expect(quote.cancels_pending).toHaveLength(1);
    await shop.accept(quote.id);
    expect((await shop.details()).licenses.crm.pending).toBeUndefined();
  });

  test('a quote buys once, however often and at once it is accepted', async () => {
    const shop = await openShop(product);
    const { body: quote } = await shop.quote({ totals: { flex_port: 1 } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => shop.accept(quote.id)));
    const bought = answers.filter(({ status }) => status === 201);
    expect(bought).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status === 201) continue;
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'quote_used' });
      expect(body.details.order).toBe(bought[0]?.body.id);
    }
    const { body: receipts } = await product.operator.get(
      `/v1/billing-accounts/${shop.account}/receipts`,
    );
    expect(receipts.data).toHaveLength(1);
  });

  test('a declined card changes nothing', async () => {
    const shop = await openShop(product, { token: 'tok_decline' });
    const declined = await shop.buy({ totals: { crm: 1 }, minutes: '100.00' });
    expect(declined.status).toBe(402);
    expect(declined.body.code).toBe('payment_declined');
    const details = await shop.details();
    expect(details.licenses.crm.total).toBe(0);
    expect(details.minutes.balance).toEqual(usd('0.00'));
  });

  test('a time-out after the charge went through is charged once', async () => {
    const shop = await openShop(product, { token: 'tok_timeout_after_success' });
    const order = await shop.buy({ minutes: '100.00' });
    expect(order.status).toBe(201);
    expect(order.body.status).toBe('completed');
    expect((await shop.details()).minutes.balance).toEqual(usd('100.00'));
  });

  test('a bank debit gives licenses at once and minutes when it clears', async () => {
    const shop = await openShop(product, { token: 'tok_ach_pending' });
    const order = await shop.buy({ totals: { crm: 1 }, minutes: '100.00' });
    expect(order.body.status).toBe('payment_pending');
    const before = await shop.details();
    expect(before.licenses.crm.total).toBe(1);
    expect(before.minutes.pending_purchases).toEqual(usd('100.00'));
    expect(before.minutes.balance).toEqual(usd('0.00'));
    await shop.advance('2026-11-26T00:00:00Z');
    expect((await shop.details()).minutes.balance).toEqual(usd('100.00'));
    const { body } = await product.operator.get(`/v1/orders/${order.body.id}`);
    expect(body.status).toBe('completed');
  });
});

describe('assigning', () => {
  test('a chain needs its licenses, names what is missing, and assigns all with one flag', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 } });
    const ada = await shop.employee('Ada');
    const alone = await product.operator.put(`/v1/employees/${ada}/licenses/dialer`, {
      billing_account: shop.account,
    });
    expect(alone.status).toBe(409);
    expect(alone.body.code).toBe('required_license_missing');
    const chain = await shop.assign(ada, 'dialer');
    const held = chain.body.licenses.map(
      (license: { license_type: string }) => license.license_type,
    );
    expect(held.sort()).toEqual(['crm', 'dialer', 'dialer_tab']);
    const take = await product.operator.delete(`/v1/employees/${ada}/licenses/crm`);
    expect(take.body.code).toBe('required_by_other_license');
  });

  test('a named license beyond the total is refused with what it costs; a pooled one is not', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 2, flex_port: 1 } });
    const people = [await shop.employee('Ada'), await shop.employee('Ben')];
    for (const one of people) expect((await shop.assign(one, 'flex_port')).status).toBe(200);
    const third = await shop.assign(await shop.employee('Cleo'), 'crm');
    expect(third.status).toBe(409);
    expect(third.body.code).toBe('no_license_available');
    expect(third.body.remedies[0]).toMatchObject({ due_now: usd('28.50') });
  });
});

describe('hiding', () => {
  test('ends assignments, never lowers a total, and says what is still paid for', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 2 } });
    const [ada, ben] = [await shop.employee('Ada'), await shop.employee('Ben')];
    await shop.assign(ada, 'crm');
    await shop.assign(ben, 'crm');
    const hidden = await product.operator.post(`/v1/employees/${ada}/hide`);
    expect(hidden.status).toBe(200);
    expect(hidden.body.hidden).toBe(true);
    expect(hidden.body.still_paying_for).toMatchObject([
      { license_type: 'crm', total: 2, assigned: 1, floor: 0, could_be: 1, from: '2026-12-01' },
    ]);
    const shown = await product.operator.post(`/v1/employees/${ada}/show`);
    expect(shown.body.restored).toEqual(['crm']);
  });
});

describe('a contract', () => {
  test('refuses a total below its floor and says from when it is possible', async () => {
    const shop = await openShop(product, { now: '2026-11-01T12:00:00Z' });
    await shop.buy({ totals: { dialer: 12 } });
    const signed = await product.operator.post(`/v1/billing-accounts/${shop.account}/contracts`, {
      starts_on: '2026-11-01',
      months: 12,
      floors: { dialer: 10 },
      prices: { dialer: '85.00' },
      at_end: 'lapse',
    });
    expect(signed.status).toBe(201);
    expect(signed.body.ends_on).toBe('2027-11-01');
    const refused = await shop.quote({ totals: { dialer: 9 } });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('below_contract_floor');
    expect(refused.body.details).toMatchObject({
      floor: 10,
      contract_ends_on: '2027-11-01',
      possible_from: '2027-11-01',
    });
    const allowed = await shop.quote({ totals: { dialer: 10 } });
    expect(allowed.body.recurring_next).toEqual(usd('850.00'));
  });
});

describe('a renewal', () => {
  test('charges the new totals at each period start with one invoice, on a test clock', async () => {
    const shop = await openShop(product, { now: '2026-11-22T15:00:00Z' });
    await shop.buy({ totals: { crm: 4 } });
    await shop.buy({ totals: { crm: 3 } });
    await shop.advance('2027-02-01T12:00:00Z');
    const { body } = await product.operator.get(`/v1/billing-accounts/${shop.account}/invoices`);
    const bills = body.data.map((invoice: { total: unknown; status: string }) => ({
      total: invoice.total,
      status: invoice.status,
    }));
    expect(bills).toEqual([
      { total: usd('285.00'), status: 'paid' },
      { total: usd('285.00'), status: 'paid' },
      { total: usd('285.00'), status: 'paid' },
    ]);
    expect((await shop.details()).licenses.crm).toMatchObject({ total: 3 });
  });
});
