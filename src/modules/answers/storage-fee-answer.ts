import { moneyText, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { MeterReport, PurgeRow, StorageReport } from '../storage-metering/index.ts';
import type { Answer } from './answer.ts';
import { countOf, listOf, paragraph, sayBytes } from './sentence.ts';

/** “I’m getting billed for a storage usage fee each month, what can I do to get below?” */
export function howToLowerStorageFee(report: StorageReport, link: string): Answer {
  const over = report.meters.filter((meter) => meter.overBytes > 0n);
  const rows = report.purgePlan.filter((row) => row.savesPerMonth.micros > 0n);
  return {
    question: 'how-to-lower-storage-fee',
    answer: over.length === 0 ? withinAllowance(report) : overAllowance(report, over, rows),
    facts: {
      period: report.period,
      users: report.users,
      projected_fee: moneyText(report.projectedFee),
      fee_per_month: moneyText(report.feePerMonth),
      over: over.map((meter) => ({
        meter: meter.meter,
        used_bytes: Number(meter.bytes),
        allowance_bytes: Number(meter.allowanceBytes),
        over_bytes: Number(meter.overBytes),
        projected_fee: moneyText(meter.projectedFee),
      })),
      purge_plan: rows.map((row) => ({
        kind: row.kind,
        objects: row.objects,
        frees_bytes: Number(row.freesBytes),
        saves_per_month: moneyText(row.savesPerMonth),
      })),
    },
    remedies: rows.map((row) => remedyOf(row, link)),
  };
}

function withinAllowance(report: StorageReport): string {
  const meters = report.meters.map(
    ({ name, bytes, allowanceBytes }) =>
      `${name} ${sayBytes(bytes)} of ${sayBytes(allowanceBytes)}`,
  );
  const already =
    report.projectedFee.micros > 0n &&
    `The ${sayMoney(report.projectedFee)} projected for this period is for earlier days.`;
  return paragraph(`Everything is within its allowance: ${listOf(meters)}.`, already);
}

function overAllowance(
  report: StorageReport,
  over: readonly MeterReport[],
  rows: readonly PurgeRow[],
): string {
  const meters = over.map(
    ({ name, bytes, allowanceBytes, overBytes }) =>
      `${name} holds ${sayBytes(bytes)} and ${sayBytes(allowanceBytes)} are free, so ` +
      `${sayBytes(overBytes)} are charged`,
  );
  const ways = rows.map((row) => `${row.why} Saves ${sayMoney(row.savesPerMonth)} a month.`);
  return paragraph(
    `${listOf(meters)}.`,
    `If nothing changes, the fee for this period is ${sayMoney(report.projectedFee)}, and ` +
      `${sayMoney(report.feePerMonth)} for a whole month at today's level.`,
    ways.length > 0 && `There are ${countOf(ways.length, 'step')} to lower it, in this order:`,
    ...ways.map((way, index) => `${index + 1}. ${way}`),
    'What is deleted still counts until it is purged, and each user with CRM adds to the ' +
      'allowance.',
  );
}

function remedyOf(row: PurgeRow, link: string): Remedy {
  const objects = countOf(row.objects.length, 'object');
  const verb = row.deleteFirst ? 'Delete and purge' : 'Purge';
  return {
    action: row.deleteFirst ? 'delete_and_purge' : 'purge',
    label: `${verb} ${objects}, save ${sayMoney(row.savesPerMonth)} a month`,
    link: `${link}#storage`,
  };
}
