import { createHash } from 'node:crypto';
import type { Database } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { countTry, deleteTries } from './tickets.store.ts';

const WINDOW_MS = 15 * 60 * 1_000;

/**
 * Tries in a quarter of an hour. A password of twelve characters, a code of six digits of which
 * three count at a time, and mail that somebody else asks for in my name all stand that.
 */
const TRIES_MAX = { password: 10, code: 5, link: 3, link_from: 20 } as const;

export interface Tries {
  /** Counts a try; refuses `rate_limited`, saying after how many seconds it may go on. */
  count(kind: keyof typeof TRIES_MAX, of: string): Promise<void>;
  /** It was the right person after all. */
  forget(kind: keyof typeof TRIES_MAX, of: string): Promise<void>;
}

export const TRIES_WINDOW_MS = WINDOW_MS;

export function createTries({ database, clock }: { database: Database; clock: Clock }): Tries {
  return {
    async count(kind, of) {
      const now = clock.now();
      const opensAfter = new Date(now.getTime() - WINDOW_MS);
      const { tries, windowStart } = await database.transaction((tx) =>
        countTry(tx, { subject: subjectOf(kind, of), now, opensAfter }),
      );
      if (tries <= TRIES_MAX[kind]) return;
      const waitMs = windowStart.getTime() + WINDOW_MS - now.getTime();
      const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
      throw new Refusal('rate_limited', {
        message: say(
          'Too many tries. Wait {minutes, plural, one {# minute} other {# minutes}}, or sign in another way.',
          { minutes: Math.ceil(seconds / 60) },
        ),
        facts: { retry_after_seconds: seconds },
      });
    },

    async forget(kind, of) {
      await database.transaction((tx) => deleteTries(tx, subjectOf(kind, of)));
    },
  };
}

/** Hashed: who tried to be whom is nobody's business, and an address may be of any length. */
function subjectOf(kind: string, of: string): string {
  return `${kind} ${createHash('sha256').update(of.toLowerCase()).digest('base64url')}`;
}
