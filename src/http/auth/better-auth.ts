import { passkey } from '@better-auth/passkey';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { z } from 'zod';
import type { OpenDatabase } from '../../database/connect.ts';
import { newId } from '../../kernel/id.ts';

export interface LibrarySettings {
  readonly open: OpenDatabase;
  /** What cookies are signed with. */
  readonly secret: string;
  readonly publicUrl: string | undefined;
  /** How long a session's cookie is kept at most. */
  readonly sessionSeconds: number;
}

const ID_PREFIXES = { user: 'usr', session: 'ses', passkey: 'pky' } as const;

/** The library's instance, with our names for its tables. None of its own routes is served. */
export function createBetterAuth({ open, secret, publicUrl, sessionSeconds }: LibrarySettings) {
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    database: open.pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    user: {
      modelName: 'auth_users',
      fields: { ...dates, emailVerified: 'email_verified' },
    },
    session: sessionOptions(sessionSeconds),
    account: {
      modelName: 'auth_accounts',
      fields: {
        ...dates,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { ...dates, expiresAt: 'expires_at' },
    },
    advanced: {
      cookiePrefix: 'tollkeeper',
      database: {
        generateId: ({ model }) => newId(ID_PREFIXES[model as keyof typeof ID_PREFIXES] ?? 'usr'),
      },
    },
    plugins: [sessionCookies(), passkeys(publicUrl)],
  });
}

/** Sessions as we keep them; how long they last is decided in sessions.ts. */
function sessionOptions(seconds: number) {
  const date = { type: 'date', input: false, defaultValue: () => new Date() } as const;
  return {
    modelName: 'auth_sessions',
    expiresIn: seconds,
    disableSessionRefresh: true,
    freshAge: 0,
    fields: {
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
    // The library itself begins a session only where a passkey was shown.
    additionalFields: {
      method: { type: 'string', input: false, defaultValue: 'passkey' },
      secondFactor: {
        type: 'boolean',
        input: false,
        defaultValue: true,
        fieldName: 'second_factor',
      },
      startedAt: { ...date, fieldName: 'started_at' },
      lastUsedAt: { ...date, fieldName: 'last_used_at' },
    },
  } as const;
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;

/**
 * The session's cookie as the library signs it, read and written without its own sign-in: what
 * must be shown before a session begins is decided here, by company and by method.
 */
function sessionCookies() {
  return {
    id: 'tollkeeper-session-cookies',
    endpoints: {
      readSessionToken: createAuthEndpoint(
        { method: 'GET', requireHeaders: true },
        async ({ context, getSignedCookie }) => {
          const { name } = context.authCookies.sessionToken;
          return (await getSignedCookie(name, context.secret)) || undefined;
        },
      ),
      writeSessionToken: createAuthEndpoint(
        { method: 'POST', body: z.object({ token: z.string() }) },
        async ({ body, context, setSignedCookie }) => {
          const { name, attributes } = context.authCookies.sessionToken;
          const maxAge = context.sessionConfig.expiresIn;
          await setSignedCookie(name, body.token, context.secret, { ...attributes, maxAge });
        },
      ),
      clearSessionToken: createAuthEndpoint({ method: 'POST' }, async ({ context, setCookie }) => {
        const { name, attributes } = context.authCookies.sessionToken;
        setCookie(name, '', { ...attributes, maxAge: 0 });
      }),
    },
  } satisfies BetterAuthPlugin;
}

/**
 * Passkeys belong to a host name: that of the public address, or `localhost` where there is none
 * (a browser takes no passkey for an address in digits).
 */
function passkeys(publicUrl: string | undefined) {
  const dates = { createdAt: 'created_at' };
  return passkey({
    rpName: 'Tollkeeper',
    rpID: publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname,
    origin: publicUrl === undefined ? null : new URL(publicUrl).origin,
    // A passkey stands for both factors, so its device must ask who holds it.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      requireSession: true,
      afterVerification: ({ verification }) => {
        refuseUnverified(verification.registrationInfo?.userVerified);
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        refuseUnverified(verification.authenticationInfo.userVerified);
      },
    },
    advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
    schema: {
      passkey: {
        modelName: 'auth_passkeys',
        fields: {
          ...dates,
          userId: 'user_id',
          publicKey: 'public_key',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
        },
      },
    },
  });
}

/** The library takes a device that did not ask who holds it; here it would be one factor. */
function refuseUnverified(userVerified: boolean | undefined): void {
  if (userVerified !== true) throw new APIError('UNAUTHORIZED', { message: 'not verified' });
}
