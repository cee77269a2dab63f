import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const OPERATOR_KEY = 'tk_simulated_operator_key';

const cli = path.join(import.meta.dirname, '../src/cli/main.ts');
const READY_TRIES = 600;
const READY_EVERY_MS = 50;

/** A product in a process of its own, which can be killed and started again on its data. */
export interface ProductProcess {
  readonly address: string;
  readonly data: string;
  start(): Promise<void>;
  /** As if the machine had lost its power: nothing is finished, nobody is told. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  readonly isRunning: boolean;
}

/** `settings` are environment variables beside the operator's key. */
export async function productProcess(
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ProductProcess> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await exited;
  }

  return {
    address,
    data,
    get isRunning() {
      return child !== undefined;
    },
    async start() {
      child = spawn(process.execPath, [cli, 'serve', '--data', data, '--port', String(port)], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          TOLLKEEPER_OPERATOR_KEY: OPERATOR_KEY,
          TOLLKEEPER_LOG_LEVEL: 'error',
          ...settings,
        },
      });
      await untilReady(address, () => child?.exitCode ?? null);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function untilReady(address: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    if (exitCode() !== null) throw new Error(`The product ended with ${exitCode()} at its start.`);
    const ready = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(READY_EVERY_MS);
  }
  throw new Error('The product did not become ready.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
