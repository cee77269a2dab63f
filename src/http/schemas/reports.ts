import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { moneyText, money as moneyValue } from '../../kernel/money.ts';
import {
  AGES,
  MOVEMENTS,
  type Month,
  type ReportScope,
  type Reports,
} from '../../modules/reporting/index.ts';
import { money } from './fields.ts';

/** A report by months: its row's fields are the columns of its table, in their order. */
export interface MonthlyReport {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly row: z.ZodObject;
  rows(
    tx: Transaction,
    reports: Reports,
    scope: ReportScope,
    months: readonly Month[],
  ): Promise<object[]>;
}

const period = { month: z.string().meta({ example: '2026-11' }), currency: z.string() };
const textsOf = <Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<Name, bigint>>,
  currency: string,
) => Object.fromEntries(names.map((name) => [name, moneyText(moneyValue(values[name], currency))]));
const moneys = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, money]));

const mrr: MonthlyReport = {
  name: 'mrr',
  summary: 'Monthly recurring revenue and why it moved',
  description:
    'What the license totals in force cost a month, before tax, as each month begins and ends. ' +
    'The movements of a month sum to the difference; losses are negative.',
  row: z
    .strictObject({
      ...period,
      start: money,
      ...moneys(MOVEMENTS),
      end: money,
      accounts: z.int().describe('That pay something as the month ends'),
    })
    .meta({ id: 'MrrReportRow' }),
  async rows(tx, reports, scope, months) {
    return (await reports.mrr(tx, scope, months)).map((row) => ({
      month: row.month,
      currency: row.currency,
      ...textsOf(['start'], row, row.currency),
      ...textsOf(MOVEMENTS, row.movements, row.currency),
      ...textsOf(['end'], row, row.currency),
      accounts: row.accounts,
    }));
  },
};

const REVENUE = ['charged', 'recognized', 'deferred'] as const;

const revenue: MonthlyReport = {
  name: 'revenue',
  summary: 'Revenue charged, recognized and deferred',
  description:
    'Licenses are earned day by day of the days they were charged for, storage when it is ' +
    'charged (in arrears), minutes when they are used. Before tax, credits taken off. deferred ' +
    'is what was charged and not yet earned at the end of the month.',
  row: z
    .strictObject({ ...period, category: z.string(), ...moneys(REVENUE) })
    .meta({ id: 'RevenueReportRow' }),
  async rows(tx, reports, scope, months) {
    return (await reports.revenue(tx, scope, months)).map((row) => ({
      month: row.month,
      currency: row.currency,
      category: row.category,
      ...textsOf(REVENUE, row, row.currency),
    }));
  },
};

const MINUTES = ['sold', 'used', 'refunded', 'reversed', 'balance'] as const;

const minutes: MonthlyReport = {
  name: 'minutes',
  summary: 'Dialer minutes sold, used and held',
  description:
    'In money. balance is what was sold and neither used nor taken back at the end of the month; ' +
    'held is what calls that go on hold of it now, in the last month asked for.',
  row: z
    .strictObject({ ...period, ...moneys(MINUTES), held: money.nullable() })
    .meta({ id: 'MinutesReportRow' }),
  async rows(tx, reports, scope, months) {
    return (await reports.minutes(tx, scope, months)).map(({ held, ...row }) => ({
      month: row.month,
      currency: row.currency,
      ...textsOf(MINUTES, row, row.currency),
      held: held === undefined ? null : moneyText(moneyValue(held, row.currency)),
    }));
  },
};

const utilization: MonthlyReport = {
  name: 'utilization',
  summary: 'Licenses paid for, assigned and in use at the peak',
  description:
    'paid and assigned as each month ends. peak_in_use is the most places taken at once within ' +
    'the month, summed over the accounts; null for types that no activity takes a place of.',
  row: z
    .strictObject({
      month: period.month,
      license_type: z.string(),
      paid: z.int(),
      assigned: z.int(),
      peak_in_use: z.int().nullable(),
    })
    .meta({ id: 'UtilizationReportRow' }),
  async rows(tx, reports, scope, months) {
    return (await reports.utilization(tx, scope, months)).map((row) => ({
      month: row.month,
      license_type: row.licenseType,
      paid: row.paid,
      assigned: row.assigned,
      peak_in_use: row.peakInUse,
    }));
  },
};

export const monthlyReports: readonly MonthlyReport[] = [mrr, revenue, minutes, utilization];

const ageField = (age: string) => (age === 'not_due' ? age : `days_${age}`);

export const receivablesReport = {
  summary: 'What is owed, by how long it is past due',
  description:
    'At the end of a day, today if none is named: what had been issued by then less what had ' +
    'been paid or credited by then.',
  row: z
    .strictObject({
      currency: z.string(),
      invoices: z.int(),
      ...moneys(AGES.map(ageField)),
      total: money,
    })
    .meta({ id: 'ReceivablesReportRow' }),
  async rows(
    tx: Transaction,
    reports: Reports,
    scope: ReportScope,
    day: LocalDate,
  ): Promise<object[]> {
    return (await reports.receivables(tx, scope, day)).map(
      ({ currency, invoices, byAge, total }) => ({
        currency,
        invoices,
        ...Object.fromEntries(
          AGES.map((age) => [ageField(age), moneyText(moneyValue(byAge[age], currency))]),
        ),
        total: moneyText(moneyValue(total, currency)),
      }),
    );
  },
};
