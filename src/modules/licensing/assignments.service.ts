import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { requirementChain } from '../catalog/index.ts';
import type { Company, Employee } from '../companies/index.ts';
import { noRoom, otherAccount, requiredByOthers, requiredMissing } from './assignment-refusals.ts';
import {
  type Assignment,
  endAssignments,
  insertAssignments,
  selectHeldBy,
  selectHeldByEach,
} from './assignments.store.ts';
import { holderAccount, lockHolder } from './holder.service.ts';
import type { LicenseTotal } from './license-total.ts';
import {
  type LicensingDeps,
  type LoadedLicensing,
  loadLicensing,
} from './licensing-state.service.ts';
import { roomFor } from './room.ts';
import { assigned, tell, tellAll, tellWhatTookEffect, unassigned } from './told-changes.service.ts';
import { dependentTypes } from './unassignment.ts';

/** What an employee holds, and who pays for it. */
export interface EmployeeLicenses {
  readonly employee: string;
  /** Where their licenses come from; undefined while they hold none. */
  readonly billingAccount?: string;
  /** By license type. */
  readonly licenses: readonly Assignment[];
}

export interface AssignOptions {
  readonly billingAccount: string;
  /** Assigns what the license requires along with it. */
  readonly withRequired?: boolean | undefined;
}

export interface UnassignOptions {
  /** Must agree with where the employee's licenses come from. */
  readonly billingAccount?: string | undefined;
  /** Takes along what cannot be held without the license. */
  readonly withRequired?: boolean | undefined;
}

export interface Assignments {
  employeeLicenses(tx: Transaction, actor: Actor, employee: string): Promise<EmployeeLicenses>;
  /** The same of several employees of one company, in their order. */
  licensesOfEach(
    tx: Transaction,
    company: Company,
    employees: readonly Employee[],
  ): Promise<EmployeeLicenses[]>;
  /**
   * Gives an employee a license, from now. Holding it already changes nothing. Refuses
   * `employee_hidden`, `account_closed`, `unknown_code`, `other_billing_account`,
   * `required_license_missing`, `no_license_available` and `pending_total_reached`.
   */
  assign(
    tx: Transaction,
    actor: Actor,
    employee: string,
    code: string,
    options: AssignOptions,
  ): Promise<EmployeeLicenses>;
  /**
   * Takes a license away, from now; never lowers a total. Not holding it changes nothing.
   * Refuses `required_by_other_license`, `other_billing_account` and `unknown_code`.
   */
  unassign(
    tx: Transaction,
    actor: Actor,
    employee: string,
    code: string,
    options: UnassignOptions,
  ): Promise<EmployeeLicenses>;
  /**
   * Moves all of an employee's licenses to another account of the company, or none of them.
   * Refuses as `assign` does where the other account has no room.
   */
  move(
    tx: Transaction,
    actor: Actor,
    employee: string,
    billingAccount: string,
  ): Promise<EmployeeLicenses>;
}

function licensesAs(employee: Employee, licenses: readonly Assignment[]): EmployeeLicenses {
  const billingAccount = licenses[0]?.account;
  return {
    employee: employee.id,
    ...(billingAccount !== undefined && { billingAccount }),
    licenses,
  };
}

