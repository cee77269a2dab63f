import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addMonths, type LocalDate } from '../../kernel/calendar.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Companies } from '../../modules/companies/index.ts';
import {
  type Month,
  monthsBetween,
  type ReportScope,
  type Reports,
} from '../../modules/reporting/index.ts';
import { type Cell, csvOf } from '../csv.ts';
import type { Api } from '../endpoint.ts';
import { dayText, id, localDate } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { type MonthlyReport, monthlyReports, receivablesReport } from '../schemas/reports.ts';

const MONTHS_DEFAULT = 12;
/** Three years: more would make a report that takes longer than anybody waits. */
const MONTHS_MAX = 36;

const month = z
  .string()
  .regex(/^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, misfit('must be a month, YYYY-MM'))
  .meta({ example: '2026-11' });
const whose = { billing_account: id('ba').optional(), company: id('co').optional() };
const monthly = z.strictObject({ ...whose, from: month.optional(), to: month.optional() });
const onDay = z.strictObject({ ...whose, on: localDate.optional() });

const WHOSE =
  'By calendar months of each account’s zone, up to the running one of the zone that is furthest ' +
  'ahead; without company or billing_account, of every account on the real clock.';

const tag = 'Reports';
const access = { scope: 'read', permission: 'billing.view' } as const;
const CSV = 'text/csv; charset=utf-8';

export interface ReportsRoutesDeps {
  readonly accounts: Accounts;
  readonly companies: Companies;
  readonly reports: Reports;
}

/** Each report as JSON and, under the same name with `.csv`, as a table. */
export function registerReports(api: Api, deps: ReportsRoutesDeps): void {
  for (const report of monthlyReports) registerMonthly(api, deps, report);
  registerReceivables(api, deps);
}

function registerMonthly(api: Api, deps: ReportsRoutesDeps, report: MonthlyReport): void {
  const { name, summary, row } = report;
  const description = `${report.description} ${WHOSE}`;
  const ask = async (tx: Transaction, actor: Actor, query: z.output<typeof monthly>) => {
    const { scope, today } = await scopeOf(tx, deps, actor, query);
    const months = monthsOf(query, today);
    return { months, rows: await report.rows(tx, deps.reports, scope, months) };
  };

  api.define('GET', `/v1/reports/${name}`, {
    summary,
    description,
    tag,
    access,
    query: monthly,
    answer: z.strictObject({ from: z.string(), to: z.string(), data: z.array(row) }),
    handle: async (tx, { actor, query }) => {
      const { months, rows } = await ask(tx, actor, query);
      return { from: months[0]?.name, to: months.at(-1)?.name, data: rows };
    },
  });

  api.defineFile(`/v1/reports/${name}.csv`, {
    summary: `${summary}, as CSV`,
    description,
    tag,
    access,
    query: monthly,
    produces: ['text/csv'],
    handleFile: async (tx, { actor, query }) => {
      const { months, rows } = await ask(tx, actor, query);
      const fileName = `${name}-${months[0]?.name}-${months.at(-1)?.name}.csv`;
      return { contentType: CSV, fileName, content: csvOf(headerOf(row.shape), rows.map(cellsOf)) };
    },
  });
}

function registerReceivables(api: Api, deps: ReportsRoutesDeps): void {
  const { summary, description, row } = receivablesReport;
  const ask = async (tx: Transaction, actor: Actor, query: z.output<typeof onDay>) => {
    const { scope, today } = await scopeOf(tx, deps, actor, query);
    const on = query.on ?? today;
    return { on, rows: await receivablesReport.rows(tx, deps.reports, scope, on) };
  };

  api.define('GET', '/v1/reports/receivables', {
    summary,
    description,
    tag,
    access,
    query: onDay,
    answer: z.strictObject({ on: dayText, data: z.array(row) }),
    handle: async (tx, { actor, query }) => {
      const { on, rows } = await ask(tx, actor, query);
      return { on, data: rows };
    },
  });

  api.defineFile('/v1/reports/receivables.csv', {
    summary: `${summary}, as CSV`,
    description,
    tag,
    access,
    query: onDay,
    produces: ['text/csv'],
    handleFile: async (tx, { actor, query }) => {
      const { on, rows } = await ask(tx, actor, query);
      const content = csvOf(headerOf(row.shape), rows.map(cellsOf));
      return { contentType: CSV, fileName: `receivables-${on}.csv`, content };
    },
  });
}

/** What may be seen of what was asked for, and the day that it is there. */
async function scopeOf(
  tx: Transaction,
  deps: ReportsRoutesDeps,
  actor: Actor,
  query: { billing_account?: string | undefined; company?: string | undefined },
): Promise<{ scope: ReportScope; today: LocalDate }> {
  const scope = await seenOf(tx, deps, actor, query);
  return { scope, today: await deps.reports.today(tx, scope) };
}

async function seenOf(
  tx: Transaction,
  { accounts, companies }: ReportsRoutesDeps,
  actor: Actor,
  query: { billing_account?: string | undefined; company?: string | undefined },
): Promise<ReportScope> {
  if (query.billing_account !== undefined) {
    const account = await accounts.get(tx, actor, query.billing_account);
    if (query.company !== undefined && query.company !== account.company) {
      throw new Refusal('not_found', { message: say('That company has no such billing account.') });
    }
    return { company: account.company, account: account.id };
  }
  const asked = query.company ?? actor.company;
  if (asked === undefined) return {};
  return { company: (await companies.get(tx, actor, asked)).id };
}

function monthsOf(query: { from?: string | undefined; to?: string | undefined }, today: LocalDate) {
  const to = query.to ?? today.slice(0, 7);
  const from = query.from ?? addMonths(`${to}-01`, 1 - MONTHS_DEFAULT).slice(0, 7);
  const months: Month[] = from > to ? [] : monthsBetween(from, to);
  if (months.length >= 1 && months.length <= MONTHS_MAX) return months;
  throw new Refusal('invalid_value', {
    message: say('A report covers 1 to {most} months; {from} to {to} are {months}.', {
      most: MONTHS_MAX,
      from,
      to,
      months: months.length,
    }),
    pointer: '/query/from',
  });
}

/** Money becomes its amount: the currency has a column of its own. */
function cellsOf(row: object): Cell[] {
  return Object.values(row).map((value: unknown) =>
    typeof value === 'object' && value !== null && 'amount' in value
      ? String(value.amount)
      : (value as Cell),
  );
}

function headerOf(shape: object): string[] {
  return Object.keys(shape);
}
