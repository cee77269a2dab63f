import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type Product, startProduct } from './product.ts';
import { openShop, type Shop } from './shop.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const terms = {
  starts_on: '2026-11-22',
  months: 12,
  floors: { dialer: 10 },
  prices: { dialer: '85.00' },
  at_end: 'lapse',
};

const sign = (shop: Shop, given: Json = {}) =>
  product.operator.post(`/v1/billing-accounts/${shop.account}/contracts`, { ...terms, ...given });

describe('POST /v1/billing-accounts/{ba}/contracts', () => {
  test('is 201, with the first day after the term as its end', async () => {
    const shop = await openShop(product);
    const { status, body } = await sign(shop);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ends_on: '2027-11-22',
      floors: { dialer: 10 },
      prices: { dialer: { amount: '85.00', currency: 'USD' } },
      in_force: true,
    });
    const read = await product.operator.get(`/v1/contracts/${body.id}`);
    expect(read.body).toEqual(body);
    const { body: list } = await product.operator.get(
      `/v1/billing-accounts/${shop.account}/contracts`,
    );
    expect(list.data).toEqual([body]);
  });

  test('charges nothing, and the next renewal raises a total that is below the floor', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { dialer: 4 } });
    await sign(shop);
    expect((await shop.details()).licenses.dialer).toMatchObject({
      total: 4,
      floor: 10,
      raise: { total: 10, effective_on: '2026-12-01' },
    });
    await shop.advance('2026-12-01T06:00:00Z');
    expect((await shop.details()).licenses.dialer.total).toBe(10);
    const { body } = await product.operator.get(`/v1/billing-accounts/${shop.account}/invoices`);
    expect(body.data[0].total).toEqual({ amount: '850.00', currency: 'USD' });
  });

  test('cancels a pending decrease below the floor', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { dialer: 12 } });
    await shop.buy({ totals: { dialer: 3 } });
    await sign(shop);
    expect((await shop.details()).licenses.dialer.pending).toBeUndefined();
  });

  test('tells when it starts and when it lapses', async () => {
    const shop = await openShop(product);
    await sign(shop, { starts_on: '2026-12-10', months: 1 });
    await shop.advance('2027-02-01T06:00:00Z');
    const { body } = await product.operator.get(`/v1/companies/${shop.company}/audit?limit=100`);
    const actions = body.data.map(({ action }: Json) => action);
    expect(actions).toEqual(expect.arrayContaining(['contract.started', 'contract.lapsed']));
  });

  test('is 409 contract_overlap within another contract, and not after it', async () => {
    const shop = await openShop(product);
    await sign(shop);
    const refused = await sign(shop, { starts_on: '2027-11-21' });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('contract_overlap');
    expect(refused.body.details).toMatchObject({ ends_on: '2027-11-22' });
    expect((await sign(shop, { starts_on: '2027-11-22' })).status).toBe(201);
  });

  test('is 409 no_price for a floor that nothing prices', async () => {
    const shop = await openShop(product, { currency: 'JPY' });
    const refused = await sign(shop, { prices: {} });
    expect(refused.body).toMatchObject({ status: 409, code: 'no_price' });
    expect((await sign(shop, { prices: { dialer: '8500' } })).status).toBe(201);
  });

  test.each([
    [{ floors: { nothing: 1 } }, 'unknown_code', '/floors/nothing'],
    [{ prices: { nothing: '1.00' } }, 'unknown_code', '/prices/nothing'],
    [{ prices: { dialer: '85.001' } }, 'invalid_value', '/prices/dialer'],
    [{ starts_on: '2020-01-01' }, 'invalid_value', '/starts_on'],
    [{ starts_on: '2026-02-30' }, 'invalid_value', '/starts_on'],
    [{ months: 0 }, 'invalid_value', '/months'],
    [{ floors: { dialer: -1 } }, 'invalid_value', '/floors/dialer'],
    [{ at_end: 'explode' }, 'invalid_value', '/at_end'],
  ])('%j is 422', async (given, code, pointer) => {
    const shop = await openShop(product);
    const refused = await sign(shop, given);
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe(code);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });

  test('is the operator’s alone, and invisible to another company', async () => {
    const shop = await openShop(product);
    const { body: signed } = await sign(shop);
    const stranger = await openShop(product);
    const keyOf = async (company: string) => {
      const scopes = ['read', 'manage'];
      const path = `/v1/companies/${company}/api-keys`;
      const { body } = await product.operator.post(path, { name: 'Own', scopes });
      return product.as(body.key);
    };
    const [own, foreign] = [await keyOf(shop.company), await keyOf(stranger.company)];
    const path = `/v1/billing-accounts/${shop.account}/contracts`;
    expect((await own.post(path, { ...terms, starts_on: '2030-01-01' })).status).toBe(403);
    expect((await own.get(`/v1/contracts/${signed.id}`)).status).toBe(200);
    const hidden = await foreign.get(`/v1/contracts/${signed.id}`);
    const never = await foreign.get('/v1/contracts/ctr_01kaj2v7c3h2m8xq4t9w5e6r7y');
    expect([hidden.status, never.status]).toEqual([404, 404]);
    expect(hidden.body.detail).toBe(never.body.detail);
  });
});

