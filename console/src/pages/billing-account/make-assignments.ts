import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import type { TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

export type Outcome = Schemas['AssignmentOutcome'];

/** What is wanted, of somebody who is named by id or by e-mail address. */
export interface WantedAssignment {
  readonly employee?: string;
  readonly email?: string;
  readonly license_type: string;
  readonly assigned: boolean;
}

/** A part that is answered in about a second, so that progress is seen. */
const PART = 500;

/**
 * Gives and takes many licenses, part by part, or without a name only asks what would become of
 * it. What is taken comes first: it may be what makes room for what is given.
 */
export async function makeAssignments(
  account: string,
  wanted: readonly WantedAssignment[],
  options: { authorizedBy?: TypedName; progress?: (done: number) => void } = {},
): Promise<Outcome[]> {
  const { authorizedBy, progress } = options;
  const places = wanted.map((_, place) => place);
  places.sort((left, right) => Number(wanted[left]?.assigned) - Number(wanted[right]?.assigned));
  const outcomes: Outcome[] = [];
  for (let from = 0; from < places.length; from += PART) {
    const part = places.slice(from, from + PART);
    const changes = part.flatMap((place) => wanted[place] ?? []);
    const asked = { params: { ba: account }, body: { changes } };
    const { results } =
      authorizedBy === undefined
        ? await client.post('/v1/billing-accounts/{ba}/assignments/preview', asked)
        : await client.post('/v1/billing-accounts/{ba}/assignments', { ...asked, authorizedBy });
    for (const [index, place] of part.entries()) {
      const outcome = results[index];
      if (outcome !== undefined) outcomes[place] = outcome;
    }
    progress?.(Math.min(from + PART, places.length));
  }
  return outcomes;
}

/** What takes back what was made, whatever went along with it included. */
export function undoOf(outcomes: readonly Outcome[]): WantedAssignment[] {
  return outcomes.flatMap(({ outcome, employee, license_types: types }) => {
    if (employee === null || (outcome !== 'assigned' && outcome !== 'unassigned')) return [];
    return types.map((type) => ({
      employee,
      license_type: type,
      assigned: outcome === 'unassigned',
    }));
  });
}

/** How many licenses really changed hands. */
export const countMade = (outcomes: readonly Outcome[]): number => undoOf(outcomes).length;

export const sayMade = (count: number): string =>
  say('{count, plural, one {# license} other {# licenses}} changed hands.', { count });
