import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { verifyPassword } from 'better-auth/crypto';
import { Refusal } from '../../kernel/refusal.ts';
import type { HashResult, HashTask } from './argon2-worker.ts';

/**
 * Argon2id with 19 MiB, two passes and one lane: the first choice of OWASP's Password Storage
 * Cheat Sheet (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html).
 */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** How a hash begins that was made with the parameters of today. */
const PRESENT = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`;

/** Hashes one after the other; more than these waiting is an attack, or hopeless in any case. */
const WAITING_MAX = 64;

export interface PasswordHasher {
  /** In the PHC string format. */
  hash(password: string): Promise<string>;
  /** Whether the password is right; with `stale` where the hash should be made anew. */
  verify(password: string, hash: string): Promise<{ right: boolean; stale: boolean }>;
  /** Takes as long as a wrong password does: for an address that nobody has. */
  pretend(password: string): Promise<void>;
  close(): Promise<void>;
}

export function createPasswordHasher(): PasswordHasher {
  const thread = createThread();
  let decoy: Promise<string> | undefined;

  const hash = async (password: string) => {
    const options = {
      salt: randomBytes(SALT_BYTES),
      memorySize: MEMORY_KIB,
      iterations: PASSES,
      parallelism: LANES,
      hashLength: HASH_BYTES,
    };
    return (await thread.run({ kind: 'hash', password, options })) as string;
  };

  return {
    hash,

    async verify(password, known) {
      if (password === '') return { right: false, stale: false };
      if (known.startsWith('$argon2id$')) {
        const right = (await thread.run({ kind: 'verify', password, hash: known })) === true;
        return { right, stale: !known.startsWith(PRESENT) };
      }
      // Made by the sign-in library's own scrypt, before passwords were hashed here.
      return { right: await verifyPassword({ password, hash: known }), stale: true };
    },

    async pretend(password) {
      decoy ??= hash(randomBytes(SALT_BYTES).toString('hex'));
      await thread.run({ kind: 'verify', password, hash: await decoy });
    },

    close: thread.close,
  };
}

/** One thread, begun when it is first needed; one that dies is replaced by the next task. */
function createThread() {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<
    number,
    { resolve: (value: string | boolean) => void; reject: (error: Error) => void }
  >();

  function begun(): Worker {
    if (worker !== undefined) return worker;
    const made = new Worker(new URL('./argon2-worker.ts', import.meta.url));
    made.on('message', (result: HashResult) => {
      const caller = waiting.get(result.id);
      waiting.delete(result.id);
      if ('fault' in result) caller?.reject(new Error(result.fault));
      else caller?.resolve(result.value);
      if (waiting.size === 0) made.unref(); // Does not keep a process alive that has ended.
    });
    const lost = (error: Error) => {
      if (worker !== made) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    made.on('error', lost);
    made.on('exit', () => lost(new Error('the hashing thread ended')));
    worker = made;
    return made;
  }

  return {
    run(task: HashTask): Promise<string | boolean> {
      if (waiting.size >= WAITING_MAX) throw new Refusal('unavailable');
      const thread = begun();
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.ref();
        thread.postMessage({ id, task });
      });
    },
    async close(): Promise<void> {
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    },
  };
}
