import { randomBytes } from 'node:crypto';
import { isAPIError } from 'better-auth/api';
import type { OpenDatabase } from '../../database/connect.ts';
import type { Events } from '../../database/events.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Employee, type Employees, fullName } from '../../modules/companies/index.ts';
import {
  deleteSessionsOfEmployee,
  isSessionByLink,
  keepSecret,
  type SignInUser,
  selectFirstOperator,
  selectUser,
  selectUserOfEmployee,
  updateSessionByLink,
} from './auth.store.ts';
import { type BetterAuth, createBetterAuth, LINK_MS, type LinkMetadata } from './better-auth.ts';

/** Headers that set the session's cookie, or end it. */
export interface Cookies {
  readonly cookies: readonly string[];
}

/** Who a session belongs to. */
export interface SessionOwner {
  readonly user: SignInUser;
  /** Undefined for the operator's person. */
  readonly employee: Employee | undefined;
  readonly token: string;
}

export interface SignInLink {
  /** To be opened in a browser; works once. */
  readonly url: string;
  readonly expiresAt: Date;
}

export interface SignIn {
  /** A link for the operator's first person, who is made where there is none. */
  operatorLink(address: string): Promise<SignInLink>;
  hasOperator(): Promise<boolean>;
  employeeLink(employee: Employee, address: string): Promise<SignInLink>;
  /** Refuses `unauthenticated` with one sentence, whatever was wrong. */
  byPassword(email: string, password: string, headers: Headers): Promise<Cookies>;
  byLink(token: string, headers: Headers): Promise<Cookies>;
  end(headers: Headers): Promise<Cookies>;
  /** Undefined without a session in force; a hidden employee has none. */
  owner(headers: Headers): Promise<SessionOwner | undefined>;
  /** Refuses a wrong present password; none is asked of who came by a link or has none yet. */
  setPassword(owner: SessionOwner, input: PasswordInput): Promise<void>;
  hasPassword(owner: SessionOwner): Promise<boolean>;
}

export interface PasswordInput {
  readonly password: string;
  readonly currentPassword?: string | undefined;
  /** What the operator's person signs in with; an employee's stands with the employee. */
  readonly email?: string | undefined;
}

export interface SignInDeps {
  readonly open: OpenDatabase;
  readonly clock: Clock;
  readonly events: Events;
  readonly employees: Employees;
  /** How browsers reach the product; decides whether cookies are for HTTPS only. */
  readonly publicUrl: string | undefined;
}

/**
 * E-mail addresses are unique within a company only, while the library wants one per person on
 * the whole system: it knows employees by this name, and we look the address up ourselves.
 */
const innerEmail = (employee: string) => `${employee}@employees.invalid`;
const OPERATOR_EMAIL = 'operator@operators.invalid';

/** One address may belong to people of several companies; each try costs a password hash. */
const CANDIDATES_MAX = 5;

const WRONG = 'The e-mail address or the password is not right.';
const LINK_ENDED = 'This sign-in link was used already or has ended. Ask for a new one.';

