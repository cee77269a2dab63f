import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../database/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Principal } from '../principal.ts';
import { email, id, text } from '../schemas/fields.ts';
import { IMPERSONATION_MINUTES } from './impersonations.ts';
import { PASSWORD_CHARACTERS } from './passwords.ts';
import { refuseOtherOrigins } from './same-origin.ts';
import { ownerOf, sendRenewedCookies } from './session-principal.ts';
import type { SessionOwner, SignIn, Step } from './sign-in.ts';
import { setCookies, visitorOf } from './visitor.ts';

/**
 * Tries a minute from one network address: enough for an office behind one, and at that pace a
 * twelve-character password is not found by trying.
 */
const TRIES_PER_MINUTE = 20;

export const step = z.strictObject({
  signed_in: z.boolean(),
  /** What is still to be shown. */
  next: z.enum(['second_factor']).optional(),
});

const password = z.string().max(PASSWORD_CHARACTERS.max);
const newPassword = password.min(PASSWORD_CHARACTERS.min);

/** A code of an authenticator app, or a recovery code. */
export const factorCode = z.string().trim().min(6).max(40).meta({ example: '123456' });

/** Declares a route that sets cookies, which endpoints of `Api` do not. */
export type DefineSessionRoute = <Body extends z.ZodType | undefined = undefined>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  route: {
    readonly summary: string;
    readonly description?: string;
    readonly body?: Body;
    readonly answer?: z.ZodType;
    /** What it answers; undefined where `handle` has sent the answer itself. */
    readonly handle: (
      request: FastifyRequest,
      body: Body extends z.ZodType ? z.output<Body> : undefined,
      reply: FastifyReply,
    ) => Promise<object>;
  },
) => void;

export interface SessionRoutesDeps {
  readonly signIn: SignIn;
  readonly database: Database;
  /** Where the product is reached, as far as it knows itself. */
  readonly address: () => string;
}

/** Signing in and out of the console. The session is a cookie that scripts cannot read. */
export async function registerSession(
  fastify: FastifyInstance,
  deps: SessionRoutesDeps,
): Promise<DefineSessionRoute> {
  const { signIn, address } = deps;
  await fastify.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    max: TRIES_PER_MINUTE,
    timeWindow: '1 minute',
  });
  sendRenewedCookies(fastify);

  const define: DefineSessionRoute = (method, path, route) => {
    fastify.route({
      method,
      url: path,
      config: method === 'DELETE' ? {} : { rateLimit: {} },
      schema: schemaOf(route),
      handler: async (request, reply) => {
        refuseOtherOrigins(request);
        reply.header('cache-control', 'no-store');
        return await reply.send(await route.handle(request, request.body as never, reply));
      },
    });
  };
  registerSteps(define, signIn, address);
  registerImpersonation(define, deps);
  registerPassword(define, signIn);
  return define;
}

function schemaOf(route: {
  summary: string;
  description?: string;
  body?: z.ZodType | undefined;
  answer?: z.ZodType;
}): FastifySchema {
  return {
    summary: route.summary,
    tags: ['Sign-in'],
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.body === undefined ? {} : { body: route.body }),
    response: { 200: route.answer ?? step },
  };
}

function registerSteps(define: DefineSessionRoute, signIn: SignIn, address: () => string): void {
  define('POST', '/v1/session', {
    summary: 'Sign in with e-mail address and password',
    description: '`next: second_factor` where a code is still to come.',
    body: z.strictObject({ email, password }),
    handle: async (request, body, reply) =>
      stepText(reply, await signIn.byPassword(body.email, body.password, visitorOf(request))),
  });

  define('POST', '/v1/session/link', {
    summary: 'Sign in with a one-time link',
    body: z.strictObject({ token: z.string().min(1).max(200) }),
    handle: async (request, { token }, reply) =>
      stepText(reply, await signIn.byLink(token, visitorOf(request))),
  });

  define('POST', '/v1/session/second-factor', {
    summary: 'Finish signing in with a code of the authenticator app, or a recovery code',
    body: z.strictObject({ code: factorCode }),
    handle: async (request, { code }, reply) =>
      stepText(reply, await signIn.byCode(code, visitorOf(request))),
  });

  define('POST', '/v1/session/link-requests', {
    summary: 'Have a one-time link mailed',
    description: 'The answer is the same whether anybody has the address or not.',
    body: z.strictObject({ email }),
    answer: z.strictObject({ requested: z.boolean() }),
    handle: async (request, body) => {
      await signIn.mailedLinks.request(body.email, visitorOf(request), address());
      return { requested: true };
    },
  });

  define('DELETE', '/v1/session', {
    summary: 'Sign out',
    handle: async (request, _body, reply) => {
      setCookies(reply, await signIn.end(visitorOf(request)));
      return { signed_in: false };
    },
  });
}

function registerPassword(define: DefineSessionRoute, signIn: SignIn): void {
  define('PUT', '/v1/session/password', {
    summary: 'Set the password to sign in with',
    description:
      'Ends every other session. The present password is needed, unless there is none or the ' +
      'session has just begun with a link.',
    body: z.strictObject({
      password: newPassword,
      current_password: password.optional(),
      email: email.optional(),
    }),
    handle: async (request, body) => {
      const owner = await requiredOwner(signIn, request);
      if (owner.impersonation !== undefined) throw new Refusal('read_only_impersonation');
      await signIn.passwords.set(owner, {
        password: body.password,
        currentPassword: body.current_password,
        email: body.email,
      });
      return { signed_in: true };
    },
  });
}

/** Looking at an employee's pages: begun and ended beside the endpoints, which all refuse it. */
function registerImpersonation(
  define: DefineSessionRoute,
  { database, signIn }: { database: Database; signIn: SignIn },
): void {
  const { impersonations } = signIn;
  const { min, max, usual } = IMPERSONATION_MINUTES;
  const answer = z.strictObject({ looking: z.boolean() });

  define('POST', '/v1/session/impersonation', {
    summary: 'See what an employee sees, without changing anything',
    description: 'For the operator’s people. The company finds it in its audit log.',
    body: z.strictObject({
      employee: id('emp'),
      reason: text(300),
      minutes: z.int().min(min).max(max).default(usual),
    }),
    answer,
    handle: async (request, body) => {
      const owner = await requiredOwner(signIn, request);
      await database.transaction((tx) => impersonations.start(tx, owner, body));
      return { looking: true };
    },
  });

  define('DELETE', '/v1/session/impersonation', {
    summary: 'Stop seeing what the employee sees',
    answer,
    handle: async (request) => {
      const owner = await requiredOwner(signIn, request);
      await database.transaction((tx) => impersonations.stop(tx, owner));
      return { looking: false };
    },
  });
}

export async function requiredOwner(
  signIn: SignIn,
  request: FastifyRequest,
): Promise<SessionOwner> {
  const owner = await ownerOf(signIn, request);
  if (owner === undefined) throw new Refusal('unauthenticated');
  return owner;
}

/** Endpoints that are `personOnly` have refused all others. */
export function ownerIn({ owner }: Principal): SessionOwner {
  if (owner === undefined) throw new Refusal('unauthenticated');
  return owner;
}

/** A step's answer, with its cookies. */
export function stepText(reply: FastifyReply, done: Step): z.output<typeof step> {
  setCookies(reply, done);
  return done.signedIn ? { signed_in: true } : { signed_in: false, next: 'second_factor' };
}
