import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, usd } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  // Whatever the tests did: recomputed from history, every figure is what was charged.
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  expect(differences).toEqual([]);
});

// The shipped catalog: CRM is 95.00 and Dialer 100.00 a month.
describe('a renewal', () => {
  test('is one invoice at the period start, at the new totals, paid at once', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 3, dialer: 2 } });
    await account.buy({ totals: { crm: 1 } });
    const upcoming = await account.get('/invoices/upcoming');
    await account.advance('2026-11-30T23:59:59Z');
    expect(await account.invoices()).toEqual([]);
    await account.advance('2026-12-01T00:00:00Z');
    const [invoice, ...more] = await account.invoices();
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({
      kind: 'renewal',
      status: 'paid',
      number: expect.stringMatching(/^TEST-INV-\d{6}$/),
      period: { start: '2026-12-01', end: '2027-01-01' },
      issued_on: '2026-12-01',
      total: usd('295.00'),
      outstanding: usd('0.00'),
    });
    expect(invoice.lines.map((line: { description: string }) => line.description)).toEqual([
      'CRM: 1 license, 2026-12-01 to 2027-01-01',
      'Dialer: 2 licenses, 2026-12-01 to 2027-01-01',
    ]);
    expect(upcoming).toMatchObject({ lines: invoice.lines, total: invoice.total });
  });

  test('is made up for once for each missed period, in order', async () => {
    const account = await openAccount(product, { anchor: '2026-10-31' });
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2027-04-01T12:00:00Z');
    const periods = (await account.invoices()).map((invoice) => invoice.period);
    expect(periods).toEqual([
      { start: '2026-11-30', end: '2026-12-31' },
      { start: '2026-12-31', end: '2027-01-31' },
      { start: '2027-01-31', end: '2027-02-28' },
      { start: '2027-02-28', end: '2027-03-31' },
      { start: '2027-03-31', end: '2027-04-30' },
    ]);
    await account.advance('2027-04-01T12:00:00Z');
    expect(await account.invoices()).toHaveLength(5);
  });

  test('is not made where there is nothing to charge', async () => {
    const account = await openAccount(product);
    await account.buy({ minutes: '10.00' });
    await account.advance('2027-03-01T00:00:00Z');
    expect(await account.invoices()).toEqual([]);
  });

  test('tries the backups in order when the default is declined', async () => {
    const account = await openAccount(product, { tokens: ['tok_ok', 'tok_decline'] });
    await account.buy({ totals: { crm: 1 } });
    const [, declined] = account.fundingSources;
    await product.operator.post(`/v1/funding-sources/${declined}/default`);
    await account.advance('2026-12-01T00:00:00Z');
    expect(await account.invoices()).toMatchObject([{ status: 'paid', attempts: 2 }]);
    const payments = (await account.get('/payments')).data.map(
      (payment: { status: string }) => payment.status,
    );
    expect(payments).toEqual(['succeeded', 'declined', 'succeeded']);
  });

  test('stays open with what was tried, and is paid when a good card is added', async () => {
    const account = await openAccount(product, { tokens: ['tok_ok'] });
    await account.buy({ totals: { crm: 1 } });
    const sources = `/v1/billing-accounts/${account.id}/funding-sources`;
    const bad = { provider: 'sandbox', token: 'tok_decline', default: true };
    await product.operator.post(sources, bad);
    await product.operator.delete(`/v1/funding-sources/${account.fundingSources[0]}`);
    await account.advance('2026-12-01T00:00:00Z');
    expect(await account.invoices()).toMatchObject([
      { status: 'open', outstanding: usd('95.00'), attempts: 1, last_failure: 'card_declined' },
    ]);
    await product.operator.post(sources, { provider: 'sandbox', token: 'tok_ok', default: true });
    await account.advance('2026-12-01T00:00:01Z');
    expect(await account.invoices()).toMatchObject([{ status: 'paid', attempts: 2 }]);
  });

  test('by bank debit is pending until it clears', async () => {
    const account = await openAccount(product, { tokens: ['tok_ach_pending'] });
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-12-01T00:00:00Z');
    expect(await account.invoices()).toMatchObject([{ status: 'payment_pending' }]);
    await account.advance('2026-12-04T00:00:00Z');
    expect(await account.invoices()).toMatchObject([{ status: 'paid' }]);
  });

  test('by hand has a term, and is paid when the operator has the money', async () => {
    const account = await openAccount(product, { tokens: ['Check'] });
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-12-01T00:00:00Z');
    const invoice = (await account.invoices()).find((one) => one.kind === 'renewal');
    expect(invoice).toMatchObject({ status: 'open', due_on: '2026-12-15', attempts: 0 });
    const paid = await product.operator.post(`/v1/invoices/${invoice.id}/payments`, {
      amount: '95.00',
      reference: 'Check 1017',
    });
    expect(paid.body).toMatchObject({ status: 'paid', outstanding: usd('0.00') });
  });

  test('charges the storage of the period that ended', async () => {
    const account = await openAccount(product, { anchor: '2026-11-23' });
    await product.operator.put(`/v1/billing-accounts/${account.id}/storage/objects/recording-1`, {
      meter: 'recordings',
      kind: 'recording',
      name: 'Long call',
      bytes: 2_500_000_000,
      created_at: '2026-11-23T12:00:00Z',
      last_used_at: '2026-11-23T12:00:00Z',
    });
    await account.advance('2026-12-23T00:00:00Z');
    const [invoice] = await account.invoices();
    // 2 GB above 500 MB on 29 of 30 days, at 20.00 a gigabyte.
    expect(invoice).toMatchObject({ total: usd('38.67') });
    expect(invoice.lines[0]).toMatchObject({ kind: 'storage', meter: 'recordings' });
  });
});

