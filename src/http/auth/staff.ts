import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { selectStaffNeedsTwoFactor, upsertStaffNeedsTwoFactor } from './policies.store.ts';
import type { Room } from './room.ts';
import type { Sessions } from './sessions.ts';
import { lockAdmins, selectStaff, selectWithTwoFactors } from './staff.store.ts';
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
  /** Those who have set up an authenticator app, or a passkey. */
  withTwoFactors(tx: Transaction, people: readonly SignInUser[]): Promise<Set<string>>;
  /** Whether all of them must sign in with two factors. */
  needsTwoFactor(tx: Transaction): Promise<boolean>;
  /**
   * Rules it. Refuses `two_factor_required` where it is to be needed and whoever rules it, or for
   * an API key every admin, has not set it up: somebody must be able to take it back.
   */
  ruleTwoFactor(tx: Transaction, actor: Actor, isNeeded: boolean): Promise<void>;
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
    throw new Refusal('not_found', { message: say('The operator has no such person.') });
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
          message: say('{name} signs in with this address already.', { name: known.name }),
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

    withTwoFactors: (tx, people) =>
      selectWithTwoFactors(
        tx,
        people.map(({ id }) => id),
      ),

    needsTwoFactor: selectStaffNeedsTwoFactor,

    async ruleTwoFactor(tx, actor, isNeeded) {
      // Held until it is decided: the one admin who could take it back cannot go meanwhile.
      const admins = await lockAdmins(tx);
      const before = await selectStaffNeedsTwoFactor(tx);
      if (before === isNeeded) return;
      if (isNeeded) {
        const able = await selectWithTwoFactors(tx, admins);
        const isAble = actor.kind === 'person' ? able.has(actor.id) : able.size > 0;
        if (!isAble) throw noneSetUp(actor);
      }
      await upsertStaffNeedsTwoFactor(tx, isNeeded);
      await events.record(tx, {
        actor,
        at: clock.now(),
        type: 'staff_policy.changed',
        subject: 'staff_policy',
        before: { two_factor_required: before },
        after: { two_factor_required: isNeeded },
      });
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

function noneSetUp(actor: Actor): Refusal {
  const message =
    actor.kind === 'person'
      ? say(
          'Set up two-factor sign-in for yourself on the Security page first: whoever asks it of all must be able to take it back.',
        )
      : say(
          'No operator admin has set up two-factor sign-in yet; one has to, on the Security page, before it can be asked of all.',
        );
  return new Refusal('two_factor_required', { message, pointer: '/two_factor_required' });
}

function describe({ name, email, role }: SignInUser) {
  return { name, email, role };
}
