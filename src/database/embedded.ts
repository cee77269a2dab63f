import type pg from 'pg';
import { type Binaries, prepareBinaries } from './embedded/binaries.ts';
import { embeddedName, ensureCluster } from './embedded/cluster.ts';
import { type Home, prepareHome } from './embedded/home.ts';
import { ensureDatabase, takeOwnership } from './embedded/ownership.ts';
import { type RunningServer, reachServer, stopServer } from './embedded/server.ts';
import { removeSocketDirectory } from './embedded/socket-directory.ts';
import type { DatabaseLog } from './log.ts';
import { DatabaseRefused } from './refused.ts';
import type { ConnectionTarget } from './target.ts';

export interface EmbeddedDatabase {
  readonly target: ConnectionTarget;
  /** Where the data really is, which for root may be elsewhere than asked. */
  readonly directory: string;
  /** Stops the server, if this process owns it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  readonly log: DatabaseLog;
  /**
   * A guest may join a server that another process owns, and never stops it: for commands
   * that look into a database while it is being served. Where none runs, a guest owns it.
   */
  readonly guest?: boolean;
  /** Further PostgreSQL settings; tests turn off what only matters in a power cut. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Further variables of the server's environment; the benchmarks slow its disk by one. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Between attempts to get a server back that died under its owner. */
const reviveAgainMs = 1_000;

/**
 * Starts the PostgreSQL of `dataDirectory`, or adopts one that a killed owner left running.
 * Throws DatabaseRefused, with a sentence for the operator, when another process owns it.
 *
 * The server is a process of its own that outlives ours: a crash of ours loses no commit, and
 * ending ours lets requests finish before {@link EmbeddedDatabase.stop} is called.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = prepareHome(options.dataDirectory, options.log);
  const binaries = await prepareBinaries(home.identity, home.binariesDirectory);
  await ensureCluster(home, binaries);
  const server = await reachServer(home, binaries, options);
  const target: ConnectionTarget = {
    host: server.socketDirectory,
    port: 5432,
    user: embeddedName,
    database: embeddedName,
    ssl: false,
  };
  if (!(await own(server, home, options.guest === true))) {
    return { target, directory: home.directory, stop: async () => {} };
  }
  if (server.found) {
    options.log.info({ directory: home.directory }, 'took over a PostgreSQL left running');
  }
  const stop = keepOwning(server.session, home, binaries, options);
  return {
    target,
    directory: home.directory,
    stop: async () => {
      await stop();
      removeSocketDirectory(home, server.socketDirectory);
    },
  };
}

/** Takes the lock; false for a guest of a server that somebody else owns. */
async function own(server: RunningServer, home: Home, guest: boolean): Promise<boolean> {
  try {
    await takeOwnership(server.session, home.dataDirectory);
    await ensureDatabase(server.session);
    return true;
  } catch (error) {
    await server.session.end();
    if (guest && error instanceof DatabaseRefused) return false;
    throw error;
  }
}

/**
 * Watches the owner's session. When it ends although nobody stopped the server, the server
 * has died (killed, out of memory): it is started again, and recovers what was committed.
 * Returns what stops the server and the watch.
 */
function keepOwning(
  session: pg.Client,
  home: Home,
  binaries: Binaries,
  options: EmbeddedOptions,
): () => Promise<void> {
  let stopped = false;
  let reviving: Promise<void> | undefined;
  const watch = (watched: pg.Client): void => {
    watched.once('end', () => {
      if (!stopped) reviving = revive();
    });
  };
  const revive = async (): Promise<void> => {
    options.log.warn({ directory: home.directory }, 'the embedded PostgreSQL is gone; reviving it');
    while (!stopped) {
      try {
        const server = await reachServer(home, binaries, options);
        await takeOwnership(server.session, home.dataDirectory);
        watch(server.session);
        options.log.info({ directory: home.directory }, 'the embedded PostgreSQL is back');
        return;
      } catch (error) {
        options.log.warn({ reason: String(error) }, 'the embedded PostgreSQL is not back yet');
        await new Promise((resolve) => setTimeout(resolve, reviveAgainMs));
      }
    }
  };
  watch(session);
  return async () => {
    if (stopped) return;
    stopped = true;
    await reviving;
    await stopServer(home, binaries);
  };
}
