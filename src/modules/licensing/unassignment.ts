import type { LocalDate } from '../../kernel/calendar.ts';
import { say } from '../../kernel/words/say.ts';
import type { LicenseTotal } from './license-total.ts';
import type { PlannedUnassignment, Refused } from './totals-plan.ts';

/** The types that cannot be held without `code`, directly or through another. */
export function dependentTypes(
  types: ReadonlyMap<string, Pick<LicenseTotal, 'requires'>>,
  code: string,
): Set<string> {
  const dependents = new Set<string>();
  let grew = true;
  while (grew) {
    grew = false;
    for (const [other, { requires }] of types) {
      const needs = requires.some((required) => required === code || dependents.has(required));
      if (needs && !dependents.has(other)) {
        dependents.add(other);
        grew = true;
      }
    }
  }
  return dependents;
}

/**
 * Who loses what when totals go down on `effectiveOn`: those named, and with a license all that
 * cannot be held without it. Refuses (`invalid_value`) a type that does not go down and someone
 * who does not hold it.
 */
export function planUnassignments(
  types: ReadonlyMap<string, LicenseTotal>,
  unassign: Readonly<Record<string, readonly string[]>>,
  decreased: ReadonlySet<string>,
  effectiveOn: LocalDate,
): PlannedUnassignment[] | Refused {
  const planned = new Map<string, PlannedUnassignment>();
  for (const code of Object.keys(unassign).sort()) {
    if (!decreased.has(code)) {
      return invalid(
        `/unassign/${code}`,
        say('Nobody can be named to lose {code}, because this order does not lower its total.', {
          code,
        }),
      );
    }
    const affected = [code, ...dependentTypes(types, code)].sort();
    for (const [index, employee] of (unassign[code] ?? []).entries()) {
      if (!holds(types, code, employee)) {
        const pointer = `/unassign/${code}/${index}`;
        return invalid(
          pointer,
          say('That employee does not hold {code} from this billing account.', { code }),
        );
      }
      for (const licenseType of affected) {
        const key = `${licenseType} ${employee}`;
        if (!holds(types, licenseType, employee) || planned.has(key)) continue;
        planned.set(key, { licenseType, employee, effectiveOn, decreaseOf: code });
      }
    }
  }
  return [...planned.keys()].sort().map((key) => planned.get(key) as PlannedUnassignment);
}

function holds(types: ReadonlyMap<string, LicenseTotal>, code: string, employee: string): boolean {
  return types.get(code)?.holders.some((holder) => holder.employee === employee) ?? false;
}

function invalid(pointer: string, message: string): Refused {
  return { refused: 'invalid_value', details: { message, pointer } };
}
