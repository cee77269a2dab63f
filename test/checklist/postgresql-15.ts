import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chooseIdentity } from '../../src/database/embedded/identity.ts';
import { runProgram } from '../../src/database/embedded/program.ts';
import type { Prepared } from './step.ts';

const programs = '/usr/lib/postgresql/15/bin';

/** A PostgreSQL 15 of the machine, in a temporary folder and reached by a socket alone. */
export async function startPostgresql15(): Promise<Prepared> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-pg15-'));
  const identity = chooseIdentity(folder);
  if (identity.lent) chownSync(folder, identity.uid, identity.gid);
  chmodSync(folder, 0o700);
  const data = path.join(folder, 'data');
  const run = (program: string, ...args: string[]) =>
    runProgram(path.join(programs, program), args, identity);
  await run('initdb', '-D', data, '-U', 'tollkeeper', '--auth=trust', '-E', 'UTF8', '--locale=C');
  // No waiting for the disk: what is tested is what the statements mean on this version.
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  const log = path.join(folder, 'log');
  const more = '-c synchronous_commit=off -c full_page_writes=off -c max_connections=300';
  await run('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-o', `${options} ${more}`);
  return {
    environment: {
      TOLLKEEPER_TEST_DATABASE_URL: `postgres://tollkeeper@localhost/postgres?host=${folder}`,
    },
    undo: async () => {
      await run('pg_ctl', 'stop', '-D', data, '-m', 'immediate', '-w');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