describe('a contract that renews', () => {
  test('takes the lower total of possible_from as its notice; that is the next floor', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { dialer: 10 } });
    await sign(shop, { at_end: 'renew' });
    const { body: refused } = await shop.quote({ totals: { dialer: 4 } });
    expect(refused.code).toBe('below_contract_floor');
    const from = refused.details.possible_from;
    expect(from).toBe('2027-12-01');
    const ordered = await shop.buy({ totals: { dialer: 4 }, effective_on: from });
    expect(ordered.status).toBe(201);
    await shop.advance('2027-12-02T12:00:00Z');
    expect((await shop.details()).licenses.dialer).toMatchObject({ total: 4, floor: 4 });
  }, 60_000);
});

describe('a draft', () => {
  const draft = { ...terms, draft: true };

  test('binds nobody until it is signed, and can be written anew until then', async () => {
    const shop = await openShop(product);
    const { status, body } = await sign(shop, draft);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'draft', signed_at: null, in_force: false });
    expect((await shop.details()).licenses.dialer.floor).toBeUndefined();
    // Nothing overlaps a draft, because it may never be signed.
    expect((await sign(shop, { ...draft, months: 6 })).status).toBe(201);
    const path = `/v1/contracts/${body.id}`;
    const amended = await product.operator.put(path, { ...terms, floors: { dialer: 3 } });
    expect(amended).toMatchObject({ status: 200, body: { id: body.id, floors: { dialer: 3 } } });
    const signed = await product.operator.post(`${path}/sign`);
    expect(signed.body).toMatchObject({ id: body.id, state: 'active', in_force: true });
    expect((await product.operator.get(path)).body).toEqual(signed.body);
    expect((await shop.details()).licenses.dialer.floor).toBe(3);
    for (const refused of [
      await product.operator.put(path, terms),
      await product.operator.post(`${path}/sign`),
      await product.operator.delete(path),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'contract_signed' } });
    }
  });

  test('that was discarded can do nothing more', async () => {
    const shop = await openShop(product);
    const path = `/v1/contracts/${(await sign(shop, draft)).body.id}`;
    const end = { ends_on: '2026-12-24', reason: 'Agreed' };
    const early = await product.operator.post(`${path}/end`, end);
    expect(early).toMatchObject({ status: 409, body: { code: 'contract_not_signed' } });
    expect((await product.operator.delete(path)).body.state).toBe('ended');
    for (const refused of [
      await product.operator.put(path, terms),
      await product.operator.post(`${path}/sign`),
      await product.operator.delete(path),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'contract_over' } });
    }
  });

  test('that overlaps a contract signed meanwhile cannot be signed', async () => {
    const shop = await openShop(product);
    const path = `/v1/contracts/${(await sign(shop, draft)).body.id}`;
    await sign(shop, { months: 3 });
    const refused = await product.operator.post(`${path}/sign`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'contract_overlap' } });
    expect((await product.operator.get(path)).body.state).toBe('draft');
  });
});

describe('POST /v1/contracts/{ctr}/end', () => {
  const end = (id: string, ends_on: string) =>
    product.operator.post(`/v1/contracts/${id}/end`, { ends_on, reason: 'Both sides agreed' });

  test('frees totals and price from that day on, and reprices nothing', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { dialer: 10 } });
    const { id } = (await sign(shop, { prices: { dialer: '50.00' } })).body;
    await shop.advance('2026-12-01T06:00:00Z');
    expect((await end(id, '2026-12-01')).status).toBe(422); // Today is charged already.
    expect((await end(id, '2028-01-01')).status).toBe(422); // It does not run that long.
    const ordered = await end(id, '2026-12-20');
    expect(ordered.body).toMatchObject({ ended_on: '2026-12-20', ends_on: '2026-12-20' });
    expect((await end(id, '2026-12-15')).body.code).toBe('contract_over');
    const { body: refused } = await shop.quote({
      totals: { dialer: 4 },
      effective_on: '2026-12-01',
    });
    expect(refused.status).toBe(422);
    expect((await shop.buy({ totals: { dialer: 4 } })).status).toBe(201);
    await shop.advance('2026-12-21T06:00:00Z');
    const { body: added } = await shop.quote({ totals: { dialer: 11 } });
    expect(added.lines[0].unit_price).toEqual({ amount: '100.00', currency: 'USD' });
    expect((await product.operator.get(`/v1/contracts/${id}`)).body.state).toBe('ended');
    await shop.advance('2027-01-01T06:00:00Z');
    const invoices = await product.operator.get(`/v1/billing-accounts/${shop.account}/invoices`);
    const amounts = invoices.body.data.map(({ net }: Json) => net.amount);
    expect(amounts).toEqual(['400.00', '500.00']);
    const { body: audit } = await product.operator.get(
      `/v1/companies/${shop.company}/audit?limit=100`,
    );
    const actions = audit.data.map(({ action }: Json) => action);
    expect(actions).toContain('contract.ended');
    expect(actions).not.toContain('contract.lapsed');
    const { differences } = await product.open.database.read((tx) =>
      product.app.services.verifier.verify(tx),
    );
    expect(differences).toEqual([]);
  });

  test('takes back the raise that the contract had scheduled', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { dialer: 2 } });
    const { id } = (await sign(shop, { starts_on: '2027-02-10' })).body;
    expect((await shop.details()).licenses.dialer.raise.effective_on).toBe('2027-03-01');
    expect((await end(id, '2027-02-11')).status).toBe(200);
    expect((await shop.details()).licenses.dialer.raise).toBeUndefined();
    // Where it ended another may begin.
    expect((await sign(shop, { starts_on: '2027-02-11' })).status).toBe(201);
  });
});
