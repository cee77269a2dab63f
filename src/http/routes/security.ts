import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { factorCode, ownerIn } from '../auth/session-routes.ts';
import type { Session } from '../auth/sessions.store.ts';
import type { SignIn } from '../auth/sign-in.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText } from '../schemas/fields.ts';

const security = z
  .strictObject({
    has_password: z.boolean(),
    two_factor: z.boolean(),
    recovery_codes_left: z.int(),
  })
  .meta({ id: 'Security' });

const session = z
  .strictObject({
    id: id('ses'),
    method: z.enum(['password', 'link', 'passkey', 'sso']),
    second_factor: z.boolean(),
    /** What the browser calls itself. */
    device: z.string(),
    address: z.string(),
    started_at: instantText,
    last_used_at: instantText,
    /** When it ends at the latest. */
    expires_at: instantText,
    current: z.boolean(),
  })
  .meta({ id: 'Session' });

const setUp = z.strictObject({ secret: z.string(), uri: z.string() });
const recoveryCodes = z.strictObject({ recovery_codes: z.array(z.string()) });
const revoked = z.strictObject({ revoked: z.int() });
const withCode = z.strictObject({ code: factorCode });

const tag = 'Security';
const mine = { scope: 'read', personOnly: true, beforeTwoFactor: true } as const;

export function registerSecurity(api: Api, { signIn }: { signIn: SignIn }): void {
  const { passwords, twoFactor } = signIn;

  api.define('GET', '/v1/me/security', {
    summary: 'How the person who asks signs in',
    tag,
    access: mine,
    answer: security,
    handle: async (tx, { principal }) => {
      const { user } = ownerIn(principal);
      return {
        has_password: await passwords.has(tx, user.id),
        two_factor: await twoFactor.isOn(tx, user.id),
        recovery_codes_left: await twoFactor.recoveryCodesLeft(tx, user.id),
      };
    },
  });

  registerOwnSessions(api, signIn);
  registerTwoFactor(api, signIn);
}

function registerOwnSessions(api: Api, { sessions }: SignIn): void {
  api.define('GET', '/v1/me/sessions', {
    summary: 'List where the person who asks is signed in',
    tag,
    access: mine,
    answer: z.strictObject({
      data: z.array(session),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx, { principal }) => {
      const owner = ownerIn(principal);
      const found = await sessions.list(tx, owner.user.id);
      const data = found.map((row) => sessionText(row, owner.session.id));
      return { data, has_more: false, next_cursor: null };
    },
  });

  api.define('DELETE', '/v1/me/sessions', {
    summary: 'Sign out everywhere else',
    tag,
    access: mine,
    answer: revoked,
    handle: async (tx, { principal }) => {
      const owner = ownerIn(principal);
      return { revoked: await sessions.revoke(tx, owner, { except: owner.session.id }) };
    },
  });

  api.define('DELETE', '/v1/me/sessions/:ses', {
    summary: 'Sign out in one place',
    tag,
    access: mine,
    params: z.strictObject({ ses: id('ses') }),
    answer: revoked,
    handle: async (tx, { principal, params }) => {
      const ended = await sessions.revoke(tx, ownerIn(principal), { only: params.ses });
      if (ended === 0)
        throw new Refusal('not_found', { message: say('There is no such session.') });
      return { revoked: ended };
    },
  });
}

function registerTwoFactor(api: Api, { twoFactor }: SignIn): void {
  api.define('POST', '/v1/me/two-factor', {
    summary: 'Set up an authenticator app',
    description: 'Nothing is asked for until a code of it is confirmed.',
    tag,
    access: mine,
    answer: setUp,
    status: 201,
    withheldOnReplay: ['secret', 'uri'],
    handle: (tx, { principal }) => twoFactor.setUp(tx, ownerIn(principal)),
  });

  const codes = { tag, access: mine, body: withCode, withheldOnReplay: ['recovery_codes'] };
  api.define('POST', '/v1/me/two-factor/confirm', {
    ...codes,
    summary: 'Turn two-factor sign-in on with a code of the app; other sessions end',
    answer: recoveryCodes,
    handleResumable: async (finish, { principal, body }) => {
      const made = await twoFactor.confirm(ownerIn(principal), body.code);
      return await finish(async () => ({ recovery_codes: made }));
    },
  });

  api.define('POST', '/v1/me/two-factor/recovery-codes', {
    ...codes,
    summary: 'Make other recovery codes; the present ones work no more',
    answer: recoveryCodes,
    handleResumable: async (finish, { principal, body }) => {
      const made = await twoFactor.renewRecoveryCodes(ownerIn(principal), body.code);
      return await finish(async () => ({ recovery_codes: made }));
    },
  });

  api.define('POST', '/v1/me/two-factor/turn-off', {
    summary: 'Turn two-factor sign-in off with a code of the app, or a recovery code',
    tag,
    access: mine,
    body: withCode,
    answer: z.strictObject({ two_factor: z.boolean() }),
    handleResumable: async (finish, { principal, body }) => {
      await twoFactor.turnOff(ownerIn(principal), body.code);
      return await finish(async () => ({ two_factor: false }));
    },
  });
}

/** A session as every endpoint shows one. Never its token. */
export function sessionText(row: Session, current: string | undefined): z.input<typeof session> {
  return {
    id: row.id,
    method: row.method,
    second_factor: row.secondFactor,
    device: row.device,
    address: row.address,
    started_at: row.startedAt.toISOString(),
    last_used_at: row.lastUsedAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    current: row.id === current,
  };
}
