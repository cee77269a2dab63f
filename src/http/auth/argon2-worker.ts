import { parentPort } from 'node:worker_threads';
import { argon2id, argon2Verify } from 'hash-wasm';

/** Runs in a thread of its own: a hash takes tens of milliseconds, in which nobody else waits. */

export type HashTask =
  | { readonly kind: 'hash'; readonly password: string; readonly options: HashOptions }
  | { readonly kind: 'verify'; readonly password: string; readonly hash: string };

export interface HashOptions {
  readonly salt: Uint8Array;
  readonly memorySize: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly hashLength: number;
}

export type HashResult =
  | { readonly id: number; readonly value: string | boolean }
  | { readonly id: number; readonly fault: string };

async function work(task: HashTask): Promise<string | boolean> {
  const { password } = task;
  if (task.kind === 'verify') return await argon2Verify({ password, hash: task.hash });
  return await argon2id({ password, ...task.options, outputType: 'encoded' });
}

parentPort?.on('message', ({ id, task }: { id: number; task: HashTask }) => {
  const answer = (result: HashResult) => parentPort?.postMessage(result);
  work(task).then(
    (value) => answer({ id, value }),
    (error: unknown) => answer({ id, fault: String(error) }),
  );
});
