import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { openShop } from './shop.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('/v1/billing-accounts/{ba}/pending-totals', () => {
  test('lists what is pending, and DELETE undoes it once', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 5, dialer: 3 } });
    await shop.buy({ totals: { crm: 2 } });
    const path = `/v1/billing-accounts/${shop.account}/pending-totals`;
    const { body } = await product.operator.get(path);
    expect(body.data).toEqual([{ license_type: 'crm', total: 2, effective_on: '2026-12-01' }]);
    expect((await product.operator.delete(`${path}/dialer`)).status).toBe(404);
    expect((await product.operator.delete(`${path}/crm`)).status).toBe(200);
    expect((await product.operator.delete(`${path}/crm`)).status).toBe(404);
    await shop.advance('2026-12-02T12:00:00Z');
    expect((await shop.details()).licenses.crm.total).toBe(5);
  });

  test('who would have lost a license by it keeps it', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1 } });
    const ada = await shop.employee('Ada');
    await shop.assign(ada, 'flex_port');
    await shop.buy({ totals: { crm: 0 }, unassign: { crm: [ada] } });
    const licenses = () => product.operator.get(`/v1/employees/${ada}/licenses`);
    expect((await licenses()).body.licenses[0].ends_at).toBe('2026-12-01T05:00:00.000Z');
    await product.operator.delete(`/v1/billing-accounts/${shop.account}/pending-totals/crm`);
    expect((await licenses()).body.licenses[0].ends_at).toBeNull();
  });

  test('while one is pending, assigning beyond it is refused with the undo as remedy', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 2 } });
    await shop.assign(await shop.employee('Ada'), 'crm');
    await shop.buy({ totals: { crm: 1 } });
    const refused = await shop.assign(await shop.employee('Ben'), 'crm');
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'pending_total_reached',
      details: { pending_total: 1, effective_on: '2026-12-01' },
      remedies: [{ action: 'undo_pending_total' }],
    });
  });
});
