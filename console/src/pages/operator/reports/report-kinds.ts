import { type Money, sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { sayCount } from '../../../api/time.ts';

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
    label: 'MRR',
    about: 'What the license totals in force cost a month, before tax, and why it moved',
    drawn: [{ name: 'end', label: 'MRR at the end of the month', color: 'ink.6' }],
    fetch: () => client.get('/v1/reports/mrr', {}),
  },
  revenue: {
    label: 'Revenue',
    about: 'Licenses are earned day by day, storage when charged, minutes when used',
    drawn: [
      { name: 'charged', label: 'Charged', color: 'ink.6' },
      { name: 'recognized', label: 'Recognized', color: 'teal.7' },
      { name: 'deferred', label: 'Deferred', color: 'orange.6' },
    ],
    fetch: () => client.get('/v1/reports/revenue', {}),
  },
  receivables: {
    label: 'Receivables',
    about: 'What is owed today, by how long it is past due',
    drawn: [],
    fetch: () => client.get('/v1/reports/receivables', {}),
  },
  minutes: {
    label: 'Minutes',
    about: 'Dialer minutes sold, used and held, in money',
    drawn: [
      { name: 'sold', label: 'Sold', color: 'ink.6' },
      { name: 'used', label: 'Used', color: 'teal.7' },
    ],
    fetch: () => client.get('/v1/reports/minutes', {}),
  },
  utilization: {
    label: 'Utilization',
    about: 'Licenses paid for, assigned, and in use at the peak',
    drawn: [
      { name: 'paid', label: 'Paid', color: 'ink.6' },
      { name: 'assigned', label: 'Assigned', color: 'teal.7' },
      { name: 'peak_in_use', label: 'In use at the peak', color: 'orange.6' },
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
  return typeof value === 'number' ? sayCount(value) : String(value).replaceAll('_', ' ');
}

/** `days_1_30` → `1 to 30 days`; other names only lose their underscores. */
export function sayColumn(name: string): string {
  const age = /^days_(\d+)_(\d+)$/.exec(name);
  if (age !== null) return `${age[1]} to ${age[2]} days`;
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

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
