import type { FastifyRequest } from 'fastify';
import { fullName } from '../../modules/companies/index.ts';
import type { SessionPrincipal } from '../authentication.ts';
import type { Principal } from '../principal.ts';
import { refuseOtherOrigins } from './same-origin.ts';
import type { SessionOwner, SignIn } from './sign-in.ts';

/** The person behind a session's cookie, as endpoints know people. */
export function createSessionPrincipal(signIn: SignIn): SessionPrincipal {
  return async (request) => {
    if (request.headers.cookie === undefined) return undefined;
    const owner = await signIn.owner(headersOf(request));
    if (owner === undefined) return undefined;
    refuseOtherOrigins(request);
    return principalOf(owner);
  };
}

function principalOf({ user, employee }: SessionOwner): Principal {
  if (employee === undefined) return { actor: { kind: 'person', id: user.id, name: user.name } };
  return {
    actor: {
      kind: 'person',
      id: employee.id,
      name: fullName(employee),
      company: employee.company,
    },
    permissions: new Set(employee.permissions),
  };
}

/** The headers that the sign-in library reads: cookies, and what it notes about the device. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}
