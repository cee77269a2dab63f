/** A call of the demo's past: made at one instant, ten minutes later over. */
export interface DemoCall {
  /** Absent for a call that came in. */
  readonly employee: string | undefined;
  readonly destination: string;
  readonly usedSeconds: number;
}

/** The hours of a working day at which calls are made: enough for a chart's shape. */
export const CALL_HOURS = [10, 12, 14, 16] as const;

/** How many days before today have calls: more than the 30 that averages look at. */
export const DAYS_WITH_CALLS = 35;

const CALLS_PER_AGENT = 2;
/** Calls that come in at once, at most: one for each Flex Port. */
const PORTS = 3;
const SECONDS_MAX = 560;

/** Numbers between 0 and 1, the same for the same seed: the demo is alike everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    // Mulberry32: four lines are enough where nothing has to be unguessable.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The calls of one hour. Numbers with 555-01 are kept free for stories like this one. */
export function callsOf(agents: readonly string[], random: () => number): DemoCall[] {
  const inbound = Array.from({ length: Math.floor(random() * (PORTS + 1)) }, () => undefined);
  const outbound = agents.flatMap((agent) => Array<string>(CALLS_PER_AGENT).fill(agent));
  return [...outbound, ...inbound].map((employee) => ({
    employee,
    destination: `+1212555${String(100 + Math.floor(random() * 100)).padStart(4, '0')}`,
    // Most calls are short, some are long: the square leans to the short side.
    usedSeconds: 20 + Math.floor(random() ** 2 * SECONDS_MAX),
  }));
}
