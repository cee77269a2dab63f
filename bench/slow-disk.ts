import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A library that lets every flush to the disk take longer by this, as a disk without a cache of
 * its own does. PostgreSQL's `commit_delay` would not do: it makes commits wait for one another.
 */
const SOURCE = `
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
static void wait_for_the_disk(void) {
  struct timespec delay = {0, DELAY_US * 1000L};
  nanosleep(&delay, 0);
}
int fsync(int fd) { wait_for_the_disk(); return (int)syscall(SYS_fsync, fd); }
int fdatasync(int fd) { wait_for_the_disk(); return (int)syscall(SYS_fdatasync, fd); }
`;

/**
 * The environment of a server whose flushes take `delayMs` longer, up to a second. Throws where
 * there is no C compiler: without one there is no such disk.
 */
export function slowDisk(delayMs: number): Record<string, string> {
  if (delayMs === 0) return {};
  const directory = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-slow-disk-'));
  chmodSync(directory, 0o755); // The server may run as another user.
  const source = path.join(directory, 'slow-disk.c');
  const library = path.join(directory, 'slow-disk.so');
  writeFileSync(source, SOURCE);
  const define = `-DDELAY_US=${Math.round(delayMs * 1000)}`;
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', define, '-o', library, source]);
  } catch (error) {
    throw new Error(
      'A slow disk is imitated by a small library, and there is no C compiler (cc).',
      {
        cause: error,
      },
    );
  }
  return { LD_PRELOAD: library };
}
