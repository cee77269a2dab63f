import type { ProblemError, Schemas } from '@tollkeeper/sdk';

export interface Change {
  readonly employee: string;
  readonly name: string;
  readonly code: string;
  /** True where the license is to be given, false where it is to be taken away. */
  readonly gives: boolean;
}

/** What was ticked or cleared and is not saved yet, by `keyOf`. */
export type Changes = ReadonlyMap<string, Change>;

/** A change that was refused, and why. */
export interface Refused {
  readonly change: Change;
  readonly problem: ProblemError;
}

export type Row = Schemas['Assignments'];

export function keyOf({ employee, code }: { employee: string; code: string }): string {
  return `${employee} ${code}`;
}

/** Whether the box is ticked: as it was changed, or as it is held. */
export function isTicked(row: Row, code: string, changes: Changes): boolean {
  return (
    changes.get(keyOf({ employee: row.employee.id, code }))?.gives ??
    row.licenses.some((held) => held.license_type === code)
  );
}

/**
 * The changes after a box of a row was ticked or cleared. What a license requires is ticked along
 * with it, and what cannot be held without it is cleared, so that the row shows what will be.
 */
export function toggled(
  row: Row,
  code: string,
  changes: Changes,
  chain: { required: (code: string) => string[]; dependents: (code: string) => string[] },
): Changes {
  const gives = !isTicked(row, code, changes);
  const next = new Map(changes);
  for (const one of [code, ...(gives ? chain.required(code) : chain.dependents(code))]) {
    const held = row.licenses.some((license) => license.license_type === one);
    const key = keyOf({ employee: row.employee.id, code: one });
    if (held === gives) next.delete(key);
    else {
      const name = `${row.employee.first_name} ${row.employee.last_name}`;
      next.set(key, { employee: row.employee.id, name, code: one, gives });
    }
  }
  return next;
}
