import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const address = { line1: 'Main Street 1', city: 'Town', postal_code: '10115' };
const eur = (amount: string) => ({ amount, currency: 'EUR' });

async function put(path: string, body: Json): Promise<Json> {
  const answer = await product.operator.put(path, body);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  return answer.body;
}

const publish = (where: string, code: string, body: Json) =>
  put(`/v1/tax-rates/${where}/${code}`, body);
const everything = (percent: string) => ({
  licenses: percent,
  minutes: percent,
  storage: percent,
});
const german = { name: 'VAT', rates: everything('19') };

async function buyerIn(country: string, more: Json = {}, region?: string) {
  const account = await openAccount(product, { currency: 'EUR' });
  const place = { ...address, country, ...(region === undefined ? {} : { region }) };
  await put(`/v1/billing-accounts/${account.id}/buyer`, {
    legal_name: 'Buyer GmbH',
    address: place,
    ...more,
  });
  return account;
}

async function verified(): Promise<void> {
  const { verifier } = product.app.services;
  const result = await product.open.database.read((tx) => verifier.verify(tx));
  expect(result.differences).toEqual([]);
  expect(result.compared.get('taxes')).toBeGreaterThan(0);
}

describe('taxes', () => {
  beforeAll(async () => {
    await put('/v1/sellers/default', {
      legal_name: 'Seller GmbH',
      address: { ...address, country: 'DE' },
      vat_id: 'DE123456789',
    });
    await publish('DE', 'vat', german);
  });

  test('are in the quote, in what is due, and to the cent in the receipt', async () => {
    const account = await buyerIn('DE');
    const quote = (await account.quote({ totals: { crm: 2 }, minutes: '100.00' })).body;
    // 2 × €89.00 for 8 of 30 days are €47.47, and €100.00 of minutes: 19 % of €147.47.
    expect(quote).toMatchObject({
      tax: eur('28.02'),
      due_now: eur('175.49'),
      taxes: [{ name: 'VAT', jurisdiction: 'DE', rate: '19 %', net: eur('147.47') }],
    });
    const order = (await account.accept(quote.id)).body;
    expect(order.receipt).toMatchObject({ tax: eur('28.02'), total: eur('175.49') });
    expect(await account.minutes()).toMatchObject({ balance: eur('100.00') });
  });

  test('of a renewal are as the preview says', async () => {
    const account = await buyerIn('DE');
    await account.buy({ totals: { crm: 3 } });
    const preview = await account.get('/invoices/upcoming');
    await account.advance('2026-12-01T00:00:00Z');
    const [invoice] = await account.invoices();
    expect(invoice).toMatchObject({ net: eur('267.00'), tax: eur('50.73'), total: eur('317.73') });
    expect(invoice.total).toEqual(preview.total);
    expect(invoice.taxes).toEqual(preview.taxes);
  });

  test('of an order paid later are those of its day, whatever was published since', async () => {
    await publish('AT', 'vat', { name: 'USt', rates: everything('20') });
    const account = await openAccount(product, { currency: 'EUR', tokens: ['tok_ach_pending'] });
    await put(`/v1/billing-accounts/${account.id}/buyer`, {
      legal_name: 'Buyer',
      address: { ...address, country: 'AT' },
    });
    const order = await account.buy({ minutes: '50.00' });
    expect(order).toMatchObject({ status: 'payment_pending', total: eur('60.00') });
    await publish('AT', 'vat', { name: 'USt', rates: everything('25') });
    await account.advance('2026-11-30T00:00:00Z');
    expect(await account.receipts()).toMatchObject([{ total: eur('60.00') }]);
    const next = (await account.quote({ minutes: '50.00' })).body;
    expect(next.due_now).toEqual(eur('62.50'));
    await verified();
  });

  test('that prices include are inside of licenses and on top of minutes', async () => {
    await publish('CH', 'mwst', {
      name: 'MWST',
      rates: everything('8.1'),
      prices_include: true,
    });
    const account = await buyerIn('CH');
    const order = await account.buy({ totals: { crm: 1 }, minutes: '100.00' });
    // €89.00 for 8 of 30 days are €23.73, of which €1.78 are tax; €8.10 come on top of minutes.
    expect(order.receipt).toMatchObject({
      net: eur('121.95'),
      tax: eur('9.88'),
      total: eur('131.83'),
      taxes: [
        { included: true, net: eur('21.95'), amount: eur('1.78') },
        { included: false, net: eur('100.00'), amount: eur('8.10') },
      ],
    });
    await verified();
  });

  test('shift to a business in another EU country, and the document says so', async () => {
    await publish('FR', 'tva', { name: 'TVA', rates: everything('20') });
    const business = await buyerIn('FR', { vat_id: 'FR12345678901' });
    const { receipt } = await business.buy({ totals: { crm: 1 } });
    expect(receipt).toMatchObject({ taxes: [], tax: eur('0.00') });
    expect(receipt.tax_notes[0]).toMatch(/^Reverse charge/);
    const consumer = await buyerIn('FR');
    expect((await consumer.buy({ totals: { crm: 1 } })).receipt.tax).toEqual(eur('4.75'));
    await verified();
  });

  test('are not charged while a certificate holds, and are again after its last day', async () => {
    await publish('US-NY', 'sales', { name: 'Sales tax', rates: { licenses: '8.875' } });
    const account = await buyerIn('US', {}, 'NY');
    const path = `/v1/billing-accounts/${account.id}/tax-exemptions`;
    const made = await product.operator.post(path, {
      jurisdiction: 'US-NY',
      certificate: 'ST-120',
      reason: 'resale',
      valid_from: '2026-11-01',
    });
    expect(made.status).toBe(201);
    const exempt = (await account.buy({ totals: { crm: 1 } })).receipt;
    expect(exempt).toMatchObject({ tax: eur('0.00') });
    expect(exempt.tax_notes).toEqual([
      'Exempt from tax in NY, United States: resale (certificate ST-120).',
    ]);
    const end = `/v1/tax-exemptions/${made.body.id}/end`;
    expect((await product.operator.post(end, { valid_to: '2026-11-22' })).status).toBe(200);
    expect((await product.operator.post(end, { valid_to: '2026-11-25' })).status).toBe(409);
    expect((await account.buy({ totals: { crm: 2 } })).receipt.tax).toEqual(eur('2.11'));
    expect((await account.get(path)).data).toMatchObject([{ valid_to: '2026-11-22' }]);
    await verified();
  });

  test('change between quote and order: the quote is outdated', async () => {
    await publish('IT', 'iva', { name: 'IVA', rates: everything('22') });
    const account = await buyerIn('IT');
    const quote = (await account.quote({ minutes: '10.00' })).body;
    await publish('IT', 'iva', { name: 'IVA', rates: everything('23') });
    expect((await account.accept(quote.id)).body).toMatchObject({ code: 'quote_outdated' });
  });

  test('are never published for a day before one on which they were charged', async () => {
    await publish('ES', 'iva', { name: 'IVA', rates: everything('21') });
    const account = await buyerIn('ES');
    await account.buy({ minutes: '10.00' });
    const late = { name: 'IVA', rates: everything('10') };
    const path = '/v1/tax-rates/ES/iva';
    const refused = await product.operator.put(path, { ...late, effective_on: '2026-11-22' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'already_charged' } });
    expect(refused.body.details?.charged_until ?? refused.body.charged_until).toBe('2026-11-23');
    await publish('ES', 'iva', { ...late, effective_on: '2026-12-01' });
    const { receipt } = await account.buy({ minutes: '10.00' });
    expect(receipt.tax).toEqual(eur('2.10'));
    await account.advance('2026-12-01T12:00:00Z');
    expect((await account.buy({ minutes: '10.00' })).receipt.tax).toEqual(eur('1.00'));
    await verified();
  });

  test.each([
    ['DE', 'vat', { licenses: '101' }],
    ['DE', 'vat', { licenses: '0.00001' }],
    ['DE', 'vat', { calls: '19' }],
    ['DE', 'vat', { licenses: 19 }],
  ])('of %s %s %j are refused', async (where, code, rates) => {
    const answer = await product.operator.put(`/v1/tax-rates/${where}/${code}`, {
      name: 'VAT',
      rates,
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_value' } });
  });

  test.each([
    ['FR', 'DE123456789'],
    ['DE', 'DE 123'],
    ['GR', 'GR123456789'],
    ['ZZ', undefined],
  ])('are not decided by a buyer in %s with the VAT id %s', async (country, vat_id) => {
    const account = await openAccount(product, { currency: 'EUR' });
    const body = { legal_name: 'Buyer', address: { ...address, country }, vat_id };
    const path = `/v1/billing-accounts/${account.id}/buyer`;
    expect(await product.operator.put(path, body)).toMatchObject({ status: 422 });
    expect(await account.get('/buyer')).toMatchObject({ version: 1, legal_name: 'Acme' });
  });

  test.each(['ZZ', 'EU', 'de', 'US-NEWYORK'])('have no place in %s', async (where) => {
    const answer = await product.operator.put(`/v1/tax-rates/${where}/vat`, german);
    expect(answer.status).toBe(404);
  });
});

describe('a credit note', () => {
  async function invoiced() {
    const account = await buyerIn('DE');
    await account.buy({ totals: { crm: 3 } });
    await account.advance('2026-12-01T00:00:00Z');
    const [invoice] = await account.invoices();
    const credit = (reason: string, amount: string) =>
      product.operator.post(`/v1/invoices/${invoice.id}/credit-notes`, {
        reason,
        lines: [{ line: 1, amount }],
      });
    const notes = async () =>
      (await account.get(`/v1/invoices/${invoice.id}/credit-notes`)).data.toReversed();
    return { account, invoice, credit, notes };
  }

  test('is taxed by its invoice’s terms, and its parts give back the whole tax', async () => {
    const { credit, notes } = await invoiced();
    await publish('DE', 'vat', { ...german, rates: everything('7') });
    for (const amount of ['88.98', '88.99', '89.03']) {
      expect((await credit('outage', amount)).status).toBe(200);
    }
    await publish('DE', 'vat', german);
    const all: Json[] = await notes();
    expect(all.map(({ tax }) => tax.amount)).toEqual(['16.91', '16.90', '16.92']);
    expect((await credit('outage', '0.01')).body).toMatchObject({ code: 'amount_exceeds_balance' });
    await verified();
  });

  test('for a tax gives back that tax and no more of it than was charged', async () => {
    const { credit, notes } = await invoiced();
    expect((await credit('tax', '50.00')).status).toBe(200);
    expect(await notes()).toMatchObject([{ total: eur('50.00'), tax: eur('0.00') }]);
    expect((await credit('tax', '0.74')).body).toMatchObject({ code: 'amount_exceeds_balance' });
    expect((await credit('outage', '100.00')).body).toMatchObject({ credited: eur('169.00') });
    await verified();
  });
});
