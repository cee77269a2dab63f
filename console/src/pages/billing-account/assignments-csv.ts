import { say } from '../../words/say.ts';
import type { Row } from './assignment-changes.ts';
import { csvOf, parseCsv } from './csv.ts';
import type { WantedAssignment } from './make-assignments.ts';

/** License types by code, in the order of their columns. */
export type LicenseNames = Readonly<Record<string, { readonly name: string }>>;

/** What stands in an exported file beside the licenses; of it only the address is read again. */
const EMAIL = 'email';
const SAID = ['first_name', 'last_name', 'permission_group'];

export interface RowFault {
  /** Counted as a spreadsheet does: the header is line 1. */
  readonly line: number;
  readonly why: string;
}

export interface ReadFile {
  /** Each with the line that it comes from. */
  readonly wanted: readonly (WantedAssignment & { readonly line: number })[];
  readonly faults: readonly RowFault[];
  /** Why the file as a whole cannot be read. */
  readonly refused?: string;
}

/** Also as a spreadsheet in German writes them. */
const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'wahr']);
const NO = new Set(['no', 'n', 'false', '0', '-', 'nein', 'falsch']);

/**
 * Reads a file of assignments: a column `email`, and a column for each license type whose cells
 * say yes or no; an empty one leaves things as they are.
 */
export function readAssignments(text: string, licenses: LicenseNames): ReadFile {
  const [header = [], ...rows] = parseCsv(text);
  const names = header.map((name) => name.trim().toLowerCase());
  const refused = headerFault(names, licenses);
  if (refused !== undefined) return { wanted: [], faults: [], refused };
  const wanted: (WantedAssignment & { line: number })[] = [];
  const faults: RowFault[] = [];
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    const email = (row[names.indexOf(EMAIL)] ?? '').trim();
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
      faults.push({ line, why: say('“{email}” is no e-mail address.', { email }) });
      continue;
    }
    for (const [place, code] of names.entries()) {
      if (licenses[code] === undefined) continue;
      const cell = (row[place] ?? '').trim();
      const word = cell.toLowerCase();
      if (word === '') continue;
      if (YES.has(word) || NO.has(word)) {
        wanted.push({ line, email, license_type: code, assigned: YES.has(word) });
      } else {
        const why = say('“{cell}” under {code} is neither yes nor no.', { cell, code });
        faults.push({ line, why });
      }
    }
  }
  return { wanted, faults };
}

function headerFault(names: readonly string[], licenses: LicenseNames): string | undefined {
  const codes = Object.keys(licenses);
  const columns = [EMAIL, ...codes].join(', ');
  const shape = say('The first line must be: {columns}.', { columns });
  if (!names.includes(EMAIL)) return `${say('There is no column “email”.')} ${shape}`;
  const known = new Set([EMAIL, ...SAID, ...codes]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    return `${say('There is no license type “{name}”.', { name: unknown })} ${shape}`;
  }
  if (new Set(names).size < names.length) return `${say('A column is there twice.')} ${shape}`;
  if (!names.some((name) => licenses[name] !== undefined)) {
    return `${say('There is no column of a license type.')} ${shape}`;
  }
  return undefined;
}

/** Who holds what, as a file that can be changed and read again. */
export function writeAssignments(rows: readonly Row[], licenses: LicenseNames): string {
  const codes = Object.keys(licenses);
  const lines = rows.map(({ employee, licenses: held }) => [
    employee.email,
    employee.first_name,
    employee.last_name,
    employee.permission_group,
    ...codes.map((code) => (held.some((one) => one.license_type === code) ? 'yes' : 'no')),
  ]);
  return csvOf([[EMAIL, ...SAID, ...codes], ...lines]);
}
