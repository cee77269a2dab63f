import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const dialer = (price: string) => ({
  name: 'Dialer',
  kind: 'pooled',
  unit: 'seat',
  requires: ['dialer_tab'],
  prices: { USD: price },
});

const PATH = '/v1/catalog/license-types/dialer/draft';

async function versionsOf(code: string): Promise<Json[]> {
  const { body } = await product.operator.get('/v1/catalog');
  return body.license_types.find((one: Json) => one.code === code).versions;
}

describe('a catalog draft', () => {
  test('changes nothing until it is published, and is then no more', async () => {
    const before = await versionsOf('dialer');
    const first = await product.operator.put(PATH, dialer('90.00'));
    const second = await product.operator.put(PATH, dialer('92.00'));
    expect([first.status, second.body.id]).toEqual([200, first.body.id]);
    expect(await versionsOf('dialer')).toEqual(before);
    const listed = (await product.operator.get('/v1/catalog/drafts')).body.data;
    expect(listed).toMatchObject([{ code: 'dialer', body: { prices: { USD: '92.00' } } }]);
    const publish = `/v1/catalog/drafts/${second.body.id}/publish`;
    expect((await product.operator.post(publish)).body.prices).toEqual({ USD: '92.00' });
    expect(await versionsOf('dialer')).toHaveLength(before.length + 1);
    expect((await product.operator.post(publish)).status).toBe(404);
    expect((await product.operator.get('/v1/catalog/drafts')).body.data).toEqual([]);
  });

  test('of a license type says whom it concerns, and what changes a month', async () => {
    const { operator } = product;
    const company = (await operator.post('/v1/companies', { name: 'Payers' })).body.id;
    const open = async (currency: string) => {
      const made = await operator.post(`/v1/companies/${company}/billing-accounts`, {
        name: currency,
        currency,
        time_zone: 'UTC',
        anchor_date: '2026-01-01',
      });
      await operator.post(`/v1/billing-accounts/${made.body.id}/funding-sources`, {
        provider: 'sandbox',
        token: 'tok_ok',
        default: true,
      });
      return made.body.id as string;
    };
    const [first, second] = [await open('USD'), await open('USD')];
    await operator.post(`/v1/billing-accounts/${second}/contracts`, {
      starts_on: '2026-01-01',
      months: 240,
      floors: {},
      prices: { flex_port: '40.00' },
      at_end: 'lapse',
    });
    for (const [account, total] of [
      [first, 3],
      [second, 2],
    ] as const) {
      const quote = await operator.post(`/v1/billing-accounts/${account}/quotes`, {
        totals: { flex_port: total },
      });
      const order = await operator.post(`/v1/billing-accounts/${account}/orders`, {
        quote: quote.body.id,
        authorized_by: { first_name: 'Ana', last_name: 'Ruiz' },
        terms_version: quote.body.terms.version,
      });
      expect(order.status, JSON.stringify(order.body)).toBe(201);
    }
    const saved = await operator.put('/v1/catalog/license-types/flex_port/draft', {
      name: 'Flex Port',
      kind: 'pooled',
      unit: 'port',
      requires: ['crm'],
      prices: { USD: '47.50', EUR: '42.00', GBP: '38.00' },
    });
    const effect = await operator.get(`/v1/catalog/drafts/${saved.body.id}/effect`);
    // Three at $45.00, and two that a contract keeps at $40.00 whatever the catalog says.
    expect(effect.body.data).toEqual([
      {
        currency: 'USD',
        accounts: 2,
        licenses: 5,
        contracted: 2,
        before: { amount: '215.00', currency: 'USD' },
        after: { amount: '222.50', currency: 'USD' },
        difference: { amount: '7.50', currency: 'USD' },
      },
    ]);
    await operator.delete(`/v1/catalog/drafts/${saved.body.id}`);
    const gone = await operator.get(`/v1/catalog/drafts/${saved.body.id}/effect`);
    expect(gone.status).toBe(404);
  });

  test('of every kind can be saved and discarded', async () => {
    const drafts = [
      ['/v1/catalog/rates/44/draft', { kind: 'voice', prices: { USD: '0.0500' } }],
      [
        '/v1/catalog/activities/call.record/draft',
        { name: 'Record', licenses: ['crm'], places: [], metered: 'none', counts_from: 'start' },
      ],
      [
        '/v1/catalog/storage-meters/files/draft',
        { name: 'Files', base_bytes: 1, per_user_bytes: 1, prices: { USD: '9.00' } },
      ],
    ] as const;
    for (const [path, body] of drafts) {
      const saved = await product.operator.put(path, body);
      expect(saved.status, path).toBe(200);
      const discard = `/v1/catalog/drafts/${saved.body.id}`;
      expect((await product.operator.delete(discard)).status).toBe(200);
      expect((await product.operator.delete(discard)).status).toBe(404);
    }
  });

  test('that cannot be published stays a draft, and says why', async () => {
    const wrong = { ...dialer('1.00'), requires: ['no_such_type'] };
    const { body: draft } = await product.operator.put(PATH, wrong);
    const refused = await product.operator.post(`/v1/catalog/drafts/${draft.id}/publish`);
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_code']);
    const { body: drafts } = await product.operator.get('/v1/catalog/drafts');
    expect(drafts.data.map(({ id }: Json) => id)).toContain(draft.id);
  });

  test('is the operator’s alone', async () => {
    const { body: company } = await product.operator.post('/v1/companies', { name: 'Own' });
    const { body: key } = await product.operator.post(`/v1/companies/${company.id}/api-keys`, {
      name: 'Own',
      scopes: ['read', 'manage'],
    });
    const own = product.as(key.key);
    expect((await own.get('/v1/catalog/drafts')).status).toBe(403);
    expect((await own.put(PATH, dialer('1.00'))).status).toBe(403);
  });
});
