import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { BillingAccount } from '../accounts/index.ts';
import type { Employee } from '../companies/index.ts';
import { type Assignment, selectHeldBy } from './assignments.store.ts';
import type { LicensingDeps } from './licensing-state.service.ts';
import { tellWhatTookEffect } from './told-changes.service.ts';

/** An employee with what they hold, both they and the account that pays being locked. */
export interface LockedHolder {
  readonly employee: Employee;
  /** Undefined where they hold nothing. */
  readonly account: BillingAccount | undefined;
  readonly held: readonly Assignment[];
  /** The instant on their company's clock. */
  readonly now: Date;
}

/** The account that the assignments of one employee come from. */
export function holderAccount(held: readonly Assignment[]): string | undefined {
  const [first] = held;
  assert(
    held.every(({ account }) => account === first?.account),
    'all licenses of an employee come from one account',
  );
  return first?.account;
}

/**
 * Locks first the account that an employee's licenses come from and then the employee, as
 * everyone does. Should the employee be moved meanwhile, it begins again with the new account.
 */
export async function lockHolder(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  id: string,
): Promise<LockedHolder> {
  const known = await deps.employees.get(tx, actor, id);
  const company = await deps.companies.get(tx, actor, known.company);
  let now = await deps.accounts.companyNow(tx, company);
  let payer = holderAccount(await selectHeldBy(tx, id, now));
  for (;;) {
    const account = payer === undefined ? undefined : await deps.accounts.lock(tx, actor, payer);
    if (account !== undefined) await tellWhatTookEffect(tx, deps, account);
    const employee = await deps.employees.lock(tx, actor, id);
    now = account?.now ?? (await deps.accounts.companyNow(tx, company));
    const held = await selectHeldBy(tx, id, now);
    const present = holderAccount(held);
    if (present === undefined || present === account?.id) {
      return { employee, account, held, now };
    }
    payer = present;
  }
}
