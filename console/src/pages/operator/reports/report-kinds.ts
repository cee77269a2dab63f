import { type Money, sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { sayCount } from '../../../api/time.ts';
import { say } from '../../../words/say.ts';

export type ReportName = 'mrr' | 'revenue' | 'receivables' | 'minutes' | 'utilization';
export type Row = Readonly<Record<string, unknown>>;

export interface Report {
  readonly label: string;
  readonly about: string;
  /** The columns that are drawn, where the report goes over months. */
  readonly drawn: readonly { readonly name: string; readonly label: string; color: string }[];
  readonly fetch: () => Promise<{ data: readonly Row[] }>;
}

/** What the operator looks at; figures, columns and their order are the API's. */
export const REPORTS: Readonly<Record<ReportName, Report>> = {
  mrr: {
    label: say('MRR'),
    about: say('What the license totals in force cost a month, before tax, and why it moved'),
    drawn: [{ name: 'end', label: say('MRR at the end of the month'), color: 'ink.6' }],
    fetch: () => client.get('/v1/reports/mrr', {}),
  },
  revenue: {
    label: say('Revenue'),
    about: say('Licenses are earned day by day, storage when charged, minutes when used'),
    drawn: [
      { name: 'charged', label: say('Charged'), color: 'ink.6' },
      { name: 'recognized', label: say('Recognized'), color: 'teal.7' },
      { name: 'deferred', label: say('Deferred'), color: 'orange.6' },
    ],
    fetch: () => client.get('/v1/reports/revenue', {}),
  },
  receivables: {
    label: say('Receivables'),
    about: say('What is owed today, by how long it is past due'),
    drawn: [],
    fetch: () => client.get('/v1/reports/receivables', {}),
  },
  minutes: {
    label: say('Minutes'),
    about: say('Dialer minutes sold, used and held, in money'),
    drawn: [
      { name: 'sold', label: say('Sold'), color: 'ink.6' },
      { name: 'used', label: say('Used'), color: 'teal.7' },
    ],
    fetch: () => client.get('/v1/reports/minutes', {}),
  },
  utilization: {
    label: say('Utilization'),
    about: say('Licenses paid for, assigned, and in use at the peak'),
    drawn: [
      { name: 'paid', label: say('Paid'), color: 'ink.6' },
      { name: 'assigned', label: say('Assigned'), color: 'teal.7' },
      { name: 'peak_in_use', label: say('In use at the peak'), color: 'orange.6' },
    ],
    fetch: () => client.get('/v1/reports/utilization', {}),
  },
};

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;

/** A cell as people read it. */
export function sayCell(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (isMoney(value)) return sayMoney(value);
  if (typeof value === 'number') return sayCount(value);
  const text = String(value);
  return CATEGORIES[text] ?? text.replaceAll('_', ' ');
}

const CATEGORIES: Readonly<Record<string, string>> = {
  licenses: say('licenses'),
  storage: say('storage'),
  minutes: say('minutes'),
};

const COLUMNS: Readonly<Record<string, string>> = {
  month: say('Month'),
  currency: say('Currency'),
  start: say('Start'),
  new: say('New'),
  expansion: say('Expansion'),
  contraction: say('Contraction'),
  churn: say('Churn'),
  reactivation: say('Reactivation'),
  end: say('End'),
  accounts: say('Accounts'),
  category: say('Category'),
  charged: say('Charged'),
  recognized: say('Recognized'),
  deferred: say('Deferred'),
  sold: say('Sold'),
  used: say('Used'),
  refunded: say('Refunded'),
  reversed: say('Reversed'),
  balance: say('Balance'),
  held: say('Held'),
  license_type: say('License type'),
  paid: say('Paid'),
  assigned: say('Assigned'),
  peak_in_use: say('Peak in use'),
  invoices: say('Invoices'),
  not_due: say('Not due'),
  days_1_30: say('1 to 30 days'),
  days_31_60: say('31 to 60 days'),
  days_61_90: say('61 to 90 days'),
  days_over_90: say('Days over 90'),
  total: say('Total'),
};

/** The heading of a report's column; one that has no words yet says its own name. */
export const sayColumn = (name: string): string => COLUMNS[name] ?? name.replaceAll('_', ' ');

/** Drawn for the eye only, so a binary number is good enough there. */
function heightOf(value: unknown): number {
  return isMoney(value) ? Number(value.amount) : Number(value ?? 0);
}

/** The series that can be drawn by themselves: one for each currency, or each license type. */
export function seriesOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(seriesName))];
}

export const seriesName = ({ currency, license_type: type }: Row) => String(currency ?? type);

/** One bar group a month: rows of a month that differ in category are added up. */
export function barsOf(rows: readonly Row[], { drawn }: Report, series: string) {
  const months = new Map<string, Record<string, number | string>>();
  for (const row of rows) {
    if (seriesName(row) !== series) continue;
    const month = String(row.month);
    const bars = months.get(month) ?? { month };
    for (const { name } of drawn) bars[name] = Number(bars[name] ?? 0) + heightOf(row[name]);
    months.set(month, bars);
  }
  return [...months.values()];
}
