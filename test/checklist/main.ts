import { runStep } from './run-step.ts';
import type { Counts, Outcome, Step } from './step.ts';
import { steps } from './steps.ts';
import { beginInstalling } from './tools.ts';

const wanted = process.argv.slice(2);
const chosen = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

beginInstalling(chosen.flatMap(({ tools }) => tools ?? []));
const nameLength = Math.max(0, ...chosen.map(({ name }) => name.length));
let total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const step of chosen) {
  const outcome = await runStep(step);
  total = {
    passed: total.passed + outcome.passed,
    failed: total.failed + outcome.failed,
    skipped: total.skipped + outcome.skipped,
  };
  report(step, outcome);
}
console.log(`\n${describe(total)}`);
// Nothing passed means that nothing was looked at, which is no success either.
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;

function report({ name }: Step, outcome: Outcome): void {
  const mark = outcome.failed > 0 ? '✗' : outcome.leftOut === undefined ? '✓' : '–';
  const result = outcome.leftOut === undefined ? describe(outcome) : `left out: ${outcome.leftOut}`;
  const time = `${outcome.seconds.toFixed(1).padStart(6)} s`;
  console.log(`${mark} ${name.padEnd(nameLength)} ${time}  ${result}`);
  if (outcome.failed > 0) console.log(`${indented(outcome.output)}\n`);
}

function describe({ passed, failed, skipped }: Counts): string {
  const counted = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? counted : `${counted}, ${skipped} skipped`;
}

function indented(output: string): string {
  return output.trimEnd().replaceAll(/^/gm, '    ');
}
