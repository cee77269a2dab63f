import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Counts, Outcome, Step } from './step.ts';
import { whyNot } from './tools.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** The longest step takes a few minutes; one that takes this long hangs. */
const stepMsMax = 15 * 60_000;

/** Runs one step to its end. It never throws: what goes wrong is a failure of the step. */
export async function runStep(step: Step): Promise<Outcome> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const absent = step.about?.filter((place) => !existsSync(path.join(root, place))) ?? [];
  if (absent.length > 0) return leftOut(`there is no ${absent.join(', ')}`, 0);
  const reasons = await whyNot(step.tools ?? []);
  if (reasons.length > 0) return leftOut(reasons.join('; '), seconds());
  try {
    const prepared = await step.prepare?.();
    try {
      const done = await runCommand(step.command, prepared?.environment ?? {});
      return { ...done, seconds: seconds() };
    } finally {
      await prepared?.undo();
    }
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, seconds: seconds(), output };
  }
}

function leftOut(reason: string, seconds: number): Outcome {
  return { passed: 0, failed: 0, skipped: 1, seconds, output: '', leftOut: reason };
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the command; a run of vitest is counted by its cases, all else counts as one. */
async function runCommand(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Counts & { output: string }> {
  if (!command.some((word) => word.includes('vitest'))) {
    const { code, output } = await spawnCommand(command, environment);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-checklist-'));
  try {
    const report = path.join(folder, 'report.json');
    const reporting = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await spawnCommand([...command, ...reporting], environment);
    return { ...countCases(report, code), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that failed without a failed case (a file that does not load) is one failure. */
function countCases(report: string, code: number): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<string, number>;
  const failed = numFailedTests ?? 0;
  return {
    passed: numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

function spawnCommand(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: root,
    env: { ...process.env, ...environment, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // A group of its own, so that a step that hangs ends with its children.
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const endGroup = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(() => {
    output += `\nThe step was ended after ${stepMsMax / 60_000} minutes.\n`;
    endGroup();
  }, stepMsMax);
  process.once('exit', endGroupQuietly);
  function endGroupQuietly(): void {
    try {
      endGroup();
    } catch {
      // It has ended by itself.
    }
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.removeListener('exit', endGroupQuietly);
      resolve({ code: code ?? 1, output });
    });
  });
}
