import type { Transaction } from '../../database/transaction.ts';
import { daysBetween, type LocalDate, localDateAt } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import { divideHalfUp } from '../../kernel/division.ts';
import type { Month } from './months.ts';
import { type MrrDeps, mrrReport } from './mrr.service.ts';
import type { MrrRow } from './mrr.ts';
import type { ReportScope } from './report-scope.ts';
import {
  type MinutesRow,
  type OwedRow,
  type RevenueLineRow,
  selectHeld,
  selectMinutes,
  selectOwed,
  selectRevenueLines,
  selectToday,
  selectUtilization,
  type UtilizationRow,
} from './reports.store.ts';
import { type ChargedLine, Revenue, type RevenueRow } from './revenue.ts';

/** Days past due, from and to: the usual ages of receivables. */
export const AGES = ['not_due', '1_30', '31_60', '61_90', 'over_90'] as const;
export type Age = (typeof AGES)[number];

export interface ReceivablesRow {
  readonly currency: string;
  readonly invoices: number;
  readonly byAge: Readonly<Record<Age, bigint>>;
  readonly total: bigint;
}

export interface MinutesReportRow extends MinutesRow {
  /** Sold and neither used, refunded nor reversed, at the end of the month. */
  readonly balance: bigint;
  /** For calls that go on, now; only in the last month asked for. */
  readonly held: bigint | undefined;
}

/** The money reports. All amounts are micro-units; the reports change nothing. */
export interface Reports {
  /**
   * Today in each account's own zone, the latest of them: so the running month of every account
   * is within a report that ends with it.
   */
  today(tx: Transaction, scope: ReportScope): Promise<LocalDate>;
  mrr(tx: Transaction, scope: ReportScope, months: readonly Month[]): Promise<MrrRow[]>;
  /** Licenses and storage by the days of their lines, minutes by what was used of them. */
  revenue(tx: Transaction, scope: ReportScope, months: readonly Month[]): Promise<RevenueRow[]>;
  /** What was owed at the end of a day, by how long it was past due. */
  receivables(tx: Transaction, scope: ReportScope, day: LocalDate): Promise<ReceivablesRow[]>;
  minutes(
    tx: Transaction,
    scope: ReportScope,
    months: readonly Month[],
  ): Promise<MinutesReportRow[]>;
  utilization(
    tx: Transaction,
    scope: ReportScope,
    months: readonly Month[],
  ): Promise<UtilizationRow[]>;
}

/** Lines read at a time: the report keeps sums, so memory does not grow with the books. */
const PAGE = 5_000;

export function createReports(deps: MrrDeps & { readonly clock: Clock }): Reports {
  async function minutes(
    tx: Transaction,
    scope: ReportScope,
    months: readonly Month[],
  ): Promise<MinutesReportRow[]> {
    const moved = Map.groupBy(await selectMinutes(tx, scope), ({ currency }) => currency);
    const held = await selectHeld(tx, scope);
    return [...moved].flatMap(([currency, rows]) =>
      minutesByMonth(currency, rows, months, held.get(currency) ?? 0n),
    );
  }

  return {
    async today(tx, scope) {
      const now = deps.clock.now();
      return (await selectToday(tx, scope, now)) ?? localDateAt(now, 'UTC');
    },

    mrr: (tx, scope, months) => mrrReport(tx, deps, scope, months),
    minutes,

    async revenue(tx, scope, months) {
      const revenue = new Revenue(months);
      let after = { document: '', position: 0 };
      for (;;) {
        const rows = await selectRevenueLines(tx, scope, after, PAGE);
        for (const row of rows) revenue.add(chargedLine(row));
        const last = rows.at(-1);
        if (last === undefined) break;
        after = last;
      }
      const prepaid = (await minutes(tx, scope, months)).map(
        ({ month, currency, sold, refunded, reversed, used, balance }): RevenueRow => ({
          month,
          currency,
          category: 'minutes',
          charged: sold - refunded - reversed,
          recognized: used,
          deferred: balance,
        }),
      );
      return [...revenue.rows(), ...prepaid];
    },

    async receivables(tx, scope, day) {
      const byCurrency = Map.groupBy(await selectOwed(tx, scope, day), ({ currency }) => currency);
      return [...byCurrency].sort().map(([currency, owed]) => receivablesOf(currency, owed, day));
    },

    utilization: (tx, scope, months) => selectUtilization(tx, scope, months, deps.clock.now()),
  };
}

/** Net of tax also where the document's prices include it: each line bears its share. */
function chargedLine(row: RevenueLineRow): ChargedLine {
  const { net, ofLines } = row;
  const amount = net === ofLines ? row.amount : divideHalfUp(row.amount * net, ofLines);
  return {
    currency: row.currency,
    category: row.category,
    issuedOn: row.issuedOn,
    amount: row.type === 'credit_note' ? -amount : amount,
    ...(row.first !== null && row.end !== null && { first: row.first, end: row.end }),
  };
}

function minutesByMonth(
  currency: string,
  rows: readonly MinutesRow[],
  months: readonly Month[],
  held: bigint,
): MinutesReportRow[] {
  const first = months[0]?.name ?? '';
  const left = ({ sold, used, refunded, reversed }: MinutesRow) =>
    sold - used - refunded - reversed;
  let balance = rows.filter(({ month }) => month < first).reduce((sum, row) => sum + left(row), 0n);
  return months.map(({ name: month }, index) => {
    const none = { month, currency, sold: 0n, used: 0n, refunded: 0n, reversed: 0n };
    const row = rows.find((one) => one.month === month) ?? none;
    balance += left(row);
    return { ...row, balance, held: index === months.length - 1 ? held : undefined };
  });
}

function receivablesOf(currency: string, owed: readonly OwedRow[], day: LocalDate): ReceivablesRow {
  const byAge = { not_due: 0n, '1_30': 0n, '31_60': 0n, '61_90': 0n, over_90: 0n };
  let total = 0n;
  for (const { dueOn, owed: amount } of owed) {
    byAge[ageOf(daysBetween(dueOn, day))] += amount;
    total += amount;
  }
  return { currency, invoices: owed.length, byAge, total };
}

/** Due today is not past due. */
function ageOf(daysPastDue: number): Age {
  if (daysPastDue <= 0) return 'not_due';
  if (daysPastDue <= 30) return '1_30';
  if (daysPastDue <= 60) return '31_60';
  return daysPastDue <= 90 ? '61_90' : 'over_90';
}
