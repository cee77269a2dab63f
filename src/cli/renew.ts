import { Command } from 'commander';
import { createRenewalWork } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database/connect.ts';
import { systemClock } from '../kernel/clock.ts';
import { add, type Money, sayMoney, zero } from '../kernel/money.ts';
import { createPaymentProviders } from '../payment-providers.ts';
import { createServices, type Services } from '../services.ts';
import { readCount } from './count-option.ts';
import { dataOption } from './data-option.ts';
import { createProgressBar } from './progress-bar.ts';

/** Two keep a small machine's processors busy: one computes while the other commits. */
const WORKERS = 2;
const WORKERS_MAX = 32;
const BATCH_MAX = 5_000;
/** Accounts compared at a time. */
const PAGE = 250;
/** Enough to see what kind of difference it is; the API lists them all. */
const DIFFERENCES_SHOWN = 20;

interface RenewOptions {
  readonly data: string;
  readonly workers: number;
  readonly batch?: number;
  readonly dryRun?: boolean;
}

export function renewCommand(): Command {
  return new Command('renew')
    .description('issue every renewal invoice that is due now, and show how far it is')
    .addOption(dataOption())
    .option('--workers <n>', 'how many work at once', readCount(WORKERS_MAX), WORKERS)
    .option('--batch <n>', 'accounts a transaction', readCount(BATCH_MAX))
    .option('--dry-run', 'only say what would be charged, and what differs from last time')
    .action(async (options: RenewOptions) => {
      const config = readConfig(process.env);
      const { data: dataDirectory } = options;
      const open = await openDatabase({ url: config.databaseUrl, dataDirectory, guest: true });
      try {
        const services = createServices(open, systemClock, {
          paymentProviders: paymentProvidersOf(open, config),
        });
        if (options.dryRun === true) await dryRun(open, services);
        else await renew(open, services, options);
      } finally {
        await open.close();
      }
    });
}

/** What falls due on the way may be charged: by the providers that the settings name. */
function paymentProvidersOf({ database }: OpenDatabase, config: Config) {
  const consoleUrl = () => config.publicUrl ?? '';
  return createPaymentProviders({ database, config, clock: systemClock, consoleUrl }).list;
}

async function renew(
  open: OpenDatabase,
  services: Services,
  { workers, batch }: RenewOptions,
): Promise<void> {
  const { database } = open;
  const { renewalsDue } = services;
  const log = { error: (details: object, message: string) => console.error(message, details) };
  const run = createRenewalWork(open, services, log);
  const { due, failed } = await database.read((tx) => renewalsDue.count(tx, systemClock.now()));
  const bar = createProgressBar('accounts');
  const counts: Counted[] = [];
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      await run.work({
        ...(batch !== undefined && { batch }),
        onBatch(count) {
          counts[worker] = count;
          bar.show(sum(counts).accounts, due - failed);
        },
      });
    }),
  );
  bar.end();
  const done = sum(counts);
  const waiting = await database.read((tx) => renewalsDue.count(tx, systemClock.now()));
  console.log(`Renewed ${done.accounts.toLocaleString('en-US')} accounts.`);
  if (waiting.failed === 0) return;
  console.log(`${waiting.failed} accounts failed and are tried again:`);
  const page = { limit: DIFFERENCES_SHOWN };
  for (const failure of await database.read((tx) => renewalsDue.failures(tx, page))) {
    const next = failure.retryAt.toISOString();
    console.log(`  ${failure.account}, ${failure.renewalOn}: ${failure.reason} (next try ${next})`);
  }
  process.exitCode = 1;
}

/** What one worker has done so far. */
interface Counted {
  readonly accounts: number;
  readonly failed: number;
}

function sum(counts: readonly (Counted | undefined)[]): Counted {
  const total = { accounts: 0, failed: 0 };
  for (const count of counts) {
    total.accounts += count?.accounts ?? 0;
    total.failed += count?.failed ?? 0;
  }
  return total;
}

/** Computes every due renewal page by page, each page over a snapshot of its own. */
async function dryRun({ database }: OpenDatabase, services: Services): Promise<void> {
  const { renewalsDue, renewalRuns } = services;
  const now = systemClock.now();
  const { due } = await database.read((tx) => renewalsDue.count(tx, now));
  const bar = createProgressBar('accounts');
  const totals = new Map<string, { total: Money; invoices: number }>();
  const shown: string[] = [];
  let differing = 0;
  let after: string | undefined;
  let done = 0;
  for (;;) {
    const page = await database.read(async (tx) =>
      renewalRuns.compare(tx, await renewalsDue.ahead(tx, now, { after, limit: PAGE })),
    );
    for (const { draft, previous, difference } of page) {
      const { currency } = draft.total;
      const before = totals.get(currency) ?? { total: zero(currency), invoices: 0 };
      const invoices = before.invoices + (draft.lines.length > 0 ? 1 : 0);
      totals.set(currency, { total: add(before.total, draft.total), invoices });
      if (difference.micros === 0n) continue;
      differing += 1;
      if (shown.length === DIFFERENCES_SHOWN) continue;
      const was = previous === undefined ? 'its first' : `${sayMoney(previous.total)} last time`;
      shown.push(`  ${draft.account.id}, ${draft.period.start}: ${sayMoney(draft.total)}, ${was}`);
    }
    done += page.length;
    bar.show(done, due);
    after = page.at(-1)?.draft.account.id;
    if (after === undefined) break;
  }
  bar.end();
  console.log(`${due} accounts are due. Nothing was changed.`);
  for (const [currency, { total, invoices }] of totals) {
    console.log(`  ${invoices} invoices in ${currency}: ${sayMoney(total)}`);
  }
  console.log(`${differing} differ from the account's last renewal.`);
  for (const line of shown) console.log(line);
  if (differing > shown.length) console.log(`  … and ${differing - shown.length} more`);
}
