import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Command } from 'commander';

const root = path.resolve(import.meta.dirname, '../..');

export function testCommand(): Command {
  return new Command('test')
    .description('check everything: types, rules, units, stores, API, browser, calls, docs')
    .argument('[steps...]', 'only the steps whose names contain one of these words')
    .action(async (steps: string[]) => {
      // A process of its own, since nothing in the product may import its tests.
      const checklist = path.join(root, 'test', 'checklist', 'main.ts');
      const child = spawn(process.execPath, [...process.execArgv, checklist, ...steps], {
        cwd: root,
        stdio: 'inherit',
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => child.kill(signal));
      }
      const [code] = await once(child, 'exit');
      process.exitCode = code ?? 1;
    });
}
