import { type BenchServer, startBenchServer } from './bench-server.ts';
import { load, type Measured, medianOf, zipf } from './load.ts';
import { type Pgbench, preparePgbench } from './pgbench.ts';
import { naiveWay, oursWay, type Way } from './ways.ts';

export interface AdmissionBenchOptions {
  readonly inFlight: readonly number[];
  /** Of each cell, after warming up. */
  readonly seconds: number;
  /** Each cell is measured so often, the ways in turn, and its medians are told. */
  readonly rounds: number;
  /** How much longer each flush to the disk takes. */
  readonly flushDelayMs: number;
}

export interface Result {
  readonly way: 'ours' | 'naive' | 'pgbench-N';
  readonly workload: 'hot' | 'zipf-1000';
  readonly in_flight: number;
  readonly ops_per_s: number;
  /** To `pgbench -N` with as many in flight, in the same run. */
  readonly ratio: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

const WARM_UP_IN_FLIGHT = 64;
const WARM_UP_SECONDS = 2;

const WORKLOADS = ['hot', 'zipf-1000'] as const;

/**
 * Ours, the usual way and PostgreSQL's own yardstick on one server, in turn, so that whatever
 * else the machine does meets all three alike.
 */
export async function benchAdmission(
  options: AdmissionBenchOptions,
): Promise<{ results: Result[]; yardstick: string }> {
  const server = await startBenchServer(options.flushDelayMs);
  try {
    const pgbench = await preparePgbench(server);
    // One for the whole run, as a server is: it remembers the facts of all accounts by then.
    const ours = oursWay(server);
    await remember(server, ours);
    // Nor is a server's code compiled anew with each cell of a table.
    const pick = pickerOf(server, 'zipf-1000');
    await load(WARM_UP_IN_FLIGHT, WARM_UP_SECONDS, () => ours.makeWorker(pick));
    const results: Result[] = [];
    for (const inFlight of options.inFlight) {
      results.push(...(await measureCell({ server, pgbench, ours }, inFlight, options)));
    }
    await ours.stop();
    return { results, yardstick: pgbench.by };
  } finally {
    await server.stop();
  }
}

interface Contenders {
  readonly server: BenchServer;
  readonly pgbench: Pgbench;
  readonly ours: Way;
}

/** Asks once about every account: a call and its settlement. */
async function remember({ accounts }: BenchServer, ours: Way): Promise<void> {
  for (let from = 0; from < accounts.length; from += 50) {
    const some = accounts.slice(from, from + 50).map((account) => ours.makeWorker(() => account));
    for (let turn = 0; turn < 2; turn += 1) await Promise.all(some.map((worker) => worker()));
  }
}

async function measureCell(
  { server, pgbench, ours }: Contenders,
  inFlight: number,
  { seconds, rounds }: AdmissionBenchOptions,
): Promise<Result[]> {
  const yardsticks: Measured[] = [];
  const measured = new Map<string, Measured[]>();
  const keep = (way: string, workload: string, one: Measured) => {
    const key = `${way} ${workload}`;
    measured.set(key, [...(measured.get(key) ?? []), one]);
  };
  for (let round = 0; round < rounds; round += 1) {
    yardsticks.push(await pgbench.measure(inFlight, seconds));
    for (const workload of WORKLOADS) {
      const pick = pickerOf(server, workload);
      keep('ours', workload, await load(inFlight, seconds, () => ours.makeWorker(pick)));
      const naive = await naiveWay(server, inFlight);
      keep('naive', workload, await load(inFlight, seconds, () => naive.makeWorker(pick)));
      await naive.stop();
    }
  }
  const yardstick = medianOf(yardsticks);
  const told = (way: Result['way'], workload: Result['workload'], one: Measured): Result => ({
    way,
    workload,
    in_flight: inFlight,
    ops_per_s: Math.round(one.opsPerSecond),
    ratio: rounded(one.opsPerSecond / yardstick.opsPerSecond),
    p50_ms: rounded(one.p50Ms),
    p99_ms: rounded(one.p99Ms),
  });
  return WORKLOADS.flatMap((workload) => [
    told('ours', workload, medianOf(measured.get(`ours ${workload}`) ?? [])),
    told('naive', workload, medianOf(measured.get(`naive ${workload}`) ?? [])),
    told('pgbench-N', workload, yardstick),
  ]);
}

function pickerOf({ accounts }: BenchServer, workload: 'hot' | 'zipf-1000'): () => string {
  const draw = workload === 'hot' ? () => 0 : zipf(accounts.length);
  return () => accounts[draw()] ?? '';
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