export function createSignIn(deps: SignInDeps): SignIn {
  const { open, employees, events, clock } = deps;
  const { database } = open;
  let made: Promise<BetterAuth> | undefined;

  // Made at the first use: describing the API needs the routes but no database.
  const auth = (): Promise<BetterAuth> => {
    made ??= database
      .transaction((tx) => keepSecret(tx, randomBytes(32).toString('base64url')))
      .then((secret) => createBetterAuth(open, secret, deps.publicUrl ?? 'http://localhost'));
    return made;
  };

  events.on('employee.hidden', (tx, { subject }) => deleteSessionsOfEmployee(tx, subject));

  async function makeUser(input: { name: string; email: string; employee: string | null }) {
    const { internalAdapter } = await (await auth()).$context;
    const user = { ...input, emailVerified: true };
    return await internalAdapter.createUser(user, { method: 'sign-in-link' });
  }

  async function linkFor(email: string, address: string): Promise<SignInLink> {
    const { api } = await auth();
    let token: string | undefined;
    const metadata: LinkMetadata = {
      hand: (handed) => {
        token = handed;
      },
    };
    await api.signInMagicLink({
      body: { email, metadata: { ...metadata } },
      headers: new Headers(),
    });
    return {
      // In the fragment, so that it never stands in a log of a proxy or in a Referer.
      url: `${deps.publicUrl ?? address}/sign-in#link=${token}`,
      expiresAt: new Date(clock.now().getTime() + LINK_MS),
    };
  }

  async function candidates(email: string): Promise<string[]> {
    const people = await database.read((tx) => employees.withEmail(tx, email, CANDIDATES_MAX));
    return [...people.map(({ id }) => innerEmail(id)), email.toLowerCase()];
  }

  return {
    async operatorLink(address) {
      const found = await database.read(selectFirstOperator);
      const user =
        found ?? (await makeUser({ name: 'Operator', email: OPERATOR_EMAIL, employee: null }));
      return await linkFor(user.email, address);
    },

    hasOperator: async () => (await database.read(selectFirstOperator)) !== undefined,

    async employeeLink(employee, address) {
      if (employee.hiddenAt !== null) throw new Refusal('employee_hidden');
      const found = await database.read((tx) => selectUserOfEmployee(tx, employee.id));
      const email = innerEmail(employee.id);
      if (found === undefined) {
        await makeUser({ name: fullName(employee), email, employee: employee.id });
      }
      return await linkFor(email, address);
    },

    async byPassword(email, password, headers) {
      const { api } = await auth();
      for (const candidate of await candidates(email)) {
        try {
          const body = { email: candidate, password };
          const done = await api.signInEmail({ body, headers, returnHeaders: true });
          return cookiesOf(done.headers);
        } catch (error) {
          if (!isNo(error)) throw error;
        }
      }
      throw new Refusal('unauthenticated', { message: WRONG });
    },

    async byLink(token, headers) {
      const { api } = await auth();
      const ended = new Refusal('unauthenticated', { message: LINK_ENDED });
      try {
        const done = await api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
        // A used-up link is answered with a redirect, which has no session.
        const session = done.response as { token?: string };
        if (session.token === undefined) throw ended;
        const { token: started } = session;
        await database.transaction((tx) => updateSessionByLink(tx, started));
        return cookiesOf(done.headers);
      } catch (error) {
        throw isNo(error) ? ended : error;
      }
    },

    async end(headers) {
      const { api } = await auth();
      return cookiesOf((await api.signOut({ headers, returnHeaders: true })).headers);
    },

    async owner(headers) {
      const found = await (await auth()).api.getSession({ headers });
      if (found === null) return undefined;
      const { token } = found.session;
      return await database.read(async (tx) => {
        const user = await selectUser(tx, found.user.id);
        if (user === undefined) return undefined;
        if (user.employee === null) return { user, employee: undefined, token };
        const employee = await employees.get(tx, SYSTEM, user.employee);
        return employee.hiddenAt === null ? { user, employee, token } : undefined;
      });
    },

    async hasPassword({ user }) {
      return (await passwordHash(await auth(), user.id)) !== undefined;
    },

    async setPassword({ user, token, employee }, { password, currentPassword, email }) {
      const { password: hasher, internalAdapter } = await (await auth()).$context;
      const present = await passwordHash(await auth(), user.id);
      const mayReplace = await database.read((tx) => isSessionByLink(tx, token));
      if (present !== undefined && !mayReplace) {
        const right = await hasher.verify({ hash: present, password: currentPassword ?? '' });
        if (!right) {
          throw new Refusal('invalid_value', {
            message: 'The present password is not right.',
            pointer: '/current_password',
          });
        }
      }
      if (email !== undefined && employee === undefined) {
        await internalAdapter.updateUser(user.id, { email: email.toLowerCase() });
      }
      const hash = await hasher.hash(password);
      if (present !== undefined) await internalAdapter.updatePassword(user.id, hash);
      else {
        const account = { userId: user.id, accountId: user.id, providerId: 'credential' };
        await internalAdapter.linkAccount({ ...account, password: hash });
      }
    },
  };
}

async function passwordHash(auth: BetterAuth, userId: string): Promise<string | undefined> {
  const { internalAdapter } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(userId);
  const own = accounts.find(({ providerId }) => providerId === 'credential');
  return own?.password ?? undefined;
}

/** Whether the library refused, rather than failed. */
function isNo(error: unknown): boolean {
  return isAPIError(error) && error.statusCode < 500;
}

const cookiesOf = (headers: Headers): Cookies => ({ cookies: headers.getSetCookie() });
