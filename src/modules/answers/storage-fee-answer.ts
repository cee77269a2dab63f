import { moneyText, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import { listOf, paragraph, sayBytes } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { MeterReport, PurgeRow, StorageReport } from '../storage-metering/index.ts';
import type { Answer } from './answer.ts';

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
  const meters = report.meters.map(({ name, bytes, allowanceBytes }) =>
    say('{name} {bytes} of {allowance}', {
      name,
      bytes: sayBytes(bytes),
      allowance: sayBytes(allowanceBytes),
    }),
  );
  const already =
    report.projectedFee.micros > 0n &&
    say('The {fee} projected for this period is for earlier days.', {
      fee: sayMoney(report.projectedFee),
    });
  return paragraph(
    say('Everything is within its allowance: {meters}.', { meters: listOf(meters) }),
    already,
  );
}

function overAllowance(
  report: StorageReport,
  over: readonly MeterReport[],
  rows: readonly PurgeRow[],
): string {
  const meters = over.map(({ name, bytes, allowanceBytes, overBytes }) =>
    say('{name} holds {bytes} and {allowance} are free, so {over} are charged', {
      name,
      bytes: sayBytes(bytes),
      allowance: sayBytes(allowanceBytes),
      over: sayBytes(overBytes),
    }),
  );
  const ways = rows.map((row) =>
    paragraph(row.why, say('Saves {saves} a month.', { saves: sayMoney(row.savesPerMonth) })),
  );
  return paragraph(
    `${listOf(meters)}.`,
    say(
      "If nothing changes, the fee for this period is {fee}, and {perMonth} for a whole month at today's level.",
      { fee: sayMoney(report.projectedFee), perMonth: sayMoney(report.feePerMonth) },
    ),
    ways.length > 0 &&
      say('There are {count, plural, one {# step} other {# steps}} to lower it, in this order:', {
        count: ways.length,
      }),
    ...ways.map((way, index) => `${index + 1}. ${way}`),
    say(
      'What is deleted still counts until it is purged, and each user with CRM adds to the allowance.',
    ),
  );
}

function remedyOf(row: PurgeRow, link: string): Remedy {
  const values = { count: row.objects.length, saves: sayMoney(row.savesPerMonth) };
  return {
    action: row.deleteFirst ? 'delete_and_purge' : 'purge',
    label: row.deleteFirst
      ? say(
          'Delete and purge {count, plural, one {# object} other {# objects}}, save {saves} a month',
          values,
        )
      : say(
          'Purge {count, plural, one {# object} other {# objects}}, save {saves} a month',
          values,
        ),
    link: `${link}#storage`,
  };
}
