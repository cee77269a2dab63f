import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgresql15 } from './postgresql-15.ts';
import { root } from './run-step.ts';
import type { Step } from './step.ts';
import {
  chromium,
  curl,
  freeradius,
  jq,
  kamailio,
  postgresql15,
  radclient,
  sipp,
} from './tools.ts';

const tsc = ['node', 'node_modules/typescript7/bin/tsc', '--pretty', 'false', '-p'];
const vitest = ['node', 'node_modules/vitest/vitest.mjs', 'run'];
/**
 * Two files at once, because a test waits for PostgreSQL half of its time; and each worker keeps
 * its process from file to file, because loading and warming up the product anew for each costs as
 * much as the tests do. For tests that leave their process as they found it.
 */
const vitestAtOnce = [...vitest, '--maxWorkers=2', '--no-isolate'];

/** Tests that ask for a database: those that have to hold on every version of PostgreSQL. */
function testsWithDatabase(): string[] {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('src', name))
    .filter((name) => readFileSync(path.join(root, name), 'utf8').includes('freshDatabase'))
    .sort();
}

/** Everything that `npm test` checks, in its order: what is quick and often wrong comes first. */
export const steps: readonly Step[] = [
  { name: 'types', command: [...tsc, '.'] },
  { name: 'types of the console', command: [...tsc, 'console'], about: ['console/tsconfig.json'] },
  { name: 'console builds', command: ['node', 'bin/launch/build-console.cjs'] },
  {
    name: 'lint and format',
    command: [
      'node',
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '.',
    ],
  },
  { name: 'tidy', command: ['node', 'test/tidy/main.ts'] },
  { name: 'imports', command: [...vitest, 'test/architecture'] },
  { name: 'every language', command: [...vitest, 'test/words'] },
  { name: 'dead code', command: ['node', 'node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'database', command: [...vitest, 'src/database'] },
  {
    name: 'units and stores',
    command: [...vitestAtOnce, 'src', 'sdk', '--exclude', 'src/database/**'],
  },
  { name: 'launcher', command: [...vitest, 'test/launcher'], about: ['test/launcher'] },
  { name: 'API', command: [...vitestAtOnce, 'test/api'], about: ['test/api'] },
  { name: 'electronic invoices', command: [...vitest, 'test/e-invoice'] },
  { name: 'renewals', command: [...vitest, 'test/renewals'] },
  { name: 'killed while it charges', command: [...vitest, 'test/crash'] },
  { name: 'admission', command: [...vitest, 'test/admission'] },
  {
    name: 'simulated world',
    command: ['node', 'sim/main.ts', '--seed=20261125', '--steps=120'],
  },
  { name: "the FAQ's questions", command: [...vitestAtOnce, 'test/acceptance'] },
  { name: 'OpenAPI drift', command: [...vitest, 'test/openapi'], about: ['test/openapi'] },
  {
    name: 'stores on PostgreSQL 15',
    command: [...vitestAtOnce, ...testsWithDatabase()],
    tools: [postgresql15],
    prepare: startPostgresql15,
  },
  {
    name: 'calls by SIP',
    // They wait for calls more than they work.
    command: [...vitest, 'test/sip', '--maxWorkers=3'],
    about: ['test/sip'],
    tools: [...kamailio, sipp],
  },
  {
    name: 'calls by RADIUS',
    command: [...vitest, 'test/radius', '--maxWorkers=3'],
    about: ['test/radius'],
    tools: [radclient, freeradius],
  },
  {
    name: 'console in a browser',
    command: [...vitest, 'test/browser'],
    about: ['test/browser'],
    tools: [chromium],
  },
  {
    name: "the README's commands",
    command: [...vitest, 'test/readme'],
    about: ['test/readme'],
    tools: [curl, jq],
  },
];
