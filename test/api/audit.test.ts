import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type Product, startProduct } from './product.ts';
import { openShop } from './shop.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('GET /v1/companies/{co}/audit', () => {
  test('narrows to a topic, and names the employee whom a change is about', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1 } });
    await shop.assign(await shop.employee('Ada'), 'crm');
    const about = async (topic: string): Promise<Json[]> =>
      (await product.operator.get(`/v1/companies/${shop.company}/audit?topic=${topic}`)).body.data;
    const licenses = await about('licenses');
    expect(licenses.map(({ action }) => action)).toEqual([
      'license.assigned',
      'license_total.increased',
    ]);
    expect(licenses[0]?.employee_name).toBe('Ada Agent');
    expect(licenses[1]).toMatchObject({
      employee_name: null,
      authorized_by: { first_name: 'Sam', last_name: 'Sysadmin' },
    });
    const people = await about('people');
    expect(people.map(({ action }) => action)).toEqual(['employee.created']);
    expect(await about('storage')).toEqual([]);
  });
});
