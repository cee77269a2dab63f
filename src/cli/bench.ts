import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Command } from 'commander';

/** The benchmarks stand beside the product and not in it, so they run as a process of theirs. */
const main = path.join(import.meta.dirname, '../../bench/main.ts');

export function benchCommand(): Command {
  const command = new Command('bench').description('measure the claims on this machine');
  const bench = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .option('--json', 'print the results as JSON')
      .action((options: Options) => run(name, options));
  bench('admission', 'operations a second: ours, the usual way, and pgbench -N')
    .option('--in-flight <list>', 'operations under way at once', '1,16,64,256')
    .option('--seconds <n>', 'of each measurement', '3')
    .option('--rounds <n>', 'how often each is repeated, the ways in turn', '3')
    .option('--flush-delay-ms <n>', 'a slower disk: longer for each flush (needs cc)', '0');
  bench('http', 'authorizations over HTTP beside a route that does nothing, and batches')
    .option('--connections <n>', 'kept alive, each with one request at a time', '64')
    .option('--seconds <n>', 'of each measurement', '3')
    .option('--rounds <n>', 'how often each is repeated, in turn', '3');
  bench(
    'console',
    'how soon the first page stands there with an empty cache (needs Chromium)',
  ).option('--tries <n>', 'in each language', '6');
  bench('memory', 'what the process holds while it does many operations').option(
    '--operations <n>',
    'how many',
    '1000000',
  );
  bench('scale', 'the same load on a database as it begins, and on a full one')
    .option('--leases <n>', 'open at once', '1000000')
    .option('--entries <n>', 'of the journal', '10000000')
    .option('--seconds <n>', 'of each measurement', '3')
    .option('--rounds <n>', 'how often each is repeated, in turn', '3');
  bench('renewals', 'the cost of a renewal invoice, beside a plain INSERT … SELECT of its rows')
    .option('--accounts <list>', 'how many are renewed', '1000,10000,100000')
    .option('--workers <n>', 'how many work at once', '1');
  return command;
}

type Options = Readonly<Record<string, string | boolean>>;

function run(name: string, { json, ...values }: Options): void {
  const args = Object.entries(values).map(([option, value]) => {
    const dashed = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--${dashed}=${String(value)}`;
  });
  if (json === true) args.push('--json');
  // With the collector at hand, what is told of memory is what is really held.
  const node = ['--expose-gc', main, name, ...args];
  const { status } = spawnSync(process.execPath, node, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
