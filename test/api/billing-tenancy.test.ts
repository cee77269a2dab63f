import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

test('nothing that one company buys, pays or owes is there for another', async () => {
  const theirs = await openAccount(product, { tokens: ['tok_ok', 'Wire'] });
  const order = await theirs.buy({ totals: { crm: 1 } });
  await theirs.advance('2026-12-01T00:00:00Z');
  const [invoice] = await theirs.invoices();
  const [payment] = (await theirs.get('/payments')).data;
  const quote = (await theirs.quote({ minutes: '5.00' })).body;
  const mine = await openAccount(product);
  const { key } = (
    await product.operator.post(`/v1/companies/${mine.company}/api-keys`, {
      name: 'Mine',
      scopes: ['read', 'manage'],
    })
  ).body;
  const me = product.as(key);
  const account = `/v1/billing-accounts/${theirs.id}`;
  const reads = [
    ...['funding-sources', 'quotes', 'orders', 'receipts', 'invoices', 'invoices/upcoming'].map(
      (list) => `${account}/${list}`,
    ),
    `${account}/payments`,
    `/v1/orders/${order.id}`,
    `/v1/receipts/${order.receipt.id}`,
    `/v1/invoices/${invoice.id}`,
    `/v1/invoices/${invoice.id}/credit-notes`,
    `/v1/payments/${payment.id}`,
    `/v1/quotes/${quote.id}`,
    `/v1/funding-sources/${theirs.fundingSources[0]}`,
  ];
  for (const path of reads) {
    expect((await product.operator.get(path)).status, path).toBe(200);
    expect((await me.get(path)).status, path).toBe(404);
  }
  const before = await product.countChanges();
  const source = { provider: 'sandbox', token: 'tok_ok' };
  const name = { first_name: 'Eve', last_name: 'Il' };
  const accept = { quote: quote.id, authorized_by: name, terms_version: '2026-11-01' };
  const refused = [
    await me.post(`${account}/funding-sources`, source),
    await me.post(`${account}/quotes`, { minutes: '5.00' }),
    await me.post(`${account}/orders`, accept),
    await me.post(`/v1/billing-accounts/${mine.id}/orders`, accept),
    await me.post(`/v1/funding-sources/${theirs.fundingSources[1]}/default`),
    await me.delete(`/v1/funding-sources/${theirs.fundingSources[1]}`),
  ];
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 404));
  const operatorOnly = [
    await me.post(`/v1/invoices/${invoice.id}/payments`, { amount: '1.00', reference: 'x' }),
    await me.post(`/v1/payments/${payment.id}/reverse`, { reason: 'x' }),
    await me.post(`/v1/billing-accounts/${mine.id}/close`),
  ];
  expect(operatorOnly.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await product.countChanges()).toBe(before);
});
