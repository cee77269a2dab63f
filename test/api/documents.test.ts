import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Json, OPERATOR_KEY, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await put('/v1/sellers/default', SELLER);
});
afterAll(() => product.close());

const SELLER = {
  legal_name: 'Seller GmbH',
  address: { line1: 'Weg 1', city: 'Berlin', postal_code: '10115', country: 'DE' },
  vat_id: 'DE123456789',
  number_prefix: 'ACME',
  bank: { account: 'DE89370400440532013000' },
};

async function put(path: string, body: Json): Promise<Json> {
  const answer = await product.operator.put(path, body);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  return answer.body;
}

async function bytesOf(path: string, key = OPERATOR_KEY) {
  const answer = await fetch(`${product.address}${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { answer, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

async function soldAndRenewed() {
  const account = await openAccount(product);
  const buyer = {
    legal_name: 'Buyer Ltd',
    address: { line1: 'Road 2', city: 'New York', region: 'NY', postal_code: '1', country: 'US' },
    purchase_order: 'PO-1',
  };
  await put(`/v1/billing-accounts/${account.id}/buyer`, buyer);
  const { receipt } = await account.buy({ totals: { crm: 2 }, minutes: '20.00' });
  await account.advance('2026-12-01T00:00:00Z');
  const [invoice] = await account.invoices();
  await product.operator.post(`/v1/invoices/${invoice.id}/credit-notes`, {
    reason: 'outage',
    lines: [{ line: 1, amount: '5.00' }],
  });
  const [note] = (await account.get(`/v1/invoices/${invoice.id}/credit-notes`)).data;
  const paths = [
    `/v1/receipts/${receipt.id}`,
    `/v1/invoices/${invoice.id}`,
    `/v1/credit-notes/${note.id}`,
  ];
  return { account, buyer, receipt, invoice, note, paths };
}

describe('a document', () => {
  test('is a tagged PDF/A whose bytes are the same whenever it is asked for', async () => {
    const { account, buyer, invoice, paths } = await soldAndRenewed();
    const before: string[] = [];
    for (const path of paths) {
      const { answer, bytes, hash } = await bytesOf(`${path}.pdf`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const text = bytes.toString('latin1');
      expect(text.slice(0, 8)).toBe('%PDF-1.7');
      expect(text).toMatch(/\/StructTreeRoot/);
      expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
      before.push(hash);
    }
    const { answer } = await bytesOf(`/v1/invoices/${invoice.id}.pdf`);
    expect(answer.headers.get('content-disposition')).toContain(`"${invoice.number}.pdf"`);
    // Whatever is entered afterwards is of later documents.
    await put('/v1/sellers/default', { ...SELLER, legal_name: 'Renamed GmbH' });
    const moved = { ...buyer, legal_name: 'Renamed Ltd' };
    await put(`/v1/billing-accounts/${account.id}/buyer`, moved);
    await account.advance('2027-01-01T00:00:00Z');
    for (const [index, path] of paths.entries()) {
      expect((await bytesOf(`${path}.pdf`)).hash).toBe(before[index]);
    }
    const later = (await account.invoices()).at(-1);
    const page = (await bytesOf(`/v1/invoices/${later.id}/print`)).bytes.toString();
    expect(page).toContain('Renamed GmbH');
    expect(page).toContain('Renamed Ltd');
    await put('/v1/sellers/default', SELLER);
  });

  test('to print says who, what, for which days, and how to pay', async () => {
    const { invoice, receipt, note, paths } = await soldAndRenewed();
    const pages = await Promise.all(
      paths.map(async (path) => (await bytesOf(`${path}/print`)).bytes.toString()),
    );
    const [ofReceipt = '', ofInvoice = '', ofNote = ''] = pages;
    expect(receipt.number).toMatch(/^TEST-ACME-R-\d{6}$/);
    expect(ofReceipt).toContain('8 of 30 days × 2 × $95.00');
    expect(ofReceipt).toContain('23 Nov 2026 – 30 Nov 2026');
    expect(ofReceipt).toContain('Total paid');
    for (const said of ['Seller GmbH', 'VAT ID DE123456789', 'Buyer Ltd', 'PO-1', invoice.number]) {
      expect(ofInvoice).toContain(said);
    }
    expect(ofInvoice).toContain('1 Dec 2026 – 31 Dec 2026');
    // The card on file is charged: nobody is asked to pay it a second time.
    expect(ofInvoice).not.toContain('bank transfer');
    expect(ofNote).toContain(note.number);
    expect(ofNote).toContain(`<dt>Corrects invoice</dt><dd dir="auto">${invoice.number}</dd>`);
  });

  test('that waits for a transfer says where to', async () => {
    const account = await openAccount(product, { tokens: ['by check'] });
    const { invoice } = await account.buy({ minutes: '20.00' });
    const { number } = await account.get(`/v1/invoices/${invoice}`);
    const page = (await bytesOf(`/v1/invoices/${invoice}/print`)).bytes.toString();
    expect(page).toContain(`DE89370400440532013000; reference ${number}`);
  });

  test('of a buyer with any name is made, and no name becomes markup', async () => {
    const account = await openAccount(product);
    const names = ['<script>alert(1)</script>', 'שלום עולם', '株式会社 😀', 'e\u0301\u200d\ufe0f'];
    const address = { line1: names[0], line2: names[1], city: names[2], country: 'JP' };
    for (const legal_name of names) {
      await put(`/v1/billing-accounts/${account.id}/buyer`, { legal_name, address });
      const { receipt } = await account.buy({ minutes: '1.00' });
      expect((await bytesOf(`/v1/receipts/${receipt.id}.pdf`)).answer.status).toBe(200);
      const { answer, bytes } = await bytesOf(`/v1/receipts/${receipt.id}/print`);
      expect(bytes.toString()).not.toContain('<script');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('of another company does not exist', async () => {
    const { paths } = await soldAndRenewed();
    const { operator } = product;
    const other = (await operator.post('/v1/companies', { name: 'Other' })).body.id;
    const body = { name: 'k', scopes: ['read'] };
    const { key } = (await operator.post(`/v1/companies/${other}/api-keys`, body)).body;
    for (const path of paths) {
      expect((await bytesOf(`${path}.pdf`, key)).answer.status).toBe(404);
      expect((await bytesOf(`${path}/print`, key)).answer.status).toBe(404);
    }
    expect((await bytesOf('/v1/invoices/inv_never.pdf')).answer.status).toBe(404);
    expect((await bytesOf('/v1/invoices/x.pdf')).answer.status).toBe(404);
  });

  test('is listed by account and for the operator, and read by itself', async () => {
    const { account, note } = await soldAndRenewed();
    const ofAccount = await account.get('/credit-notes');
    expect(ofAccount.data).toEqual([note]);
    expect(await account.get(`/v1/credit-notes/${note.id}`)).toEqual(note);
    const all = await account.get(`/v1/credit-notes?company=${account.company}`);
    expect(all.data).toEqual([note]);
  });

  test('never changes once it is issued: the tables refuse it', async () => {
    await soldAndRenewed();
    const refused = [
      "update invoicing_documents set total = total, paid_with = 'cash'",
      'delete from invoicing_lines',
      'update parties_sellers set version = version',
      'delete from taxes_versions',
    ];
    for (const statement of refused) {
      await expect(product.open.pool.query(statement)).rejects.toThrow();
    }
  });
});

describe('numbers', () => {
  test('are each seller’s own, without gaps, and no two sellers share a prefix', async () => {
    const taken = await product.operator.put('/v1/sellers/second', SELLER);
    expect(taken).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    await put('/v1/sellers/second', { ...SELLER, number_prefix: 'TWO' });
    const account = await openAccount(product);
    await put(`/v1/billing-accounts/${account.id}/seller`, { seller: 'second' });
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      numbers.push((await account.buy({ minutes: '1.00' })).receipt.number);
    }
    expect(numbers).toEqual(['TEST-TWO-R-000001', 'TEST-TWO-R-000002', 'TEST-TWO-R-000003']);
    const unknown = await product.operator.put(`/v1/billing-accounts/${account.id}/seller`, {
      seller: 'third',
    });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_code' } });
  });
});
