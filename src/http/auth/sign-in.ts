import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Employee } from '../../modules/companies/index.ts';
import { createImpersonations, type Impersonations } from './impersonations.ts';
import { createLinks, type LinkKind, type Links, type SignInLink } from './links.ts';
import { createMailedLinks, type MailedLinks, type SignInMail } from './mailed-links.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { createPasswordHasher } from './password-hash.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { type Person, personFor, personOf } from './people.ts';
import { selectPolicy } from './policies.store.ts';
import { createRoom, type Room, type RoomDeps } from './room.ts';
import { createSessions, type SessionOwner, type Sessions } from './sessions.ts';
import { createSingleSignOn, type SingleSignOn } from './single-sign-on.ts';
import { createSsoConnections, type FindTexts, type SsoConnections } from './sso-connections.ts';
import { createStaff, type Staff } from './staff.ts';
import { deleteTicketsBefore, deleteTriesBefore } from './tickets.store.ts';
import { makeTicket, seeTicket, useTicket } from './tickets.ts';
import { createTries, TRIES_WINDOW_MS } from './tries.ts';
import { createTwoFactor, type TwoFactor } from './two-factor.ts';
import { selectFirstAdmin } from './users.store.ts';
import { type Cookies, readCookie, stepCookie, type Visitor } from './visitor.ts';

export type { SignInLink } from './links.ts';
export type { SessionOwner } from './sessions.ts';

/** What a step of signing in came to. */
export interface Step extends Cookies {
  /** False where a code of the authenticator app, or a recovery code, is still to come. */
  readonly signedIn: boolean;
}

export interface SignInDeps extends RoomDeps {
  readonly mail: SignInMail;
  readonly findTexts: FindTexts;
  /** Where a fault goes that no answer can tell of. */
  readonly report: (error: unknown) => void;
}

export interface SignIn {
  /** A link for the operator's first person, who is made where there is none. */
  operatorLink(address: string): Promise<SignInLink>;
  hasOperator(): Promise<boolean>;
  /** A link that the product itself makes: at its start, and for tests. */
  employeeLink(employee: Employee, address: string): Promise<SignInLink>;
  /** Refuses `unauthenticated` with one sentence, whatever was wrong. */
  byPassword(email: string, password: string, visitor: Visitor): Promise<Step>;
  byLink(token: string, visitor: Visitor): Promise<Step>;
  /** The second step. Refuses `unauthenticated` where the first was too long ago. */
  byCode(code: string, visitor: Visitor): Promise<Step>;
  end(visitor: Visitor): Promise<Cookies>;
  /** Undefined without a session in force; a hidden employee has none. */
  owner(visitor: Visitor): Promise<SessionOwner | undefined>;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly links: Links;
  readonly mailedLinks: MailedLinks;
  readonly twoFactor: TwoFactor;
  readonly passkeys: Passkeys;
  readonly singleSignOn: SingleSignOn;
  readonly ssoConnections: SsoConnections;
  readonly staff: Staff;
  readonly impersonations: Impersonations;
  /** How browsers reach the product, which listens at `address`. */
  reachedAt(address: string): string;
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The person behind an employee, who may never have signed in yet. */
  personFor(tx: Transaction, employee: Employee): Promise<Person>;
  /** Removes what nobody can use any more. */
  forgetEnded(): Promise<void>;
  close(): Promise<void>;
}

/** Long enough to find the phone. */
const SECOND_STEP_SECONDS = 600;

const SECOND_STEP = {
  name: 'tollkeeper.second_step',
  path: '/v1/session',
  sameSite: 'Strict',
} as const;

