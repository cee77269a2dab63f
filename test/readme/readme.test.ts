import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR_KEY, type Product, startProduct } from '../api/product.ts';

const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
const hasTools = ['bash', 'curl', 'jq'].every(
  (tool) => spawnSync(tool, ['--version']).status === 0,
);

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

test.skipIf(!hasTools)(
  'the README’s call is admitted and charged as it says (needs bash, curl and jq)',
  async () => {
    const [, script = ''] = /```bash\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(script).toContain('/v1/authorizations');
    const answers = await run(script.replaceAll('http://127.0.0.1:8787', product.address));
    const settled = JSON.parse(answers.trim().split('\n').at(-1) ?? '');
    expect(settled.charged).toEqual({ amount: '0.06', currency: 'USD' });
    expect(settled.balance).toEqual({ amount: '99.94', currency: 'USD' });
  },
);

/** Runs a script as a reader would; asynchronously, since the product answers in this process. */
async function run(script: string): Promise<string> {
  const child = spawn('bash', ['--noprofile', '--norc', '-euo', 'pipefail', '-c', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TOLLKEEPER_OPERATOR_KEY: OPERATOR_KEY },
  });
  let output = '';
  let faults = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    faults += data;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, faults }).toEqual({ code: 0, faults: '' });
  return output;
}
