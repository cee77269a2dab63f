import type { Presence } from '../database/presence.ts';
import type { Database, Transaction } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';
import {
  deleteKey,
  deleteKeysBefore,
  insertKey,
  type KeyName,
  type KeyRow,
  reclaimKey,
  rollbackToSavepoint,
  savepoint,
  selectKey,
  updateReply,
} from './idempotency.store.ts';
import { problemReply, type Reply } from './problem-reply.ts';
import { PROBLEMS } from './problems.ts';

/** One request that may be repeated. Without a name nothing is remembered. */
export interface Request {
  readonly name: KeyName | undefined;
  /** Over method, path and body: the same key with another hash is refused. */
  readonly hash: Buffer;
  readonly requestId: string;
}

export type Effect = (tx: Transaction) => Promise<Reply>;

/**
 * A claim is for requests of several transactions (an order charges a card in between). It ends
 * when its process does; where that cannot be seen, after this long, which outlives any
 * provider's time-out.
 */
const CLAIM_MS = 90_000;
const POLL_MS = 40;
/** Thirty days: longer than any client retries. */
const KEPT_MS = 30 * 86_400_000;

/** Runs effects at most once per key, and answers repetitions byte for byte. */
export class Idempotency {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #presence: Presence;

  constructor(database: Database, clock: Clock, presence: Presence) {
    this.#database = database;
    this.#clock = clock;
    this.#presence = presence;
  }

  /** Forgets keys that nobody repeats any more; how many. */
  async forgetOld(): Promise<number> {
    const before = new Date(this.#clock.now().getTime() - KEPT_MS);
    return await this.#database.transaction((tx) => deleteKeysBefore(tx, before));
  }

  /** Runs `effect` in one transaction, which the reply and the key commit with. */
  async once(request: Request, effect: Effect): Promise<Reply> {
    const { name } = request;
    if (name === undefined) return await this.#database.transaction(effect);
    return await this.#database.transaction(async (tx) => {
      const now = this.#clock.now();
      const row = { requestHash: request.hash, now, claim: undefined };
      if (!(await insertKey(tx, name, row))) {
        const answered = replayOf(await selectKey(tx, name), request);
        if (answered !== undefined) return answered;
        throw new Refusal('unavailable', { message: say('The same request is still under way.') });
      }
      const reply = await settled(tx, request, effect);
      await updateReply(tx, name, reply);
      return reply;
    });
  }

  /**
   * Runs `work`, which opens transactions of its own and ends in `finish(effect)`, the one that
   * the reply and the key commit with. Another request with the same key waits for the answer;
   * after a crash the next one takes over, so `work` must be able to resume.
   */
  async resumable(
    request: Request,
    work: (finish: (effect: Effect) => Promise<Reply>) => Promise<Reply>,
  ): Promise<Reply> {
    const { name } = request;
    if (name === undefined) return await work((effect) => this.#database.transaction(effect));
    const answered = await this.#claim(name, request);
    if (answered !== undefined) return answered;
    try {
      return await work((effect) =>
        this.#database.transaction(async (tx) => {
          const reply = await effect(tx);
          await updateReply(tx, name, reply);
          return reply;
        }),
      );
    } catch (error) {
      await this.#endClaim(name, request, error);
      throw error;
    }
  }

  /** The answer of an earlier request, or undefined once the key is ours to work under. */
  async #claim(name: KeyName, request: Request): Promise<Reply | undefined> {
    for (;;) {
      const now = this.#clock.now();
      const claim = {
        by: await this.#presence.number(),
        until: new Date(now.getTime() + CLAIM_MS),
      };
      const found = await this.#database.transaction(async (tx) => {
        const row = { requestHash: request.hash, now, claim };
        if (await insertKey(tx, name, row)) return 'ours';
        const answered = replayOf(await selectKey(tx, name), request);
        if (answered !== undefined) return answered;
        return (await reclaimKey(tx, name, now, claim)) ? 'ours' : 'wait';
      });
      if (found === 'ours') return undefined;
      if (found !== 'wait') return found;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Keeps a refusal as the key's answer; frees the key after anything else. */
  async #endClaim(name: KeyName, request: Request, error: unknown): Promise<void> {
    await this.#database.transaction(async (tx) => {
      if (error instanceof Refusal && isKept(error)) {
        await updateReply(tx, name, problemReply(error, request.requestId));
      } else {
        await deleteKey(tx, name);
      }
    });
  }
}

/** A refusal undoes its effect but is itself the answer to keep. */
async function settled(tx: Transaction, request: Request, effect: Effect): Promise<Reply> {
  await savepoint(tx);
  try {
    return await effect(tx);
  } catch (error) {
    if (!(error instanceof Refusal) || !isKept(error)) throw error;
    await rollbackToSavepoint(tx);
    return problemReply(error, request.requestId);
  }
}

/** What may come out otherwise next time (a corrected value, a server up again) is not kept. */
function isKept(refusal: Refusal): boolean {
  const { status } = PROBLEMS[refusal.code];
  return status !== 401 && status !== 422 && status < 500;
}

function replayOf(row: KeyRow | undefined, request: Request): Reply | undefined {
  if (row === undefined) return undefined;
  if (!row.requestHash.equals(request.hash)) throw new Refusal('idempotency_key_reused');
  if (row.status === null || row.reply === null) return undefined;
  return { status: row.status, text: row.reply };
}
