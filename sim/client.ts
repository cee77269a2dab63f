import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { OPERATOR_KEY } from './product-process.ts';

/** An answer's body; the world reads of it what it needs. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  /** How often it was sent until it was answered: above 1 what it found may be its own doing. */
  readonly sent: number;
}

export interface Client {
  get(path: string): Promise<Answer>;
  /** With a key of its own, or the one given: repeated until it is answered. */
  post(path: string, body?: unknown, key?: string): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
  /** All rows of a list, page after page. */
  all(path: string): Promise<Json[]>;
  /** How many requests were sent, answered or not. */
  readonly sent: number;
}

const AGAIN_AFTER_MS = 40;
/** Longer than the product needs to start again after it was killed. */
const TRIES_MAX = 1_000;
/** A killed server that never closed the connection would be waited for until then. */
const ANSWER_MS_MAX = 20_000;

/** Sends until there is an answer: a lost one is asked for again under the same key. */
export function createClient(address: string): Client {
  let sent = 0;

  async function once(method: string, path: string, body: unknown, key: string | undefined) {
    sent += 1;
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${OPERATOR_KEY}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    return { status: response.status, body: (await response.json()) as Json };
  }

  async function send(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
      const answer = await once(method, path, body, key).catch(() => undefined);
      // 503 says that it was not done and may be asked again; any other fault is a finding.
      if (answer !== undefined && answer.status !== 503) return { ...answer, sent: tries };
      await sleep(AGAIN_AFTER_MS);
    }
    throw new Error(`${method} ${path} was never answered.`);
  }

  async function all(path: string): Promise<Json[]> {
    const rows: Json[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await send(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=100${from}`,
      );
      rows.push(...body.data);
      cursor = body.next_cursor;
    }
    return rows;
  }

  return {
    get: (path) => send('GET', path),
    post: (path, body, key = randomUUID()) => send('POST', path, body, key),
    put: (path, body) => send('PUT', path, body),
    delete: (path, body) => send('DELETE', path, body),
    all,
    get sent() {
      return sent;
    },
  };
}
