import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Command } from 'commander';

/** The simulated world stands beside the product and not in it, so it runs as its own process. */
const main = path.join(import.meta.dirname, '../../sim/main.ts');

export function simulateCommand(): Command {
  return new Command('simulate')
    .description('let a seeded world use the product, kill it again and again, and compare')
    .option('--seed <n>', 'the same seed chooses the same actions')
    .option('--steps <n>', 'how many actions', '400')
    .action(({ seed, steps }: { seed?: string; steps: string }) => {
      const args = [`--steps=${steps}`, ...(seed === undefined ? [] : [`--seed=${seed}`])];
      const { status } = spawnSync(process.execPath, [main, ...args], { stdio: 'inherit' });
      process.exitCode = status ?? 1;
    });
}
