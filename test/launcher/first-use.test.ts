import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Clone, ended } from './clone.ts';

let clone: Clone;

beforeEach(() => {
  clone = new Clone();
});
afterEach(() => clone.remove());

/** Starts a command that waits, and gives its process id once it runs. */
async function startWaiting() {
  const launcher = clone.start(['wait']);
  const [text] = await once(launcher.stdout as NodeJS.ReadableStream, 'data');
  const { pid } = JSON.parse(String(text)) as { pid: number };
  return { launcher, pid };
}

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a command', () => {
  test('gets its arguments and its folder, from wherever it is called', async () => {
    const { code, stdout } = await clone.run(['show', '--data', 'a b']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ args: ['show', '--data', 'a b'], cwd: '/' });
  });

  test('ends with its own exit code', async () => {
    expect(await clone.run(['exit', '3'])).toMatchObject({ code: 3 });
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('is told of %s', async (signal) => {
    const { launcher } = await startWaiting();
    const end = ended(launcher);
    launcher.kill(signal);
    expect(await end).toMatchObject({ code: 7, stdout: `got ${signal}\n` });
  });

  test('dies with a launcher that is killed with -9', async () => {
    const { launcher, pid } = await startWaiting();
    launcher.kill('SIGKILL');
    // An orphan stays in the table of processes until the system's first process takes note.
    await expect.poll(() => isRunning(pid), { timeout: 15_000 }).toBe(false);
  });

  test('ends by the signal that killed it', async () => {
    const { launcher, pid } = await startWaiting();
    const end = ended(launcher);
    process.kill(pid, 'SIGKILL');
    expect(await end).toMatchObject({ signal: 'SIGKILL' });
  });
});

describe('the dependencies', () => {
  test('are installed once, and again when the lockfile has changed', async () => {
    expect((await clone.run(['show'])).stderr).toMatch(/Installing the dependencies/);
    expect((await clone.run(['show'])).stderr).toBe('');
    expect(clone.npmRuns()).toBe(1);
    clone.write('package-lock.json', '{"packages":{}, "changed":true}');
    await clone.run(['show']);
    expect(clone.npmRuns()).toBe(2);
  });

  test('are installed again when node_modules was there and half done', async () => {
    clone.write('node_modules/half/package.json', '{}');
    await clone.run(['show']);
    expect(clone.npmRuns()).toBe(1);
  });

  test("are not installed again after somebody's own npm ci", async () => {
    const packages = { 'node_modules/pg': { version: '8.0.0' } };
    clone.write('package-lock.json', JSON.stringify({ packages }));
    clone.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
    await clone.run(['show']);
    expect(clone.npmRuns()).toBe(0);
  });

  test('are installed by one of two first uses at once; the other waits and says so', async () => {
    const runs = await Promise.all([clone.run(['show']), clone.run(['show'])]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(clone.npmRuns()).toBe(1);
    expect(runs.map(({ stderr }) => stderr).join('')).toMatch(/Waiting for another Tollkeeper/);
  });

  test('are installed although an install before was killed', async () => {
    clone.write('.tollkeeper/prepare.lock', '4194305\n');
    const runs = await Promise.all([clone.run(['show']), clone.run(['show'])]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(clone.npmRuns()).toBe(1);
  });

  test('that cannot be installed end the command, with what npm said', async () => {
    writeFileSync(path.join(clone.root, 'npm-fails'), '');
    const { code, stderr } = await clone.run(['show']);
    expect(code).toBe(1);
    expect(stderr).toContain('the registry is on fire');
    expect(stderr).toContain('npm could not install the dependencies');
    expect(stderr).not.toContain('    at ');
  });
});

test.each(['0.10.48', '18.20.0', '20.18.3'])('Node %s is told to be too old', async (version) => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  clone.write('old.cjs', pretend);
  const { code, stderr } = await clone.run(['show'], ['-r', path.join(clone.root, 'old.cjs')]);
  expect(code).toBe(1);
  expect(stderr).toContain(`needs Node 20.19 or newer to start, and this is Node ${version}`);
});

test('a Node that starts but cannot run the product is told where a newer one is', async () => {
  clone.write('old.cjs', `Object.defineProperty(process.versions, 'node', { value: '20.19.0' });`);
  const { code, stderr } = await clone.run(['show'], ['-r', path.join(clone.root, 'old.cjs')]);
  expect(code).toBe(1);
  expect(stderr).toContain('Tollkeeper needs Node 22.13 or newer, and this is Node 20.19.0.');
});
