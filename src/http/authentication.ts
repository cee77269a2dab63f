import type { FastifyRequest } from 'fastify';
import { isDatabaseGone } from '../database/outage.ts';
import type { Database } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';
import type { ApiKey, ApiKeys } from '../modules/companies/index.ts';
import type { Authenticate, Principal } from './principal.ts';

/**
 * How long a key that was found is believed without asking again. Admission is asked thousands
 * of times a second with the same key; a revoked one stops within this time in every process.
 */
const KEY_MEMORY_MS = 1_000;
const KEYS_REMEMBERED_MAX = 10_000;

/** Finds the person behind a session cookie; undefined where the request carries none. */
export type SessionPrincipal = (request: FastifyRequest) => Promise<Principal | undefined>;

export interface AuthenticationDeps {
  readonly database: Database;
  readonly apiKeys: ApiKeys;
  readonly clock: Clock;
  readonly sessionPrincipal: SessionPrincipal;
  /**
   * Where calls go on without the database, so must the keys that ask for them: one that was
   * good when it was last looked up is then believed for longer.
   */
  readonly withoutDatabase: 'refuse' | 'allow';
}

/** Bearer key first, session second; a bad key is never helped by a good session. */
export function createAuthenticate(deps: AuthenticationDeps): Authenticate {
  const { database, apiKeys, clock, sessionPrincipal } = deps;
  // By the whole header, which is what a request brings: nothing is taken apart to be recognized.
  const remembered = new Map<string, { principal: Principal; foundAt: number }>();
  const beingFound = new Map<string, Promise<Principal>>();

  function byKey(header: string): Principal | Promise<Principal> {
    const known = remembered.get(header);
    if (known !== undefined && isFresh(clock.now().getTime() - known.foundAt)) {
      return known.principal;
    }
    // Of the many requests that come with one key only the first asks for it.
    const under = beingFound.get(header);
    if (under !== undefined) return under;
    const found = find(header, known?.principal).finally(() => beingFound.delete(header));
    beingFound.set(header, found);
    return found;
  }

  async function find(header: string, last: Principal | undefined): Promise<Principal> {
    const now = clock.now().getTime();
    const key = await lookUp(secretOf(header), last);
    if (key !== undefined && 'actor' in key) return key;
    remembered.delete(header);
    if (key === undefined) {
      throw new Refusal('unauthenticated', {
        message: say('There is no such API key, or no more.'),
      });
    }
    if (remembered.size >= KEYS_REMEMBERED_MAX) remembered.clear();
    const principal = principalOf(key);
    remembered.set(header, { principal, foundAt: now });
    return principal;
  }

  /** The key with this secret; who it was when last seen where the database is gone. */
  async function lookUp(
    secret: string,
    last: Principal | undefined,
  ): Promise<ApiKey | Principal | undefined> {
    try {
      return await database.read((tx) => apiKeys.authenticate(tx, secret));
    } catch (error) {
      const goesOn = deps.withoutDatabase === 'allow' && last !== undefined;
      if (goesOn && isDatabaseGone(error)) return last;
      throw error;
    }
  }

  async function bySession(request: FastifyRequest): Promise<Principal> {
    const principal = await sessionPrincipal(request);
    if (principal === undefined) throw new Refusal('unauthenticated');
    return principal;
  }

  return (request) => {
    const header = request.headers.authorization;
    return header === undefined ? bySession(request) : byKey(header);
  };
}

/** A clock that went back says nothing of how old it is: a key that was revoked would live on. */
function isFresh(ageMs: number): boolean {
  return ageMs >= 0 && ageMs < KEY_MEMORY_MS;
}

function secretOf(header: string): string {
  const [scheme = '', secret = '', ...rest] = header.split(' ');
  if (scheme.toLowerCase() !== 'bearer' || secret === '' || rest.length > 0) {
    throw new Refusal('unauthenticated', {
      message: say('Send "Authorization: Bearer {key}".', { key: '<key>' }),
    });
  }
  return secret;
}

function principalOf(key: ApiKey): Principal {
  return {
    actor: {
      kind: 'api_key',
      id: key.id,
      name: key.name,
      ...(key.company === null ? {} : { company: key.company }),
    },
    scopes: new Set(key.scopes),
  };
}
