import { randomBytes } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { OpenDatabase } from '../../database/connect.ts';
import type { Events } from '../../database/events.ts';
import type { Database } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Employees } from '../../modules/companies/index.ts';
import { type BetterAuth, createBetterAuth } from './better-auth.ts';
import { keepSecret } from './users.store.ts';

/** What the environment says about sign-in. */
export interface SignInSettings {
  /** How browsers reach the product; decides whether cookies are for HTTPS only. */
  readonly publicUrl: string | undefined;
  /** Signs cookies and seals second factors; undefined: one is made and kept in the database. */
  readonly secret: string | undefined;
  /** A session that is not used for so long has ended. */
  readonly sessionIdleMs: number;
  /** A session ends then, however much it is used. */
  readonly sessionMs: number;
}

export interface RoomDeps {
  readonly open: OpenDatabase;
  readonly clock: Clock;
  readonly events: Events;
  readonly employees: Employees;
  readonly settings: SignInSettings;
}

/** What every part of sign-in works with. */
export interface Room {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly employees: Employees;
  readonly settings: SignInSettings;
  /** Whether browsers keep our cookies to HTTPS. */
  readonly isSecure: boolean;
  library(): Promise<BetterAuth>;
  /** Encrypts a secret that has to be read again. */
  seal(text: string): Promise<string>;
  /** What was sealed; undefined where `TOLLKEEPER_SECRET` has been another then. */
  open(sealed: string): Promise<string | undefined>;
}

export function createRoom({ open, clock, events, employees, settings }: RoomDeps): Room {
  const { database } = open;
  const { publicUrl } = settings;
  let made: Promise<{ secret: string; auth: BetterAuth }> | undefined;

  // Made at the first use: describing the API needs the routes but no database.
  const ready = () => {
    made ??= findSecret().then((secret) => {
      const sessionSeconds = Math.floor(settings.sessionMs / 1_000);
      return { secret, auth: createBetterAuth({ open, secret, publicUrl, sessionSeconds }) };
    });
    return made;
  };

  async function findSecret(): Promise<string> {
    if (settings.secret !== undefined) return settings.secret;
    const candidate = randomBytes(32).toString('base64url');
    return await database.transaction((tx) => keepSecret(tx, candidate));
  }

  return {
    database,
    clock,
    events,
    employees,
    settings,
    isSecure: publicUrl?.startsWith('https://') === true,
    library: async () => (await ready()).auth,
    seal: async (text) => symmetricEncrypt({ key: (await ready()).secret, data: text }),
    async open(sealed) {
      const { secret } = await ready();
      return await symmetricDecrypt({ key: secret, data: sealed }).catch(() => undefined);
    },
  };
}
