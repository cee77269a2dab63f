import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import {
  type Impersonation,
  insertImpersonation,
  selectImpersonation,
  selectOverdue,
  updateImpersonationEnded,
} from './impersonations.store.ts';
import { actorOf } from './people.ts';
import type { Room } from './room.ts';
import type { SessionOwner, Sessions } from './sessions.ts';
import { DUTIES_OF } from './staff-role.ts';
import { selectUser } from './users.store.ts';

export interface Impersonations {
  /** Begins to see what the employee sees. Refuses who may not, a second one, and the hidden. */
  start(
    tx: Transaction,
    owner: SessionOwner,
    input: { employee: string; reason: string; minutes: number },
  ): Promise<Impersonation>;
  /** Ends the one that runs in the session. Refuses `nothing_to_change` where none does. */
  stop(tx: Transaction, owner: SessionOwner): Promise<void>;
  /** Writes down the end of those whose time is up. */
  endOverdue(): Promise<void>;
}

/** Longer than this nobody looks over a shoulder without saying once more why. */
export const IMPERSONATION_MINUTES = { min: 5, max: 60, usual: 30 } as const;

export function createImpersonations(room: Room, deps: { sessions: Sessions }): Impersonations {
  const { database, clock, events, employees } = room;
  const { sessions } = deps;

  async function end(tx: Transaction, running: Impersonation, how: string): Promise<void> {
    const at = clock.now();
    if (!(await updateImpersonationEnded(tx, running.id, at))) return;
    const employee = await employees.get(tx, SYSTEM, running.employee);
    const user = await selectUser(tx, running.userId);
    await events.record(tx, {
      actor: user === undefined ? SYSTEM : actorOf({ user, employee: undefined }),
      at,
      company: employee.company,
      type: 'impersonation.ended',
      subject: running.employee,
      after: { impersonation: running.id, how },
    });
  }

  // Whoever signs out, or is signed out, has stopped looking.
  for (const type of ['session.ended', 'session.revoked']) {
    events.on(type, async (tx, { subject }) => {
      const running = await selectImpersonation(tx, subject);
      if (running !== undefined) await end(tx, running, 'signed_out');
    });
  }

  return {
    async start(tx, owner, { employee: id, reason, minutes }) {
      const { user, session } = owner;
      if (user.role === null || !DUTIES_OF[user.role].has('impersonate')) {
        throw new Refusal('scope_missing', {
          message: say('Only the operator’s admins and support see what an employee sees.'),
          facts: { duty: 'impersonate' },
        });
      }
      const running = await selectImpersonation(tx, session.id);
      if (running !== undefined) await end(tx, running, 'another_started');
      const employee = await employees.get(tx, SYSTEM, id);
      if (employee.hiddenAt !== null) throw new Refusal('employee_hidden');
      const startedAt = clock.now();
      const made: Impersonation = {
        id: newId('imp'),
        sessionId: session.id,
        userId: user.id,
        employee: employee.id,
        reason,
        startedAt,
        endsAt: new Date(startedAt.getTime() + minutes * 60_000),
      };
      await insertImpersonation(tx, made);
      await sessions.renew(tx, user.id);
      await events.record(tx, {
        actor: actorOf(owner),
        at: startedAt,
        company: employee.company,
        type: 'impersonation.started',
        subject: employee.id,
        after: { impersonation: made.id, reason, ends_at: made.endsAt.toISOString() },
      });
      return made;
    },

    async stop(tx, owner) {
      const running = await selectImpersonation(tx, owner.session.id);
      if (running === undefined) {
        throw new Refusal('nothing_to_change', { message: say('You see what you see yourself.') });
      }
      await end(tx, running, 'stopped');
      await sessions.renew(tx, owner.user.id);
    },

    async endOverdue() {
      await database.transaction(async (tx) => {
        for (const one of await selectOverdue(tx, clock.now())) await end(tx, one, 'time');
      });
    },
  };
}
