import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import type { DatabaseLog } from '../log.ts';
import { DatabaseRefused } from '../refused.ts';
import { chooseIdentity, firstClosedFolder, type Identity } from './identity.ts';

/** Where one embedded PostgreSQL keeps everything, and as whom it runs. */
export interface Home {
  /** The data directory as the user named it. */
  readonly dataDirectory: string;
  /** Its `postgres` folder, or where that points to: private to `identity`. */
  readonly directory: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly identity: Identity;
  /** Where binaries are copied to if they cannot be run in place. */
  readonly binariesDirectory: string;
}

/**
 * For root only: a folder that every user can reach. `/tmp` would not do, since it is swept,
 * and its names can be taken by others.
 */
const rootsDirectory = '/var/lib/tollkeeper';

/**
 * Makes `dataDirectory/postgres`, private and owned by the user that PostgreSQL will run as.
 *
 * Where root asks for a folder that no other user can reach (its own home, usually), the
 * database is kept in `/var/lib/tollkeeper` and `dataDirectory/postgres` points there.
 */
export function prepareHome(dataDirectory: string, log: DatabaseLog): Home {
  const data = path.resolve(dataDirectory);
  mkdirSync(data, { recursive: true, mode: 0o755 });
  const named = path.join(data, 'postgres');
  const identity = chooseIdentity(existing(named) ? realpathSync(named) : data);
  openDoor(data, identity);
  if (!existing(named)) makeFolder(data, named, identity, log);
  const directory = realpathSync(named);
  claimFolder(directory, identity);
  return {
    dataDirectory: data,
    directory,
    cluster: path.join(directory, 'data'),
    logFile: path.join(directory, 'server.log'),
    identity,
    binariesDirectory: identity.lent ? rootsDirectory : directory,
  };
}

/** Whether the folder is there; a link into nowhere is an error that must not look like a no. */
function existing(named: string): boolean {
  const entry = lstatSync(named, { throwIfNoEntry: false });
  if (entry === undefined) return false;
  if (statSync(named, { throwIfNoEntry: false }) === undefined) {
    throw new DatabaseRefused(
      `${named} points to ${readlinkSync(named)}, which is gone. Put that folder back, or ` +
        'remove the link to begin with an empty database.',
    );
  }
  return true;
}

function makeFolder(data: string, named: string, identity: Identity, log: DatabaseLog): void {
  const closed = identity.lent ? firstClosedFolder(realpathSync(data), identity) : undefined;
  if (closed === undefined) {
    mkdirSync(named, { recursive: true, mode: 0o700 });
    return;
  }
  const label = path.basename(data).replaceAll(/[^A-Za-z0-9]/g, '') || 'data';
  const name = `${label}-${randomBytes(4).toString('hex')}`;
  const real = path.join(rootsDirectory, name);
  mkdirSync(rootsDirectory, { recursive: true, mode: 0o755 });
  mkdirSync(real, { mode: 0o700 });
  try {
    symlinkSync(real, named);
  } catch {
    rmdirSync(real); // Another first start was quicker: its link stands.
    return;
  }
  log.warn(
    { data, kept: real },
    `PostgreSQL does not run as root and its user cannot enter ${closed}: ` +
      `the database is kept in ${real}, and ${named} points there`,
  );
}

/** Lets the lent identity walk through the data directory that root made, but not list it. */
function openDoor(data: string, identity: Identity): void {
  if (!identity.lent) return;
  const { mode, uid } = statSync(data);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(data, (mode & 0o7777) | 0o001);
}

/** Gives the folder to `identity`, or says whose it is. PostgreSQL insists on both. */
function claimFolder(directory: string, identity: Identity): void {
  const owner = statSync(directory);
  if (owner.uid === identity.uid) {
    if ((owner.mode & 0o077) !== 0) chmodSync(directory, 0o700);
    return;
  }
  if (!identity.lent) {
    throw new DatabaseRefused(
      `${directory} belongs to user ${owner.uid}, and this is user ${identity.uid}. ` +
        `Start Tollkeeper as that user or as root, or give the folder away with ` +
        `chown -R ${identity.uid} ${directory}.`,
    );
  }
  chownSync(directory, identity.uid, identity.gid);
  chmodSync(directory, 0o700);
}
