import type { Schemas } from '@tollkeeper/sdk';
import type { WantedAssignment } from './make-assignments.ts';

export interface Change {
  readonly employee: string;
  readonly name: string;
  readonly code: string;
  /** True where the license is to be given, false where it is to be taken away. */
  readonly gives: boolean;
}

/** What was ticked or cleared and is not saved yet, by `keyOf`. */
export type Changes = ReadonlyMap<string, Change>;

export type Row = Schemas['Assignments'];

/** What a type requires, and what cannot be held without it. */
export interface Chain {
  readonly required: (code: string) => string[];
  readonly dependents: (code: string) => string[];
}

export function keyOf({ employee, code }: { employee: string; code: string }): string {
  return `${employee} ${code}`;
}

export const nameOf = ({ employee }: Row): string => `${employee.first_name} ${employee.last_name}`;

/** All of an employee's licenses come from one account. */
export const isPaidElsewhere = (row: Row, account: string): boolean =>
  row.billing_account !== null && row.billing_account !== account;

/** Whether the box is ticked: as it was changed, or as it is held. */
export function isTicked(row: Row, code: string, changes: Changes): boolean {
  return (
    changes.get(keyOf({ employee: row.employee.id, code }))?.gives ??
    row.licenses.some((held) => held.license_type === code)
  );
}

/** The changes after a box of a row was ticked or cleared. */
export function toggled(row: Row, code: string, changes: Changes, chain: Chain): Changes {
  return withAll([row], code, !isTicked(row, code, changes), changes, chain);
}

/**
 * The changes after a license is given to all of `rows`, or taken from them. What it requires is
 * ticked along with it, and what cannot be held without it is cleared, so that the rows show what
 * will be.
 */
export function withAll(
  rows: readonly Row[],
  code: string,
  gives: boolean,
  changes: Changes,
  chain: Chain,
): Changes {
  const next = new Map(changes);
  const codes = [...(gives ? chain.required(code) : chain.dependents(code)), code];
  for (const row of rows) {
    for (const one of codes) {
      const held = row.licenses.some((license) => license.license_type === one);
      const key = keyOf({ employee: row.employee.id, code: one });
      if (held === gives) next.delete(key);
      else next.set(key, { employee: row.employee.id, name: nameOf(row), code: one, gives });
    }
  }
  return next;
}

export const wantedOf = (changes: Iterable<Change>): WantedAssignment[] =>
  [...changes].map(({ employee, code, gives }) => ({
    employee,
    license_type: code,
    assigned: gives,
  }));
