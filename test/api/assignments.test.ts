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

describe('POST /v1/billing-accounts/{ba}/assignments', () => {
  const path = (shop: { account: string }) => `/v1/billing-accounts/${shop.account}/assignments`;
  const held = async (employee: string): Promise<string[]> => {
    const { body } = await product.operator.get(`/v1/employees/${employee}/licenses`);
    return body.licenses.map((license: Json) => license.license_type);
  };

  test('assigns by id and address, refuses row by row, and a preview says the same', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 2, dialer_tab: 2, dialer: 2 } });
    const [ada, bob] = [await shop.employee('Ada'), await shop.employee('Bob')];
    await shop.assign(bob, 'crm');
    const changes = [
      { employee: ada, license_type: 'dialer', assigned: true },
      { email: 'BOB@example.com', license_type: 'crm', assigned: false },
      { email: 'nobody@example.com', license_type: 'crm', assigned: true },
      { employee: bob, license_type: 'dialer', assigned: false },
    ];
    const dry = await product.operator.post(`${path(shop)}/preview`, { changes });
    expect(await held(ada)).toEqual([]);
    const made = await product.operator.post(path(shop), { changes });
    expect(made.body).toEqual(dry.body);
    expect(made.body.counts).toEqual({ assigned: 1, unassigned: 1, unchanged: 1, refused: 1 });
    expect(made.body.results[0].license_types).toEqual(['crm', 'dialer_tab', 'dialer']);
    expect(made.body.results[2]).toMatchObject({
      email: 'nobody@example.com',
      outcome: 'refused',
      problem: { code: 'not_found', detail: 'There is no such employee of this company.' },
    });
    expect([await held(ada), await held(bob)]).toEqual([['crm', 'dialer', 'dialer_tab'], []]);
  });

  test('twenty at once never assign more than the total of a named license', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 5 } });
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, index) => shop.employee(`Agent${index}`)),
    );
    const changes = people.map((employee) => ({ employee, license_type: 'crm', assigned: true }));
    const answers = await Promise.all(
      [changes, [...changes].reverse(), changes, [...changes].reverse()].map((some) =>
        product.operator.post(path(shop), { changes: some }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await shop.details()).licenses.crm.assigned).toBe(5);
  });

  test('shows nothing of another company, and wants either an id or an address', async () => {
    const [shop, other] = [await openShop(product), await openShop(product)];
    await shop.buy({ totals: { crm: 1 } });
    const stranger = await other.employee('Ada');
    const changes = [{ employee: stranger, license_type: 'crm', assigned: true }];
    const { body } = await product.operator.post(path(shop), { changes });
    expect(body.results[0]).toMatchObject({ name: null, problem: { code: 'not_found' } });
    const both = [{ ...changes[0], email: 'a@example.com' }];
    expect((await product.operator.post(path(shop), { changes: both })).status).toBe(422);
  });
});

describe('/v1/billing-accounts/{ba}/group-rules', () => {
  const ofBasicUsers = (shop: { account: string }) =>
    `/v1/billing-accounts/${shop.account}/group-rules/grp_basic_user`;

  test('who is made in the group is given its licenses as far as there is room', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1, dialer_tab: 1 } });
    const rule = { license_types: ['dialer_tab'] };
    const { body } = await product.operator.put(ofBasicUsers(shop), rule);
    expect(body.data).toMatchObject([
      { permission_group: { name: 'Basic User' }, license_types: ['dialer_tab'] },
    ]);
    const licenses = async (name: string) => {
      const employee = await shop.employee(name);
      return (await product.operator.get(`/v1/employees/${employee}/licenses`)).body.licenses;
    };
    expect(await licenses('Ada')).toHaveLength(2);
    expect(await licenses('Bob')).toEqual([]);
    const audit = await product.operator.get(`/v1/companies/${shop.company}/audit?limit=1`);
    expect(audit.body.data[0]).toMatchObject({
      action: 'group_rule.refused',
      after: { license_type: 'dialer_tab', code: 'no_license_available' },
    });
    expect((await product.operator.delete(ofBasicUsers(shop))).body.data).toEqual([]);
  });

  test('an unknown type or group is refused, and nothing is set', async () => {
    const shop = await openShop(product);
    const unknown = { license_types: ['hologram'] };
    expect((await product.operator.put(ofBasicUsers(shop), unknown)).body.code).toBe(
      'unknown_code',
    );
    const elsewhere = `/v1/billing-accounts/${shop.account}/group-rules/grp_none`;
    expect((await product.operator.put(elsewhere, { license_types: ['crm'] })).status).toBe(404);
    const { body } = await product.operator.get(`/v1/billing-accounts/${shop.account}/group-rules`);
    expect(body.data).toEqual([]);
  });
});
