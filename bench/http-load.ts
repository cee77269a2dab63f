import { HttpConnection } from './http-client.ts';
import { load, type Measured, type Worker, zipf } from './load.ts';

/** What the process that makes the load is told. */
export interface HttpLoad {
  readonly kind: 'empty' | 'authorize' | 'call' | 'batch';
  readonly port: number;
  readonly key: string;
  readonly accounts: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

/** What it tells when it has ended. */
export interface HttpMeasured extends Measured {
  /** All that were sent, those before it was counted included. */
  readonly requests: number;
}

export const EMPTY_PATH = '/bench/empty';
/** Half of them authorize, and half settle what the call before was granted. */
export const OPERATIONS_A_CALL = 100;

// A process of its own, or the server would wait for its own load to be made.
if (import.meta.main) process.once('message', (told) => void run(told as HttpLoad));

async function run(told: HttpLoad): Promise<void> {
  const { connections: count, port, key, seconds } = told;
  const connections = await Promise.all(
    Array.from({ length: count }, () => HttpConnection.open(port, key)),
  );
  let requests = 0;
  const measured = await load(count, seconds, (index) => {
    const connection = connections[index];
    if (connection === undefined) throw new Error('there is a connection for each worker');
    const worker = workerOf(told, connection);
    return async () => {
      await worker();
      requests += 1;
    };
  });
  for (const connection of connections) connection.close();
  const answer: HttpMeasured = { ...measured, requests };
  process.send?.(answer, undefined, undefined, () => process.exit(0));
}

function workerOf({ kind, accounts }: HttpLoad, connection: HttpConnection): Worker {
  const draw = zipf(accounts.length);
  const request = () => ({ billing_account: accounts[draw()], activity: 'call.inbound_acd' });
  if (kind === 'batch') return batchWorker(connection, request);
  if (kind === 'call') return callWorker(connection, request);
  const path = kind === 'empty' ? EMPTY_PATH : '/v1/authorizations';
  return async () => {
    await connection.post(path, JSON.stringify(request()));
  };
}

function batchWorker(connection: HttpConnection, request: () => object): Worker {
  let granted: string[] = [];
  return async () => {
    const operations = [
      ...granted.map((authorization) => ({ op: 'settle', authorization, used_seconds: 42 })),
      ...Array.from({ length: OPERATIONS_A_CALL - granted.length }, () => ({
        op: 'authorize',
        ...request(),
      })),
    ];
    const body = await connection.post('/v1/authorizations/batch', JSON.stringify({ operations }));
    const { results } = JSON.parse(body.toString()) as { results: { id?: string }[] };
    granted = results.flatMap(({ id }) => (id === undefined ? [] : [id]));
    granted.length = Math.min(granted.length, OPERATIONS_A_CALL / 2);
  };
}

/** Authorizes, and settles what was granted with its next request. */
function callWorker(connection: HttpConnection, request: () => object): Worker {
  let granted: string | undefined;
  return async () => {
    if (granted !== undefined) {
      const path = `/v1/authorizations/${granted}/settle`;
      granted = undefined;
      await connection.post(path, SETTLEMENT);
      return;
    }
    const body = await connection.post('/v1/authorizations', JSON.stringify(request()));
    granted = (JSON.parse(body.toString()) as { id?: string }).id;
  };
}

const SETTLEMENT = JSON.stringify({ used_seconds: 42 });
