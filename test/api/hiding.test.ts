import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { openShop } from './shop.ts';
import { signedIn, TYPED } from './visitor.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('POST /v1/employees/{emp}/hide', () => {
  test('says what could be lowered from the next period, and lowering it is accepted', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 3, dialer: 3 } });
    const [ada, ben] = [await shop.employee('Ada'), await shop.employee('Ben')];
    await shop.assign(ada, 'dialer');
    await shop.assign(ben, 'crm');
    const { body } = await product.operator.post(`/v1/employees/${ada}/hide`);
    expect(body.still_paying_for).toMatchObject([
      { license_type: 'crm', total: 3, assigned: 1, could_be: 1, from: '2026-12-01' },
      { license_type: 'dialer', total: 3, assigned: 0, could_be: 0, from: '2026-12-01' },
    ]);
    const [crm, dialer] = body.still_paying_for;
    const totals = { crm: crm.could_be, dialer: dialer.could_be };
    expect((await shop.buy({ totals, effective_on: crm.from })).status).toBe(201);
    const { body: again } = await product.operator.post(`/v1/employees/${ada}/hide`);
    expect(again.still_paying_for).toEqual([]);
  });

  test('names the contract’s floor, and from when less is possible', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 2 } });
    await product.operator.post(`/v1/billing-accounts/${shop.account}/contracts`, {
      starts_on: '2026-11-22',
      months: 6,
      floors: { crm: 2 },
      at_end: 'lapse',
    });
    const ada = await shop.employee('Ada');
    await shop.assign(ada, 'crm');
    const { body } = await product.operator.post(`/v1/employees/${ada}/hide`);
    expect(body.still_paying_for).toMatchObject([
      { floor: 2, could_be: 2, from: '2027-06-01', contract_ends_on: '2027-05-22' },
    ]);
  });

  test('is 404 for another company’s employee', async () => {
    const [shop, other] = [await openShop(product), await openShop(product)];
    const path = `/v1/companies/${other.company}/api-keys`;
    const { body: key } = await product.operator.post(path, { name: 'k', scopes: ['manage'] });
    const ada = await shop.employee('Ada');
    const hidden = await product.as(key.key).post(`/v1/employees/${ada}/hide`);
    expect(hidden.status).toBe(404);
  });
});

describe('POST /v1/employees/{emp}/show', () => {
  test('gives back what has room and lists the rest; twice changes nothing', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1 } });
    const ada = await shop.employee('Ada');
    await shop.assign(ada, 'flex_port');
    await product.operator.post(`/v1/employees/${ada}/hide`);
    await shop.assign(await shop.employee('Ben'), 'crm');
    const { body } = await product.operator.post(`/v1/employees/${ada}/show`);
    expect(body).toMatchObject({ hidden: false, restored: [] });
    expect(body.not_restored).toMatchObject([
      { license_type: 'crm', code: 'no_license_available' },
      { license_type: 'flex_port', code: 'required_license_missing' },
    ]);
    const again = await product.operator.post(`/v1/employees/${ada}/show`);
    expect(again.body).toMatchObject({ hidden: false, restored: [], not_restored: [] });
  });
});

describe('hiding and showing', () => {
  test('are for whoever could give the permissions of whom they concern', async () => {
    const shop = await openShop(product);
    const [ada, ben, max] = [
      await shop.employee('Ada', 'Administrator'),
      await shop.employee('Ben'),
      await shop.employee('Max', 'Manager'),
    ];
    const manager = (await signedIn(product, max)).call;
    const refused = await manager('POST', `/v1/employees/${ada}/hide`, undefined, TYPED);
    expect(refused).toMatchObject({ status: 403, body: { code: 'scope_missing' } });
    expect(refused.body.detail).toBe(
      'They have "billing.manage", which you lack, so an Administrator has to hide them.',
    );
    expect((await product.operator.get(`/v1/employees/${ada}`)).body.hidden).toBe(false);
    const admin = (await signedIn(product, ada)).call;
    expect((await manager('POST', `/v1/employees/${ben}/hide`, undefined, TYPED)).status).toBe(200);
    expect((await manager('POST', `/v1/employees/${ben}/show`, undefined, TYPED)).status).toBe(200);
    expect((await admin('POST', `/v1/employees/${max}/hide`, undefined, TYPED)).status).toBe(200);
    const eve = await shop.employee('Eve', 'Administrator');
    await product.operator.post(`/v1/employees/${eve}/hide`);
    await product.operator.post(`/v1/employees/${max}/show`);
    const back = (await signedIn(product, max)).call;
    const shown = await back('POST', `/v1/employees/${eve}/show`, undefined, TYPED);
    expect(shown).toMatchObject({ status: 403, body: { code: 'scope_missing' } });
  });
});
