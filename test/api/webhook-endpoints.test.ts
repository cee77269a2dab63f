import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, type Product, startProduct } from './product.ts';

let product: Product;
let company: string;
let own: Caller;
beforeAll(async () => {
  product = await startProduct();
  company = (await product.operator.post('/v1/companies', { name: 'Told' })).body.id;
  const key = await product.operator.post(`/v1/companies/${company}/api-keys`, {
    name: 'k',
    scopes: ['read', 'manage'],
  });
  own = product.as(key.body.key);
});
afterAll(() => product.close());

const url = 'http://127.0.0.1:9/hook';

describe('webhook endpoints', () => {
  test('are made, listed, changed and removed; the secret is shown once', async () => {
    const headers = { 'idempotency-key': 'make-1' };
    const made = await own.post('/v1/webhook-endpoints', { url }, headers);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ company, url, types: [], enabled: true });
    expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/=]{32}$/);
    const { secret: _secret, ...shown } = made.body;
    expect((await own.post('/v1/webhook-endpoints', { url }, headers)).body).toEqual(shown);
    expect((await own.get('/v1/webhook-endpoints')).body.data).toEqual([shown]);
    const path = `/v1/webhook-endpoints/${made.body.id}`;
    const changed = await own.patch(path, { types: ['order.completed'], enabled: false });
    expect(changed.body).toMatchObject({ types: ['order.completed'], enabled: false });
    expect((await own.delete(path)).status).toBe(200);
    expect((await own.get(path)).status).toBe(404);
  });

  test('take http and https addresses only, without a user name', async () => {
    for (const wrong of ['ftp://example.com/x', 'file:///etc/passwd', 'x', 'http://a:b@c.de/']) {
      const refused = await own.post('/v1/webhook-endpoints', { url: wrong });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/url']);
    }
  });

  test('show what was sent where, and send it again when asked', async () => {
    const made = await own.post('/v1/webhook-endpoints', { url, types: ['employee.created'] });
    const path = `/v1/webhook-endpoints/${made.body.id}/deliveries`;
    await own.post(`/v1/companies/${company}/employees`, {
      first_name: 'Ann',
      last_name: 'Lee',
      email: 'ann@example.com',
      permission_group: 'Basic User',
    });
    const [delivery] = (await own.get(path)).body.data;
    expect(delivery.state).toBe('pending');
    const again = await own.post(`${path}/${delivery.event}/retry`);
    expect([again.status, again.body.state]).toEqual([200, 'pending']);
    expect((await own.post(`${path}/evt_0/retry`)).status).toBe(404);
  });

  test("of another company do not exist, and the operator's hear of everyone", async () => {
    const mine = await own.post('/v1/webhook-endpoints', { url });
    const other = await product.operator.post('/v1/companies', { name: 'Other' });
    const key = await product.operator.post(`/v1/companies/${other.body.id}/api-keys`, {
      name: 'k',
      scopes: ['read', 'manage'],
    });
    const stranger = product.as(key.body.key);
    expect((await stranger.get(`/v1/webhook-endpoints/${mine.body.id}`)).status).toBe(404);
    expect((await stranger.post('/v1/webhook-endpoints', { url, company })).status).toBe(404);
    const all = await product.operator.post('/v1/webhook-endpoints', { url });
    expect(all.body.company).toBeNull();
  });
});

describe('GET /v1/events', () => {
  test('tells a company its own events, oldest first, and where to go on', async () => {
    const first = await own.get('/v1/events?limit=1');
    expect(first.body.data[0]).toMatchObject({ type: 'company.created', company, version: 1 });
    expect(first.body.has_more).toBe(true);
    const rest = await own.get(`/v1/events?limit=100&cursor=${first.body.next_cursor}`);
    expect(rest.body.data.every((one: { company: string }) => one.company === company)).toBe(true);
    const seen: { id: string }[] = [...first.body.data, ...rest.body.data];
    // What others have under way on the same server holds back the newest events for a moment.
    let { next_cursor: cursor } = rest.body;
    const beyond = async () => {
      const { data, next_cursor } = (await own.get(`/v1/events?cursor=${cursor}`)).body;
      cursor = next_cursor;
      seen.push(...data);
      return seen.length;
    };
    const { rows } = await product.open.pool.query(
      'select count(*)::int as count from platform_events where company = $1',
      [company],
    );
    await expect.poll(beyond, { timeout: 10_000 }).toBe(rows[0].count);
    const end = await own.get(`/v1/events?cursor=${cursor}`);
    expect(end.body).toEqual({ data: [], has_more: false, next_cursor: cursor });
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  });

  test("refuses another company's events as if it did not exist", async () => {
    const other = await product.operator.post('/v1/companies', { name: 'Other' });
    expect((await own.get(`/v1/events?company=${other.body.id}`)).status).toBe(404);
  });
});
