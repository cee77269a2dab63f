import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { SignIn } from './auth/sign-in.ts';
import type { Authenticate, Principal } from './principal.ts';

export interface StillAllowedDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly signIn: Pick<SignIn, 'sessions'>;
}

/**
 * Whether what opened a stream is still in force: the key, or the session and whom it looks as.
 * A session is only looked at: a page that is left open is no use of it.
 */
export function createStillAllowed(deps: StillAllowedDeps) {
  const { database, clock, authenticate, signIn } = deps;
  return async ({ owner }: Principal, request: FastifyRequest): Promise<boolean> => {
    if (owner === undefined) return await isAuthenticated(authenticate, request);
    const sessions = await database.read((tx) => signIn.sessions.list(tx, owner.user.id));
    const session = sessions.find(({ id }) => id === owner.session.id);
    const looksOn = (owner.impersonation?.endsAt ?? session?.expiresAt ?? 0) > clock.now();
    return session !== undefined && !session.replaced && looksOn;
  };
}

async function isAuthenticated(
  authenticate: Authenticate,
  request: FastifyRequest,
): Promise<boolean> {
  try {
    await authenticate(request);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
