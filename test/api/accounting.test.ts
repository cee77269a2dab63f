import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Json, OPERATOR_KEY, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  const rates = { licenses: '10', minutes: '10', storage: '10' };
  await put('/v1/tax-rates/US/sales', { name: 'Sales tax', rates });
  await put('/v1/tax-rates/CH/mwst', { name: 'MWST', rates, prices_include: true });
});
afterAll(() => product.close());

async function put(path: string, body: Json): Promise<Json> {
  const answer = await product.operator.put(path, body);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  return answer.body;
}

async function post(path: string, body: Json): Promise<Json> {
  const answer = await product.operator.post(path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}

async function csv(path: string, key = OPERATOR_KEY): Promise<Record<string, string>[]> {
  const answer = await fetch(`${product.address}${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [header = [], ...rows] = text.trimEnd().split('\r\n').map(cellsOf);
  return rows.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])),
  );
}

/** The cells of a line in which a quoted one holds no line break. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, cell]) => cell ?? '')
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, -1);
}

const micros = (amount: string | undefined) => {
  const [whole = '0', fraction = ''] = (amount === '' ? '0' : (amount ?? '0')).split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
};
const signed = (row: Record<string, string>) => micros(row.debit) - micros(row.credit);

/** By account code, debits less credits. */
function balances(rows: readonly Record<string, string>[]): Record<string, bigint> {
  const result: Record<string, bigint> = {};
  for (const row of rows) {
    const code = row.account_code ?? '';
    result[code] = (result[code] ?? 0n) + signed(row);
  }
  return result;
}

function expectZero(rows: readonly Record<string, string>[]): void {
  expect(rows.length).toBeGreaterThan(0);
  const transactions = Map.groupBy(rows, ({ transaction }) => transaction);
  for (const [transaction, postings] of transactions) {
    const total = postings.reduce((left, row) => left + signed(row), 0n);
    expect(total, transaction).toBe(0n);
    expect(new Set(postings.map(({ currency }) => currency)).size, transaction).toBe(1);
  }
}

async function accountIn(country: string, options: Json = {}) {
  const account = await openAccount(product, options);
  await put(`/v1/billing-accounts/${account.id}/buyer`, {
    legal_name: '=HYPERLINK("http://x","y")',
    address: { line1: '+1', city: '@town', country },
    purchase_order: '-PO, "1"',
  });
  return { ...account, journal: () => csv(`/v1/billing-accounts/${account.id}/journal.csv`) };
}

const cents = (amount: number) => BigInt(Math.round(amount * 100)) * 10_000n;

describe('the journal', () => {
  test('owes the minutes that are on the balance, and tax as the documents say', async () => {
    const account = await accountIn('US');
    await account.buy({ totals: { crm: 2 }, minutes: '100.00' });
    await post('/v1/usage-events', {
      specversion: '1.0',
      id: 'call-1',
      source: 'test',
      type: 'call',
      data: {
        billing_account: account.id,
        activity: 'call.outbound',
        destination: '+12125550100',
        used_seconds: 600,
        started_at: '2026-11-23T12:00:00Z',
      },
    });
    await post(`/v1/billing-accounts/${account.id}/minutes/refunds`, {
      amount: '5.00',
      reason: 'goodwill',
    });
    await account.advance('2026-12-01T00:00:00Z');
    const rows = await account.journal();
    expectZero(rows);
    const left = balances(rows);
    const { balance } = await account.minutes();
    expect(balance.amount).toBe('94.70');
    expect(left['2300']).toBe(-micros(balance.amount));
    expect(left['4200']).toBe(-cents(0.3));
    expect(left['2100']).toBe(-cents(5));
    const documents = [...(await account.receipts()), ...(await account.invoices())];
    const taxes = documents.map(({ tax }) => micros(tax.amount));
    expect(left['2200']).toBe(-taxes.reduce((total, tax) => total + tax, 0n));
    expect(left['1200']).toBe(0n); // The renewal was paid.
    const totals = documents.map(({ total }) => micros(total.amount));
    expect(left['1000']).toBe(totals.reduce((total, paid) => total + paid, 0n));
  });

  test('takes back what a chargeback takes back, and is zero through it all', async () => {
    const account = await accountIn('US');
    await account.buy({ totals: { crm: 2 }, minutes: '20.00' });
    const [payment] = (await account.get('/payments')).data;
    await post(`/v1/payments/${payment.id}/reverse`, { reason: 'fraud' });
    const rows = await account.journal();
    expectZero(rows);
    const left = balances(rows);
    // The licenses stay and are owed: 2 × $95.00 for 8 of 30 days, and 10 %.
    expect(left).toMatchObject({ 1000: 0n, 2300: 0n, 1200: cents(55.74), 4000: -cents(50.67) });
  });

  test('knows invoices that are paid by check, and credits with their tax', async () => {
    const account = await accountIn('CH', { tokens: ['by check'] });
    const order = await account.buy({ totals: { crm: 2 }, minutes: '20.00' });
    const path = `/v1/invoices/${order.invoice}`;
    const open = balances(await account.journal());
    expect(open['1200']).toBe(micros((await account.get(path)).total.amount));
    await post(`${path}/credit-notes`, {
      reason: 'charged_in_error',
      lines: [{ line: 1, amount: '10.00' }],
    });
    const { outstanding } = await account.get(path);
    await post(`${path}/payments`, { amount: outstanding.amount, reference: 'check 7' });
    await account.advance('2027-01-01T00:00:00Z');
    const rows = await account.journal();
    expectZero(rows);
    expect(balances(rows)['1000']).toBe(micros(outstanding.amount));
    const bought = rows.filter(({ document }) => document?.includes('INV-'));
    expect(bought.length).toBeGreaterThan(0);
  });

  test('is written with the operator’s account numbers', async () => {
    const account = await accountIn('US');
    await account.buy({ minutes: '10.00' });
    const chart = (await product.operator.get('/v1/accounting/chart')).body;
    await put('/v1/accounting/chart', { ...chart, cash: 'BANK-01' });
    expect((await account.journal()).map((row) => row.account_code)).toContain('BANK-01');
    await put('/v1/accounting/chart', chart);
    const wrong = await product.operator.put('/v1/accounting/chart', { ...chart, cash: '=1+1' });
    expect(wrong.status).toBe(422);
  });
});

describe('an export', () => {
  test('has every document and line once, and no cell that a spreadsheet would run', async () => {
    const account = await accountIn('US');
    await account.buy({ totals: { crm: 2 }, minutes: '20.00' });
    await account.advance('2026-12-01T00:00:00Z');
    const path = `/v1/billing-accounts/${account.id}`;
    const documents = await csv(`${path}/documents.csv`);
    expect(documents.map(({ type, total }) => [type, total])).toEqual([
      ['receipt', '77.74'],
      ['invoice', '209.00'],
    ]);
    expect(documents[0]).toMatchObject({
      buyer: '\'=HYPERLINK("http://x","y")',
      purchase_order: '\'-PO, "1"',
      company_name: 'Acme',
      tax: '7.07',
    });
    expect(documents[1]).toMatchObject({ status: 'paid', outstanding: '0.00' });
    const lines = await csv(`${path}/document-lines.csv`);
    expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['license_increase', '50.67'],
      ['minutes', '20.00'],
      ['license_renewal', '190.00'],
    ]);
    const first = await csv(`${path}/documents.csv?from=2026-11-01&to=2026-11-30`);
    expect(first).toHaveLength(1);
  });

  test('of all accounts is the operator’s, and has none that are on test clocks', async () => {
    const onTestClock = await accountIn('US');
    await onTestClock.buy({ minutes: '10.00' });
    const real = await accountIn('US', { realTime: true });
    await real.buy({ minutes: '10.00' });
    const rows = await csv('/v1/accounting/documents.csv');
    const accounts = rows.map((row) => row.billing_account);
    expect(accounts).toContain(real.id);
    expect(accounts).not.toContain(onTestClock.id);
    expectZero(await csv('/v1/accounting/journal.csv'));
    const made = await post(`/v1/companies/${real.company}/api-keys`, {
      name: 'k',
      scopes: ['read'],
    });
    const asCompany = product.as(made.key);
    expect((await asCompany.get('/v1/accounting/journal.csv')).status).toBe(403);
    const foreign = `/v1/billing-accounts/${onTestClock.id}/journal.csv`;
    expect((await asCompany.get(foreign)).status).toBe(404);
    expect(await csv(`/v1/billing-accounts/${real.id}/journal.csv`, made.key)).not.toEqual([]);
    const backwards = '/v1/accounting/journal.csv?from=2026-12-01&to=2026-11-01';
    expect((await product.operator.get(backwards)).status).toBe(422);
  });
});
