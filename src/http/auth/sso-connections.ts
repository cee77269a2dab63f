import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { isAskable } from './oidc.ts';
import { type SignInPolicy, selectPolicy, upsertPolicy } from './policies.store.ts';
import type { Room } from './room.ts';
import type { SessionOwner } from './sessions.ts';
import {
  deleteConnection,
  type SsoConnection,
  selectConnection,
  selectConnectionOfDomain,
  upsertConnection,
} from './sso.store.ts';
import { newSecret } from './tickets.ts';

/** Finds the texts of a name's TXT records; none where there is no such name. */
export type FindTexts = (name: string) => Promise<readonly string[]>;

export interface ConnectionInput {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined: as before. */
  readonly clientSecret: string | undefined;
  readonly domain: string;
}

/** How the people of a company must sign in, and where its own identity provider is. */
export interface SsoConnections {
  policy(tx: Transaction, company: string): Promise<SignInPolicy>;
  /**
   * Refuses to ask of others what the person who asks has not done: `two_factor_required`
   * without a second factor, `sso_not_tried` without having come by single sign-on.
   */
  setPolicy(
    tx: Transaction,
    by: { actor: Actor; owner: SessionOwner | undefined },
    company: string,
    policy: SignInPolicy,
  ): Promise<SignInPolicy>;
  /** Refuses `not_found`. */
  get(tx: Transaction, company: string): Promise<SsoConnection>;
  /** Another domain has to be proved anew. */
  put(
    tx: Transaction,
    actor: Actor,
    company: string,
    input: ConnectionInput,
  ): Promise<SsoConnection>;
  /** Also lifts the rule that it must be used. */
  remove(tx: Transaction, actor: Actor, company: string): Promise<void>;
  /** Whether the domain's TXT record says that it is the company's. */
  isProved(connection: SsoConnection): Promise<boolean>;
  /** Leads people there from now on. Refuses `already_exists` where another proved it first. */
  confirmDomain(tx: Transaction, actor: Actor, company: string): Promise<SsoConnection>;
}

/** Where the record stands, and what it says. */
export const recordOf = ({ domain, domainToken }: SsoConnection) => ({
  name: `_tollkeeper.${domain}`,
  text: `tollkeeper-verification=${domainToken}`,
});

export function createSsoConnections(
  room: Room,
  { findTexts, isLocal }: { findTexts: FindTexts; isLocal: boolean },
): SsoConnections {
  const { clock, events } = room;

  const record = (
    tx: Transaction,
    { actor, company, type }: { actor: Actor; company: string; type: string },
    after: object,
  ) =>
    events.record(tx, {
      actor,
      at: clock.now(),
      company,
      type,
      subject: company,
      after: { ...after },
    });

  async function get(tx: Transaction, company: string): Promise<SsoConnection> {
    const found = await selectConnection(tx, company, 'no lock');
    if (found !== undefined) return found;
    throw new Refusal('not_found', { message: say('The company has no single sign-on yet.') });
  }

  return {
    policy: selectPolicy,
    get,

    async setPolicy(tx, { actor, owner }, company, policy) {
      const before = await selectPolicy(tx, company);
      const own = owner?.employee === undefined ? undefined : owner.session;
      if (policy.twoFactorRequired && !before.twoFactorRequired && own?.secondFactor === false) {
        throw new Refusal('two_factor_required', {
          message: say('Set up two-factor sign-in for yourself before you ask it of everybody.'),
        });
      }
      if (policy.ssoRequired && !before.ssoRequired) {
        const connection = await get(tx, company);
        const tried = own === undefined || own.method === 'sso';
        if (connection.domainVerifiedAt === null || !tried) throw new Refusal('sso_not_tried');
      }
      await upsertPolicy(tx, company, policy);
      const what = { actor, company, type: 'sign_in_policy.changed' };
      await record(tx, what, {
        two_factor_required: policy.twoFactorRequired,
        sso_required: policy.ssoRequired,
      });
      return policy;
    },

    async put(tx, actor, company, input) {
      const before = await selectConnection(tx, company, 'lock');
      if (!isAskable(input.issuer, isLocal)) {
        throw new Refusal('invalid_value', {
          message: say('The issuer must be an https address, as its discovery document names it.'),
          pointer: '/issuer',
        });
      }
      const sealedClientSecret =
        input.clientSecret === undefined
          ? before?.sealedClientSecret
          : await room.seal(input.clientSecret);
      if (sealedClientSecret === undefined) {
        throw new Refusal('invalid_value', {
          message: say('The client secret is needed the first time.'),
          pointer: '/client_secret',
        });
      }
      const domain = input.domain.toLowerCase();
      const same = before !== undefined && before.domain === domain;
      const made: SsoConnection = {
        id: before?.id ?? newId('sso'),
        company,
        issuer: input.issuer,
        clientId: input.clientId,
        sealedClientSecret,
        domain,
        domainToken: same ? before.domainToken : newSecret(),
        domainVerifiedAt: same ? before.domainVerifiedAt : null,
        createdAt: before?.createdAt ?? clock.now(),
      };
      await upsertConnection(tx, made);
      const what = { actor, company, type: 'sso_connection.changed' };
      await record(tx, what, { issuer: made.issuer, client_id: made.clientId, domain });
      return made;
    },

    async remove(tx, actor, company) {
      const { domain } = await get(tx, company);
      await deleteConnection(tx, company);
      const policy = await selectPolicy(tx, company);
      await upsertPolicy(tx, company, { ...policy, ssoRequired: false });
      await record(tx, { actor, company, type: 'sso_connection.removed' }, { domain });
    },

    async isProved(connection) {
      const { name, text } = recordOf(connection);
      return (await findTexts(name)).includes(text);
    },

    async confirmDomain(tx, actor, company) {
      const connection = await get(tx, company);
      const other = await selectConnectionOfDomain(tx, connection.domain);
      if (other !== undefined && other.company !== company) {
        throw new Refusal('already_exists', {
          message: say('Another company has proved that {domain} is its own.', {
            domain: connection.domain,
          }),
        });
      }
      if (connection.domainVerifiedAt !== null) return connection;
      const proved = { ...connection, domainVerifiedAt: clock.now() };
      await upsertConnection(tx, proved);
      const what = { actor, company, type: 'sso_connection.domain_verified' };
      await record(tx, what, { domain: connection.domain });
      return proved;
    },
  };
}
