import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type Product, startProduct } from './product.ts';
import { openShop } from './shop.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('GET /v1/companies/{co}/assignments', () => {
  test('lists who is not hidden with what they hold and who pays, page by page', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 2, flex_port: 1 } });
    const [ada, bob, cid] = [
      await shop.employee('Ada'),
      await shop.employee('Bob'),
      await shop.employee('Cid'),
    ];
    await shop.assign(ada, 'crm');
    await shop.assign(ada, 'flex_port');
    await product.operator.post(`/v1/employees/${bob}/hide`);

    const path = `/v1/companies/${shop.company}/assignments?limit=1`;
    const first = (await product.operator.get(path)).body;
    expect(first.data[0].employee.id).toBe(ada);
    expect(first.data[0].billing_account).toBe(shop.account);
    expect(first.data[0].licenses.map((held: Json) => held.license_type)).toEqual([
      'crm',
      'flex_port',
    ]);
    expect(first.has_more).toBe(true);

    const second = (await product.operator.get(`${path}&cursor=${first.next_cursor}`)).body;
    expect(second.data[0].employee.id).toBe(cid);
    expect(second.data[0]).toMatchObject({ billing_account: null, licenses: [] });
    expect(second).toMatchObject({ has_more: false, next_cursor: null });
  });

  test('finds by name, and shows nothing of another company', async () => {
    const [shop, other] = [await openShop(product), await openShop(product)];
    await shop.employee('Ada');
    const cid = await shop.employee('Cid');
    const found = await product.operator.get(
      `/v1/companies/${shop.company}/assignments?search=cid`,
    );
    expect(found.body.data.map(({ employee }: Json) => employee.id)).toEqual([cid]);
    const elsewhere = await product.operator.get(`/v1/companies/${other.company}/assignments`);
    expect(elsewhere.body.data).toEqual([]);
  });
});
