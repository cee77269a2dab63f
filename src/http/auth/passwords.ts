import type { Transaction } from '../../database/transaction.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { PasswordHasher } from './password-hash.ts';
import { actorOf, type Person, peopleAt } from './people.ts';
import type { Room } from './room.ts';
import type { SessionOwner, Sessions } from './sessions.ts';
import type { Tries } from './tries.ts';
import {
  selectPasswordHash,
  selectUserByEmail,
  updateUser,
  upsertPasswordHash,
} from './users.store.ts';

export interface PasswordInput {
  readonly password: string;
  readonly currentPassword?: string | undefined;
  /** What the operator's person signs in with; an employee's stands with the employee. */
  readonly email?: string | undefined;
}

export interface Passwords {
  /** Refuses `unauthenticated` with one sentence, whatever was wrong, and `rate_limited`. */
  personWith(email: string, password: string): Promise<Person>;
  /**
   * Sets a password and ends every other session. Refuses a wrong present password; none is
   * asked of who has just come by a link or has none yet.
   */
  set(owner: SessionOwner, input: PasswordInput): Promise<void>;
  has(tx: Transaction, userId: string): Promise<boolean>;
}

export const PASSWORD_CHARACTERS = { min: 12, max: 128 } as const;

/** So long after a link was opened, whoever forgot their password sets another. */
const LINK_MAY_SET_MS = 60 * 60 * 1_000;

const WRONG: PlainSentence = 'The e-mail address or the password is not right.';

export function createPasswords(
  room: Room,
  deps: { hasher: PasswordHasher; tries: Tries; sessions: Sessions },
): Passwords {
  const { database, clock, events } = room;
  const { hasher, tries, sessions } = deps;

  async function withHashes(tx: Transaction, email: string) {
    const found: { person: Person; hash: string }[] = [];
    for (const person of await peopleAt(tx, room, email)) {
      const hash = await selectPasswordHash(tx, person.user.id);
      if (hash !== undefined) found.push({ person, hash });
    }
    return found;
  }

  /** A hash that was made otherwise than today is made anew, now that the password is known. */
  async function improve({ user }: Person, known: string, password: string): Promise<void> {
    const hash = await hasher.hash(password);
    await database.transaction(async (tx) => {
      if ((await selectPasswordHash(tx, user.id)) !== known) return; // Was changed meanwhile.
      await upsertPasswordHash(tx, { id: newId('usr'), userId: user.id, hash, at: clock.now() });
    });
  }

  async function changeEmail(tx: Transaction, owner: SessionOwner, email: string): Promise<void> {
    const address = email.toLowerCase();
    const taken = await selectUserByEmail(tx, address);
    if (taken !== undefined && taken.id !== owner.user.id) {
      throw new Refusal('already_exists', {
        message: say('Another of the operator’s people signs in with this address.'),
        pointer: '/email',
      });
    }
    await updateUser(tx, owner.user.id, { email: address }, clock.now());
  }

  return {
    async personWith(email, password) {
      await tries.count('password', email);
      const known = await database.read((tx) => withHashes(tx, email));
      for (const { person, hash } of known) {
        const { right, stale } = await hasher.verify(password, hash);
        if (!right) continue;
        await tries.forget('password', email);
        if (stale) await improve(person, hash, password);
        return person;
      }
      if (known.length === 0) await hasher.pretend(password);
      throw new Refusal('unauthenticated', { message: say(WRONG) });
    },

    async set(owner, { password, currentPassword, email }) {
      const { user, employee, session } = owner;
      const present = await database.read((tx) => selectPasswordHash(tx, user.id));
      const age = clock.now().getTime() - session.startedAt.getTime();
      const forgot = session.method === 'link' && age < LINK_MAY_SET_MS;
      if (present !== undefined && !forgot) {
        await tries.count('password', user.id);
        const { right } = await hasher.verify(currentPassword ?? '', present);
        if (!right) {
          throw new Refusal('invalid_value', {
            message: say('The present password is not right.'),
            pointer: '/current_password',
          });
        }
        await tries.forget('password', user.id);
      }
      const hash = await hasher.hash(password);
      await database.transaction(async (tx) => {
        if (email !== undefined && employee === undefined) await changeEmail(tx, owner, email);
        const at = clock.now();
        await upsertPasswordHash(tx, { id: newId('usr'), userId: user.id, hash, at });
        await sessions.revoke(tx, owner, { except: session.id });
        await sessions.renew(tx, user.id);
        await events.record(tx, {
          actor: actorOf(owner),
          at,
          company: employee?.company,
          type: present === undefined ? 'password.set' : 'password.changed',
          subject: employee?.id ?? user.id,
        });
      });
    },

    has: async (tx, userId) => (await selectPasswordHash(tx, userId)) !== undefined,
  };
}
