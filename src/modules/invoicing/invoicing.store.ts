import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import { assert } from '../../kernel/assert.ts';
import { type Money, money } from '../../kernel/money.ts';
import { belongsTo, type Whose } from '../accounts/index.ts';
import type { SellerVersion } from '../parties/index.ts';
import type { TaxCategory, TaxTerms } from '../taxes/index.ts';
import {
  type DocumentLine,
  type DocumentType,
  documentNumber,
  type IssuedDocument,
  type PriceSource,
  seriesOf,
} from './document.ts';
import type { InvoiceState } from './invoice-state.ts';
import type { TaxLine } from './tax.ts';

interface DocumentRow {
  id: string;
  account: string;
  type: DocumentType;
  kind: IssuedDocument['kind'];
  series: string;
  number: bigint;
  currency: string;
  issued_at: Date;
  issued_on: string;
  due_on: string | null;
  period_start: string | null;
  period_end: string | null;
  order_id: string | null;
  invoice: string | null;
  paid_with: string | null;
  seller: string | null;
  seller_version: number | null;
  buyer_version: number | null;
  number_prefix: string;
  taxes: readonly KeptTax[];
  tax_terms: TaxTerms;
  net: bigint;
  tax: bigint;
  total: bigint;
}

interface LineRow {
  document: string;
  position: number;
  kind: DocumentLine['kind'];
  description: string;
  license_type: string | null;
  meter: string | null;
  from_total: number | null;
  to_total: number | null;
  quantity: string;
  unit_price: bigint;
  days_charged: number | null;
  days_in_period: number | null;
  period_start: string | null;
  period_end: string | null;
  effective_on: string;
  amount: bigint;
  tax_category: TaxCategory;
  price_source: PriceSource;
}

interface InvoicingTables {
  invoicing_documents: DocumentRow;
  invoicing_lines: LineRow;
}

/** A tax line as it is kept: amounts as text, since JSON has no 64-bit integers. */
type KeptTax = Omit<TaxLine, 'net' | 'amount'> & { net: string; amount: string };

/**
 * Takes the next `count` numbers of a series; the first of them. The series' row stays locked
 * until the transaction ends, so this is the last thing that a transaction does before it
 * writes its documents.
 */
export async function takeNumbers(tx: Transaction, series: string, count: number): Promise<bigint> {
  const { rows } = await sql<{ last_number: bigint }>`
    insert into invoicing_series as series (code, last_number) values (${series}, ${count})
    on conflict (code) do update set last_number = series.last_number + ${count}
    returning last_number
  `.execute(tx);
  assert(rows[0] !== undefined, 'numbers are taken');
  return rows[0].last_number - BigInt(count) + 1n;
}

/** A document that has no number yet. */
export interface UnnumberedDocument {
  readonly document: Omit<IssuedDocument, 'number' | 'seller'>;
  /** Of a test clock's account: numbered in a series of its own. */
  readonly isTest: boolean;
  /** Whose series it is numbered in; undefined while nobody has entered a seller. */
  readonly seller: SellerVersion | undefined;
}

/** Writes a document and its lines under the next number of its series. */
export async function insertDocument(
  tx: Transaction,
  unnumbered: UnnumberedDocument,
): Promise<IssuedDocument> {
  const [issued] = await insertDocuments(tx, [unnumbered]);
  assert(issued !== undefined, 'a document that was written is issued');
  return issued;
}

/**
 * Writes documents and their lines, numbered in their order: three statements and one more for
 * each series, however many there are.
 */
