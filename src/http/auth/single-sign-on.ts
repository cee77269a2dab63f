import { createHash } from 'node:crypto';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { authorizationUrl, discover, OidcFault, type OidcPerson, personBehind } from './oidc.ts';
import { type Person, personFor } from './people.ts';
import type { Room } from './room.ts';
import type { Sessions } from './sessions.ts';
import { type SsoConnection, selectConnectionById, selectConnectionOfDomain } from './sso.store.ts';
import { makeTicket, newSecret, type TicketData, useTicket } from './tickets.ts';
import { type Cookies, readCookie, stepCookie, type Visitor } from './visitor.ts';

/** Why somebody was not let in; the sign-in page has a sentence for each. */
export const SSO_FAILURES = [
  'ended',
  'refused',
  'not_answered',
  'email_not_verified',
  'unknown_person',
] as const;

export type SsoFailure = (typeof SSO_FAILURES)[number];

export type SsoEnd = Cookies & {
  /** Where the browser goes now, below the console. */
  readonly next: string;
};

export interface SingleSignOn {
  /** Where the browser goes. Refuses `not_found` where no company signs in there by itself. */
  begin(
    input: { email: string; next: string },
    address: string,
  ): Promise<Cookies & { url: string }>;
  /** What the provider sent the browser back with. Refuses nothing: a failure leads to the page. */
  finish(
    answer: { code?: string | undefined; state?: string | undefined; iss?: string | undefined },
    visitor: Visitor,
    address: string,
  ): Promise<SsoEnd>;
}

export const CALLBACK = '/v1/session/sso/callback';

/** `Lax`, because it must come along when the provider leads back to us. */
const COOKIE = { name: 'tollkeeper.sso', path: '/v1/session/sso', sameSite: 'Lax' } as const;

const WAY_BACK_SECONDS = 900;

export interface SingleSignOnDeps {
  readonly sessions: Sessions;
  readonly isLocal: boolean;
  readonly report: (error: unknown) => void;
}

export function createSingleSignOn(room: Room, deps: SingleSignOnDeps): SingleSignOn {
  const { database, clock, employees } = room;
  const redirectUri = (address: string) => `${room.settings.publicUrl ?? address}${CALLBACK}`;
  const cookie = (value: string, seconds: number) =>
    stepCookie(COOKIE, { value, seconds, secure: room.isSecure });

  /** The employee with that address, of the connection's company and domain, who is not hidden. */
  async function employeeOf(connection: SsoConnection, email: string): Promise<Person | undefined> {
    if (domainOf(email) !== connection.domain) return undefined;
    return await database.transaction(async (tx) => {
      const found = await employees.ofCompanyWithEmail(tx, connection.company, email);
      return found?.hiddenAt === null ? await personFor(tx, room, found) : undefined;
    });
  }

  async function whoCame(
    ticket: TicketData['sso'],
    connection: SsoConnection,
    answer: { code: string; iss: string | undefined },
    address: string,
  ): Promise<OidcPerson> {
    const { issuer, clientId } = connection;
    // A provider that says who it is must be the one that was asked (RFC 9207).
    if (answer.iss !== undefined && answer.iss !== issuer) {
      throw new OidcFault(`asked ${issuer}, answered by ${answer.iss}`);
    }
    const provider = await discover(issuer, deps.isLocal);
    const clientSecret = await room.open(connection.sealedClientSecret);
    if (clientSecret === undefined) throw new OidcFault('the client secret was sealed otherwise');
    return await personBehind({ issuer, clientId, clientSecret }, provider, {
      code: answer.code,
      verifier: ticket.verifier,
      redirectUri: redirectUri(address),
      nonce: ticket.nonce,
    });
  }

  return {
    async begin({ email, next }, address) {
      const domain = domainOf(email);
      const connection = await database.read((tx) => selectConnectionOfDomain(tx, domain));
      if (connection === undefined) {
        throw new Refusal('not_found', {
          message: say('No company signs in with addresses at {domain} through single sign-on.', {
            domain,
          }),
        });
      }
      const provider = await discover(connection.issuer, deps.isLocal).catch((error: unknown) => {
        deps.report(error);
        throw new Refusal('unavailable', {
          message: say('Your company’s identity provider does not answer. Try again later.'),
        });
      });
      const data = {
        connection: connection.id,
        nonce: newSecret(),
        verifier: newSecret(),
        browser: newSecret(),
        next,
      };
      const expiresAt = new Date(clock.now().getTime() + WAY_BACK_SECONDS * 1_000);
      const state = await database.transaction((tx) => makeTicket(tx, 'sso', data, expiresAt));
      const url = authorizationUrl(provider, connection.clientId, {
        redirectUri: redirectUri(address),
        state,
        nonce: data.nonce,
        challenge: createHash('sha256').update(data.verifier).digest('base64url'),
        email,
      });
      return { url, cookies: [cookie(data.browser, WAY_BACK_SECONDS)] };
    },

    async finish({ code, state, iss }, visitor, address) {
      const browser = readCookie(visitor, COOKIE);
      const cookies = [cookie('', 0)];
      const failed = (why: SsoFailure): SsoEnd => ({ next: `/sign-in?sso=${why}`, cookies });
      const { ticket, connection } = await database.transaction(async (tx) => {
        const used = await useTicket(tx, clock, 'sso', state ?? '');
        return {
          ticket: used,
          connection: used && (await selectConnectionById(tx, used.connection)),
        };
      });
      // Begun in another browser: somebody wants us signed in as them.
      if (ticket === undefined || connection === undefined || ticket.browser !== browser) {
        return failed('ended');
      }
      if (code === undefined) return failed('refused');
      try {
        const came = await whoCame(ticket, connection, { code, iss }, address);
        if (!came.emailVerified || came.email === undefined) return failed('email_not_verified');
        const person = await employeeOf(connection, came.email);
        if (person === undefined) return failed('unknown_person');
        const how = { method: 'sso', secondFactor: true } as const;
        const begun = await deps.sessions.begin(person, how, visitor);
        return { next: ticket.next, cookies: [...begun.cookies, ...cookies] };
      } catch (error) {
        if (!(error instanceof OidcFault)) throw error;
        deps.report(error);
        return failed('not_answered');
      }
    },
  };
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
