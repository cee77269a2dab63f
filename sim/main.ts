import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { productProcess } from './product-process.ts';
import { simulate } from './simulation.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    steps: { type: 'string', default: '400' },
  },
});

for (const [option, text] of Object.entries(values)) {
  if (/^\d{1,9}$/.test(text)) continue;
  console.error(`--${option} takes a whole number.`);
  process.exit(1);
}

const cli = path.join(import.meta.dirname, '../src/cli/main.ts');
const data = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-simulated-'));
const product = await productProcess(data);
const seed = Number(values.seed);
console.log(`Seed ${seed}: the same one chooses the same actions again.`);

const result = await simulate({ seed, steps: Number(values.steps), product, onProgress: show });
await product.stop();
const verified = spawnSync(process.execPath, [cli, 'verify', '--data', data], { encoding: 'utf8' });

console.log(`\n${result.requests} requests, ${result.kills} kills, ${result.checks} checks.`);
console.log(verified.stdout.trimEnd() || verified.stderr.trimEnd());
for (const finding of result.findings) console.log(`✗ ${finding}`);
if (result.findings.length > 0 || verified.status !== 0) {
  console.log(`The data folder is kept: ${data}`);
  process.exitCode = 1;
} else {
  console.log('Nothing was lost, doubled or overspent.');
  rmSync(data, { recursive: true, force: true });
}

function show({ step, requests, kills }: { step: number; requests: number; kills: number }): void {
  if (!process.stdout.isTTY) return;
  process.stdout.write(`\r${step} of ${values.steps} steps, ${requests} requests, ${kills} kills`);
}
