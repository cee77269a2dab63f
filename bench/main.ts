import { parseArgs } from 'node:util';
import { benchAdmission, type Result } from './admission.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'in-flight': { type: 'string', default: '1,16,64,256' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
  },
});

/** pgbench takes whole seconds only, so the others are given no others. */
function counts(option: string, text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  console.error(`--${option} takes whole numbers above zero.`);
  process.exit(1);
}

const { results, yardstick } = await benchAdmission({
  inFlight: counts('in-flight', values['in-flight']),
  seconds: counts('seconds', values.seconds)[0] ?? 1,
  rounds: counts('rounds', values.rounds)[0] ?? 1,
});

if (values.json) {
  console.log(JSON.stringify({ results }, null, 2));
} else {
  console.log(`pgbench -N is ${yardstick}; ratio is to it, with as many in flight.`);
  const columns: (keyof Result)[] = [
    'workload',
    'in_flight',
    'way',
    'ops_per_s',
    'ratio',
    'p50_ms',
    'p99_ms',
  ];
  console.table(results, columns);
}