describe('a credit note', () => {
  test('mends a mistake for one of the listed reasons, up to what was charged', async () => {
    const account = await openAccount(product, { tokens: ['Wire'] });
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-12-01T00:00:00Z');
    const invoice = (await account.invoices()).find((one) => one.kind === 'renewal');
    const credit = (amount: string, reason = 'outage') =>
      product.operator.post(`/v1/invoices/${invoice.id}/credit-notes`, {
        lines: [{ line: 1, amount }],
        reason,
      });
    expect(await credit('10.00', 'not_used')).toMatchObject({ status: 422 });
    expect(await credit('95.01')).toMatchObject({
      status: 409,
      body: { code: 'amount_exceeds_balance' },
    });
    expect((await credit('15.00')).body).toMatchObject({
      status: 'open',
      credited: usd('15.00'),
      outstanding: usd('80.00'),
    });
    expect((await credit('80.00')).body).toMatchObject({ status: 'credited' });
    const notes = await account.get(`/v1/invoices/${invoice.id}/credit-notes`);
    expect(notes.data.map((note: { number: string }) => note.number)).toEqual([
      expect.stringMatching(/^TEST-CN-/),
      expect.stringMatching(/^TEST-CN-/),
    ]);
  });
});

describe('closing an account', () => {
  test('is refused while anything is paid for, and then invoices its last storage', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 1 }, minutes: '20.00' });
    const close = () => product.operator.post(`/v1/billing-accounts/${account.id}/close`);
    expect(await close()).toMatchObject({ status: 409, body: { code: 'account_not_empty' } });
    await account.buy({ totals: { crm: 0 } });
    expect(await close()).toMatchObject({ status: 409 });
    await account.advance('2026-12-01T00:00:00Z');
    const closed = await close();
    expect(closed).toMatchObject({
      status: 200,
      body: { standing: 'closed', owing: [], minutes_left: usd('20.00') },
    });
    expect(await close()).toMatchObject({ status: 409, body: { code: 'account_closed' } });
    const refused = await account.quote({ minutes: '5.00' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'account_closed' } });
    await account.advance('2027-03-01T00:00:00Z');
    expect(await account.invoices()).toEqual([]);
  });
});

describe('funding sources', () => {
  test('keep one that is valid, and one default', async () => {
    const account = await openAccount(product, { tokens: ['tok_ok', 'tok_decline'] });
    const list = async () => (await account.get('/funding-sources')).data;
    const [first, second] = account.fundingSources;
    expect(await list()).toMatchObject([
      { id: first, default: true, kind: 'card', status: 'valid' },
      { id: second, default: false },
    ]);
    await product.operator.delete(`/v1/funding-sources/${first}`);
    expect(await list()).toMatchObject([{ id: second, default: true }]);
    const last = await product.operator.delete(`/v1/funding-sources/${second}`);
    expect(last).toMatchObject({ status: 409, body: { code: 'last_funding_source' } });
    expect((await product.operator.get(`/v1/funding-sources/${first}`)).status).toBe(404);
  });

  test('take only tokens that their provider knows', async () => {
    const account = await openAccount(product, { tokens: [] });
    const path = `/v1/billing-accounts/${account.id}/funding-sources`;
    for (const body of [
      { provider: 'sandbox', token: 'tok_unknown', default: true },
      { provider: 'sandbox', token: 'constructor', default: true },
      { provider: 'stripe', token: 'tok_ok', default: true },
      { provider: 'paypal', token: 'tok_ok', default: true },
    ]) {
      const refused = await product.operator.post(path, body);
      expect(refused, JSON.stringify(body)).toMatchObject({ status: 422 });
      expect(refused.body.errors[0].pointer).toMatch(/^\/(token|provider)$/);
    }
  });
});

describe('automatic recharge', () => {
  test('buys once below the threshold, and backs off when declined', async () => {
    const account = await openAccount(product, { tokens: ['tok_ok', 'tok_decline'] });
    const recharge = (body: Record<string, string>) =>
      product.operator.put(`/v1/billing-accounts/${account.id}/minutes/recharge`, body);
    const fixed = { mode: 'fixed', threshold: '20.00', amount: '50.00', monthly_cap: '60.00' };
    expect((await recharge(fixed)).status).toBe(200);
    await account.advance('2026-11-24T00:00:00Z');
    expect((await account.minutes()).balance).toEqual(usd('50.00'));
    expect(await account.receipts()).toMatchObject([{ kind: 'recharge', total: usd('50.00') }]);
    await account.advance('2026-11-25T00:00:00Z');
    expect(await account.receipts()).toHaveLength(1);
    // Another 50.00 would pass the cap of the period, so nothing is bought, not even in part.
    await recharge({ ...fixed, threshold: '90.00' });
    await account.advance('2026-11-26T00:00:00Z');
    expect(await account.receipts()).toHaveLength(1);
    await account.advance('2026-12-02T00:00:00Z');
    expect((await account.minutes()).balance).toEqual(usd('100.00'));
    await product.operator.post(`/v1/funding-sources/${account.fundingSources[1]}/default`);
    await recharge({ ...fixed, threshold: '500.00', monthly_cap: '5000.00' });
    await account.advance('2026-12-02T00:30:00Z');
    const view = (await account.minutes()).recharge;
    expect(view.retry_at).toBe('2026-12-02T01:00:00.000Z');
  });
});
