import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseRefused } from '../refused.ts';
import type { Home } from './home.ts';

/**
 * The longest folder for a socket, in bytes: the kernel's limit for a socket's whole path
 * (107 on Linux, 103 on macOS) less `/.s.PGSQL.5432`.
 */
const directoryBytesMax = (process.platform === 'darwin' ? 103 : 107) - '/.s.PGSQL.5432'.length;

/**
 * Where the server's socket goes: beside its data, or, where that path is too long for a
 * socket, a private folder with a short name that follows from the data's path.
 */
export function prepareSocketDirectory(home: Home): string {
  if (Buffer.byteLength(home.directory) <= directoryBytesMax && !/["\n]/.test(home.directory)) {
    return home.directory;
  }
  const name = createHash('sha256').update(home.directory).digest('hex').slice(0, 12);
  const short = path.join(os.tmpdir(), `tollkeeper-${name}`);
  const { uid, gid, lent } = home.identity;
  if (lstatSync(short, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(short, { mode: 0o700 });
    if (lent) chownSync(short, uid, gid);
  }
  const stats = lstatSync(short);
  // In a folder for everybody somebody else may have made it first, to listen in our place.
  if (!stats.isDirectory() || stats.uid !== uid || (stats.mode & 0o077) !== 0) {
    throw new DatabaseRefused(
      `${short}, where the database's socket goes, is not private to user ${uid}. Remove it, ` +
        'or choose a data directory with a shorter path.',
    );
  }
  return short;
}

/** Removes the short folder, if there is one, once its server has stopped. */
export function removeSocketDirectory(home: Home, socketDirectory: string): void {
  if (socketDirectory === home.directory) return;
  try {
    rmdirSync(socketDirectory);
  } catch {
    // Swept by the system already, or in use again: either way not ours any more.
  }
}
