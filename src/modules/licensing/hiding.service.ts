import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';
import { listOf } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { requirementChain } from '../catalog/index.ts';
import type { Employee } from '../companies/index.ts';
import { noRoom } from './assignment-refusals.ts';
import {
  type Assignment,
  endAssignments,
  insertAssignments,
  selectEndedByHiding,
  selectTypesOfHidden,
} from './assignments.store.ts';
import { lockHolder } from './holder.service.ts';
import { type StillPayingFor, stillPayingFor } from './leftover.ts';
import { type LicensingDeps, loadLicensing } from './licensing-state.service.ts';
import { roomFor } from './room.ts';
import { assigned, tell, tellWhatTookEffect, unassigned } from './told-changes.service.ts';

export interface Hidden {
  readonly employee: Employee;
  /** Of the types that the employee held: hiding never lowers a total. */
  readonly stillPayingFor: readonly StillPayingFor[];
}

/** A license that showing could not give back. */
export interface NotRestored {
  readonly licenseType: string;
  readonly code: RefusalCode;
  readonly message: string;
}

export interface Shown {
  readonly employee: Employee;
  readonly restored: readonly string[];
  readonly notRestored: readonly NotRestored[];
}

export interface Hiding {
  /** Ends sign-in and assignments, and remembers them. Hiding twice changes nothing. */
  hide(tx: Transaction, actor: Actor, employee: string): Promise<Hidden>;
  /** Gives back what was held and still has room. Showing twice changes nothing. */
  show(tx: Transaction, actor: Actor, employee: string): Promise<Shown>;
  /**
   * Every type that the account pays for beyond what its employees hold. Ports are among them
   * only where a hidden employee held one: others may serve calls that no employee makes.
   */
  leftovers(tx: Transaction, account: BillingAccount): Promise<StillPayingFor[]>;
}

export function createHiding(deps: LicensingDeps): Hiding {
  const { accounts, employees, events } = deps;

  async function leftovers(tx: Transaction, account: BillingAccount, only: ReadonlySet<string>) {
    const { state, rules } = await loadLicensing(tx, deps, account);
    return [...state.types.values()]
      .filter(({ licenseType }) => only.has(licenseType))
      .map((type) => stillPayingFor(account.id, type, account.period.end, rules))
      .filter((left) => left !== undefined);
  }

  /** What is still paid for of these types, at the account they were held from. */
  async function leftoversOf(tx: Transaction, actor: Actor, ended: readonly Assignment[]) {
    const [first] = ended;
    if (first === undefined) return [];
    const account = await accounts.get(tx, actor, first.account);
    return await leftovers(tx, account, new Set(ended.map(({ licenseType }) => licenseType)));
  }

  return {
    async leftovers(tx, account) {
      const { state } = await loadLicensing(tx, deps, account);
      const heldByHidden = await selectTypesOfHidden(tx, account.id);
      const types = [...state.types.values()].filter(
        ({ unit, licenseType }) => unit === 'seat' || heldByHidden.has(licenseType),
      );
      return await leftovers(tx, account, new Set(types.map(({ licenseType }) => licenseType)));
    },

    async hide(tx, actor, id) {
      const { employee, account, held, now } = await lockHolder(tx, deps, actor, id);
      if (employee.hiddenAt !== null) {
        const ended = await selectEndedByHiding(tx, id, employee.hiddenAt);
        return { employee, stillPayingFor: await leftoversOf(tx, actor, ended) };
      }
      await employees.setHidden(tx, id, now);
      const ids = held.map((assignment) => assignment.id);
      await endAssignments(tx, ids, { at: now, reason: 'hidden' });
      for (const { licenseType, account: from } of account === undefined ? [] : held) {
        const told = unassigned(id, licenseType, from, 'hidden');
        await tell(tx, deps, actor, account as BillingAccount, told);
      }
      const licenses = held.map(({ licenseType }) => licenseType);
      await events.record(tx, {
        actor,
        at: now,
        company: employee.company,
        account: account?.id,
        type: 'employee.hidden',
        subject: id,
        before: { hidden: false, licenses },
        after: { hidden: true },
      });
      const hidden = await employees.get(tx, actor, id);
      return { employee: hidden, stillPayingFor: await leftoversOf(tx, actor, held) };
    },

    async show(tx, actor, id) {
      const before = await employees.get(tx, actor, id);
      const remembered = await rememberedOf(tx, before);
      const payer = remembered[0]?.account;
      const account = payer === undefined ? undefined : await accounts.lock(tx, actor, payer);
      const employee = await employees.lock(tx, actor, id);
      if (employee.hiddenAt === null) return { employee, restored: [], notRestored: [] };
      await employees.setHidden(tx, id, null);
      const result =
        account === undefined
          ? { restored: [], notRestored: [] }
          : await restore(tx, deps, actor, account, remembered);
      const company = await deps.companies.get(tx, actor, employee.company);
      await events.record(tx, {
        actor,
        at: account?.now ?? (await accounts.companyNow(tx, company)),
        company: employee.company,
        account: account?.id,
        type: 'employee.shown',
        subject: id,
        before: { hidden: true },
        after: {
          hidden: false,
          restored: result.restored,
          not_restored: result.notRestored.map(({ licenseType }) => licenseType),
        },
      });
      return { employee: await employees.get(tx, actor, id), ...result };
    },
  };
}

async function rememberedOf(tx: Transaction, employee: Employee): Promise<Assignment[]> {
  if (employee.hiddenAt === null) return [];
  return await selectEndedByHiding(tx, employee.id, employee.hiddenAt);
}

/** Assigns again, what is required first, as much of `remembered` as has room. */
async function restore(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  account: BillingAccount,
  remembered: readonly Assignment[],
): Promise<{ restored: string[]; notRestored: NotRestored[] }> {
  await tellWhatTookEffect(tx, deps, account);
  const { state, rules, snapshot } = await loadLicensing(tx, deps, account);
  const codes = new Set(remembered.map(({ licenseType }) => licenseType));
  const inOrder = [...codes].flatMap((code) => requirementChain(snapshot, code, account.today));
  const restored: string[] = [];
  const notRestored: NotRestored[] = [];
  const employee = remembered[0]?.employee ?? '';
  for (const code of new Set(inOrder)) {
    const type = state.types.get(code);
    if (type === undefined || !codes.has(code)) continue;
    const leave = (why: RefusalCode, message: string) =>
      notRestored.push({ licenseType: code, code: why, message });
    const lacking = type.requires.filter((required) => !restored.includes(required));
    const room = roomFor(type);
    if (account.standing === 'closed') {
      leave('account_closed', say('The billing account that paid for it is closed.'));
    } else if (lacking.length > 0) {
      leave(
        'required_license_missing',
        say('{type} needs {licenses} first.', { type: type.name, licenses: listOf(lacking) }),
      );
    } else if (room !== 'room') {
      const { refused, details } = noRoom(type, room, state, rules);
      leave(refused, details.message ?? refused);
    } else {
      const given = { account: account.id, employee, licenseType: code, assignedAt: account.now };
      await insertAssignments(tx, [given]);
      await tell(tx, deps, actor, account, assigned(employee, code, account.id));
      restored.push(code);
    }
  }
  return { restored, notRestored };
}
