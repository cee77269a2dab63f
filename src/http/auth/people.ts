import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { type Employee, fullName } from '../../modules/companies/index.ts';
import type { Room } from './room.ts';
import {
  insertUser,
  type SignInUser,
  selectUser,
  selectUserByEmail,
  selectUserOfEmployee,
} from './users.store.ts';

/** Somebody who may sign in: an employee who is not hidden, or a person of the operator's. */
export interface Person {
  readonly user: SignInUser;
  /** Undefined for the operator's person. */
  readonly employee: Employee | undefined;
}

/**
 * E-mail addresses are unique within a company only, while the library wants one per person on
 * the whole system: it knows employees by this name, and we look the address up ourselves.
 */
const innerEmail = (employee: string) => `${employee}@employees.invalid`;

/** One address may belong to people of several companies; each try costs a password hash. */
const PEOPLE_MAX = 5;

/** The person, unless hidden or removed since. */
export async function personOf(
  tx: Transaction,
  { employees }: Pick<Room, 'employees'>,
  userId: string,
): Promise<Person | undefined> {
  const user = await selectUser(tx, userId);
  if (user === undefined || user.removedAt !== null) return undefined;
  if (user.employee === null) return { user, employee: undefined };
  const employee = await employees.get(tx, SYSTEM, user.employee);
  return employee.hiddenAt === null ? { user, employee } : undefined;
}

/** Everybody with this address who has ever been able to sign in, and may still. */
export async function peopleAt(tx: Transaction, room: Room, email: string): Promise<Person[]> {
  const found: Person[] = [];
  for (const employee of await room.employees.withEmail(tx, email, PEOPLE_MAX)) {
    const user = await selectUserOfEmployee(tx, employee.id);
    if (user !== undefined) found.push({ user, employee });
  }
  const staff = await selectUserByEmail(tx, email.toLowerCase());
  if (staff !== undefined && staff.employee === null && staff.removedAt === null) {
    found.push({ user: staff, employee: undefined });
  }
  return found;
}

/** The employee as somebody who may sign in; made where this is the first time. */
export async function personFor(tx: Transaction, room: Room, employee: Employee): Promise<Person> {
  const found = await selectUserOfEmployee(tx, employee.id);
  if (found !== undefined) return { user: found, employee };
  const user = await insertUser(tx, {
    id: newId('usr'),
    employee: employee.id,
    name: fullName(employee),
    email: innerEmail(employee.id),
    role: null,
    removedAt: null,
    createdAt: room.clock.now(),
  });
  return { user, employee };
}

/** The name that people see. */
export function nameOf({ user, employee }: Person): string {
  return employee === undefined ? user.name : fullName(employee);
}

/** How a change that somebody makes to their own sign-in stands in the audit log. */
export function actorOf(person: Person) {
  const { user, employee } = person;
  return {
    kind: 'person' as const,
    id: employee?.id ?? user.id,
    name: nameOf(person),
    ...(employee === undefined ? {} : { company: employee.company }),
  };
}