export function createSignIn(deps: SignInDeps): SignIn {
  const room = createRoom(deps);
  const { database, clock } = room;
  const hasher = createPasswordHasher();
  const tries = createTries(room);
  const sessions = createSessions(room);
  const passwords = createPasswords(room, { hasher, tries, sessions });
  const links = createLinks(room);
  const twoFactor = createTwoFactor(room, { sessions, tries });
  const mailedLinks = createMailedLinks(room, { ...deps, links, tries });
  const passkeys = createPasskeys(room, { sessions });
  // Where we are reached on this machine, so may an identity provider be: to try it out.
  const isLocal = !room.isSecure;
  const singleSignOn = createSingleSignOn(room, { ...deps, sessions, isLocal });
  const ssoConnections = createSsoConnections(room, { ...deps, isLocal });
  const staff = createStaff(room, { sessions });
  const impersonations = createImpersonations(room, { sessions });
  const gate = createGate(room, { sessions, twoFactor });

  return {
    sessions,
    passwords,
    links,
    mailedLinks,
    twoFactor,
    passkeys,
    singleSignOn,
    ssoConnections,
    reachedAt: (address) => deps.settings.publicUrl ?? address,
    read: (work) => database.read(work),
    staff,
    impersonations,
    personFor: (tx, employee) => personFor(tx, room, employee),
    operatorLink: links.forFirstAdmin,
    employeeLink: (employee, address) =>
      database.transaction((tx) => links.forEmployee(tx, SYSTEM, employee, address)),
    hasOperator: async () => (await database.read(selectFirstAdmin)) !== undefined,
    end: sessions.end,
    owner: sessions.owner,

    async byPassword(email, password, visitor) {
      return await gate.pass(await passwords.personWith(email, password), 'password', visitor);
    },

    async byLink(token, visitor) {
      const { person, kind } = await links.open(token);
      return await gate.pass(person, kind, visitor);
    },

    byCode: gate.passSecond,

    async forgetEnded() {
      await impersonations.endOverdue();
      await sessions.forgetEnded();
      const now = clock.now();
      const window = new Date(now.getTime() - TRIES_WINDOW_MS);
      await database.transaction(async (tx) => {
        await deleteTicketsBefore(tx, now);
        await deleteTriesBefore(tx, window);
      });
    },

    async close() {
      await mailedLinks.settled();
      await hasher.close();
    },
  };
}

/** What must be shown besides a first factor before a session begins. */
function createGate(room: Room, deps: { sessions: Sessions; twoFactor: TwoFactor }) {
  const { database, clock } = room;
  const { sessions, twoFactor } = deps;

  const cookie = (value: string, seconds: number) =>
    stepCookie(SECOND_STEP, { value, seconds, secure: room.isSecure });

  return {
    /** A password or a link was right: a session, or the question for the second factor. */
    async pass(person: Person, how: 'password' | LinkKind, visitor: Visitor): Promise<Step> {
      const { user, employee } = person;
      const { isOn, policy } = await database.read(async (tx) => ({
        isOn: await twoFactor.isOn(tx, user.id),
        policy: employee && (await selectPolicy(tx, employee.company)),
      }));
      // A link that an Administrator made is the way in when the company's own sign-in is down.
      if (policy?.ssoRequired === true && (how === 'password' || how === 'mailed')) {
        throw new Refusal('sso_required');
      }
      const method = how === 'password' ? 'password' : 'link';
      if (!isOn || how === 'trusted') {
        const begun = await sessions.begin(person, { method, secondFactor: false }, visitor);
        return { ...begun, signedIn: true };
      }
      const expiresAt = new Date(clock.now().getTime() + SECOND_STEP_SECONDS * 1_000);
      const secret = await database.transaction((tx) =>
        makeTicket(tx, 'second_factor', { user: user.id, method }, expiresAt),
      );
      return { cookies: [cookie(secret, SECOND_STEP_SECONDS)], signedIn: false };
    },

    async passSecond(code: string, visitor: Visitor): Promise<Step> {
      const secret = readCookie(visitor, SECOND_STEP) ?? '';
      const begun = await database.read(async (tx) => {
        const ticket = await seeTicket(tx, clock, 'second_factor', secret);
        const person = ticket && (await personOf(tx, room, ticket.user));
        return ticket && person && { person, method: ticket.method };
      });
      if (begun === undefined) {
        throw new Refusal('unauthenticated', {
          message: say('The first step was too long ago. Sign in once more.'),
        });
      }
      await twoFactor.take(begun.person, code);
      await database.transaction((tx) => useTicket(tx, clock, 'second_factor', secret));
      const how = { method: begun.method, secondFactor: true };
      const { cookies } = await sessions.begin(begun.person, how, visitor);
      return { cookies: [...cookies, cookie('', 0)], signedIn: true };
    },
  };
}
