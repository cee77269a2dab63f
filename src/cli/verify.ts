import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Verification } from '../modules/reporting/index.ts';
import { createServices } from '../services.ts';
import { dataOption } from './data-option.ts';
import { createProgressBar } from './progress-bar.ts';

/** More than anybody reads at once; the rest are counted. */
const SHOWN_MAX = 50;

export function verifyCommand(): Command {
  return new Command('verify')
    .description('recompute every balance, charge, line and fee from history and compare')
    .addOption(dataOption())
    .option('--json', 'print the result as JSON')
    .action(async ({ data, json }: { data: string; json?: boolean }) => {
      const verification = await verify(data);
      if (json === true) console.log(JSON.stringify(asJson(verification), null, 2));
      else for (const line of summary(verification)) console.log(line);
      if (verification.differences.length > 0) process.exitCode = 1;
    });
}

/** Reads beside a server that is running, over one snapshot, and changes nothing. */
async function verify(data: string): Promise<Verification> {
  const { databaseUrl } = readConfig(process.env);
  const open = await openDatabase({ url: databaseUrl, dataDirectory: data, guest: true });
  try {
    const { verifier } = createServices(open, systemClock);
    const bar = createProgressBar('accounts');
    const verification = await open.database.read((tx) => verifier.verify(tx, bar.show));
    bar.end();
    return verification;
  } finally {
    await open.close();
  }
}

/** The same for a program: counts by check, and every difference that was kept. */
function asJson({ accounts, compared, differing, differences }: Verification): object {
  const checks = [...compared].map(([check, figures]) => ({
    check,
    compared: figures,
    differing: differing.get(check) ?? 0,
  }));
  return { accounts, checks, differences };
}

/** What was compared, and what differs, in lines for a person. */
export function summary(verification: Verification): string[] {
  const { accounts, compared, differing, differences } = verification;
  const counted = [...compared].map(([check, figures]) => {
    if (figures === 0) return `– ${check}: nothing to compare`;
    const wrong = differing.get(check) ?? 0;
    const count = `${figures.toLocaleString('en-US')} figures`;
    return wrong === 0 ? `✓ ${check}: ${count}` : `✗ ${check}: ${count}, ${wrong} differ`;
  });
  const shown = differences
    .slice(0, SHOWN_MAX)
    .map(
      ({ check, subject, figure, expected, found }) =>
        `  ${check}: ${subject}: ${figure} should be ${expected} and is ${found}`,
    );
  const all = [...differing.values()].reduce((sum, wrong) => sum + wrong, 0);
  const more = all - shown.length;
  const result =
    differences.length === 0
      ? 'Everything that was recomputed is as it was charged.'
      : `${all.toLocaleString('en-US')} figures differ.`;
  return [
    `Verified ${accounts.toLocaleString('en-US')} billing accounts.`,
    ...counted,
    ...shown,
    ...(more > 0 ? [`  … and ${more.toLocaleString('en-US')} more`] : []),
    result,
  ];
}
