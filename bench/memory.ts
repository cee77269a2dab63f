import { startBenchServer } from './bench-server.ts';
import { zipf } from './load.ts';
import { oursWay } from './ways.ts';

export interface MemorySample {
  readonly operations: number;
  readonly heap_mb: number;
  readonly resident_mb: number;
}

const IN_FLIGHT = 64;
const SAMPLES = 10;
const MB = 1_000_000;

/** How much memory the process has while it does `operations`, after collecting what it can. */
export async function benchMemory(operations: number): Promise<MemorySample[]> {
  const server = await startBenchServer();
  const ours = oursWay(server);
  const draw = zipf(server.accounts.length);
  const workers = Array.from({ length: IN_FLIGHT }, () =>
    ours.makeWorker(() => server.accounts[draw()] ?? ''),
  );
  const samples: MemorySample[] = [];
  for (let sample = 1; sample <= SAMPLES; sample += 1) {
    const turns = Math.ceil(operations / SAMPLES / IN_FLIGHT);
    await Promise.all(
      workers.map(async (worker) => {
        for (let turn = 0; turn < turns; turn += 1) await worker();
      }),
    );
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    samples.push({
      operations: sample * turns * IN_FLIGHT,
      heap_mb: Math.round(heapUsed / MB),
      resident_mb: Math.round(rss / MB),
    });
  }
  await ours.stop();
  await server.stop();
  return samples;
}
