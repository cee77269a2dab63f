import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Caller, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const LISTS = [
  'orders',
  'receipts',
  'invoices',
  'payments',
  'billing-accounts',
  'employees',
  'tax-exemptions',
];

async function idsOf(caller: Caller, path: string): Promise<string[]> {
  const answer = await caller.get(path);
  expect(answer.status, path).toBe(200);
  return answer.body.data.map((row: { id: string }) => row.id);
}

/** A company with one of each, and a key of its own. */
async function companyWithAll() {
  const account = await openAccount(product, { tokens: ['tok_ok'] });
  await account.buy({ totals: { crm: 1 } });
  await account.buy({ minutes: '5.00' });
  await account.advance('2026-12-01T00:00:00Z');
  await product.operator.post(`/v1/companies/${account.company}/employees`, {
    first_name: 'Ada',
    last_name: 'Agent',
    email: 'ada@example.com',
    permission_group: 'Basic User',
  });
  await product.operator.post(`/v1/billing-accounts/${account.id}/tax-exemptions`, {
    jurisdiction: 'US',
    certificate: 'R-1',
    reason: 'resale',
    valid_from: '2026-11-01',
  });
  const made = await product.operator.post(`/v1/companies/${account.company}/api-keys`, {
    name: 'Own',
    scopes: ['read'],
  });
  return { account, own: product.as(made.body.key) };
}

test('the operator lists what all companies have, and each company what it has', async () => {
  const [mine, theirs] = [await companyWithAll(), await companyWithAll()];
  for (const list of LISTS) {
    const all = await idsOf(product.operator, `/v1/${list}?limit=100`);
    const own = await idsOf(mine.own, `/v1/${list}`);
    const others = await idsOf(theirs.own, `/v1/${list}`);
    expect(own.length, list).toBeGreaterThan(0);
    expect(own.filter((id) => others.includes(id))).toEqual([]);
    expect(all).toEqual(expect.arrayContaining([...own, ...others]));
    const ofCompany = `/v1/${list}?company=${mine.account.company}`;
    expect(await idsOf(product.operator, ofCompany)).toEqual(own);
    expect((await theirs.own.get(ofCompany)).status, list).toBe(404);
  }
  const entries = await idsOf(product.operator, `/v1/audit?company=${mine.account.company}`);
  expect(entries).toEqual(await idsOf(mine.own, `/v1/companies/${mine.account.company}/audit`));
  expect((await mine.own.get('/v1/audit')).status).toBe(403);
});

test('a list is narrowed to an account and a state, page by page', async () => {
  const { account, own } = await companyWithAll();
  const ofAccount = `billing_account=${account.id}`;
  const paid = await idsOf(own, `/v1/invoices?${ofAccount}&status=paid`);
  expect(paid).toEqual((await account.invoices()).map(({ id }) => id));
  expect(await idsOf(own, `/v1/invoices?${ofAccount}&status=open`)).toEqual([]);
  expect(await idsOf(own, `/v1/payments?${ofAccount}&status=declined`)).toEqual([]);
  expect((await own.get('/v1/payments?status=strange')).status).toBe(422);
  const first = (await own.get('/v1/receipts?limit=1')).body;
  expect(first.has_more).toBe(true);
  const next = await idsOf(own, `/v1/receipts?limit=1&cursor=${first.next_cursor}`);
  expect([first.data[0].id, ...next]).toEqual((await idsOf(own, '/v1/receipts')).slice(0, 2));
  const other = await openAccount(product);
  const both = `/v1/orders?company=${account.company}&billing_account=${other.id}`;
  expect((await product.operator.get(both)).status).toBe(404);
});
