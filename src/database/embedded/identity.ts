import { readFileSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The user that PostgreSQL's programs run as. PostgreSQL refuses to run as root, so a
 * Tollkeeper started by root lends them another user's id; any other user runs them as itself.
 */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
  /** True when it is not the user of this process, which then has to be root. */
  readonly lent: boolean;
}

/** What `nobody` is on Debian, Fedora, Alpine and in the empty `/etc/passwd` of an image. */
const usualNobody = 65_534;

/**
 * Who owns the database's files: this process's own user; for root the owner of `directory`,
 * so that a folder made by another user stays theirs; `nobody` where that is root as well.
 */
export function chooseIdentity(directory: string): Identity {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? uid, lent: false };
  const owner = statSync(directory);
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, lent: true };
  return { ...nobody(), lent: true };
}

/**
 * The first folder on the way down to `directory`, itself included, that `identity` may not
 * enter; undefined when it can go all the way. Access lists are not read: a folder that only
 * they open counts as closed, which costs a detour and never a failure.
 */
export function firstClosedFolder(directory: string, identity: Identity): string | undefined {
  const parts = path.resolve(directory).split(path.sep).filter(Boolean);
  const folders = parts.map((_, index) => path.sep + parts.slice(0, index + 1).join(path.sep));
  return [path.sep, ...folders].find((folder) => !mayEnter(statSync(folder), identity));
}

function mayEnter(folder: Stats, identity: Identity): boolean {
  if (folder.uid === identity.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === identity.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

function nobody(): { uid: number; gid: number } {
  const line = readPasswordFile().find((candidate) => candidate.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? usualNobody), gid: Number(gid ?? usualNobody) };
}

function readPasswordFile(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return []; // An image without one still has the numbers.
  }
}
