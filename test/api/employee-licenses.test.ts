import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type Product, startProduct } from './product.ts';
import { openShop, type Shop } from './shop.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const typesOf = (body: Json): string[] =>
  body.licenses.map(({ license_type }: Json) => license_type);

async function secondAccount(shop: Shop): Promise<string> {
  const { body } = await product.operator.post(`/v1/companies/${shop.company}/billing-accounts`, {
    name: 'Second',
    currency: 'USD',
    time_zone: 'UTC',
    anchor_date: '2026-11-15',
    test_clock: shop.clock,
  });
  return body.id;
}

describe('PUT /v1/employees/{emp}/licenses/{code}', () => {
  test('is 409 employee_hidden for a hidden employee', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1 } });
    const ada = await shop.employee('Ada');
    await product.operator.post(`/v1/employees/${ada}/hide`);
    expect((await shop.assign(ada, 'crm')).body.code).toBe('employee_hidden');
  });

  test('is 422 unknown_code for a type that the catalog does not have', async () => {
    const shop = await openShop(product);
    const refused = await shop.assign(await shop.employee('Ada'), 'nothing');
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_code']);
  });

  test('is 409 other_billing_account from another account, and says which pays', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1 } });
    const ada = await shop.employee('Ada');
    await shop.assign(ada, 'crm');
    const refused = await product.operator.put(`/v1/employees/${ada}/licenses/flex_port`, {
      billing_account: await secondAccount(shop),
    });
    expect(refused.body.code).toBe('other_billing_account');
    expect(refused.body.details.billing_account).toBe(shop.account);
  });

  test('is 404 for an account of another company, also to the operator', async () => {
    const [shop, other] = [await openShop(product), await openShop(product)];
    const refused = await product.operator.put(
      `/v1/employees/${await shop.employee('Ada')}/licenses/crm`,
      { billing_account: other.account },
    );
    expect(refused.status).toBe(404);
  });
});

describe('DELETE /v1/employees/{emp}/licenses/{code}', () => {
  test('takes along what needs it where told to, and never lowers a total', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1 } });
    const ada = await shop.employee('Ada');
    await shop.assign(ada, 'dialer');
    const path = `/v1/employees/${ada}/licenses/crm`;
    const refused = await product.operator.delete(path);
    expect(refused.body.code).toBe('required_by_other_license');
    expect(refused.body.details.required_by).toEqual(['dialer', 'dialer_tab']);
    const taken = await product.operator.delete(path, { with_required: true });
    expect(taken.body.licenses).toEqual([]);
    expect((await product.operator.delete(path)).status).toBe(200);
    expect((await shop.details()).licenses.crm).toMatchObject({ total: 1, assigned: 0 });
  });
});

describe('PUT /v1/employees/{emp}/billing-account', () => {
  test('moves all licenses', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1 } });
    const ada = await shop.employee('Ada');
    await shop.assign(ada, 'dialer');
    const second = await secondAccount(shop);
    const move = () =>
      product.operator.put(`/v1/employees/${ada}/billing-account`, { billing_account: second });
    expect((await move()).body.code).toBe('no_license_available');
    const path = `/v1/billing-accounts/${second}`;
    await product.operator.post(`${path}/funding-sources`, {
      provider: 'sandbox',
      token: 'tok_ok',
      default: true,
    });
    const { body: quote } = await product.operator.post(`${path}/quotes`, { totals: { crm: 1 } });
    await product.operator.post(`${path}/orders`, {
      quote: quote.id,
      authorized_by: { first_name: 'Ada', last_name: 'Byron' },
      terms_version: quote.terms.version,
    });
    const moved = await move();
    expect(moved.body.billing_account).toBe(second);
    expect(typesOf(moved.body)).toEqual(['crm', 'dialer', 'dialer_tab']);
    expect((await shop.details()).licenses.dialer.assigned).toBe(0);
  });
});
