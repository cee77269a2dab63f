import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount, usd } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const simulate = (account: BillingAccountUnderTest, body: Json = {}) =>
  product.operator.post(`/v1/billing-accounts/${account.id}/simulations`, body);

async function hire(account: BillingAccountUnderTest, name: string): Promise<string> {
  const { operator } = product;
  const { body } = await operator.post(`/v1/companies/${account.company}/employees`, {
    first_name: name,
    last_name: 'Lee',
    email: `${name.toLowerCase()}@example.com`,
    permission_group: 'Basic User',
  });
  const assignment = { billing_account: account.id, with_required: true };
  const assigned = await operator.put(`/v1/employees/${body.id}/licenses/dialer`, assignment);
  expect(assigned, JSON.stringify(assigned.body)).toMatchObject({ status: 200 });
  return body.id;
}

/** What stands on a document and is computed. */
const figures = ({ lines, net, tax, total }: Json) => ({
  net,
  tax,
  total,
  lines: lines.map(({ description: _, price_source: __, ...line }: Json) => line),
});

const contract = {
  starts_on: '2026-12-10',
  months: 3,
  floors: { dialer: 4 },
  prices: { dialer: '81.37' },
  at_end: 'renew',
};
const crmPrices = { from: '2027-04-30', prices: { crm: '97.77' } };

/** What the simulation supposes, ordered, signed, priced and hired day by day. */
async function doForReal(account: BillingAccountUnderTest): Promise<void> {
  const { operator } = product;
  const at = (day: string) => account.advance(`${day}T17:00:00Z`);
  const { body: catalog } = await operator.get('/v1/catalog');
  const crm = catalog.license_types.find((type: Json) => type.code === 'crm');
  await operator.post(`/v1/billing-accounts/${account.id}/contracts`, contract);
  const latest = crm.versions?.at(-1) ?? crm;
  const published = await operator.put('/v1/catalog/license-types/crm', {
    name: latest.name,
    kind: 'named',
    unit: 'seat',
    requires: [],
    prices: { USD: '97.77' },
    effective_on: crmPrices.from,
  });
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  await at('2026-12-05');
  await account.buy({ totals: { flex_port: 3 } });
  await at('2026-12-20');
  await account.buy({ totals: { crm: 3, dialer_tab: 3, dialer: 4 } });
  const cleo = await hire(account, 'Cleo');
  await at('2027-01-15');
  await account.buy({ totals: { dialer_tab: 2 }, effective_on: '2027-03-31' });
  await at('2027-02-01');
  await account.buy({ totals: { dialer: 3 }, effective_on: '2027-03-31' });
  await at('2027-02-28');
  await operator.post(`/v1/employees/${cleo}/hide`);
  await account.buy({ totals: { crm: 2, flex_port: 0 } });
}

describe('POST /v1/billing-accounts/{ba}/simulations', () => {
  test('says what the clock then really charges, to the cent', async () => {
    const { operator } = product;
    const account = await openAccount(product, {
      anchor: '2026-10-31',
      timeZone: 'America/New_York',
      now: '2026-11-23T17:00:00Z',
    });
    await account.buy({ totals: { crm: 2, dialer_tab: 2, dialer: 2, flex_port: 1 } });
    await hire(account, 'Ann');
    await hire(account, 'Ben');
    await operator.put(`/v1/billing-accounts/${account.id}/storage/objects/film`, {
      meter: 'files',
      kind: 'file',
      name: 'Film',
      bytes: 4_210_000_001,
      created_at: '2026-11-01T00:00:00Z',
      last_used_at: '2026-11-02T00:00:00Z',
    });
    await account.advance('2026-11-25T17:00:00Z');
    const simulated = await simulate(account, {
      contract,
      prices: crmPrices,
      changes: [
        { on: '2027-02-28', leavers: { people: 1, licenses: ['flex_port'] } },
        { on: '2026-12-05', totals: { flex_port: 3 } },
        { on: '2026-12-20', hires: { people: 1, licenses: ['dialer'] } },
        { on: '2027-01-15', totals: { dialer_tab: 2 }, effective_on: '2027-03-31' },
        { on: '2027-02-01', totals: { dialer: 3 }, effective_on: '2027-03-31' },
      ],
    });
    expect(simulated, JSON.stringify(simulated.body)).toMatchObject({ status: 200 });
    const { charges, invoices, total } = simulated.body;
    expect(invoices).toHaveLength(12);

    await doForReal(account);
    await account.advance('2027-10-31T17:00:00Z');
    const renewals = (await account.invoices()).filter(({ kind }) => kind === 'renewal');
    expect(renewals.map(({ period }) => period)).toEqual(
      invoices.map(({ period }: Json) => period),
    );
    expect(invoices.map(figures)).toEqual(renewals.map(figures));
    const receipts = (await account.receipts()).filter(
      ({ issued_on: on, order }) => order !== null && on > '2026-11-25',
    );
    const bought = receipts.filter(({ lines }) => lines.length > 0 && lines[0].kind !== 'minutes');
    expect(charges.map(figures)).toEqual(
      bought.filter(({ total: paid }) => paid.amount !== '0.00').map(figures),
    );
    const sum = [...renewals, ...bought].reduce(
      (cents, document) => cents + BigInt(document.total.amount.replace('.', '')),
      0n,
    );
    expect(total.amount.replace('.', '')).toBe(String(sum));
  }, 60_000);

  test('is the upcoming invoice where nothing is supposed', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 2 } });
    const { body } = await simulate(account, { invoices: 2 });
    const upcoming = await account.get('/invoices/upcoming');
    expect(figures(body.invoices[0])).toEqual(figures(upcoming));
    expect(body).toMatchObject({ charges: [], difference: usd('0.00') });
    expect(body.total).toEqual(body.total_as_things_stand);
  });

  test('changes nothing', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 2 } });
    const before = await product.countChanges();
    await simulate(account, { contract: { ...contract, floors: { crm: 9 } } });
    expect(await product.countChanges()).toBe(before);
    expect((await account.get('')).licenses.crm.total).toBe(2);
  });

  test.each([
    [{ changes: [{ on: '2020-01-01', totals: { crm: 1 } }] }, 422, '/changes/0/on'],
    [{ changes: [{ on: '2150-01-01', totals: { crm: 1 } }] }, 422, '/changes/0/on'],
    [{ changes: [{ on: '2026-12-02', totals: { sled: 1 } }] }, 422, '/changes/0/totals/sled'],
    [{ changes: [{ on: '2026-12-02' }] }, 422, '/changes/0'],
    [{ invoices: 0 }, 422, '/invoices'],
    [{ contract: { ...contract, starts_on: '2020-01-01' } }, 422, '/starts_on'],
    [{ contract: { ...contract, prices: { crm: '1.001' } } }, 422, '/contract/prices/crm'],
    [{ prices: { from: '2026-12-01', prices: { sled: '1.00' } } }, 422, '/prices/prices/sled'],
  ])('refuses %j', async (body, status, pointer) => {
    const account = await openAccount(product);
    const refused = await simulate(account, body);
    expect(refused).toMatchObject({ status, body: { errors: [{ pointer }] } });
  });

  test('refuses what an order of that day would be refused', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { dialer: 5 } });
    const lower = { on: '2027-01-10', totals: { dialer: 1 } };
    const refused = await simulate(account, { contract, changes: [lower] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'below_contract_floor' } });
    expect(refused.body.errors[0].pointer).toMatch(/^\/changes\/0/);
  });
});
