import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { ConfigurationError } from '../config.ts';
import { DatabaseRefused } from '../database/refused.ts';
import { Refusal } from '../kernel/refusal.ts';
import { dieWithTheLauncher } from './die-with-the-launcher.ts';

/**
 * One file per command. Only the chosen one is loaded, so that the doctor can be called to a
 * product of which another part does not even load.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand(),
  serve: async () => (await import('./serve.ts')).serveCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  test: async () => (await import('./test.ts')).testCommand(),
  openapi: async () => (await import('./openapi.ts')).openapiCommand(),
  bench: async () => (await import('./bench.ts')).benchCommand(),
  'simulate-bill': async () => (await import('./simulate-bill.ts')).simulateBillCommand(),
  renew: async () => (await import('./renew.ts')).renewCommand(),
  simulate: async () => (await import('./simulate.ts')).simulateCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
};

dieWithTheLauncher();

const manifest: { version: string; description: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
const program = new Command('tollkeeper')
  .description(manifest.description)
  .version(manifest.version)
  .showHelpAfterError();
const chosen = commands[process.argv[2] ?? ''];
for (const load of chosen === undefined ? Object.values(commands) : [chosen]) {
  program.addCommand(await load());
}

try {
  await program.parseAsync();
} catch (error) {
  // What the operator can mend is one sentence; a bug comes with its stack.
  const isOurs = [DatabaseRefused, ConfigurationError, Refusal].some(
    (kind) => error instanceof kind,
  );
  console.error(isOurs && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
