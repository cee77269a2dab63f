import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins';
import type { OpenDatabase } from '../../database/connect.ts';
import { newId } from '../../kernel/id.ts';

/** A link is read from a terminal or a chat, not always at once; it works a single time. */
const LINK_SECONDS = 24 * 60 * 60;

/** Two working weeks, moved on by each day of use: people are not asked in the middle of a job. */
const SESSION_SECONDS = 14 * 24 * 60 * 60;
const SESSION_MOVED_ON_SECONDS = 24 * 60 * 60;

export const PASSWORD_CHARACTERS = { min: 12, max: 128 } as const;

/** The library's instance, with our names for its tables. None of its own routes is served. */
export function createBetterAuth(open: OpenDatabase, secret: string, publicUrl: string) {
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    secret,
    baseURL: publicUrl,
    database: open.pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARACTERS.min,
      maxPasswordLength: PASSWORD_CHARACTERS.max,
    },
    user: {
      modelName: 'auth_users',
      fields: { ...dates, emailVerified: 'email_verified' },
      additionalFields: { employee: { type: 'string', required: false, input: false } },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_MOVED_ON_SECONDS,
      fields: {
        ...dates,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
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
      database: { generateId: () => newId('usr') },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: LINK_SECONDS,
        // Nothing is mailed here: whoever asked for the link is handed its token.
        sendMagicLink: async ({ token, metadata }) => {
          (metadata as LinkMetadata).hand(token);
        },
      }),
    ],
  });
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;

export interface LinkMetadata {
  readonly hand: (token: string) => void;
}

export const LINK_MS = LINK_SECONDS * 1000;
