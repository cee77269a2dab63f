import type { LocalDate } from '../../kernel/calendar.ts';
import { type CatalogSnapshot, versionOn } from './catalog-snapshot.ts';

const EVER: LocalDate = '9999-12-31';

/**
 * The type and everything it requires, what is required first: `dialer` gives
 * `crm, dialer_tab, dialer`. The order in which a chain is assigned.
 */
export function requirementChain(
  snapshot: CatalogSnapshot,
  code: string,
  day: LocalDate,
): string[] {
  const requires = versionOn(snapshot, 'license_type', code, day)?.body.requires ?? [];
  const before = requires.flatMap((other) => requirementChain(snapshot, other, day));
  return [...new Set([...before, code])];
}

/** The circle that would arise if `code` required `requires`; undefined where none would. */
export function requirementCycle(
  snapshot: CatalogSnapshot,
  code: string,
  requires: readonly string[],
): string[] | undefined {
  const walk = (at: string, path: readonly string[]): string[] | undefined => {
    if (at === code) return [...path, at];
    const next = versionOn(snapshot, 'license_type', at, EVER)?.body.requires ?? [];
    for (const other of next) {
      const found = walk(other, [...path, at]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const other of requires) {
    const found = walk(other, [code]);
    if (found !== undefined) return found;
  }
  return undefined;
}