export function createAssignments(deps: LicensingDeps): Assignments {
  const { accounts, companies, employees } = deps;

  async function licensesOf(tx: Transaction, employee: Employee, now: Date) {
    return licensesAs(employee, await selectHeldBy(tx, employee.id, now));
  }

  return {
    async employeeLicenses(tx, actor, id) {
      const employee = await employees.get(tx, actor, id);
      const company = await companies.get(tx, actor, employee.company);
      return await licensesOf(tx, employee, await accounts.companyNow(tx, company));
    },

    async licensesOfEach(tx, company, several) {
      const now = await accounts.companyNow(tx, company);
      const ids = several.map(({ id }) => id);
      const held = Map.groupBy(await selectHeldByEach(tx, ids, now), ({ employee }) => employee);
      return several.map((employee) => licensesAs(employee, held.get(employee.id) ?? []));
    },

    async assign(tx, actor, id, code, { billingAccount, withRequired }) {
      const known = await employees.get(tx, actor, id);
      const account = await lockPayer(tx, deps, actor, known, billingAccount);
      const employee = await employees.lock(tx, actor, id);
      const held = await selectHeldBy(tx, id, account.now);
      const present = holderAccount(held);
      if (employee.hiddenAt !== null) throw new Refusal('employee_hidden');
      if (present !== undefined && present !== account.id) {
        throw new Refusal('other_billing_account', otherAccount(id, present));
      }
      const loaded = await loadLicensing(tx, deps, account);
      const type = knownType(loaded, code);
      const codes = codesToAssign(loaded, type, held, withRequired ?? false, id);
      await give(tx, deps, actor, loaded, id, codes);
      return await licensesOf(tx, employee, account.now);
    },

    async unassign(tx, actor, id, code, { billingAccount, withRequired }) {
      const { employee, account, held } = await lockHolder(tx, deps, actor, id);
      await refuseUnknownCode(tx, deps, code);
      if (billingAccount !== undefined) {
        const named = await accounts.get(tx, actor, billingAccount);
        if (account !== undefined && named.id !== account.id) {
          throw new Refusal('other_billing_account', otherAccount(id, account.id));
        }
      }
      if (account === undefined || !held.some(({ licenseType }) => licenseType === code)) {
        return {
          employee: employee.id,
          ...(account && { billingAccount: account.id }),
          licenses: held,
        };
      }
      const { state } = await loadLicensing(tx, deps, account);
      const needing = dependentTypes(state.types, code);
      const dependents = held.filter(({ licenseType }) => needing.has(licenseType));
      if (dependents.length > 0 && withRequired !== true) {
        const names = dependents.map(({ licenseType }) => licenseType);
        throw new Refusal('required_by_other_license', requiredByOthers(id, code, names));
      }
      const ending = held.filter(({ licenseType }) => licenseType === code);
      await takeAway(tx, deps, actor, account, [...dependents, ...ending], 'unassigned');
      return await licensesOf(tx, employee, account.now);
    },

    async move(tx, actor, id, billingAccount) {
      const known = await employees.get(tx, actor, id);
      // Both accounts are locked in the order of their ids, so two moves never wait in a circle.
      const target = await accounts.get(tx, actor, billingAccount);
      const present = holderAccount(await selectHeldBy(tx, id, target.now));
      for (const other of [billingAccount, present].sort()) {
        if (other !== undefined) await accounts.lock(tx, actor, other);
      }
      const account = await lockPayer(tx, deps, actor, known, billingAccount);
      const employee = await employees.lock(tx, actor, id);
      const held = await selectHeldBy(tx, id, account.now);
      if (employee.hiddenAt !== null) throw new Refusal('employee_hidden');
      if (present === undefined || present === account.id) {
        return await licensesOf(tx, employee, account.now);
      }
      const from = await accounts.lock(tx, actor, present);
      await tellWhatTookEffect(tx, deps, from);
      await takeAway(tx, deps, actor, from, held, 'moved');
      const codes = held.map(({ licenseType }) => licenseType);
      await give(tx, deps, actor, await loadLicensing(tx, deps, account), id, codes);
      return await licensesOf(tx, employee, account.now);
    },
  };
}

/** Locks the account that is to pay for the employee, brought up to its now. */
async function lockPayer(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  employee: Employee,
  billingAccount: string,
): Promise<BillingAccount> {
  const account = await deps.accounts.lock(tx, actor, billingAccount);
  if (account.company !== employee.company) {
    throw new Refusal('not_found', { message: say('There is no such billing account.') });
  }
  if (account.standing === 'closed') throw new Refusal('account_closed');
  await tellWhatTookEffect(tx, deps, account);
  return account;
}

function knownType(loaded: LoadedLicensing, code: string): LicenseTotal {
  const type = loaded.state.types.get(code);
  if (type !== undefined) return type;
  throw unknownCode(code);
}

async function refuseUnknownCode(
  tx: Transaction,
  deps: LicensingDeps,
  code: string,
): Promise<void> {
  const { license_type } = await deps.catalog.load(tx);
  if (!license_type.has(code)) throw unknownCode(code);
}

function unknownCode(code: string): Refusal {
  return new Refusal('unknown_code', {
    message: say('There is no license type "{code}" in the catalog.', { code }),
    facts: { code },
  });
}

/** The license and what it requires, as far as the employee lacks them; the required first. */
function codesToAssign(
  loaded: LoadedLicensing,
  type: LicenseTotal,
  held: readonly Assignment[],
  withRequired: boolean,
  employee: string,
): string[] {
  const has = new Set(held.map(({ licenseType }) => licenseType));
  if (has.has(type.licenseType)) return [];
  const chain = requirementChain(loaded.snapshot, type.licenseType, loaded.account.today);
  const lacking = chain.filter((code) => !has.has(code));
  const missing = lacking.filter((code) => code !== type.licenseType);
  if (missing.length > 0 && !withRequired) {
    throw new Refusal('required_license_missing', requiredMissing(employee, type, missing));
  }
  return lacking;
}

/** Assigns every one of `codes`, or refuses and assigns none. The account is locked. */
async function give(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  loaded: LoadedLicensing,
  employee: string,
  codes: readonly string[],
): Promise<void> {
  const { account, state, rules } = loaded;
  for (const code of codes) {
    const type = knownType(loaded, code);
    const room = roomFor(type);
    if (room === 'room') continue;
    const { refused, details } = noRoom(type, room, state, rules);
    throw new Refusal(refused, details);
  }
  const assignedAt = account.now;
  const given = codes.map((licenseType) => ({
    account: account.id,
    employee,
    licenseType,
    assignedAt,
  }));
  await insertAssignments(tx, given);
  const told = codes.map((licenseType) => assigned(employee, licenseType, account.id));
  await tellAll(tx, deps, actor, account, told);
}

async function takeAway(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  account: BillingAccount,
  ending: readonly Assignment[],
  reason: 'unassigned' | 'moved',
): Promise<void> {
  const ids = ending.map(({ id }) => id);
  await endAssignments(tx, ids, { at: account.now, reason });
  for (const { employee, licenseType, account: from } of ending) {
    assert(from === account.id, 'all licenses of an employee come from one account');
    await tell(tx, deps, actor, account, unassigned(employee, licenseType, from, reason));
  }
}
