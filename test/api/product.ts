import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { OpenDatabase } from '../../src/database/connect.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import type { PaymentProvider } from '../../src/modules/payments/index.ts';

/** The operator's key of every test. */
export const OPERATOR_KEY = 'tk_test_operator_key_0123456789';

export interface Answer {
  readonly status: number;
  // The tests say what they expect of an answer's fields, so its type adds nothing to them.
  readonly body: Json;
  readonly headers: Headers;
}

/** An answer's body, read as the tests go along. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body?: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
}

/** The whole product on a database and a port of the test's own. */
export interface Product {
  readonly app: App;
  /** The database itself, for what no client can see. */
  readonly open: OpenDatabase;
  readonly address: string;
  readonly operator: Caller;
  /** Calls with another key, or with none. */
  as(key: string | undefined): Caller;
  /** How many events were ever recorded; that people are told of them comes later. */
  countChanges(): Promise<number>;
  close(): Promise<void>;
}

export interface ProductOptions {
  readonly clock?: Clock;
  readonly paymentProviders?: readonly PaymentProvider[];
  /** Instead of the domain name system. */
  readonly findTexts?: (name: string) => Promise<readonly string[]>;
  /** Environment variables beyond the operator's key. */
  readonly settings?: Record<string, string>;
}

/** Starts the product over HTTP on loopback, checking every answer against its schema. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const { settings, ...parts } = options;
  const open = await freshDatabase();
  const config = readConfig({ TOLLKEEPER_OPERATOR_KEY: OPERATOR_KEY, ...settings });
  const app = await createApp({ open, config, log: false, checkAnswers: true, ...parts });
  const address = await app.listen(0);
  const as = (key: string | undefined) => callerOf(address, key);
  return {
    app,
    open,
    address,
    operator: as(OPERATOR_KEY),
    as,
    async countChanges() {
      const { rows } = await open.pool.query<{ count: number }>(
        "select count(*)::int as count from platform_events where type <> 'notice.created'",
      );
      return rows[0]?.count ?? 0;
    },
    async close() {
      await app.close();
      await open.close();
    },
  };
}

/** Calls the API at `address` with a key, or with none. */
export function callerOf(address: string, key: string | undefined): Caller {
  const authorization: Record<string, string> =
    key === undefined ? {} : { authorization: `Bearer ${key}` };
  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path, body) => send('DELETE', path, body),
  };
}
