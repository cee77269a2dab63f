import { isAPIError } from 'better-auth/api';
import type { Transaction } from '../../database/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { BetterAuth } from './better-auth.ts';
import {
  deletePasskey,
  type Passkey,
  selectPasskeys,
  updatePasskeyName,
} from './passkeys.store.ts';
import { actorOf, nameOf, type Person, personOf } from './people.ts';
import { selectPolicy } from './policies.store.ts';
import type { Room } from './room.ts';
import { deleteSessions, updateSession } from './sessions.store.ts';
import type { SessionOwner, Sessions } from './sessions.ts';
import type { Cookies, Visitor } from './visitor.ts';

/** What a browser is asked for, as WebAuthn says it, and the cookie that binds the answer. */
export interface Ceremony extends Cookies {
  readonly options: object;
}

export interface Passkeys {
  list(tx: Transaction, userId: string): Promise<Passkey[]>;
  /** Begins to make a passkey of the person's. */
  beginRegistration(owner: SessionOwner, visitor: Visitor): Promise<Ceremony>;
  /** Keeps what the browser made. Refuses what was not asked for, or without asking its holder. */
  register(
    owner: SessionOwner,
    visitor: Visitor,
    input: { name: string; response: object },
  ): Promise<Passkey>;
  rename(tx: Transaction, owner: SessionOwner, id: string, name: string): Promise<Passkey>;
  remove(tx: Transaction, owner: SessionOwner, id: string): Promise<void>;
  /** Begins to ask for any passkey; whose it is, its answer says. */
  beginSignIn(visitor: Visitor): Promise<Ceremony>;
  /** Refuses `unauthenticated`, and `sso_required` where the company signs in by itself. */
  signIn(visitor: Visitor, response: object): Promise<Cookies>;
}

/** What the library reads of a browser's answer; it checks every field of it. */
type SignInAnswer = NonNullable<
  Parameters<BetterAuth['api']['verifyPasskeyAuthentication']>[0]
>['body']['response'];

const NOT_TAKEN: PlainSentence = 'This passkey was not taken. Try again, or sign in another way.';

export function createPasskeys(room: Room, { sessions }: { sessions: Sessions }): Passkeys {
  const { database, clock, events } = room;

  const record = (tx: Transaction, person: Person, type: string, name: string) =>
    events.record(tx, {
      actor: actorOf(person),
      at: clock.now(),
      company: person.employee?.company,
      type,
      subject: person.employee?.id ?? person.user.id,
      after: { name },
    });

  async function refuseOthers(tx: Transaction, person: Person | undefined): Promise<Person> {
    if (person === undefined) throw new Refusal('unauthenticated', { message: say(NOT_TAKEN) });
    const { employee } = person;
    if (employee !== undefined && (await selectPolicy(tx, employee.company)).ssoRequired) {
      throw new Refusal('sso_required');
    }
    return person;
  }

  return {
    list: selectPasskeys,

    async beginRegistration(owner, { headers }) {
      const { api } = await room.library();
      const name = owner.employee?.email ?? owner.user.email;
      const begun = await api.generatePasskeyRegistrationOptions({
        headers,
        query: { name },
        returnHeaders: true,
      });
      const user = { ...begun.response.user, displayName: nameOf(owner) };
      return {
        options: { ...begun.response, user },
        cookies: begun.headers.getSetCookie(),
      };
    },

    async register(owner, { headers }, { name, response }) {
      const { api } = await room.library();
      const made = await taken(() =>
        api.verifyPasskeyRegistration({ headers, body: { name, response } }),
      );
      await database.transaction(async (tx) => {
        await record(tx, owner, 'passkey.added', name);
        // Whoever has just shown a passkey of theirs has shown both factors.
        await updateSession(tx, owner.session.id, { secondFactor: true });
        await sessions.renew(tx, owner.user.id);
      });
      return {
        id: made.id,
        userId: owner.user.id,
        name,
        backedUp: made.backedUp,
        createdAt: made.createdAt,
      };
    },

    async rename(tx, owner, id, name) {
      const renamed = await updatePasskeyName(tx, { userId: owner.user.id, id, name });
      if (renamed === undefined) throw nobodys();
      return renamed;
    },

    async remove(tx, owner, id) {
      const removed = await deletePasskey(tx, { userId: owner.user.id, id });
      if (removed === undefined) throw nobodys();
      await record(tx, owner, 'passkey.removed', removed.name);
    },

    async beginSignIn({ headers }) {
      const { api } = await room.library();
      const begun = await api.generatePasskeyAuthenticationOptions({
        headers: withoutSession(headers),
        returnHeaders: true,
      });
      return { options: begun.response, cookies: begun.headers.getSetCookie() };
    },

    async signIn(visitor, response) {
      const { api } = await room.library();
      const done = await taken(() =>
        api.verifyPasskeyAuthentication({
          headers: visitor.headers,
          body: { response: response as SignInAnswer },
          returnHeaders: true,
        }),
      );
      const { session } = done.response;
      try {
        const person = await database.read(async (tx) =>
          refuseOthers(tx, await personOf(tx, room, session.userId)),
        );
        await sessions.adopt(person, session.token, visitor);
      } catch (error) {
        // The library has begun a session that nobody may have.
        await database.transaction((tx) =>
          deleteSessions(tx, session.userId, { only: session.id }),
        );
        throw error;
      }
      return { cookies: done.headers.getSetCookie() };
    },
  };
}

const nobodys = () => new Refusal('not_found', { message: say('You have no such passkey.') });

/** Runs a step of the library's; what it does not take is refused, whatever its reason. */
async function taken<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    // It also calls broken answers of a browser its own fault.
    if (isAPIError(error)) throw new Refusal('unauthenticated', { message: say(NOT_TAKEN) });
    throw error;
  }
}

/** Any passkey will do, also where somebody else is signed in: the session is not asked. */
function withoutSession(headers: Headers): Headers {
  const plain = new Headers(headers);
  plain.delete('cookie');
  return plain;
}
