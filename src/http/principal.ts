import type { FastifyRequest } from 'fastify';
import type { Actor, Authorization } from '../kernel/actor.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';
import { PERMISSIONS, type Permission, type Scope } from '../modules/companies/index.ts';
import type { SessionOwner } from './auth/sessions.ts';
import type { Duty } from './auth/staff-role.ts';

/** Who sends a request, and what they may do. */
export interface Principal {
  readonly actor: Actor;
  /** An API key's scopes; undefined for a person. */
  readonly scopes?: ReadonlySet<Scope>;
  /** The permissions of a company's person; undefined for all others. */
  readonly permissions?: ReadonlySet<Permission>;
  /** What the operator's person may do; undefined for all others. */
  readonly duties?: ReadonlySet<Duty>;
  /** The person's session; undefined for an API key. */
  readonly owner?: SessionOwner;
}

/** What an endpoint asks of who calls it. */
export interface Access {
  /** Only the operator: its keys with this scope, or its people. */
  readonly operatorOnly?: boolean;
  /** What a key needs. */
  readonly scope: Scope;
  /** What a company's person needs; absent: any signed-in person of the company. */
  readonly permission?: Permission;
  /** Only a company's person who has every permission: who may do it could give themselves all. */
  readonly everyPermission?: boolean;
  /** What the operator's person needs; absent: `look` for GET, for all else `administer`. */
  readonly duty?: Duty;
  /** Only a person, about themselves: their own password, sessions, passkeys. */
  readonly personOnly?: boolean;
  /** Also who must set up two-factor sign-in first: what says so, and what does it. */
  readonly beforeTwoFactor?: boolean;
  /**
   * Whether a person must type a name for it (`Authorized-By`). Changes need it unless they are
   * the operator's own, or the body itself carries the name, as an order does.
   */
  readonly typedName?: boolean;
}

/** Finds out who sends a request, at once where that is remembered. Throws `unauthenticated`. */
export type Authenticate = (request: FastifyRequest) => Principal | Promise<Principal>;

/** Throws `scope_missing` where the principal may not use the endpoint. */
export function refuseWithoutAccess(principal: Principal, access: Access, method: string): void {
  const { actor, scopes, owner } = principal;
  if (owner?.impersonation !== undefined && (method !== 'GET' || access.personOnly === true)) {
    throw new Refusal('read_only_impersonation');
  }
  if (owner?.mustSetUpTwoFactor === true && access.beforeTwoFactor !== true) {
    if (owner.employee !== undefined) throw new Refusal('two_factor_required');
    throw new Refusal('two_factor_required', {
      message: say(
        'The operator asks its own people for two-factor sign-in. Set it up on the Security page first.',
      ),
    });
  }
  if (access.personOnly === true) {
    if (owner !== undefined) return;
    throw new Refusal('scope_missing', {
      message: say('Only a person who is signed in does that.'),
    });
  }
  if (access.operatorOnly === true && actor.company !== undefined) {
    throw new Refusal('scope_missing', { message: say('Only the operator may do that.') });
  }
  if (scopes !== undefined && !scopes.has(access.scope)) {
    throw new Refusal('scope_missing', {
      message: say('This API key needs the scope "{scope}".', { scope: access.scope }),
      facts: { scope: access.scope },
    });
  }
  refuseWithoutDuty(principal, access.duty ?? (method === 'GET' ? 'look' : 'administer'));
  if (access.everyPermission === true) refuseMoreThanOwn(principal, PERMISSIONS);
  const { permissions } = principal;
  const { permission } = access;
  if (permission !== undefined && permissions !== undefined && !permissions.has(permission)) {
    throw new Refusal('scope_missing', {
      message: say(
        'Your permission group lacks "{permission}"; an Administrator can change that.',
        { permission },
      ),
      facts: { permission },
    });
  }
}

function refuseWithoutDuty({ duties }: Principal, duty: Duty): void {
  if (duties === undefined || duties.has(duty)) return;
  throw new Refusal('scope_missing', {
    message: say('Your role does not include that ("{duty}"); an operator admin can change it.', {
      duty,
    }),
    facts: { duty },
  });
}

const AUTHORIZED_BY = /^\s*(?<first>\S+)\s+(?<last>\S.*?)\s*;\s*terms\s*=\s*(?<terms>\S+)\s*$/u;

/**
 * Reads `Authorized-By: First Last; terms=VERSION`. Names beyond ASCII come percent-encoded,
 * because header values are Latin-1. Undefined where the header is absent.
 */
export function readAuthorization(header: string | undefined): Authorization | undefined {
  if (header === undefined) return undefined;
  const groups = AUTHORIZED_BY.exec(decoded(header))?.groups;
  if (groups === undefined) {
    throw new Refusal('authorization_required', {
      message: say('Authorized-By must read "First Last; terms=VERSION".'),
    });
  }
  const { first = '', last = '', terms = '' } = groups;
  return { firstName: first, lastName: last, termsVersion: terms };
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header; // A lone % in a name is no encoding: the text stands as it is.
  }
}

/**
 * Nobody gives permissions that they do not have themselves: a Manager could otherwise make
 * themselves an Administrator. Nor takes them away, as hiding does: `sentence` says which it is.
 * API keys have no permissions and are bounded by their scopes.
 */
export function refuseMoreThanOwn(
  { permissions }: Principal,
  of: readonly Permission[],
  sentence = giveSentence,
): void {
  const beyond = permissions && of.find((permission) => !permissions.has(permission));
  if (beyond === undefined) return;
  throw new Refusal('scope_missing', { message: sentence(beyond), facts: { permission: beyond } });
}

function giveSentence(beyond: Permission): string {
  return say('You lack "{beyond}" yourself, so an Administrator has to give it.', { beyond });
}
