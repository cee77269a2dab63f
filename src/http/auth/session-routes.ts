import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifySchema } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { email } from '../schemas/fields.ts';
import { PASSWORD_CHARACTERS } from './better-auth.ts';
import { refuseOtherOrigins } from './same-origin.ts';
import { headersOf } from './session-principal.ts';
import type { Cookies, SessionOwner, SignIn } from './sign-in.ts';

/**
 * Tries a minute from one address: enough for an office behind one, and at that pace a
 * twelve-character password is not found by trying.
 */
const TRIES_PER_MINUTE = 20;

const password = z.string().max(PASSWORD_CHARACTERS.max);
const newPassword = password.min(PASSWORD_CHARACTERS.min);
const done = z.strictObject({ signed_in: z.boolean() });
const tag = 'Sign-in';

/** Signing in and out of the console. The session is a cookie that scripts cannot read. */
export async function registerSession(fastify: FastifyInstance, signIn: SignIn): Promise<void> {
  await fastify.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    max: TRIES_PER_MINUTE,
    timeWindow: '1 minute',
  });
  const limited = { config: { rateLimit: {} } };

  const bodyOfPassword = z.strictObject({ email, password });
  fastify.route({
    method: 'POST',
    url: '/v1/session',
    ...limited,
    schema: schemaOf('Sign in with e-mail address and password', bodyOfPassword),
    handler: async (request, reply) => {
      refuseOtherOrigins(request);
      const input = request.body as z.output<typeof bodyOfPassword>;
      const cookies = await signIn.byPassword(input.email, input.password, headersOf(request));
      return answer(reply, cookies, true);
    },
  });

  const bodyOfLink = z.strictObject({ token: z.string().min(1).max(200) });
  fastify.route({
    method: 'POST',
    url: '/v1/session/link',
    ...limited,
    schema: schemaOf('Sign in with a one-time link', bodyOfLink),
    handler: async (request, reply) => {
      refuseOtherOrigins(request);
      const { token } = request.body as z.output<typeof bodyOfLink>;
      return answer(reply, await signIn.byLink(token, headersOf(request)), true);
    },
  });

  fastify.route({
    method: 'DELETE',
    url: '/v1/session',
    schema: schemaOf('Sign out'),
    handler: async (request, reply) => {
      refuseOtherOrigins(request);
      return answer(reply, await signIn.end(headersOf(request)), false);
    },
  });

  registerPassword(fastify, signIn, limited);
}

function registerPassword(fastify: FastifyInstance, signIn: SignIn, limited: object): void {
  const body = z.strictObject({
    password: newPassword,
    current_password: password.optional(),
    email: email.optional(),
  });
  fastify.route({
    method: 'PUT',
    url: '/v1/session/password',
    ...limited,
    schema: schemaOf('Set the password to sign in with', body),
    handler: async (request, reply) => {
      refuseOtherOrigins(request);
      const owner: SessionOwner | undefined = await signIn.owner(headersOf(request));
      if (owner === undefined) throw new Refusal('unauthenticated');
      const input = request.body as z.output<typeof body>;
      await signIn.setPassword(owner, {
        password: input.password,
        currentPassword: input.current_password,
        email: input.email,
      });
      return answer(reply, { cookies: [] }, true);
    },
  });
}

function schemaOf(summary: string, body?: z.ZodType): FastifySchema {
  return {
    summary,
    tags: [tag],
    ...(body === undefined ? {} : { body }),
    response: { 200: done },
  };
}

function answer(reply: FastifyReply, { cookies }: Cookies, signedIn: boolean): FastifyReply {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
  return reply.header('cache-control', 'no-store').send({ signed_in: signedIn });
}
