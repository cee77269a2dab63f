import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount, usd } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  expect(differences).toEqual([]);
});

/** An account that is suspended, because its renewal of 95.00 was declined for two weeks. */
async function suspended() {
  const account = await openAccount(product, { tokens: ['tok_ok', 'tok_decline'] });
  await account.buy({ totals: { crm: 1 } });
  await product.operator.delete(`/v1/funding-sources/${account.fundingSources[0]}`);
  await account.advance('2026-12-20T00:00:00Z');
  const [invoice] = await account.invoices();
  expect(await standingOf(account)).toBe('suspended');
  return { account, path: `/v1/invoices/${invoice.id}` };
}

const standingOf = async (account: BillingAccountUnderTest) => (await account.get('')).standing;
const writeOff = (path: string, reason = 'insolvent') =>
  product.operator.post(`${path}/write-off`, { reason });
const pay = (path: string, amount: string) =>
  product.operator.post(`${path}/payments`, { amount, reference: 'from the administrator' });

/** By the journal's roles, debits less credits. */
async function books(account: BillingAccountUnderTest): Promise<Record<string, number>> {
  const { body } = await product.operator.get(`/v1/billing-accounts/${account.id}/journal.csv`);
  const [head = '', ...rows] = String(body).trim().split('\r\n');
  const names = head.split(',');
  const cell = (row: string[], name: string) => row[names.indexOf(name)] ?? '';
  const left: Record<string, number> = {};
  for (const row of rows.map((text) => text.split(','))) {
    const name = cell(row, 'account_name');
    const amount = Number(cell(row, 'debit') || 0) - Number(cell(row, 'credit') || 0);
    left[name] = Math.round(((left[name] ?? 0) + amount) * 100) / 100;
  }
  return left;
}

const owedByAge = async (account: BillingAccountUnderTest): Promise<Json[]> =>
  (await account.get(`/v1/reports/receivables?billing_account=${account.id}`)).data;

describe('an invoice that is written off', () => {
  test('is owed no more, ends dunning and suspension, and is a loss in the journal', async () => {
    const { account, path } = await suspended();
    expect((await owedByAge(account))[0].total).toEqual(usd('95.00'));
    expect(await writeOff(path)).toMatchObject({
      status: 200,
      body: {
        status: 'written_off',
        outstanding: usd('0.00'),
        written_off: usd('95.00'),
        settlements: [{ kind: 'write_off', amount: usd('95.00'), reference: 'insolvent' }],
        next_attempt_at: null,
      },
    });
    expect(await standingOf(account)).toBe('good');
    expect(await owedByAge(account)).toEqual([]);
    expect(await books(account)).toMatchObject({ 'Bad debts': 95, Receivables: 0 });
    await account.advance('2026-12-31T00:00:00Z');
    expect((await account.get(path)).attempts).toBe(4); // Nothing is tried any more.
    const log = await account.get(`/v1/companies/${account.company}/audit?limit=100`);
    const [entry] = log.data.filter(({ action }: Json) => action === 'invoice.written_off');
    expect(entry.after).toMatchObject({ reason: 'insolvent', written_off: usd('95.00') });
  });

  test('takes the money that comes after all, in parts, and is paid by the last', async () => {
    const { account, path } = await suspended();
    await writeOff(path);
    expect(await pay(path, '40.00')).toMatchObject({
      body: { status: 'written_off', paid: usd('40.00'), written_off: usd('55.00') },
    });
    expect(await books(account)).toMatchObject({ 'Bad debts': 55, Receivables: 0 });
    expect(await pay(path, '55.01')).toMatchObject({
      status: 409,
      body: { code: 'amount_exceeds_balance' },
    });
    expect(await pay(path, '55.00')).toMatchObject({
      body: { status: 'paid', paid: usd('95.00'), written_off: usd('0.00') },
    });
    expect(await books(account)).toMatchObject({ 'Bad debts': 0, Receivables: 0 });
    expect((await pay(path, '1.00')).body.code).toBe('invoice_not_open');
  });

  test('is a smaller loss for a credit note, and none for one of all of it', async () => {
    const { account, path } = await suspended();
    await writeOff(path);
    const credit = (amount: string) =>
      product.operator.post(`${path}/credit-notes`, {
        reason: 'charged_in_error',
        lines: [{ line: 1, amount }],
      });
    expect((await credit('20.00')).body).toMatchObject({
      status: 'written_off',
      credited: usd('20.00'),
      written_off: usd('75.00'),
    });
    expect((await credit('75.00')).body).toMatchObject({
      status: 'credited',
      written_off: usd('0.00'),
    });
    expect(await books(account)).toMatchObject({ 'Bad debts': 0, Receivables: 0 });
  });

  test('is not one that is paid, whose money is on its way, or of another company', async () => {
    const paid = await openAccount(product);
    await paid.buy({ totals: { crm: 1 } });
    await paid.advance('2026-12-01T00:00:00Z');
    const [invoice] = await paid.invoices();
    const path = `/v1/invoices/${invoice.id}`;
    expect(await writeOff(path)).toMatchObject({ status: 409, body: { code: 'invoice_not_open' } });
    const debit = await openAccount(product, { tokens: ['tok_ok', 'tok_ach_pending'] });
    await debit.buy({ totals: { crm: 1 } });
    await product.operator.delete(`/v1/funding-sources/${debit.fundingSources[0]}`);
    await debit.advance('2026-12-01T00:00:00Z');
    const [onItsWay] = await debit.invoices();
    expect(onItsWay.status).toBe('payment_pending');
    expect((await writeOff(`/v1/invoices/${onItsWay.id}`)).body.code).toBe('invoice_not_open');
    expect((await writeOff(path, 'not_used')).status).toBe(422);
    const body = { name: 'k', scopes: ['read', 'manage'] };
    const made = await product.operator.post(`/v1/companies/${paid.company}/api-keys`, body);
    const own = product.as(made.body.key);
    expect((await own.post(`${path}/write-off`, { reason: 'insolvent' })).status).toBe(403);
  });

  test('is not one whose minutes were never given, until they are credited', async () => {
    const account = await openAccount(product, { tokens: ['by check'] });
    const order = await account.buy({ totals: { crm: 1 }, minutes: '20.00' });
    const path = `/v1/invoices/${order.invoice}`;
    expect(await writeOff(path)).toMatchObject({
      status: 409,
      body: { code: 'minutes_not_given' },
    });
    const { lines } = await account.get(path);
    const line = lines.findIndex(({ kind }: Json) => kind === 'minutes') + 1;
    const body = { reason: 'charged_in_error', lines: [{ line, amount: '20.00' }] };
    await product.operator.post(`${path}/credit-notes`, body);
    expect((await writeOff(path)).body).toMatchObject({ status: 'written_off' });
    expect((await account.get(`/v1/orders/${order.id}`)).status).toBe('payment_failed');
    expect((await account.minutes()).pending_purchases).toEqual(usd('0.00'));
    const left = await books(account);
    expect(left).toMatchObject({ Receivables: 0, 'Dialer minutes owed': 0 });
  });
});
