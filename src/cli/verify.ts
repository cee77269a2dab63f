import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Verification } from '../modules/reporting/index.ts';
import { createServices } from '../services.ts';
import { dataOption } from './data-option.ts';

/** More than anybody reads at once; the rest are counted. */
const SHOWN_MAX = 50;

export function verifyCommand(): Command {
  return new Command('verify')
    .description('recompute every balance, charge, line and fee from history and compare')
    .addOption(dataOption())
    .action(async ({ data }: { data: string }) => {
      const verification = await verify(data);
      for (const line of summary(verification)) console.log(line);
      if (verification.differences.length > 0) process.exitCode = 1;
    });
}

/** Reads beside a server that is running, over one snapshot, and changes nothing. */
async function verify(data: string): Promise<Verification> {
  const { databaseUrl } = readConfig(process.env);
  const open = await openDatabase({ url: databaseUrl, dataDirectory: data, guest: true });
  try {
    const { verifier } = createServices(open, systemClock);
    return await open.database.read((tx) => verifier.verify(tx));
  } finally {
    await open.close();
  }
}

/** What was compared, and what differs, in lines for a person. */
export function summary({ accounts, compared, differences }: Verification): string[] {
  const counted = [...compared].map(([check, figures]) => {
    if (figures === 0) return `– ${check}: nothing to compare`;
    const wrong = differences.filter((difference) => difference.check === check).length;
    const count = `${figures.toLocaleString('en-US')} figures`;
    return wrong === 0 ? `✓ ${check}: ${count}` : `✗ ${check}: ${count}, ${wrong} differ`;
  });
  const shown = differences
    .slice(0, SHOWN_MAX)
    .map(
      ({ check, subject, figure, expected, found }) =>
        `  ${check}: ${subject}: ${figure} should be ${expected} and is ${found}`,
    );
  const more = differences.length - shown.length;
  const result =
    differences.length === 0
      ? 'Everything that was recomputed is as it was charged.'
      : `${differences.length.toLocaleString('en-US')} figures differ.`;
  return [
    `Verified ${accounts.toLocaleString('en-US')} billing accounts.`,
    ...counted,
    ...shown,
    ...(more > 0 ? [`  … and ${more.toLocaleString('en-US')} more`] : []),
    result,
  ];
}
