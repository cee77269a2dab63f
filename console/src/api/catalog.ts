import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from './queries.ts';

/** The catalog changes a few times a year. */
const FRESH_MS = 600_000;

/** What the operator's catalog says about codes; until it is there a code stands for itself. */
export function useCatalog() {
  const { data } = useQuery({
    queryKey: ['catalog'],
    staleTime: FRESH_MS,
    queryFn: () => client.get('/v1/catalog', {}),
  });
  return {
    activityName: (code: string) => nameIn(data?.activities, code),
    /** The license types that a type requires, those that they require included. */
    required: (code: string) => reach(code, (one) => requiredBy(data, one)),
    /** The license types that cannot be held without a type. */
    dependents: (code: string) => reach(code, (one) => requiring(data, one)),
  };
}

type Catalog = Schemas['Catalog'];

function nameIn(entries: readonly Schemas['CatalogEntry'][] | undefined, code: string): string {
  const name = entries?.find((entry) => entry.code === code)?.name;
  return typeof name === 'string' ? name : code;
}

function requiredBy(catalog: Catalog | undefined, code: string): readonly string[] {
  const requires = catalog?.license_types.find((entry) => entry.code === code)?.requires;
  return Array.isArray(requires) ? requires.filter((one) => typeof one === 'string') : [];
}

function requiring(catalog: Catalog | undefined, code: string): readonly string[] {
  const types = catalog?.license_types ?? [];
  return types.map((type) => type.code).filter((one) => requiredBy(catalog, one).includes(code));
}

/** All that is reached step by step from a code, itself excluded. */
function reach(from: string, next: (code: string) => readonly string[]): string[] {
  const found = new Set<string>();
  const waiting = [...next(from)];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (code === from || found.has(code)) continue;
    found.add(code);
    waiting.push(...next(code));
  }
  return [...found];
}
