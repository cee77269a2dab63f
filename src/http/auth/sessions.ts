import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import type { Employee } from '../../modules/companies/index.ts';
import { selectImpersonation } from './impersonations.store.ts';
import { actorOf, type Person, personOf } from './people.ts';
import { selectPolicy, selectStaffNeedsTwoFactor } from './policies.store.ts';
import type { Room } from './room.ts';
import { selectSecondFactor } from './second-factors.store.ts';
import {
  deleteSessions,
  deleteSessionsBefore,
  insertSession,
  moveImpersonation,
  type Session,
  type SignInMethod,
  selectSession,
  selectSessionsOf,
  selectSuccessor,
  updateSession,
  updateSessionsRenew,
} from './sessions.store.ts';
import { newSecret } from './tickets.ts';
import { selectUserOfEmployee } from './users.store.ts';
import { type Cookies, deviceOf, type Visitor } from './visitor.ts';

/** Who a session belongs to. */
export interface SessionOwner extends Person {
  readonly session: Session;
  /** Their company, or the operator of its own, asks for two factors; the session has one. */
  readonly mustSetUpTwoFactor: boolean;
  /** Whose pages the operator's person looks at, and until when. */
  readonly impersonation: RunningImpersonation | undefined;
  /** Set where the session was given a new token by this very request. */
  readonly renewed: Cookies | undefined;
}

export interface RunningImpersonation {
  readonly employee: Employee;
  readonly reason: string;
  readonly endsAt: Date;
}

export interface Sessions {
  /** Begins a session; the cookie that carries it. */
  begin(
    person: Person,
    how: { method: SignInMethod; secondFactor: boolean },
    visitor: Visitor,
  ): Promise<Cookies>;
  /** Takes on the session that the library began, where a passkey was shown. */
  adopt(person: Person, token: string, visitor: Visitor): Promise<void>;
  /** Undefined without a session in force; somebody hidden or removed has none. */
  owner(visitor: Visitor): Promise<SessionOwner | undefined>;
  /** Ends the visitor's session. */
  end(visitor: Visitor): Promise<Cookies>;
  /** Those in force, the last used first. */
  list(tx: Transaction, userId: string): Promise<Session[]>;
  /** Ends one (`only`) or all but one (`except`), or all; how many. */
  revoke(
    tx: Transaction,
    person: Person,
    which?: { only?: string; except?: string },
    by?: Actor,
  ): Promise<number>;
  /** Gives every session of the user a new token at its next request. */
  renew(tx: Transaction, userId: string): Promise<void>;
  forgetEnded(): Promise<void>;
}

/** Finer than this nobody asks when a session was last used, and a write a minute is nothing. */
const TOUCHED_MS = 60_000;

/** Requests that were under way with the old token when the new one was given are answered. */
const REPLACED_MS = 30_000;

