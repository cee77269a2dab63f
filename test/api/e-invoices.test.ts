import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemsOf } from '../e-invoice/check-invoice.ts';
import { EInvoiceUnderTest } from '../e-invoice/terms.ts';
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
  const rates: [jurisdiction: string, code: string, body: Json][] = [
    ['DE', 'vat', { name: 'VAT', rates: { licenses: '19', minutes: '19', storage: '19' } }],
    ['AT', 'ust', { name: 'USt', rates: { licenses: '20', minutes: '10' }, prices_include: true }],
    ['JP', 'jct', { name: 'JCT', rates: { licenses: '10', minutes: '8' } }],
    ['MT', 'vat', { name: 'VAT', rates: { licenses: '0', minutes: '0' } }],
    ['CA', 'gst', { name: 'GST', rates: { licenses: '5' } }],
    ['CA-QC', 'qst', { name: 'QST', rates: { licenses: '9.975' } }],
  ];
  for (const [jurisdiction, code, body] of rates) {
    await put(`/v1/tax-rates/${jurisdiction}/${code}`, body);
  }
  const { license_types: types } = (await product.operator.get('/v1/catalog')).body;
  for (const { code, name, kind, unit, requires } of types) {
    const prices = { USD: '95.00', EUR: '85.37', GBP: '75.00', JPY: '12345', KWD: '29.995' };
    await put(`/v1/catalog/license-types/${code}`, { name, kind, unit, requires, prices });
  }
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
  /** Licenses and minutes on one invoice, which waits for a check. */
  readonly byCheck?: boolean;
}

/** An account that was renewed with licenses, was credited for a part, and its documents' paths. */
async function soldIn(country: string, sale: Sale = {}) {
  const account = await openAccount(product, {
    currency: sale.currency ?? 'EUR',
    ...(sale.byCheck && { tokens: ['by check'] }),
  });
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
  await account.buy({
    totals: { crm: 3, dialer_tab: 2, dialer: 1 },
    ...(sale.byCheck && { minutes: sale.currency === 'JPY' ? '4321' : '43.21' }),
  });
  await account.advance('2026-12-01T00:00:00Z');
  const invoices = await account.invoices();
  const documents: { path: string; document: Json }[] = [];
  for (const invoice of invoices) {
    const path = `/v1/invoices/${invoice.id}`;
    const amount = sale.currency === 'JPY' ? '333' : '33.33';
    for (const line of [1, invoice.lines.length]) {
      const body = { reason: 'outage', lines: [{ line, amount }] };
      const noted = await product.operator.post(`${path}/credit-notes`, body);
      expect(noted, JSON.stringify(noted.body)).toMatchObject({ status: 200 });
    }
    const notes = (await account.get(`${path}/credit-notes`)).data;
    documents.push({ path, document: invoice });
    for (const note of notes) {
      documents.push({ path: `/v1/credit-notes/${note.id}`, document: note });
    }
  }
  return { account, invoice: invoices[0], documents };
}

/**
 * What ISO 19005-3 (PDF/A-3, level A) asks of a file's structure. No validator of it is a package
 * that a test could run, so this looks for each thing by itself.
 */
