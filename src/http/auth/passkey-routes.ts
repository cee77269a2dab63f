import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText, text } from '../schemas/fields.ts';
import type { Passkey } from './passkeys.store.ts';
import { type DefineSessionRoute, ownerIn, requiredOwner } from './session-routes.ts';
import type { SignIn } from './sign-in.ts';
import { setCookies, visitorOf } from './visitor.ts';

const passkey = z
  .strictObject({
    id: id('pky'),
    name: z.string(),
    /** Also kept by its maker's cloud. */
    backed_up: z.boolean(),
    created_at: instantText,
  })
  .meta({ id: 'Passkey' });

/** What the browser's `navigator.credentials` takes and gives, as WebAuthn says it. */
const options = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });
const credential = z
  .looseObject({
    id: z.string().min(1).max(1_400),
    rawId: z.string().max(1_400),
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  })
  .meta({ id: 'PasskeyCredential' });

const tag = 'Security';
const mine = { scope: 'read', personOnly: true, beforeTwoFactor: true } as const;
const params = z.strictObject({ pky: id('pky') });

/** Signing in with a passkey, and the passkeys that a person has. */
export function registerPasskeys(api: Api, define: DefineSessionRoute, signIn: SignIn): void {
  const { passkeys } = signIn;
  registerCeremonies(define, signIn);

  api.define('GET', '/v1/me/passkeys', {
    summary: 'List the passkeys of the person who asks',
    tag,
    access: mine,
    answer: z.strictObject({
      data: z.array(passkey),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx, { principal }) => {
      const found = await passkeys.list(tx, ownerIn(principal).user.id);
      return { data: found.map(passkeyText), has_more: false, next_cursor: null };
    },
  });

  api.define('PATCH', '/v1/me/passkeys/:pky', {
    summary: 'Rename a passkey',
    tag,
    access: mine,
    params,
    body: z.strictObject({ name: text(100) }),
    answer: passkey,
    handle: async (tx, { principal, params: { pky }, body }) =>
      passkeyText(await passkeys.rename(tx, ownerIn(principal), pky, body.name)),
  });

  api.define('DELETE', '/v1/me/passkeys/:pky', {
    summary: 'Remove a passkey; it signs in no more',
    tag,
    access: mine,
    params,
    answer: z.strictObject({ removed: z.boolean() }),
    handle: async (tx, { principal, params: { pky } }) => {
      await passkeys.remove(tx, ownerIn(principal), pky);
      return { removed: true };
    },
  });
}

/** The two halves of making a passkey and of showing one; a cookie binds them to one another. */
function registerCeremonies(define: DefineSessionRoute, signIn: SignIn): void {
  const { passkeys } = signIn;

  define('POST', '/v1/session/passkey-options', {
    summary: 'Begin to sign in with a passkey',
    answer: options,
    handle: async (request, _body, reply) => {
      const begun = await passkeys.beginSignIn(visitorOf(request));
      setCookies(reply, begun);
      return begun.options;
    },
  });

  define('POST', '/v1/session/passkey', {
    summary: 'Sign in with a passkey',
    body: z.strictObject({ response: credential }),
    handle: async (request, { response }, reply) => {
      setCookies(reply, await passkeys.signIn(visitorOf(request), response));
      return { signed_in: true };
    },
  });

  define('POST', '/v1/me/passkeys/options', {
    summary: 'Begin to make a passkey',
    answer: options,
    handle: async (request, _body, reply) => {
      const owner = await requiredOwner(signIn, request);
      if (owner.impersonation !== undefined) throw new Refusal('read_only_impersonation');
      const begun = await passkeys.beginRegistration(owner, visitorOf(request));
      setCookies(reply, begun);
      return begun.options;
    },
  });

  define('POST', '/v1/me/passkeys', {
    summary: 'Keep the passkey that the browser made',
    body: z.strictObject({ name: text(100), response: credential }),
    answer: passkey,
    handle: async (request, body) => {
      const owner = await requiredOwner(signIn, request);
      if (owner.impersonation !== undefined) throw new Refusal('read_only_impersonation');
      return passkeyText(await passkeys.register(owner, visitorOf(request), body));
    },
  });
}

function passkeyText(row: Passkey): z.input<typeof passkey> {
  return {
    id: row.id,
    name: row.name,
    backed_up: row.backedUp,
    created_at: row.createdAt.toISOString(),
  };
}
