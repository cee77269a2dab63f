import { parseArgs } from 'node:util';
import { benchAdmission, type Result } from './admission.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'in-flight': { type: 'string', default: '1,16,64,256' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    'fsync-ms': { type: 'string', default: '0' },
  },
});

const { results, yardstick } = await benchAdmission({
  inFlight: values['in-flight'].split(',').map(Number),
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  fsyncMs: Number(values['fsync-ms']),
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
