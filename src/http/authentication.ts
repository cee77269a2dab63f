import type { FastifyRequest } from 'fastify';
import { isDatabaseGone } from '../database/outage.ts';
import type { Database } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/refusal.ts';
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
  const remembered = new Map<string, { principal: Principal; until: number }>();

  async function byKey(secret: string): Promise<Principal> {
    const now = clock.now().getTime();
    const known = remembered.get(secret);
    if (known !== undefined && known.until > now) return known.principal;
    const key = await lookUp(secret, known?.principal);
    if (key !== undefined && 'actor' in key) return key;
    remembered.delete(secret);
    if (key === undefined) {
      throw new Refusal('unauthenticated', { message: 'There is no such API key, or no more.' });
    }
    if (remembered.size >= KEYS_REMEMBERED_MAX) remembered.clear();
    const principal = principalOf(key);
    remembered.set(secret, { principal, until: now + KEY_MEMORY_MS });
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

  return async (request) => {
    const header = request.headers.authorization;
    if (header !== undefined) {
      const [scheme = '', secret = '', ...rest] = header.split(' ');
      if (scheme.toLowerCase() !== 'bearer' || secret === '' || rest.length > 0) {
        throw new Refusal('unauthenticated', { message: 'Send "Authorization: Bearer <key>".' });
      }
      return await byKey(secret);
    }
    const principal = await sessionPrincipal(request);
    if (principal === undefined) throw new Refusal('unauthenticated');
    return principal;
  };
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
