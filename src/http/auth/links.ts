import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { Employee } from '../../modules/companies/index.ts';
import { type Person, personFor, personOf } from './people.ts';
import type { Room } from './room.ts';
import { makeTicket, type TicketData, useTicket } from './tickets.ts';
import { insertUser, type SignInUser, selectFirstAdmin } from './users.store.ts';

export interface SignInLink {
  /** To be opened in a browser; works once. */
  readonly url: string;
  readonly expiresAt: Date;
}

export type LinkKind = TicketData['link']['kind'];

export interface Links {
  /** A link for the operator's first person, who is made where there is none. */
  forFirstAdmin(address: string): Promise<SignInLink>;
  /** Made by `actor` to hand it on. Refuses `employee_hidden`. */
  forEmployee(
    tx: Transaction,
    actor: Actor,
    employee: Employee,
    address: string,
  ): Promise<SignInLink>;
  /** Made by `actor` for one of the operator's people. */
  forStaff(tx: Transaction, actor: Actor, user: SignInUser, address: string): Promise<SignInLink>;
  forUser(tx: Transaction, user: SignInUser, kind: LinkKind, address: string): Promise<SignInLink>;
  /** Whom the link is for, once. Refuses `unauthenticated`. */
  open(token: string): Promise<{ person: Person; kind: LinkKind }>;
}

/**
 * A link that a person hands on is read from a chat or a terminal, not always at once; one that
 * is mailed is waited for. Either works a single time.
 */
const LINK_MS: Record<LinkKind, number> = {
  mailed: 15 * 60 * 1_000,
  made: 24 * 60 * 60 * 1_000,
  trusted: 24 * 60 * 60 * 1_000,
};

const ENDED: PlainSentence = 'This sign-in link was used already or has ended. Ask for a new one.';

const FIRST_ADMIN_EMAIL = 'operator@operators.invalid';

export function createLinks(room: Room): Links {
  const { database, clock, events } = room;

  async function forUser(tx: Transaction, user: SignInUser, kind: LinkKind, address: string) {
    const expiresAt = new Date(clock.now().getTime() + LINK_MS[kind]);
    const token = await makeTicket(tx, 'link', { user: user.id, kind }, expiresAt);
    // In the fragment, so that it never stands in a log of a proxy or in a Referer.
    const url = `${room.settings.publicUrl ?? address}/sign-in#link=${token}`;
    return { url, expiresAt };
  }

  return {
    forUser,

    async forFirstAdmin(address) {
      return await database.transaction(async (tx) => {
        const found = await selectFirstAdmin(tx);
        const user =
          found ??
          (await insertUser(tx, {
            id: newId('usr'),
            employee: null,
            name: 'Operator',
            email: FIRST_ADMIN_EMAIL,
            role: 'admin',
            removedAt: null,
            createdAt: clock.now(),
          }));
        return await forUser(tx, user, 'trusted', address);
      });
    },

    async forStaff(tx, actor, user, address) {
      const at = clock.now();
      await events.record(tx, { actor, at, type: 'sign_in_link.made', subject: user.id });
      return await forUser(tx, user, 'made', address);
    },

    async forEmployee(tx, actor, employee, address) {
      if (employee.hiddenAt !== null) throw new Refusal('employee_hidden');
      const { user } = await personFor(tx, room, employee);
      await events.record(tx, {
        actor,
        at: clock.now(),
        company: employee.company,
        type: 'sign_in_link.made',
        subject: employee.id,
      });
      return await forUser(tx, user, 'made', address);
    },

    async open(token) {
      const opened = await database.transaction(async (tx) => {
        const ticket = await useTicket(tx, clock, 'link', token);
        const person = ticket && (await personOf(tx, room, ticket.user));
        return ticket && person && { person, kind: ticket.kind };
      });
      if (opened === undefined) throw new Refusal('unauthenticated', { message: say(ENDED) });
      return opened;
    },
  };
}
