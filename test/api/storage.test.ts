import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
let company: string;
let account: string;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

beforeEach(async () => {
  const { operator } = product;
  company = (await operator.post('/v1/companies', { name: 'Stored' })).body.id;
  const clock = await operator.post('/v1/test-clocks', { now: '2026-01-01T00:00:00Z' });
  const made = await operator.post(`/v1/companies/${company}/billing-accounts`, {
    name: 'Main',
    currency: 'USD',
    time_zone: 'UTC',
    anchor_date: '2026-01-01',
    test_clock: clock.body.id,
  });
  account = made.body.id;
});

const recording = {
  meter: 'recordings',
  kind: 'call_recording',
  name: 'Call of 3 January',
  bytes: 2_500_000_000,
  created_at: '2025-12-03T10:00:00Z',
  last_used_at: '2025-12-04T10:00:00Z',
};

const at = (path = '') => `/v1/billing-accounts/${account}/storage${path}`;

describe('storage objects', () => {
  test('are reported, read, listed, deleted, restored and purged in two steps', async () => {
    const { operator } = product;
    const put = await operator.put(at('/objects/rec%2F1'), recording);
    expect(put.status).toBe(200);
    expect(put.body).toMatchObject({ external_id: 'rec/1', state: 'stored', version: 1 });
    expect((await operator.get(at('/objects/rec%2F1'))).body).toEqual(put.body);
    const early = await operator.post(at('/purges'), { objects: ['rec/1'] });
    expect([early.status, early.body.code]).toEqual([409, 'object_not_deleted']);
    const gone = await operator.delete(at('/objects/rec%2F1'));
    expect(gone.body.state).toBe('deleted');
    const back = await operator.post(at('/objects/rec%2F1/restore'));
    expect(back.body.state).toBe('stored');
    await operator.delete(at('/objects/rec%2F1'));
    expect((await operator.get(at())).body.meters.recordings.used_bytes).toBe(2_500_000_000);
    const purged = await operator.post(at('/purges'), { objects: ['rec/1'] });
    expect(purged.status).toBe(201);
    expect(purged.body).toMatchObject({ objects: ['rec/1'], freed_bytes: 2_500_000_000 });
    expect((await operator.get(at())).body.meters.recordings.used_bytes).toBe(0);
    expect((await operator.get(at('/purges'))).body.data).toEqual([purged.body]);
    const told = await operator.get(`/v1/events?company=${company}&type=storage.purge_requested`);
    expect(told.body.data[0].data).toEqual({ objects: ['rec/1'], freed_bytes: 2_500_000_000 });
  });

  test('are listed page by page in the order of their ids', async () => {
    for (const name of ['b', 'ü', 'a']) {
      await product.operator.put(at(`/objects/${encodeURIComponent(name)}`), recording);
    }
    const first = await product.operator.get(at('/objects?limit=2'));
    expect(first.body.data.map((one: { external_id: string }) => one.external_id)).toEqual([
      'a',
      'b',
    ]);
    const rest = await product.operator.get(
      at(`/objects?limit=2&cursor=${first.body.next_cursor}`),
    );
    expect(rest.body.data.map((one: { external_id: string }) => one.external_id)).toEqual(['ü']);
  });

  test('are refused with a pointer where a field is wrong in itself', async () => {
    const wrong: [string, unknown][] = [
      ['/bytes', -1],
      ['/bytes', 1.5],
      ['/bytes', '1'],
      ['/created_at', '2026-02-30T00:00:00Z'],
      ['/name', ''],
      ['/dialed_records', 5],
      ['/colour', 'red'],
    ];
    for (const [pointer, value] of wrong) {
      const body = { ...recording, [pointer.slice(1)]: value };
      const refused = await product.operator.put(at('/objects/x'), body);
      expect([refused.status, refused.body.code]).toEqual([422, 'invalid_value']);
      expect(refused.body.errors[0].pointer).toContain(pointer === '/colour' ? '' : pointer);
    }
    const unknown = await product.operator.put(at('/objects/x'), { ...recording, meter: 'fax' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_code']);
    expect((await product.operator.get(at('/objects'))).body.data).toEqual([]);
  });

  test("of another company's account do not exist", async () => {
    const other = await product.operator.post('/v1/companies', { name: 'Other' });
    const key = await product.operator.post(`/v1/companies/${other.body.id}/api-keys`, {
      name: 'k',
      scopes: ['read', 'manage'],
    });
    const stranger = product.as(key.body.key);
    expect((await stranger.get(at())).status).toBe(404);
    expect((await stranger.put(at('/objects/x'), recording)).status).toBe(404);
    expect((await stranger.post(at('/purges'), { objects: ['x'] })).status).toBe(404);
  });
});

describe('GET /v1/billing-accounts/{ba}/storage', () => {
  test('says what is over, what it will cost, and what each step of the plan saves', async () => {
    await product.operator.put(at('/objects/r1'), recording);
    const { status, body } = await product.operator.get(at());
    expect(status).toBe(200);
    expect(body.meters.recordings).toEqual({
      name: 'Call recordings',
      used_bytes: 2_500_000_000,
      allowance_bytes: 500_000_000,
      over_bytes: 2_000_000_000,
      price_per_gb: { amount: '20.00', currency: 'USD' },
      projected_fee: { amount: '40.00', currency: 'USD' },
      fee_per_month: { amount: '40.00', currency: 'USD' },
    });
    expect(body.projected_fee).toEqual({ amount: '40.00', currency: 'USD' });
    expect(body.purge_plan).toEqual([
      {
        objects: ['r1'],
        kind: 'recordings',
        meter: 'recordings',
        why: expect.stringContaining('1 call recording'),
        delete_first: true,
        frees_bytes: 2_500_000_000,
        saves_per_month: { amount: '40.00', currency: 'USD' },
      },
    ]);
  });

  test('projects nothing for a currency without a price, and says so', async () => {
    const clock = await product.operator.post('/v1/test-clocks', { now: '2026-01-01T00:00:00Z' });
    const other = await product.operator.post('/v1/companies', { name: 'Yen' });
    const made = await product.operator.post(`/v1/companies/${other.body.id}/billing-accounts`, {
      name: 'Main',
      currency: 'JPY',
      time_zone: 'Asia/Tokyo',
      anchor_date: '2026-01-01',
      test_clock: clock.body.id,
    });
    account = made.body.id;
    await product.operator.put(at('/objects/r1'), recording);
    const { body } = await product.operator.get(at());
    expect(body.meters.recordings).toMatchObject({
      price_per_gb: null,
      projected_fee: { amount: '0', currency: 'JPY' },
    });
  });
});

test('the largest that count come first, deleted ones included and purged ones not', async () => {
  const { operator } = product;
  for (const [name, bytes] of [
    ['small', 1_000],
    ['big', 9_000],
    ['middle', 5_000],
    ['gone', 7_000],
  ] as const) {
    await operator.put(at(`/objects/${name}`), { ...recording, bytes });
  }
  for (const name of ['middle', 'gone']) await operator.delete(at(`/objects/${name}`));
  await operator.post(at('/purges'), { objects: ['gone'] });
  const { body } = await operator.get(at('/largest?limit=2'));
  expect(body.data.map((one: Json) => [one.external_id, one.state])).toEqual([
    ['big', 'stored'],
    ['middle', 'deleted'],
  ]);
});
