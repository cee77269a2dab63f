import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Command } from 'commander';

/** The benchmarks stand beside the product and not in it, so they run as a process of theirs. */
const main = path.join(import.meta.dirname, '../../bench/main.ts');
const renewals = path.join(import.meta.dirname, '../../bench/renewals-main.ts');

export function benchCommand(): Command {
  const command = new Command('bench').description('measure the claims on this machine');
  command
    .command('admission')
    .description('operations a second: ours, the usual way, and pgbench -N')
    .option('--json', 'print the results as JSON')
    .option('--in-flight <list>', 'operations under way at once', '1,16,64,256')
    .option('--seconds <n>', 'of each measurement', '3')
    .option('--rounds <n>', 'how often each is repeated, the ways in turn', '3')
    .action((options: Record<string, string | boolean>) => {
      const { json, inFlight, seconds, rounds } = options;
      const values = { 'in-flight': inFlight, seconds, rounds };
      const args = Object.entries(values).map(([name, value]) => `--${name}=${String(value)}`);
      if (json === true) args.push('--json');
      const { status } = spawnSync(process.execPath, [main, ...args], { stdio: 'inherit' });
      process.exitCode = status ?? 1;
    });
  command
    .command('renewals')
    .description('the cost of a renewal invoice, beside a plain INSERT … SELECT of its rows')
    .option('--json', 'print the results as JSON')
    .option('--accounts <list>', 'how many are renewed', '1000,10000,100000')
    .option('--workers <n>', 'how many work at once', '1')
    .action(({ json, accounts, workers }: Record<string, string | boolean>) => {
      const args = [`--accounts=${String(accounts)}`, `--workers=${String(workers)}`];
      if (json === true) args.push('--json');
      const { status } = spawnSync(process.execPath, [renewals, ...args], { stdio: 'inherit' });
      process.exitCode = status ?? 1;
    });
  return command;
}