export async function insertDocuments(
  tx: Transaction,
  unnumbered: readonly UnnumberedDocument[],
): Promise<IssuedDocument[]> {
  const numbers = new Map<string, bigint>();
  const seriesOfOne = ({ document, isTest, seller }: UnnumberedDocument) =>
    seriesOf(document.type, isTest, seller);
  // In the order of their names: two transactions that both need two series never deadlock.
  for (const series of [...new Set(unnumbered.map(seriesOfOne))].sort()) {
    const count = unnumbered.filter((one) => seriesOfOne(one) === series).length;
    numbers.set(series, await takeNumbers(tx, series, count));
  }
  const numbered = unnumbered.map((one) => {
    const series = seriesOfOne(one);
    const number = numbers.get(series);
    assert(number !== undefined, 'numbers of every series were taken');
    numbers.set(series, number + 1n);
    return { ...one, series, number };
  });
  const rows = numbered.map((one) => documentRow(one, one.series, one.number));
  await sql`
    insert into invoicing_documents
      (id, account, type, kind, series, number, currency, issued_at, issued_on, due_on,
       period_start, period_end, order_id, invoice, paid_with, seller, seller_version,
       buyer_version, number_prefix, taxes, tax_terms, net, tax, total)
    select id, account, type, kind, series, number, currency, issued_at, issued_on, due_on,
      period_start, period_end, order_id, invoice, paid_with, seller, seller_version,
      buyer_version, number_prefix, taxes, tax_terms, net, tax, total
    from json_populate_recordset(null::invoicing_documents, ${json(rows)}::json)
  `.execute(tx);
  const lines = numbered.flatMap(({ document }) =>
    document.lines.map((line, index) => lineRow(document.id, index + 1, line)),
  );
  await sql`
    insert into invoicing_lines
    select * from json_populate_recordset(null::invoicing_lines, ${json(lines)}::json)
  `.execute(tx);
  return numbered.map(({ document, isTest, seller, number }) => ({
    ...document,
    ...(seller !== undefined && { seller: { code: seller.code, version: seller.version } }),
    number: documentNumber(document.type, isTest, number, seller?.body.number_prefix),
  }));
}

