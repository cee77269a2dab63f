import type pg from 'pg';
import { DatabaseRefused } from '../refused.ts';
import type { Binaries } from './binaries.ts';
import { readLogEnd, recordedSocketDirectory, setAsideLongLog, writeSettings } from './cluster.ts';
import type { Home } from './home.ts';
import { openOwnerSession } from './ownership.ts';
import { ProgramFailed, runProgram } from './program.ts';
import { prepareSocketDirectory } from './socket-directory.ts';

/** A server that answers, and the session that found out. */
export interface RunningServer {
  readonly socketDirectory: string;
  readonly session: pg.Client;
  /** It was running already: left by a killed owner, or in use by a living one. */
  readonly found: boolean;
}

/** Recovery after a crash replays at most some minutes of work. */
const recoverySecondsMax = 600;

/**
 * A start may fail for a moment: another process was quicker and its server is not ready, or
 * the children of a server that was killed still hold its memory.
 */
const startingMs = 5_000;

const askAgainMs = 50;

/** How a server is started where none runs. */
export interface StartOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Finds the running server of `home`, or starts it, or says why it would not start. */
export async function reachServer(
  home: Home,
  binaries: Binaries,
  start: StartOptions,
): Promise<RunningServer> {
  const running = await findServer(home);
  if (running !== undefined) return running;
  const deadline = performance.now() + startingMs;
  for (;;) {
    const failure = await startServer(home, binaries, start);
    const started = await findServer(home);
    if (started !== undefined) return { ...started, found: failure !== undefined };
    if (performance.now() > deadline) {
      throw new DatabaseRefused(
        `The embedded PostgreSQL in ${home.cluster} did not start. ${failure ?? ''}\n` +
          `The end of ${home.logFile}:\n${readLogEnd(home)}`,
      );
    }
    await pause();
  }
}

/** Starts the server and waits until it is ready; returns why it did not start. */
async function startServer(
  home: Home,
  binaries: Binaries,
  { settings = {}, environment = {} }: StartOptions,
): Promise<string | undefined> {
  writeSettings(home, prepareSocketDirectory(home), settings);
  setAsideLongLog(home);
  try {
    await runProgram(
      binaries.pgCtl,
      ['start', '-D', home.cluster, '-l', home.logFile, '-w', '-t', String(recoverySecondsMax)],
      home.identity,
      environment,
    );
    return undefined;
  } catch (error) {
    if (error instanceof ProgramFailed) return error.message;
    throw error;
  }
}

/** Stops the server: sessions are ended, what is committed is written, files are closed. */
export async function stopServer(home: Home, binaries: Binaries): Promise<void> {
  await runProgram(
    binaries.pgCtl,
    ['stop', '-D', home.cluster, '-m', 'fast', '-w', '-t', String(recoverySecondsMax)],
    home.identity,
  );
}

/** Connects to the server if there is one, waiting out its start-up, recovery or shutdown. */
async function findServer(home: Home): Promise<RunningServer | undefined> {
  const deadline = performance.now() + recoverySecondsMax * 1000;
  for (;;) {
    const socketDirectory = recordedSocketDirectory(home);
    if (socketDirectory === undefined) return undefined;
    try {
      const session = await openOwnerSession(socketDirectory);
      return { socketDirectory, session, found: true };
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) return undefined;
    }
    await pause();
  }
}

/** 57P03, cannot_connect_now: the server is there and not ready. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57P03';
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, askAgainMs));
}
