import { type BenchServer, startBenchServer } from './bench-server.ts';
import { load, type Measured, medianOf, zipf } from './load.ts';
import { oursWay, type Way } from './ways.ts';

export interface ScaleOptions {
  readonly seconds: number;
  readonly rounds: number;
  readonly leases: number;
  readonly entries: number;
}

export interface ScaleResult {
  readonly what: 'empty' | 'full';
  readonly ops_per_s: number;
  /** How often the empty one's rate it is slower. */
  readonly slower: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

const IN_FLIGHT = 64;

/**
 * The same load on two databases of one server in turn: one as it begins, and one with a million
 * open leases and ten million journal entries, spread over its accounts.
 */
export async function benchScale(options: ScaleOptions): Promise<ScaleResult[]> {
  const empty = await startBenchServer();
  const full = await empty.another('filled');
  try {
    await fill(full, options);
    const sides = { empty: await sideOf(empty), full: await sideOf(full) };
    const runs: Record<'empty' | 'full', Measured[]> = { empty: [], full: [] };
    for (let round = 0; round < options.rounds; round += 1) {
      for (const what of ['empty', 'full'] as const) {
        const { way, pick } = sides[what];
        runs[what].push(await load(IN_FLIGHT, options.seconds, () => way.makeWorker(pick)));
      }
    }
    await Promise.all([sides.empty.way.stop(), sides.full.way.stop()]);
    const base = medianOf(runs.empty).opsPerSecond;
    return (['empty', 'full'] as const).map((what) => {
      const { opsPerSecond, p50Ms, p99Ms } = medianOf(runs[what]);
      return {
        what,
        ops_per_s: Math.round(opsPerSecond),
        slower: Math.round((base / opsPerSecond) * 100) / 100,
        p50_ms: Math.round(p50Ms * 100) / 100,
        p99_ms: Math.round(p99Ms * 100) / 100,
      };
    });
  } finally {
    await full.stop();
    await empty.stop();
  }
}

async function sideOf(server: BenchServer): Promise<{ way: Way; pick: () => string }> {
  const draw = zipf(server.accounts.length);
  const pick = () => server.accounts[draw()] ?? '';
  const way = oursWay(server);
  await load(IN_FLIGHT, 2, () => way.makeWorker(pick));
  return { way, pick };
}

async function fill({ open, accounts }: BenchServer, { leases, entries }: ScaleOptions) {
  await open.pool.query(FILL_LEASES, [accounts, Math.ceil(leases / accounts.length)]);
  await open.pool.query(FILL_JOURNAL, [accounts, Math.ceil(entries / accounts.length)]);
  await open.pool.query('analyze');
}

const FILL_LEASES = `
  with conditions as (
    insert into admission_conditions (id, activity, direction, meter, rate, rate_version, price,
      fee, first_seconds, next_seconds, ring_ms, ports, seats)
    values (1, 'call.inbound_acd', 'inbound', 'voice', 'voice/default/inbound', 1, 20000, 0, 60, 60,
      120000, '{flex_port}', '{}')
  ), lease as (
    insert into admission_authorizations (id, account, conditions, granted_at, granted_ms, used_ms,
      expires_at, hold, final)
    select 'auth_' || lpad(n::text, 12, '0') || right(account, 14), account, 1,
      now(), 60000, 0, now() + interval '1 day' + n * interval '1 ms', 20000, false
    from unnest($1::text[]) account, generate_series(1, $2::int) n
  )
  update wallet_books set held = held + $2::bigint * 20000, pool_codes = '{flex_port}',
    pools_in_use = array[$2::int], pools_peak = array[$2::int],
    next_expiry_at = now() + interval '1 day'
  where account = any ($1)`;

const FILL_JOURNAL = `
  with entry as (
    insert into wallet_journal (account, sequence, kind, debit_book, credit_book, amount,
                                balance_after, subject, occurred_at)
    select account, n + 1, 'usage', 'balance', 'usage', 1, 1000000000000 - n,
           'auth_' || n || right(account, 20), now()
    from unnest($1::text[]) account, generate_series(1, $2::int) n
  )
  update wallet_books set balance = balance - $2::bigint, last_sequence = $2::int + 1
  where account = any ($1)`;
