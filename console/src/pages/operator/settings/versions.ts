/** The UTC day: what holds for all accounts has no zone of its own. */
export const utcToday = () => new Date().toISOString().slice(0, 10);

/** The version in force today, among versions of one thing, the oldest first. */
export function inForce<V extends { effective_on: string | null }>(
  versions: readonly V[],
): V | undefined {
  const today = utcToday();
  return versions.findLast(({ effective_on: from }) => from === null || from <= today);
}

/** The versions of each thing, in the order in which they come. */
export function versionsBy<V>(
  versions: readonly V[],
  keyOf: (version: V) => string,
): Map<string, V[]> {
  const found = new Map<string, V[]>();
  for (const version of versions) {
    const key = keyOf(version);
    found.set(key, [...(found.get(key) ?? []), version]);
  }
  return found;
}
