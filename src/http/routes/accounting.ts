import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { formatAmount, negate } from '../../kernel/money.ts';
import {
  type Accounting,
  type Chart,
  type ExportedDocument,
  type ExportScope,
  type JournalTransaction,
  LEDGER_NAMES,
  LEDGER_ROLES,
} from '../../modules/accounting/index.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { AnswerFile } from '../answer-file.ts';
import { type Cell, csvLine } from '../csv.ts';
import type { Api } from '../endpoint.ts';
import { id, localDate } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';

const tag = 'Accounting';
const CSV = 'text/csv; charset=utf-8';

const accountCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/, misfit('must be letters, digits, ".", "_" and "-"'))
  .meta({ example: '1200' });

const chart = z
  .strictObject(
    Object.fromEntries(LEDGER_ROLES.map((role) => [role, accountCode])) as Record<
      keyof Chart,
      typeof accountCode
    >,
  )
  .meta({ id: 'AccountingChart' });

const days = z
  .strictObject({ from: localDate.optional(), to: localDate.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    ...misfit('must not be before from'),
  });
type Days = z.output<typeof days>;

/** Before and after every day that anything can be issued on. */
const FIRST_DAY = '1970-01-01';
const LAST_DAY = '2199-12-31';

export interface AccountingRoutesDeps {
  readonly accounts: Accounts;
  readonly accounting: Accounting;
}

/** What can be taken along, and how its rows are read. */
interface Export {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly rows: (tx: Transaction, scope: ExportScope) => AsyncIterable<string>;
}

export function registerAccounting(api: Api, { accounts, accounting }: AccountingRoutesDeps): void {
  registerChart(api, accounting);
  for (const one of exportsOf(accounting)) {
    const file = (tx: Transaction, scope: ExportScope): AnswerFile => ({
      contentType: CSV,
      fileName: `${one.name}.csv`,
      content: one.rows(tx, scope),
    });

    api.defineFile(`/v1/accounting/${one.name}.csv`, {
      summary: `${one.summary} of every account on the real clock, as CSV`,
      description: one.description,
      tag,
      access: { operatorOnly: true, scope: 'read' },
      query: days,
      produces: ['text/csv'],
      handleFile: async (tx, { query }) => file(tx, scopeOf(query)),
    });

    api.defineFile(`/v1/billing-accounts/:ba/${one.name}.csv`, {
      summary: `${one.summary} of a billing account, as CSV`,
      description: one.description,
      tag,
      access: { scope: 'read', permission: 'billing.view' },
      params: z.strictObject({ ba: id('ba') }),
      query: days,
      produces: ['text/csv'],
      handleFile: async (tx, { params, query, actor }) => {
        const account = await own(tx, accounts, actor, params.ba);
        return file(tx, { ...scopeOf(query), account });
      },
    });
  }
}

async function own(tx: Transaction, accounts: Accounts, actor: Actor, wanted: string) {
  return (await accounts.get(tx, actor, wanted)).id; // Refuses those of other companies.
}

function scopeOf({ from, to }: Days): ExportScope {
  return { from: from ?? FIRST_DAY, to: to ?? LAST_DAY };
}

function registerChart(api: Api, accounting: Accounting): void {
  api.define('GET', '/v1/accounting/chart', {
    summary: 'The account numbers that the journal is written with',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    answer: chart,
    handle: (tx) => accounting.chart(tx),
  });

  api.define('PUT', '/v1/accounting/chart', {
    summary: 'Enter the account numbers of your bookkeeping',
    tag,
    access: { operatorOnly: true, scope: 'manage' },
    body: chart,
    answer: chart,
    handle: (tx, { body, actor }) => accounting.publishChart(tx, actor, body),
  });
}

const DAYS = 'By local days, the first and the last included; without them everything.';

