import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isProcessAlive } from '../process-alive.ts';
import { DatabaseRefused } from '../refused.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import type { Identity } from './identity.ts';
import { ProgramFailed, runProgram } from './program.ts';

/** The superuser of an embedded PostgreSQL, and the name of its one database. */
export const embeddedName = 'tollkeeper';

const ownSettings = 'tollkeeper.conf';

/** A server log that has grown beyond this is set aside at the next start. */
const logBytesMax = 10_000_000;

/**
 * Makes the cluster where there is none yet. It is initialised under another name and then
 * renamed, so that one that was cut short is never taken for a whole one, and of two first
 * starts at once one wins and the other uses the winner's.
 */
export async function ensureCluster(home: Home, binaries: Binaries): Promise<void> {
  const versionFile = path.join(home.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) await initialise(home, binaries);
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== binaries.majorVersion) {
    throw new DatabaseRefused(
      `${home.cluster} was made by PostgreSQL ${version}, and this Tollkeeper brings ` +
        `${binaries.majorVersion}. Move the data over with pg_upgrade, or with pg_dump.`,
    );
  }
}

async function initialise(home: Home, binaries: Binaries): Promise<void> {
  removeAbandoned(home);
  const making = `${home.cluster}.new-${process.pid}`;
  const initdb = [
    binaries.initdb,
    `--pgdata=${making}`,
    `--username=${embeddedName}`,
    // Only who may open the socket gets this far, and the socket's folder is private.
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    // Sorts alike on every machine and through every upgrade of the system's libraries.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  await runUnderAName(initdb, home.identity);
  // Last, so that it overrules; what an operator adds below this line overrules us in turn.
  appendFileSync(path.join(making, 'postgresql.conf'), `\ninclude '${ownSettings}'\n`);
  try {
    renameSync(making, home.cluster);
  } catch {
    rmSync(making, { recursive: true });
  }
}

/**
 * initdb, alone among PostgreSQL's programs, insists that its user has a name, which the user
 * of a container often has not. A user namespace in which it is called nobody gives it one;
 * the files are the real user's all the same.
 */
async function runUnderAName(command: readonly string[], identity: Identity): Promise<void> {
  const [program = '', ...args] = command;
  try {
    await runProgram(program, args, identity);
  } catch (error) {
    if (!(error instanceof ProgramFailed && /could not look up/.test(error.message))) throw error;
    const named = ['--user', '--map-user=65534', '--map-group=65534', '--', ...command];
    await runProgram('unshare', named, identity).catch((refusal: unknown) => {
      throw new DatabaseRefused(
        `PostgreSQL's initdb needs a user with a name, and user ${identity.uid} has none. Add ` +
          'a line for it to /etc/passwd, or set DATABASE_URL to use a server instead.',
        { cause: refusal },
      );
    });
  }
}

/** Removes what first starts that were killed left behind. */
function removeAbandoned(home: Home): void {
  const prefix = `${path.basename(home.cluster)}.new-`;
  for (const name of readdirSync(home.directory)) {
    if (!name.startsWith(prefix) || isProcessAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(path.join(home.directory, name), { recursive: true, force: true });
  }
}

/** Writes the settings that are ours to make; read by the server when it starts. */
export function writeSettings(
  home: Home,
  socketDirectory: string,
  extra: Readonly<Record<string, string>>,
): void {
  const settings: Record<string, string> = {
    // Reached through its socket alone: no port to collide, none to be attacked.
    listen_addresses: '',
    unix_socket_directories: `"${socketDirectory}"`,
    unix_socket_permissions: '0700',
    port: '5432',
    // Plans of a billing system are short; compiling them costs more than it saves.
    jit: 'off',
    ...extra,
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  );
  const file = path.join(home.cluster, ownSettings);
  writeFileSync(`${file}.new`, `# Written by Tollkeeper at every start.\n${lines.join('')}`);
  if (home.identity.lent) chownSync(`${file}.new`, home.identity.uid, home.identity.gid);
  renameSync(`${file}.new`, file);
}

export function setAsideLongLog(home: Home): void {
  const size = statSync(home.logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logBytesMax) renameSync(home.logFile, `${home.logFile}.old`);
}

/** The socket's folder of the server that was last started here, whether or not it runs. */
export function recordedSocketDirectory(home: Home): string | undefined {
  try {
    // Its lines: process id, data directory, start time, port, socket directory, …
    const lines = readFileSync(path.join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[4] === undefined || lines[4] === '' ? undefined : lines[4];
  } catch {
    return undefined;
  }
}

/** The end of the server's own log, for a message about why it would not start. */
export function readLogEnd(home: Home): string {
  try {
    return readFileSync(home.logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  } catch {
    return '(the server wrote no log)';
  }
}
