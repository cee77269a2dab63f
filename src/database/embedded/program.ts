import { spawn } from 'node:child_process';
import type { Identity } from './identity.ts';

/** How long output may still arrive after a program has ended. */
const lastOutputMs = 100;

/** One of PostgreSQL's programs ended with an error; the message is what it said. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
}

/**
 * Runs one of PostgreSQL's programs as `identity` and returns what it printed.
 *
 * Its environment is emptied, because PG* variables and a locale that is not installed would
 * change what it does; `environment` is all that is added. Its folder is `/`, because our own may
 * be closed to that user.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  identity: Identity,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const ids = identity.lent ? { uid: identity.uid, gid: identity.gid } : {};
  const child = spawn(program, args, {
    ...ids,
    cwd: '/',
    // A process group of its own: an impatient second Ctrl+C at the terminal would otherwise
    // interrupt the very program that stops the server.
    detached: true,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return await new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new ProgramFailed(error.message, { cause: error })));
    const finish = (code: number | null): void => {
      if (code === 0) resolve(output);
      else reject(new ProgramFailed(output.trim() || `${program} ended with ${String(code)}`));
    };
    child.on('close', finish);
    // Not `close` alone: a server that outlives its starter could hold the pipes open.
    child.on('exit', (code) => {
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        finish(code);
      }, lastOutputMs);
    });
  });
}
