import { fork } from 'node:child_process';
import path from 'node:path';
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { SYSTEM } from '../src/kernel/actor.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { EMPTY_PATH, type HttpLoad, OPERATIONS_A_CALL } from './http-load.ts';
import { type Measured, medianOf } from './load.ts';
import { preparePgbench } from './pgbench.ts';

export interface HttpBenchOptions {
  readonly connections: number;
  readonly seconds: number;
  readonly rounds: number;
}

export interface HttpResult {
  readonly what: string;
  readonly ops_per_s: number;
  /** To the line that it is measured by: the empty route, or `pgbench -N`. */
  readonly ratio: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

/** Calls with 100 operations each are this many at once. */
const BATCH_CONNECTIONS = 4;
const PGBENCH_CLIENTS = 64;

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
    const runs = { empty: [], authorize: [], batch: [], pgbench: [] } as Record<string, Measured[]>;
    for (let round = 0; round < rounds; round += 1) {
      runs.empty?.push(await measure({ ...told, kind: 'empty', connections }));
      runs.authorize?.push(await measure({ ...told, kind: 'authorize', connections }));
      runs.pgbench?.push(await pgbench.measure(PGBENCH_CLIENTS, seconds));
      runs.batch?.push(await measure({ ...told, kind: 'batch', connections: BATCH_CONNECTIONS }));
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

async function measure(told: HttpLoad): Promise<Measured> {
  const child = fork(path.join(import.meta.dirname, 'http-load.ts'));
  const measured = await new Promise<Measured>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Measured));
    child.once('exit', () => reject(new Error('the load ended without a result')));
    child.send(told);
  });
  return measured;
}

function resultsOf(runs: Record<string, Measured[]>): HttpResult[] {
  const [empty, authorize, pgbench, batch] = ['empty', 'authorize', 'pgbench', 'batch'].map(
    (kind) => medianOf(runs[kind] ?? []),
  ) as [Measured, Measured, Measured, Measured];
  const line = (what: string, one: Measured, operations: number, beside: number): HttpResult => ({
    what,
    ops_per_s: Math.round(one.opsPerSecond * operations),
    ratio: Math.round(((one.opsPerSecond * operations) / beside) * 100) / 100,
    p50_ms: Math.round(one.p50Ms * 100) / 100,
    p99_ms: Math.round(one.p99Ms * 100) / 100,
  });
  return [
    line('empty POST route', empty, 1, empty.opsPerSecond),
    line('authorize', authorize, 1, empty.opsPerSecond),
    line(`pgbench -N, ${PGBENCH_CLIENTS} clients`, pgbench, 1, pgbench.opsPerSecond),
    line(`batch of ${OPERATIONS_A_CALL}`, batch, OPERATIONS_A_CALL, pgbench.opsPerSecond),
  ];
}
