import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Room } from './room.ts';
import type { Sessions } from './sessions.ts';
import { lockAdmins, selectStaff } from './staff.store.ts';
import type { StaffRole } from './staff-role.ts';
import {
  insertUser,
  type SignInUser,
  selectUser,
  selectUserByEmail,
  updateUser,
} from './users.store.ts';

/** The operator's people. */
export interface Staff {
  list(tx: Transaction, page: { after?: string | undefined; limit: number }): Promise<SignInUser[]>;
  /** Refuses `not_found`, also for somebody removed and for an employee. */
  get(tx: Transaction, id: string): Promise<SignInUser>;
  /** Refuses `already_exists`. Somebody who was removed is there again. */
  invite(
    tx: Transaction,
    actor: Actor,
    input: { name: string; email: string; role: StaffRole },
  ): Promise<SignInUser>;
  /** Takes effect at once, under another token. Refuses `last_admin`. */
  change(
    tx: Transaction,
    actor: Actor,
    id: string,
    input: { name?: string | undefined; role?: StaffRole | undefined },
  ): Promise<SignInUser>;
  /** Ends their sessions; what they did stays in the audit log. Refuses `last_admin`. */
  remove(tx: Transaction, actor: Actor, id: string): Promise<void>;
}

export function createStaff(room: Room, deps: { sessions: Sessions }): Staff {
  const { clock, events } = room;
  const { sessions } = deps;

  const record = (
    tx: Transaction,
    actor: Actor,
    type: string,
    { before, after }: { before?: SignInUser; after?: SignInUser },
  ) =>
    events.record(tx, {
      actor,
      at: clock.now(),
      type,
      subject: after?.id ?? before?.id ?? '',
      before: before && describe(before),
      after: after && describe(after),
    });

  async function get(tx: Transaction, id: string): Promise<SignInUser> {
    const user = await selectUser(tx, id);
    if (user !== undefined && user.role !== null && user.removedAt === null) return user;
    throw new Refusal('not_found', { message: 'The operator has no such person.' });
  }

  async function refuseLastAdmin(tx: Transaction, user: SignInUser): Promise<void> {
    if (user.role !== 'admin') return;
    if ((await lockAdmins(tx)).some((id) => id !== user.id)) return;
    throw new Refusal('last_admin');
  }

  return {
    list: selectStaff,
    get,

    async invite(tx, actor, { name, email, role }) {
      const address = email.toLowerCase();
      const known = await selectUserByEmail(tx, address);
      if (known !== undefined && known.removedAt === null) {
        throw new Refusal('already_exists', {
          message: `${known.name} signs in with this address already.`,
          pointer: '/email',
        });
      }
      const made: SignInUser = {
        id: known?.id ?? newId('usr'),
        employee: null,
        name,
        email: address,
        role,
        removedAt: null,
        createdAt: known?.createdAt ?? clock.now(),
      };
      if (known === undefined) await insertUser(tx, made);
      else await updateUser(tx, made.id, { name, role, removedAt: null }, clock.now());
      await record(tx, actor, 'staff.invited', { after: made });
      return made;
    },

    async change(tx, actor, id, input) {
      const before = await get(tx, id);
      const after = {
        ...before,
        name: input.name ?? before.name,
        role: input.role ?? before.role,
      };
      if (after.role !== before.role) {
        if (before.role === 'admin') await refuseLastAdmin(tx, before);
        await sessions.renew(tx, id);
      }
      await updateUser(tx, id, input, clock.now());
      await record(tx, actor, 'staff.changed', { before, after });
      return after;
    },

    async remove(tx, actor, id) {
      const before = await get(tx, id);
      await refuseLastAdmin(tx, before);
      await updateUser(tx, id, { removedAt: clock.now() }, clock.now());
      await sessions.revoke(tx, { user: before, employee: undefined }, {}, actor);
      await record(tx, actor, 'staff.removed', { before });
    },
  };
}

function describe({ name, email, role }: SignInUser) {
  return { name, email, role };
}
