import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Company, PermissionGroup } from './company.ts';
import {
  countMembers,
  deleteGroup,
  insertGroup,
  selectGroups,
  updateGroup,
} from './employees.store.ts';
import type { Permission } from './permission.ts';

export interface GroupInput {
  readonly name: string;
  readonly permissions: readonly Permission[];
}

export interface PermissionGroups {
  /** The shipped ones and the company's own. */
  list(tx: Transaction, company: Company): Promise<PermissionGroup[]>;
  get(tx: Transaction, company: Company, id: string): Promise<PermissionGroup>;
  /** Refuses `already_exists` where the company sees a group of that name. */
  create(
    tx: Transaction,
    actor: Actor,
    company: Company,
    input: GroupInput,
    at: Date,
  ): Promise<PermissionGroup>;
  /** Refuses `not_editable` for a shipped group. Takes effect for its members at once. */
  change(
    tx: Transaction,
    actor: Actor,
    company: Company,
    id: string,
    input: Partial<GroupInput>,
    at: Date,
  ): Promise<PermissionGroup>;
  /** Refuses `group_in_use` while anyone, hidden or not, is in it. */
  remove(tx: Transaction, actor: Actor, company: Company, id: string, at: Date): Promise<void>;
}

export function createPermissionGroups({ events }: { events: Events }): PermissionGroups {
  async function get(tx: Transaction, company: Company, id: string): Promise<PermissionGroup> {
    const group = (await selectGroups(tx, company.id)).find((candidate) => candidate.id === id);
    if (group !== undefined) return group;
    throw new Refusal('not_found', { message: say('There is no such permission group.') });
  }

  async function getEditable(tx: Transaction, company: Company, id: string) {
    const group = await get(tx, company, id);
    if (group.editable) return group;
    throw new Refusal('not_editable', {
      message: say('{group} is a shipped group and stays as it is; make one of your own instead.', {
        group: group.name,
      }),
    });
  }

  async function refuseTakenName(
    tx: Transaction,
    company: Company,
    name: string,
    except?: string,
  ): Promise<void> {
    const groups = await selectGroups(tx, company.id);
    if (!groups.some((group) => group.name === name && group.id !== except)) return;
    throw new Refusal('already_exists', {
      message: say('There is a permission group "{name}" already.', { name }),
      pointer: '/name',
    });
  }

  const record = (
    tx: Transaction,
    actor: Actor,
    type: string,
    id: string,
    at: Date,
    company: Company,
    [before, after]: [PermissionGroup | undefined, PermissionGroup | undefined],
  ) =>
    events.record(tx, {
      actor,
      at,
      company: company.id,
      type,
      subject: id,
      before: before && { name: before.name, permissions: before.permissions },
      after: after && { name: after.name, permissions: after.permissions },
    });

  return {
    list: (tx, company) => selectGroups(tx, company.id),
    get,

    async create(tx, actor, company, input, at) {
      await refuseTakenName(tx, company, input.name);
      const group = { ...input, id: newId('grp'), company: company.id, editable: true };
      await insertGroup(tx, group, at);
      await record(tx, actor, 'permission_group.created', group.id, at, company, [
        undefined,
        group,
      ]);
      return group;
    },

    async change(tx, actor, company, id, input, at) {
      const before = await getEditable(tx, company, id);
      const after = {
        ...before,
        name: input.name ?? before.name,
        permissions: input.permissions ?? before.permissions,
      };
      await refuseTakenName(tx, company, after.name, id);
      await updateGroup(tx, after);
      await record(tx, actor, 'permission_group.changed', id, at, company, [before, after]);
      return after;
    },

    async remove(tx, actor, company, id, at) {
      const group = await getEditable(tx, company, id);
      const members = await countMembers(tx, id);
      if (members > 0) {
        throw new Refusal('group_in_use', {
          message: say(
            '{members, plural, one {# employee is} other {# employees are}} in "{group}"; give them another group first.',
            {
              members,
              group: group.name,
            },
          ),
          facts: { members },
        });
      }
      await deleteGroup(tx, id);
      await record(tx, actor, 'permission_group.removed', id, at, company, [group, undefined]);
    },
  };
}