function exportsOf(accounting: Accounting): Export[] {
  return [
    {
      name: 'documents',
      summary: 'Receipts, invoices and credit notes',
      description: `One row a document. ${DAYS}`,
      rows: (tx, scope) =>
        table(DOCUMENT_COLUMNS, accounting.documents(tx, scope), (one) => [documentRow(one)]),
    },
    {
      name: 'document-lines',
      summary: 'The lines of receipts, invoices and credit notes',
      description: `One row a line. ${DAYS}`,
      rows: (tx, scope) => table(LINE_COLUMNS, accounting.documents(tx, scope), lineRows),
    },
    {
      name: 'journal',
      summary: 'A journal of double entries',
      description: `One row a posting; those of a transaction are together zero. ${DAYS}`,
      rows: (tx, scope) => journalTable(tx, accounting, scope),
    },
  ];
}

async function* table<Row>(
  header: readonly string[],
  rows: AsyncIterable<Row>,
  cellsOf: (row: Row) => readonly (readonly Cell[])[],
): AsyncGenerator<string> {
  yield csvLine(header);
  for await (const row of rows) for (const cells of cellsOf(row)) yield csvLine(cells);
}

const JOURNAL_COLUMNS = [
  'day',
  'transaction',
  'account_code',
  'account_name',
  'debit',
  'credit',
  'currency',
  'document',
  'description',
  'company',
  'billing_account',
];

async function* journalTable(
  tx: Transaction,
  accounting: Accounting,
  scope: ExportScope,
): AsyncGenerator<string> {
  const codes = await accounting.chart(tx);
  const rowsOf = (transaction: JournalTransaction) => journalRows(transaction, codes);
  yield* table(JOURNAL_COLUMNS, accounting.journal(tx, scope), rowsOf);
}

function journalRows(transaction: JournalTransaction, codes: Chart): Cell[][] {
  return transaction.postings.map(({ role, amount }) => [
    transaction.day,
    transaction.id,
    codes[role],
    LEDGER_NAMES[role],
    amount.micros > 0n ? formatAmount(amount) : '',
    amount.micros < 0n ? formatAmount(negate(amount)) : '',
    amount.currency,
    transaction.document ?? '',
    transaction.description,
    transaction.company,
    transaction.account,
  ]);
}

const DOCUMENT_COLUMNS = [
  'number',
  'type',
  'kind',
  'issued_on',
  'due_on',
  'period_start',
  'period_end',
  'currency',
  'net',
  'tax',
  'total',
  'status',
  'outstanding',
  'paid_with',
  'buyer',
  'buyer_vat_id',
  'buyer_country',
  'purchase_order',
  'seller',
  'company',
  'company_name',
  'billing_account',
  'id',
  'order',
  'invoice',
];

function documentRow(one: ExportedDocument): Cell[] {
  const { document, buyer, seller } = one;
  return [
    document.number,
    document.type,
    document.kind,
    document.issuedOn,
    document.dueOn ?? '',
    document.period?.start ?? '',
    document.period?.end ?? '',
    document.total.currency,
    formatAmount(document.net),
    formatAmount(document.tax),
    formatAmount(document.total),
    one.state ?? '',
    one.outstanding === undefined ? '' : formatAmount(one.outstanding),
    document.paidWith ?? '',
    buyer?.body.legal_name ?? '',
    buyer?.body.vat_id ?? '',
    buyer?.body.address?.country ?? '',
    buyer?.body.purchase_order ?? '',
    seller?.body.legal_name ?? '',
    one.company,
    one.companyName,
    document.account,
    document.id,
    document.order ?? '',
    document.invoice ?? '',
  ];
}

const LINE_COLUMNS = [
  'document',
  'type',
  'issued_on',
  'position',
  'kind',
  'description',
  'license_type',
  'meter',
  'quantity',
  'unit_price',
  'days_charged',
  'days_in_period',
  'period_start',
  'period_end',
  'priced_on',
  'amount',
  'currency',
  'tax_category',
  'billing_account',
];

function lineRows({ document }: ExportedDocument): Cell[][] {
  return document.lines.map((line, index) => [
    document.number,
    document.type,
    document.issuedOn,
    index + 1,
    line.kind,
    line.description,
    line.licenseType ?? '',
    line.meter ?? '',
    line.quantity,
    formatAmount(line.unitPrice),
    line.daysCharged ?? '',
    line.daysInPeriod ?? '',
    line.period?.start ?? '',
    line.period?.end ?? '',
    line.effectiveOn,
    formatAmount(line.amount),
    line.amount.currency,
    line.taxCategory,
    document.account,
  ]);
}
