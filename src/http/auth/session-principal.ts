import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SessionPrincipal } from '../authentication.ts';
import type { Principal } from '../principal.ts';
import { actorOf } from './people.ts';
import { refuseOtherOrigins } from './same-origin.ts';
import type { SessionOwner, SignIn } from './sign-in.ts';
import { DUTIES_OF } from './staff-role.ts';
import { type Cookies, setCookies, visitorOf } from './visitor.ts';

/** Sessions that were given a new token by a request; its answer carries the cookie. */
const renewed = new WeakMap<FastifyRequest, Cookies>();

/** The person behind a session's cookie, as endpoints know people. */
export function createSessionPrincipal(signIn: SignIn): SessionPrincipal {
  return async (request) => {
    if (request.headers.cookie === undefined) return undefined;
    const owner = await ownerOf(signIn, request);
    if (owner === undefined) return undefined;
    refuseOtherOrigins(request);
    return principalOf(owner);
  };
}

/** Who sends the request, by its session. */
export async function ownerOf(
  signIn: SignIn,
  request: FastifyRequest,
): Promise<SessionOwner | undefined> {
  const owner = await signIn.owner(visitorOf(request));
  if (owner?.renewed !== undefined) renewed.set(request, owner.renewed);
  return owner;
}

/** Sends the cookie of a session that was given a new token, whichever endpoint answers. */
export function sendRenewedCookies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const cookies = renewed.get(request);
    if (cookies !== undefined) setCookies(reply, cookies);
    done(null, payload);
  });
}

function principalOf(owner: SessionOwner): Principal {
  const { user, employee, impersonation } = owner;
  if (impersonation !== undefined) {
    // Sees what the employee sees; whatever would change something is refused.
    const { employee: seen } = impersonation;
    const actor = actorOf({ user, employee: seen });
    return { actor, owner, permissions: new Set(seen.permissions) };
  }
  return {
    actor: actorOf(owner),
    owner,
    ...(user.role === null ? {} : { duties: DUTIES_OF[user.role] }),
    ...(employee === undefined ? {} : { permissions: new Set(employee.permissions) }),
  };
}
