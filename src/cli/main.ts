import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { DatabaseRefused } from '../database/refused.ts';
import { dieWithTheLauncher } from './die-with-the-launcher.ts';
import { doctorCommand } from './doctor.ts';
import { serveCommand } from './serve.ts';
import { testCommand } from './test.ts';
import { verifyCommand } from './verify.ts';

/** One file per command; its options and its help are all that is read before it is chosen. */
const commands = [serveCommand(), doctorCommand(), testCommand(), verifyCommand()];

dieWithTheLauncher();

const manifest: { version: string; description: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
const program = new Command('tollkeeper')
  .description(manifest.description)
  .version(manifest.version)
  .showHelpAfterError();
for (const command of commands) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  // What the operator can mend is one sentence; a bug comes with its stack.
  console.error(error instanceof DatabaseRefused ? error.message : error);
  process.exitCode = 1;
}
