import { parseArgs } from 'node:util';
import { benchAdmission } from './admission.ts';
import { benchConsole } from './console.ts';
import { benchHttp } from './http.ts';
import { benchMemory } from './memory.ts';
import { benchRenewals } from './renewals.ts';
import { benchScale } from './scale.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    'in-flight': { type: 'string', default: '1,16,64,256' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    'flush-delay-ms': { type: 'string', default: '0' },
    connections: { type: 'string', default: '64' },
    operations: { type: 'string', default: '1000000' },
    leases: { type: 'string', default: '1000000' },
    entries: { type: 'string', default: '10000000' },
    accounts: { type: 'string', default: '1000,10000,100000' },
    workers: { type: 'string', default: '1' },
    tries: { type: 'string', default: '6' },
  },
});

/** pgbench takes whole seconds only, so the others are given no others. */
function counts(option: Exclude<keyof typeof values, 'json'>): number[] {
  const numbers = values[option].split(',').map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  console.error(`--${option} takes whole numbers above zero.`);
  process.exit(1);
}

const count = (option: Exclude<keyof typeof values, 'json'>) => counts(option)[0] ?? 1;

function flushDelay(): number {
  const delay = Number(values['flush-delay-ms']);
  if (delay >= 0 && delay <= 1_000) return delay;
  console.error('--flush-delay-ms takes milliseconds up to a second.');
  process.exit(1);
}

interface Told {
  readonly results: readonly object[];
  readonly note?: string;
}

const benches: Record<string, () => Promise<Told>> = {
  async admission() {
    const { results, yardstick } = await benchAdmission({
      inFlight: counts('in-flight'),
      seconds: count('seconds'),
      rounds: count('rounds'),
      flushDelayMs: flushDelay(),
    });
    const note = `pgbench -N is ${yardstick}; ratio is to it, with as many in flight.`;
    return { results, note };
  },
  async http() {
    const options = {
      connections: count('connections'),
      seconds: count('seconds'),
      rounds: count('rounds'),
    };
    return {
      results: await benchHttp(options),
      note: 'ratio: authorize to the empty route, batches to pgbench -N.',
    };
  },
  async console() {
    const note = 'Billing Information of the demo, signed in, with an empty cache.';
    return { results: await benchConsole(count('tries')), note };
  },
  async memory() {
    return { results: await benchMemory(count('operations')) };
  },
  async renewals() {
    const results = await benchRenewals(counts('accounts'), count('workers'));
    const note = 'copy is a plain INSERT … SELECT of the same rows, in turns with ours.';
    return { results, note };
  },
  async scale() {
    const options = { leases: count('leases'), entries: count('entries') };
    const results = await benchScale({
      ...options,
      seconds: count('seconds'),
      rounds: count('rounds'),
    });
    return { results, note: `full: ${options.leases} open leases, ${options.entries} entries.` };
  },
};

const bench = benches[positionals[0] ?? 'admission'];
if (bench === undefined) {
  console.error(`There is no such benchmark. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
const { results, note } = await bench();
if (values.json) {
  console.log(JSON.stringify({ results }, null, 2));
} else {
  if (note !== undefined) console.log(note);
  console.table(results);
}