function expectArchivable(pdf: string): void {
  expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  // What colours mean; whose file it is; its tags, in which language.
  expect(pdf).toMatch(/\/OutputIntents \[/);
  expect(pdf).toMatch(/\/S \/GTS_PDFA1/);
  expect(pdf).toMatch(/\/DestOutputProfile \d+ 0 R/);
  expect(pdf).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
  expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(pdf).toMatch(/\/MarkInfo \d+ 0 R|\/MarkInfo <<\s*\/Marked true/);
  expect(pdf).toMatch(/\/Marked true/);
  expect(pdf).toMatch(/\/Lang \(en\)/);
  // Every face is in the file, with what its glyphs mean.
  const faces = pdf.match(/\/Type \/FontDescriptor/g) ?? [];
  expect(faces.length).toBeGreaterThan(0);
  expect(pdf.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(faces.length);
  expect(pdf.match(/\/ToUnicode \d+ 0 R/g)).toHaveLength(faces.length);
  // The file that it carries belongs to the whole document.
  expect(pdf).toMatch(/\/AF \[\s*\d+ 0 R/);
  expect(pdf).toMatch(/\/Subtype \/(text#2Fxml|application#2Fxml)/);
  for (const forbidden of ['/Encrypt', '/JavaScript', '/Launch', '/LZWDecode', '/SMask']) {
    expect(pdf).not.toContain(forbidden);
  }
}

/** The one stream of the file that is XML when it is unpacked, and no metadata. */
function embeddedXml(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const start = text.indexOf('\n', index) + 1;
    const packed = pdf.subarray(start, text.indexOf('endstream', start));
    try {
      const unpacked = inflateSync(packed).toString();
      if (unpacked.includes('CrossIndustryInvoice')) return unpacked;
    } catch {} // Another kind of stream, such as the metadata, which is never packed.
  }
  throw new Error('the PDF carries no invoice');
}

/** Its kind, the buyer's country, the VAT categories and rates that its documents have. */
const SALES: readonly [name: string, country: string, vat: readonly string[], sale?: Sale][] = [
  ['at home', 'DE', ['S 19']],
  ['with prices that include the tax', 'AT', ['S 20']],
  ['by check, at two rates, one of them included', 'AT', ['S 20', 'S 10'], { byCheck: true }],
  ['at a rate of zero', 'MT', ['Z 0'], { byCheck: true }],
  ['to a business abroad', 'FR', ['AE 0'], { vatId: 'FR12345678901' }],
  ['to an exempt buyer', 'DE', ['E 0'], { exempt: 'DE' }],
  ['where nothing is charged', 'US', ['O -'], { currency: 'USD' }],
  ['in pounds', 'DE', ['S 19'], { currency: 'GBP', byCheck: true }],
  ['in yen, which have no decimals', 'JP', ['S 10', 'S 8'], { currency: 'JPY', byCheck: true }],
];

describe('an electronic invoice', () => {
  test.each(SALES)('%s keeps every rule of EN 16931', async (_, country, vat, sale) => {
    const { documents } = await soldIn(country, sale);
    for (const { path, document } of documents) {
      for (const format of ['ubl', 'cii']) {
        const { status, bytes } = await read(`${path}/e-invoice?format=${format}`);
        const xml = bytes.toString();
        expect(status, xml).toBe(200);
        expect(problemsOf(xml), `${format} ${path}`).toEqual([]);
        const invoice = new EInvoiceUnderTest(xml);
        const { terms } = invoice;
        const said = ['BT-1', 'BT-44', 'BT-115'].map((term) => terms.one(term));
        expect(said).toEqual([document.number, 'Buyer <&> Söhne', document.total.amount]);
        expect(invoice.groups('BG-25')).toHaveLength(document.lines.length);
        const groups = invoice.groups('BG-23');
        const own = groups.map((one) => `${one.one('BT-118')} ${Number(one.one('BT-119') ?? NaN)}`);
        for (const one of own) expect(vat).toContain(one.replace('NaN', '-'));
      }
    }
  });

  test.each(['ubl', 'cii'])('in %s is found wrong where a term is taken out', async (format) => {
    const { invoice } = await soldIn('AT', { byCheck: true });
    const { bytes } = await read(`/v1/invoices/${invoice.id}/e-invoice?format=${format}`);
    for (const [rule, term, group] of [
      ['BR-02', 'BT-1'],
      ['BR-09', 'BT-40'],
      ['BR-24', 'BT-131', 'BG-25'],
      ['BR-61', 'BT-84', 'BG-16'],
      ['BR-CO-15', 'BT-110'],
      ['BR-CO-25', 'BT-9'],
      ['BR-S-01', 'BT-118', 'BG-23'],
      ['BR-S-05', 'BT-152', 'BG-25'],
    ] as const) {
      const changed = new EInvoiceUnderTest(bytes.toString());
      const places = group === undefined ? [changed.terms] : changed.groups(group);
      for (const node of places.flatMap((place) => place.nodes(term))) {
        node.parentNode?.removeChild(node);
      }
      const broken = problemsOf(changed.document).map((problem) => problem.split(':')[0]);
      expect(broken, `${format} without ${term}`).toContain(rule);
    }
  });

  test('is in Factur-X as the PDF’s own file, the same bytes each time', async () => {
    const { invoice } = await soldIn('DE');
    const path = `/v1/invoices/${invoice.id}`;
    const { bytes } = await read(`${path}/e-invoice?format=facturx`);
    const text = bytes.toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expectArchivable(text);
    expect(text).toContain('/AFRelationship /Alternative');
    expect(text).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
    expect(text).toContain('<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>');
    expect(problemsOf(embeddedXml(bytes))).toEqual([]);
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
