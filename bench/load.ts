/** What one way did in one cell of the table. */
export interface Measured {
  readonly opsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** One operation of a worker: it is told its turn and does the next thing. */
export type Worker = () => Promise<void>;

/** Not counted: connections open, plans are made, the processor's caches fill. */
const WARM_UP_SHARE = 0.25;

/**
 * Keeps `inFlight` operations under way, each worker beginning its next when the last is
 * answered, for `seconds` after warming up.
 */
export async function load(
  inFlight: number,
  seconds: number,
  makeWorker: (index: number) => Worker,
): Promise<Measured> {
  const startedAt = performance.now();
  const countFrom = startedAt + seconds * WARM_UP_SHARE * 1000;
  const until = countFrom + seconds * 1000;
  const latencies: number[] = [];
  const run = async (worker: Worker) => {
    for (;;) {
      const begun = performance.now();
      if (begun >= until) return;
      await worker();
      const done = performance.now();
      if (begun >= countFrom && done <= until) latencies.push(done - begun);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, index) => run(makeWorker(index))));
  latencies.sort((left, right) => left - right);
  return {
    opsPerSecond: latencies.length / seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

/** Of values in ascending order. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((left, right) => left - right),
    0.5,
  );
}

/** The medians of several runs, each figure by itself. */
export function medianOf(runs: readonly Measured[]): Measured {
  return {
    opsPerSecond: median(runs.map((run) => run.opsPerSecond)),
    p50Ms: median(runs.map((run) => run.p50Ms)),
    p99Ms: median(runs.map((run) => run.p99Ms)),
  };
}

/** Draws 0 … count − 1, the first ones far more often (Zipf's law with exponent 1). */
export function zipf(count: number): () => number {
  const cumulative: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= count; rank += 1) {
    total += 1 / rank;
    cumulative.push(total);
  }
  return () => {
    const drawn = Math.random() * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
