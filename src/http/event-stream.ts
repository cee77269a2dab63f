import type { ServerResponse } from 'node:http';
import {
  type FeedRow,
  isFurther,
  readEventFeed,
  readFeedEnd,
} from '../database/event-feed.store.ts';
import type { Database } from '../database/transaction.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';

export interface StreamLog {
  error(details: object, message: string): void;
}

/** One open connection, and what it is shown. */
export interface StreamRequest {
  readonly company: string;
  /** Who reads: for the bound on connections of one reader. */
  readonly reader: string;
  /** The place in the feed to go on from; undefined: from now on. */
  readonly after: string | undefined;
  /** Whether the key or session is still in force. */
  readonly isStillAllowed: () => Promise<boolean>;
  /** An event as its line of data. */
  readonly format: (row: FeedRow) => string;
}

export interface EventStreams {
  /** Refuses `rate_limited` where too many are open; otherwise writes until either side ends. */
  open(request: StreamRequest, response: ServerResponse): Promise<void>;
  /** Ends all of them. */
  close(): Promise<void>;
}

/** Fast enough to look immediate, and one small query however many are connected. */
const POLL_MS = 400;
/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 20_000;
/** A session that was ended is cut off within this time. */
const CHECK_MS = 15_000;
/** Then the browser comes back by itself, and is asked for everything anew. */
const LIFETIME_MS = 600_000;
/** Of one process, of one company, and of one reader: six is what a browser opens to one server. */
const CONNECTIONS_MAX = { all: 1_000, company: 200, reader: 12 } as const;
/** Who reads so slowly that so much waits is cut off, and comes back where they were. */
const WAITING_BYTES_MAX = 1_000_000;
const BATCH = 200;

interface Connection extends StreamRequest {
  readonly response: ServerResponse;
  cursor: string;
  /** Whether it has been shown what happened before it came. */
  hasJoined: boolean;
  readonly openedAt: number;
  beatAt: number;
  checkedAt: number;
}

/**
 * Streams of events, all fed by one look at the feed for as long as anybody is connected. The
 * feed is read in its own order and only as far as it is settled, so no connection misses an
 * event and each can go on from where it was.
 */
export function createEventStreams(database: Database, log: StreamLog): EventStreams {
  const connections = new Set<Connection>();
  /** How far the feed has been read for all that have joined; undefined while nobody has. */
  let position: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  /** Shows a newcomer what happened since its place, before it joins the others. */
  async function catchUp(connection: Connection): Promise<void> {
    for (;;) {
      const { company, cursor: after } = connection;
      const rows = await database.read((tx) => readEventFeed(tx, { after, company, limit: BATCH }));
      for (const row of settledOf(rows)) show(connection, row);
      if (settledOf(rows).length < BATCH) break;
    }
    connection.hasJoined = true;
  }

  /** What has settled since the last look, to everybody whom it concerns; whether there is more. */
  async function feed(after: string): Promise<boolean> {
    const companies = [...new Set([...connections].map(({ company }) => company))];
    const { end, rows } = await database.read(async (tx) => ({
      end: await readFeedEnd(tx),
      rows: await readEventFeed(tx, { after, companies, limit: BATCH }),
    }));
    for (const row of settledOf(rows)) {
      for (const connection of connections) {
        if (connection.company === row.event.company) show(connection, row);
      }
    }
    const isFull = settledOf(rows).length === BATCH;
    position = isFull ? rows.at(-1)?.cursor : end;
    return isFull;
  }

  async function look(): Promise<void> {
    position ??= await database.read(readFeedEnd);
    for (const connection of connections) {
      if (!connection.hasJoined) await catchUp(connection);
    }
    while (await feed(position)) if (connections.size === 0) break;
    for (const connection of connections) await keep(connection, Date.now());
    if (connections.size === 0) position = undefined;
  }

  /** Ends it where its time or right is over; otherwise keeps it from looking dead. */
  async function keep(connection: Connection, now: number): Promise<void> {
    if (now - connection.openedAt > LIFETIME_MS) return end(connection);
    if (now - connection.checkedAt > CHECK_MS) {
      connection.checkedAt = now;
      if (!(await connection.isStillAllowed())) return end(connection);
    }
    if (now - connection.beatAt > HEARTBEAT_MS) write(connection, ': still here\n\n');
  }

  function show(connection: Connection, row: FeedRow): void {
    if (!isFurther(row.cursor, connection.cursor)) return;
    connection.cursor = row.cursor;
    write(connection, `id: ${row.cursor}\ndata: ${connection.format(row)}\n\n`);
  }

  function write(connection: Connection, text: string): void {
    connection.beatAt = Date.now();
    connection.response.write(text);
    if (connection.response.writableLength > WAITING_BYTES_MAX) end(connection);
  }

  function end(connection: Connection): void {
    connections.delete(connection);
    connection.response.end();
  }

  function schedule(): void {
    if (timer !== undefined || closed || connections.size === 0) return;
    timer = setTimeout(() => {
      running = look()
        .catch((error: unknown) => log.error({ err: error }, 'reading events to stream failed'))
        .finally(() => {
          timer = undefined;
          schedule();
        });
    }, POLL_MS);
  }

  return {
    async open(request, response) {
      if (closed) throw new Refusal('unavailable');
      refuseTooMany(connections, request);
      const cursor = request.after ?? (await database.read(readFeedEnd));
      const now = Date.now();
      const times = { openedAt: now, beatAt: now, checkedAt: now };
      const connection = { ...request, response, cursor, hasJoined: false, ...times };
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no', // nginx would gather what must be sent at once.
      });
      // Tells where it begins, so that a reader that is cut off at once can go on from here.
      response.write(`retry: 2000\nid: ${cursor}\nevent: opened\ndata: {}\n\n`);
      connections.add(connection);
      response.on('close', () => connections.delete(connection));
      schedule();
    },

    async close() {
      closed = true;
      clearTimeout(timer);
      for (const connection of connections) end(connection);
      await running;
    },
  };
}

function settledOf(rows: readonly FeedRow[]): readonly FeedRow[] {
  const unsettled = rows.findIndex(({ settled }) => !settled);
  return unsettled === -1 ? rows : rows.slice(0, unsettled);
}

function refuseTooMany(connections: Iterable<Connection>, request: StreamRequest): void {
  const all = [...connections];
  const ofCompany = all.filter(({ company }) => company === request.company);
  const ofReader = ofCompany.filter(({ reader }) => reader === request.reader);
  const isFull =
    all.length >= CONNECTIONS_MAX.all ||
    ofCompany.length >= CONNECTIONS_MAX.company ||
    ofReader.length >= CONNECTIONS_MAX.reader;
  if (isFull) throw new Refusal('rate_limited', { message: say('Too many streams are open.') });
}
