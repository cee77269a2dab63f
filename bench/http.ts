import { fork } from 'node:child_process';
import path from 'node:path';
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { SYSTEM } from '../src/kernel/actor.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { EMPTY_PATH, type HttpLoad, type HttpMeasured, OPERATIONS_A_CALL } from './http-load.ts';
import { type Measured, median, medianOf } from './load.ts';
import { preparePgbench } from './pgbench.ts';

export interface HttpBenchOptions {
  readonly connections: number;
  readonly seconds: number;
  readonly rounds: number;
}

export interface HttpResult {
  readonly what: string;
  readonly ops_per_s: number;
  /** Processor time of the server for each, in microseconds; null where it has no part. */
  readonly server_us: number | null;
  /** To the line that it is measured by: the empty route, or `pgbench -N`. */
  readonly ratio: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

/** Calls with 100 operations each are this many at once. */
const BATCH_CONNECTIONS = 4;
const PGBENCH_CLIENTS = 64;

type Line = HttpLoad['kind'] | 'pgbench';

/** One line of the table in one round. */
interface Round extends Measured {
  readonly serverUs: number | null;
}

/**
 * `POST /v1/authorizations` beside a POST route of the same server that does nothing, and the
 * batch endpoint beside `pgbench -N`, in turn. The load comes from a process beside the server.
 */
export async function benchHttp(options: HttpBenchOptions): Promise<HttpResult[]> {
  const { connections, seconds, rounds } = options;
  const server = await startBenchServer();
  const app = await startApp(server);
  try {
    const pgbench = await preparePgbench(server);
    const key = await keyOf(app, server);
    const told = { port: portOf(app), key, accounts: server.accounts, seconds };
    const runs: Record<Line, Round[]> = {
      empty: [],
      authorize: [],
      call: [],
      pgbench: [],
      batch: [],
    };
    await meetAccounts(app, told);
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of ['empty', 'call', 'authorize'] as const) {
        runs[kind].push(await measure({ ...told, kind, connections }));
      }
      const yardstick = await pgbench.measure(PGBENCH_CLIENTS, seconds);
      runs.pgbench.push({ ...yardstick, serverUs: null });
      runs.batch.push(await measure({ ...told, kind: 'batch', connections: BATCH_CONNECTIONS }));
    }
    return resultsOf(runs);
  } finally {
    await app.close();
    await server.stop();
  }
}

async function startApp({ open }: BenchServer): Promise<App> {
  const app = await createApp({ open, config: readConfig({}), log: false });
  app.fastify.post(EMPTY_PATH, { schema: { hide: true } }, async () => ({}));
  await app.listen(0);
  return app;
}

function portOf(app: App): number {
  const address = app.fastify.server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  return address.port;
}

async function keyOf({ services }: App, { open, company }: BenchServer): Promise<string> {
  const input = { company, name: 'Bench', scopes: ['admission' as const] };
  const { secret } = await open.database.transaction((tx) =>
    services.apiKeys.create(tx, SYSTEM, input),
  );
  return secret;
}

/** Reads what a process remembers of each account, which would else be counted to a first round. */
async function meetAccounts(
  { fastify }: App,
  { key, accounts }: Pick<HttpLoad, 'key' | 'accounts'>,
): Promise<void> {
  const operations = accounts.map((account) => ({
    op: 'authorize',
    billing_account: account,
    activity: 'call.inbound_acd',
  }));
  const { statusCode, body } = await fastify.inject({
    method: 'POST',
    url: '/v1/authorizations/batch',
    headers: { authorization: `Bearer ${key}` },
    payload: { operations },
  });
  if (statusCode !== 200) throw new Error(`the accounts were answered ${statusCode}: ${body}`);
}

async function measure(told: HttpLoad): Promise<Round> {
  const child = fork(path.join(import.meta.dirname, 'http-load.ts'));
  const begun = process.cpuUsage();
  const measured = await new Promise<HttpMeasured>((resolve, reject) => {
    child.once('message', (message) => resolve(message as HttpMeasured));
    child.once('exit', () => reject(new Error('the load ended without a result')));
    child.send(told);
  });
  const { user, system } = process.cpuUsage(begun);
  return { ...measured, serverUs: (user + system) / measured.requests };
}

function resultsOf(runs: Record<Line, Round[]>): HttpResult[] {
  const result = (what: string, line: Line, beside: Line, operations = 1): HttpResult => {
    const { opsPerSecond, p50Ms, p99Ms } = medianOf(runs[line]);
    const times = runs[line].flatMap(({ serverUs }) => serverUs ?? []);
    const rate = opsPerSecond * operations;
    return {
      what,
      ops_per_s: Math.round(rate),
      server_us: times.length === 0 ? null : rounded(median(times) / operations, 10),
      ratio: rounded(rate / medianOf(runs[beside]).opsPerSecond, 100),
      p50_ms: rounded(p50Ms, 100),
      p99_ms: rounded(p99Ms, 100),
    };
  };
  return [
    result('empty POST route', 'empty', 'empty'),
    result('authorize', 'authorize', 'empty'),
    result('authorize, then settle', 'call', 'empty'),
    result(`pgbench -N, ${PGBENCH_CLIENTS} clients`, 'pgbench', 'pgbench'),
    result(`batch of ${OPERATIONS_A_CALL}`, 'batch', 'pgbench', OPERATIONS_A_CALL),
  ];
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