export function createSessions(room: Room): Sessions {
  const { database, clock, events, settings } = room;

  const record = (
    tx: Transaction,
    person: Person,
    change: { type: string; subject: string; after?: Record<string, unknown> },
    actor: Actor = actorOf(person),
  ) => events.record(tx, { ...change, actor, company: person.employee?.company, at: clock.now() });

  async function cookieFor(token: string): Promise<Cookies> {
    const { api } = await room.library();
    const { headers } = await api.writeSessionToken({ body: { token }, returnHeaders: true });
    return { cookies: headers.getSetCookie() };
  }

  async function tokenOf({ headers }: Visitor): Promise<string | undefined> {
    if (!headers.has('cookie')) return undefined;
    return await (await room.library()).api.readSessionToken({ headers });
  }

  function isInForce(session: Session): boolean {
    const now = clock.now().getTime();
    return (
      session.expiresAt.getTime() > now &&
      session.startedAt.getTime() + settings.sessionMs > now &&
      session.lastUsedAt.getTime() + settings.sessionIdleMs > now
    );
  }

  /** The session in force; of one that was given a new token meanwhile, the one that goes on. */
  async function sessionBehind(tx: Transaction, token: string): Promise<Session | undefined> {
    const session = await selectSession(tx, token);
    if (session === undefined || !isInForce(session)) return undefined;
    return session.replaced ? await selectSuccessor(tx, session) : session;
  }

  async function limitsOf(tx: Transaction, { user, employee }: Person, session: Session) {
    if (employee === undefined) {
      return {
        mustSetUpTwoFactor: !session.secondFactor && (await staffMustSetUp(tx, user.id)),
        impersonation: await impersonationIn(tx, session),
      };
    }
    const policy = await selectPolicy(tx, employee.company);
    const mustSetUpTwoFactor = policy.twoFactorRequired && !session.secondFactor;
    return { mustSetUpTwoFactor, impersonation: undefined };
  }

  /**
   * Whoever has set it up and is here without it came by the link that the product printed: whoever
   * starts the process owns the database, and so the last admin is never locked out.
   */
  async function staffMustSetUp(tx: Transaction, userId: string): Promise<boolean> {
    if (!(await selectStaffNeedsTwoFactor(tx))) return false;
    return (await selectSecondFactor(tx, userId))?.confirmedAt == null;
  }

  async function impersonationIn(tx: Transaction, session: Session) {
    const running = await selectImpersonation(tx, session.id);
    if (running === undefined || running.endsAt <= clock.now()) return undefined;
    const employee = await room.employees.get(tx, SYSTEM, running.employee);
    return { employee, reason: running.reason, endsAt: running.endsAt };
  }

  /** A new token for the same session; undefined where another request was quicker. */
  async function renewNow(token: string): Promise<Session | undefined> {
    return await database.transaction(async (tx) => {
      const old = await selectSession(tx, token, 'lock');
      if (old === undefined || old.replaced || !old.renew) return undefined;
      const now = clock.now();
      const fresh = {
        ...old,
        id: newId('ses'),
        token: newSecret(),
        renew: false,
        lastUsedAt: now,
      };
      await insertSession(tx, fresh, now);
      await moveImpersonation(tx, old.id, fresh.id);
      const expiresAt = new Date(now.getTime() + REPLACED_MS);
      await updateSession(tx, old.id, { replaced: true, renew: false, expiresAt });
      return fresh;
    });
  }

  events.on('employee.hidden', async (tx, { subject }) => {
    const user = await selectUserOfEmployee(tx, subject);
    if (user !== undefined) await deleteSessions(tx, user.id);
  });
  // Whoever may do more or less than before goes on under another token.
  events.on('employee.changed', async (tx, { subject, before, after }) => {
    if (before?.permission_group === after?.permission_group) return;
    const user = await selectUserOfEmployee(tx, subject);
    if (user !== undefined) await updateSessionsRenew(tx, user.id);
  });

  return {
    async begin(person, { method, secondFactor }, visitor) {
      const now = clock.now();
      const session: Session = {
        id: newId('ses'),
        userId: person.user.id,
        token: newSecret(),
        method,
        secondFactor,
        address: visitor.address,
        device: deviceOf(visitor),
        startedAt: now,
        lastUsedAt: now,
        expiresAt: new Date(now.getTime() + settings.sessionMs),
        renew: false,
        replaced: false,
      };
      await database.transaction(async (tx) => {
        await insertSession(tx, session, now);
        const after = { method, second_factor: secondFactor, device: session.device };
        await record(tx, person, { type: 'session.started', subject: session.id, after });
      });
      return await cookieFor(session.token);
    },

    async adopt(person, token, visitor) {
      const now = clock.now();
      await database.transaction(async (tx) => {
        const session = await selectSession(tx, token, 'lock');
        if (session === undefined) return;
        await updateSession(tx, session.id, {
          startedAt: now,
          lastUsedAt: now,
          expiresAt: new Date(now.getTime() + settings.sessionMs),
          address: visitor.address,
        });
        const after = { method: 'passkey', second_factor: true, device: session.device };
        await record(tx, person, { type: 'session.started', subject: session.id, after });
      });
    },

    async owner(visitor) {
      const token = await tokenOf(visitor);
      if (token === undefined) return undefined;
      const found = await database.read(async (tx) => {
        const session = await sessionBehind(tx, token);
        if (session === undefined) return undefined;
        const person = await personOf(tx, room, session.userId);
        return person && { ...person, session, ...(await limitsOf(tx, person, session)) };
      });
      if (found === undefined) return undefined;
      if (found.session.renew) {
        const fresh = await renewNow(found.session.token);
        if (fresh !== undefined) {
          return { ...found, session: fresh, renewed: await cookieFor(fresh.token) };
        }
      }
      const now = clock.now();
      if (now.getTime() - found.session.lastUsedAt.getTime() > TOUCHED_MS) {
        const touched = { lastUsedAt: now, address: visitor.address };
        await database.transaction((tx) => updateSession(tx, found.session.id, touched));
      }
      return { ...found, renewed: undefined };
    },

    async end(visitor) {
      const token = await tokenOf(visitor);
      if (token !== undefined) {
        await database.transaction(async (tx) => {
          const session = await selectSession(tx, token);
          const person = session && (await personOf(tx, room, session.userId));
          if (session === undefined) return;
          await deleteSessions(tx, session.userId, { only: session.id });
          if (person === undefined) return;
          await record(tx, person, { type: 'session.ended', subject: session.id });
        });
      }
      const { api } = await room.library();
      const { headers } = await api.clearSessionToken({ returnHeaders: true });
      return { cookies: headers.getSetCookie() };
    },

    list: async (tx, userId) => (await selectSessionsOf(tx, userId)).filter(isInForce),

    async revoke(tx, person, which = {}, by) {
      const ended = await deleteSessions(tx, person.user.id, which);
      for (const subject of ended) {
        await record(tx, person, { type: 'session.revoked', subject }, by);
      }
      return ended.length;
    },

    renew: updateSessionsRenew,

    async forgetEnded() {
      const now = clock.now();
      const idle = new Date(now.getTime() - settings.sessionIdleMs);
      await database.transaction((tx) => deleteSessionsBefore(tx, { expired: now, idle }));
    },
  };
}
