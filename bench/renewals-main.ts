import { parseArgs } from 'node:util';
import { benchRenewals } from './renewals.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    accounts: { type: 'string', default: '1000,10000,100000' },
    workers: { type: 'string', default: '1' },
  },
});

const sizes = values.accounts.split(',').map(Number);
const workers = Number(values.workers);
if (![...sizes, workers].every((count) => Number.isInteger(count) && count > 0)) {
  console.error('--accounts and --workers take whole numbers above zero.');
  process.exit(1);
}
const results = await benchRenewals(sizes, workers);
if (values.json) console.log(JSON.stringify({ results }, null, 2));
else {
  console.log('copy is a plain INSERT … SELECT of the same rows, in turns with ours.');
  console.table(results);
}