/** Rows as JSON, whose numbers have no 64 bits: as text they do, and PostgreSQL reads either. */
function json(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

export interface DocumentFilter extends Whose {
  readonly type: DocumentType;
  /** Where an invoice stands. */
  readonly state?: InvoiceState | undefined;
  readonly order?: string | undefined;
  readonly invoice?: string | undefined;
  /** The id that the last page ended with; newest first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Newest first, with their lines. */
export async function selectDocuments(
  tx: Transaction,
  filter: DocumentFilter,
): Promise<IssuedDocument[]> {
  let query = tables<InvoicingTables>(tx)
    .selectFrom('invoicing_documents')
    .selectAll()
    .where('type', '=', filter.type)
    .where(belongsTo(filter));
  if (filter.state !== undefined) {
    query = query.where(sql<boolean>`id in (
      select invoice from invoicing_open_items where state = ${filter.state})`);
  }
  if (filter.order !== undefined) query = query.where('order_id', '=', filter.order);
  if (filter.invoice !== undefined) query = query.where('invoice', '=', filter.invoice);
  if (filter.after !== undefined) query = query.where('id', '<', filter.after);
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute();
  return await withLines(tx, rows);
}

export async function selectDocument(
  tx: Transaction,
  type: DocumentType,
  id: string,
): Promise<IssuedDocument | undefined> {
  const document = await selectDocumentById(tx, id);
  return document?.type === type ? document : undefined;
}

/** Of whatever type. */
export async function selectDocumentById(
  tx: Transaction,
  id: string,
): Promise<IssuedDocument | undefined> {
  return (await selectDocumentsById(tx, [id]))[0];
}

/** In no order. */
export async function selectDocumentsById(
  tx: Transaction,
  ids: readonly string[],
): Promise<IssuedDocument[]> {
  const rows = await tables<InvoicingTables>(tx)
    .selectFrom('invoicing_documents')
    .selectAll()
    .where((row) => row('id', '=', row.fn.any(row.val([...ids]))))
    .execute();
  return await withLines(tx, rows);
}

/** The latest day whose documents bear a tax. */
export async function selectTaxedUntil(
  tx: Transaction,
  jurisdiction: string,
  code: string,
): Promise<string | undefined> {
  const named = JSON.stringify([{ jurisdiction, code }]);
  const { rows } = await sql<{ day: string | null }>`
    select max(tax_terms #>> '{basis,day}') as day from invoicing_documents
    where taxes @> ${named}::jsonb
  `.execute(tx);
  return rows[0]?.day ?? undefined;
}

/** The latest day that anything was priced as of by this entry of the catalog. */
export async function selectChargedUntil(
  tx: Transaction,
  column: 'license_type' | 'meter',
  code: string,
): Promise<string | undefined> {
  const row = await tables<InvoicingTables>(tx)
    .selectFrom('invoicing_lines')
    .select((select) => select.fn.max('effective_on').as('day'))
    .where(column, '=', code)
    .executeTakeFirst();
  return row?.day ?? undefined;
}

async function withLines(tx: Transaction, rows: DocumentRow[]): Promise<IssuedDocument[]> {
  if (rows.length === 0) return [];
  const lines = await tables<InvoicingTables>(tx)
    .selectFrom('invoicing_lines')
    .selectAll()
    .where(
      'document',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('document')
    .orderBy('position')
    .execute();
  const byDocument = Map.groupBy(lines, (line) => line.document);
  return rows.map((row) => documentOf(row, byDocument.get(row.id) ?? []));
}

function documentOf(row: DocumentRow, lines: LineRow[]): IssuedDocument {
  const of = (micros: bigint): Money => money(micros, row.currency);
  return {
    id: row.id,
    account: row.account,
    type: row.type,
    kind: row.kind,
    number: documentNumber(row.type, /(^|\/)test_/.test(row.series), row.number, row.number_prefix),
    ...(row.seller !== null &&
      row.seller_version !== null && {
        seller: { code: row.seller, version: row.seller_version },
      }),
    ...(row.buyer_version !== null && { buyer: row.buyer_version }),
    issuedAt: row.issued_at,
    issuedOn: row.issued_on,
    ...(row.due_on !== null && { dueOn: row.due_on }),
    ...(row.period_start !== null &&
      row.period_end !== null && { period: { start: row.period_start, end: row.period_end } }),
    ...(row.order_id !== null && { order: row.order_id }),
    ...(row.invoice !== null && { invoice: row.invoice }),
    ...(row.paid_with !== null && { paidWith: row.paid_with }),
    net: of(row.net),
    tax: of(row.tax),
    total: of(row.total),
    taxes: row.taxes.map((tax) => ({
      ...tax,
      net: of(BigInt(tax.net)),
      amount: of(BigInt(tax.amount)),
    })),
    taxTerms: row.tax_terms,
    lines: lines.map((line) => lineOf(line, row.currency)),
  };
}

function documentRow(
  { document, seller }: UnnumberedDocument,
  series: string,
  number: bigint,
): DocumentRow {
  return {
    id: document.id,
    account: document.account,
    type: document.type,
    kind: document.kind,
    series,
    number,
    currency: document.total.currency,
    issued_at: document.issuedAt,
    issued_on: document.issuedOn,
    due_on: document.dueOn ?? null,
    period_start: document.period?.start ?? null,
    period_end: document.period?.end ?? null,
    order_id: document.order ?? null,
    invoice: document.invoice ?? null,
    paid_with: document.paidWith ?? null,
    seller: seller?.code ?? null,
    seller_version: seller?.version ?? null,
    buyer_version: document.buyer ?? null,
    number_prefix: seller?.body.number_prefix ?? '',
    taxes: document.taxes.map(keptTax),
    tax_terms: document.taxTerms,
    net: document.net.micros,
    tax: document.tax.micros,
    total: document.total.micros,
  };
}

function keptTax({ net, amount, ...tax }: TaxLine): KeptTax {
  return { ...tax, net: net.micros.toString(), amount: amount.micros.toString() };
}

function lineRow(document: string, position: number, line: DocumentLine): LineRow {
  return {
    document,
    position,
    kind: line.kind,
    description: line.description,
    license_type: line.licenseType ?? null,
    meter: line.meter ?? null,
    from_total: line.from ?? null,
    to_total: line.to ?? null,
    quantity: line.quantity,
    unit_price: line.unitPrice.micros,
    days_charged: line.daysCharged ?? null,
    days_in_period: line.daysInPeriod ?? null,
    period_start: line.period?.start ?? null,
    period_end: line.period?.end ?? null,
    effective_on: line.effectiveOn,
    amount: line.amount.micros,
    tax_category: line.taxCategory,
    price_source: line.priceSource,
  };
}

function lineOf(row: LineRow, currency: string): DocumentLine {
  return {
    kind: row.kind,
    description: row.description,
    ...(row.license_type !== null && { licenseType: row.license_type }),
    ...(row.meter !== null && { meter: row.meter }),
    ...(row.from_total !== null && { from: row.from_total }),
    ...(row.to_total !== null && { to: row.to_total }),
    quantity: row.quantity,
    unitPrice: money(row.unit_price, currency),
    ...(row.days_charged !== null && { daysCharged: row.days_charged }),
    ...(row.days_in_period !== null && { daysInPeriod: row.days_in_period }),
    ...(row.period_start !== null &&
      row.period_end !== null && { period: { start: row.period_start, end: row.period_end } }),
    effectiveOn: row.effective_on,
    amount: money(row.amount, currency),
    taxCategory: row.tax_category,
    priceSource: row.price_source,
  };
}
