import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Json, OPERATOR_KEY, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await put('/v1/sellers/default', {
    legal_name: 'Seller GmbH',
    address: { line1: 'Weg 1', city: 'Berlin', postal_code: '10115', country: 'DE' },
    vat_id: 'DE123456789',
    registration_number: 'HRB 12345',
    email: 'billing@seller.example',
    bank: { account: 'DE89370400440532013000', bank_code: 'COBADEFFXXX' },
  });
  await put('/v1/tax-rates/DE/vat', {
    name: 'VAT',
    rates: { licenses: '19', minutes: '19', storage: '19' },
  });
  await put('/v1/tax-rates/AT/ust', {
    name: 'USt',
    rates: { licenses: '20' },
    prices_include: true,
  });
  await put('/v1/tax-rates/CA/gst', { name: 'GST', rates: { licenses: '5' } });
  await put('/v1/tax-rates/CA-QC/qst', { name: 'QST', rates: { licenses: '9.975' } });
});
afterAll(() => product.close());

async function put(path: string, body: Json): Promise<void> {
  const answer = await product.operator.put(path, body);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
}

async function read(path: string) {
  const answer = await fetch(`${product.address}${path}`, {
    headers: { authorization: `Bearer ${OPERATOR_KEY}` },
  });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

interface Sale {
  readonly currency?: string;
  readonly region?: string;
  readonly vatId?: string;
  readonly exempt?: string;
}

/** An account that was renewed with licenses, was credited for a part, and its documents' paths. */
async function soldIn(country: string, sale: Sale = {}) {
  const account = await openAccount(product, { currency: sale.currency ?? 'EUR' });
  const address = { line1: 'Road 2', city: 'Town', country };
  await put(`/v1/billing-accounts/${account.id}/buyer`, {
    legal_name: 'Buyer <&> Söhne',
    address: { ...address, ...(sale.region !== undefined && { region: sale.region }) },
    ...(sale.vatId !== undefined && { vat_id: sale.vatId }),
    purchase_order: 'PO-1',
    invoice_email: 'ap@buyer.example',
  });
  if (sale.exempt !== undefined) {
    await product.operator.post(`/v1/billing-accounts/${account.id}/tax-exemptions`, {
      jurisdiction: sale.exempt,
      certificate: 'C-1',
      reason: 'charity',
      valid_from: '2026-01-01',
    });
  }
  await account.buy({ totals: { crm: 3, dialer_tab: 2, dialer: 1 } });
  await account.advance('2026-12-01T00:00:00Z');
  const [invoice] = await account.invoices();
  await product.operator.post(`/v1/invoices/${invoice.id}/credit-notes`, {
    reason: 'outage',
    lines: [{ line: 1, amount: '33.33' }],
  });
  const [note] = (await account.get(`/v1/invoices/${invoice.id}/credit-notes`)).data;
  const paths = [`/v1/invoices/${invoice.id}`, `/v1/credit-notes/${note.id}`];
  return { account, invoice, note, paths };
}

/** The texts of an element, wherever it stands. */
function textsOf(xml: string, element: string): string[] {
  const found = xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'));
  return [...found].map(([, text]) => text ?? '');
}

const cents = (text: string) => Math.round(Number(text) * 100);
const sumOf = (texts: readonly string[]) => texts.reduce((total, text) => total + cents(text), 0);

/** The rules of EN 16931 on sums that any reader of an invoice computes first. */
function expectSums(xml: string): void {
  const one = (name: string) => cents(textsOf(xml, name)[0] ?? 'NaN');
  const lines = xml.split(/<cac:(?:Invoice|CreditNote)Line>/).slice(1);
  const nets = lines.flatMap((line) => textsOf(line, 'cbc:LineExtensionAmount'));
  expect(nets.length).toBe(lines.length);
  // BR-CO-10, BR-CO-13, BR-CO-15.
  expect(one('cbc:LineExtensionAmount')).toBe(sumOf(nets));
  expect(one('cbc:TaxExclusiveAmount')).toBe(sumOf(nets));
  expect(one('cbc:TaxInclusiveAmount')).toBe(sumOf(nets) + one('cbc:TaxAmount'));
  expect(one('cbc:PayableAmount')).toBe(one('cbc:TaxInclusiveAmount'));
  const groups = xml.split('<cac:TaxSubtotal>').slice(1);
  // BR-CO-14, and for each group BR-S-08 and BR-CO-17.
  const taxes = groups.map((group) => textsOf(group, 'cbc:TaxAmount')[0] ?? 'NaN');
  expect(one('cbc:TaxAmount')).toBe(sumOf(taxes));
  for (const group of groups) {
    const base = cents(textsOf(group, 'cbc:TaxableAmount')[0] ?? 'NaN');
    const rate = textsOf(group, 'cbc:Percent')[0];
    const own = lines.filter((line) => textsOf(line, 'cbc:Percent')[0] === rate);
    expect(sumOf(own.flatMap((line) => textsOf(line, 'cbc:LineExtensionAmount')))).toBe(base);
    const tax = cents(textsOf(group, 'cbc:TaxAmount')[0] ?? 'NaN');
    expect(Math.abs(tax - (base * Number(rate ?? 0)) / 100)).toBeLessThanOrEqual(1);
  }
}

const SALES: readonly [name: string, country: string, category: string, sale?: Sale][] = [
  ['at home', 'DE', 'S'],
  ['with prices that include the tax', 'AT', 'S'],
  ['to a business abroad', 'FR', 'AE', { vatId: 'FR12345678901' }],
  ['to an exempt buyer', 'DE', 'E', { exempt: 'DE' }],
  ['where nothing is charged', 'US', 'O', { currency: 'USD' }],
];

describe('an electronic invoice', () => {
  test.each(SALES)('%s says the sums of its document', async (_, country, category, sale) => {
    const { invoice, note, paths } = await soldIn(country, sale);
    for (const [index, path] of paths.entries()) {
      const { status, bytes } = await read(`${path}/e-invoice?format=ubl`);
      expect(status, bytes.toString()).toBe(200);
      const xml = bytes.toString();
      expectSums(xml);
      const document = index === 0 ? invoice : note;
      expect(textsOf(xml, 'cbc:PayableAmount')).toEqual([document.total.amount]);
      expect(textsOf(xml, 'cbc:ID')).toContain(document.number);
      expect(xml).toContain(`<cbc:ID>${category}</cbc:ID>`);
      expect(xml).toContain('Buyer &lt;&amp;&gt; Söhne');
      const cii = (await read(`${path}/e-invoice?format=cii`)).bytes.toString();
      expect(textsOf(cii, 'ram:GrandTotalAmount')).toEqual([document.total.amount]);
    }
  });

  test('is in Factur-X as the PDF’s own file, the same bytes each time', async () => {
    const { paths } = await soldIn('DE');
    const [path] = paths;
    const { bytes } = await read(`${path}/e-invoice?format=facturx`);
    const text = bytes.toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/AFRelationship /Alternative');
    expect(text).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
    expect(text).toContain('factur-x.xml');
    const again = (await read(`${path}/e-invoice?format=facturx`)).bytes;
    expect(again.equals(bytes)).toBe(true);
  });

  test('is refused, with what is missing, where the buyer’s address was not entered', async () => {
    const account = await openAccount(product, { currency: 'EUR' });
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-12-01T00:00:00Z');
    const [invoice] = await account.invoices();
    const refused = await product.operator.get(`/v1/invoices/${invoice.id}/e-invoice`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'e_invoice_impossible' } });
    expect(refused.body.detail).toContain('the buyer’s address');
  });

  test.each([
    ['two taxes on one line', 'CA', { region: 'QC', currency: 'EUR' }, 'GST and QST'],
    ['a credit of tax alone', 'DE', {}, 'nothing but tax'],
  ])('cannot say %s, and says so', async (what, country, sale, said) => {
    const { invoice, account } = await soldIn(country, sale);
    let path = `/v1/invoices/${invoice.id}`;
    if (what.includes('credit')) {
      const body = { reason: 'tax', lines: [{ line: 1, amount: '1.00' }] };
      await product.operator.post(`${path}/credit-notes`, body);
      const notes = (await account.get(`${path}/credit-notes`)).data;
      path = `/v1/credit-notes/${notes.find((note: Json) => note.reason === 'tax').id}`;
    }
    const refused = await product.operator.get(`${path}/e-invoice`);
    expect(refused.body).toMatchObject({ code: 'e_invoice_impossible' });
    expect(refused.body.detail).toContain(said);
  });

  test('of a receipt does not exist, and a format that is none is refused', async () => {
    const { invoice } = await soldIn('DE');
    const unknown = await product.operator.get(`/v1/invoices/${invoice.id}/e-invoice?format=odt`);
    expect(unknown).toMatchObject({ status: 422, body: { code: 'invalid_value' } });
  });
});
