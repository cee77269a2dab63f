import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const launcher = path.resolve(import.meta.dirname, '../../bin/tollkeeper');
const KEY = 'tk_launcher_test_operator_key';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-launcher-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the launcher from another folder, as somebody with the clone in their PATH would. */
function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [launcher, ...args], {
    cwd: os.tmpdir(),
    env: { ...process.env, TOLLKEEPER_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

/** The address that a product prints when it is ready. */
async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  return await new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.on('close', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
}

describe('bin/tollkeeper', () => {
  test('runs from any folder, and its exit code is the command’s', async () => {
    const version = await ended(start(['--version']));
    expect(version).toMatchObject({ code: 0 });
    expect(version.output).toMatch(/^\d+\.\d+\.\d+/m);
    expect((await ended(start(['no-such-command']))).code).not.toBe(0);
  });

  test('says in a sentence what is wrong with the environment', async () => {
    const refused = await ended(
      start(['serve', '--data', path.join(folder, 'never')], { TOLLKEEPER_OPERATOR_KEY: 'short' }),
    );
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('TOLLKEEPER_OPERATOR_KEY must have 16 characters or more');
    expect(refused.output).not.toMatch(/\n\s+at /);
  });

  test('serves, takes the next port where one is taken, and stops cleanly on SIGTERM', async () => {
    const env = { TOLLKEEPER_OPERATOR_KEY: KEY };
    const first = start(['serve', '--data', path.join(folder, 'one'), '--port', '0'], env);
    const address = await addressOf(first);
    const { port } = new URL(address);
    const second = start(['serve', '--data', path.join(folder, 'two'), '--port', port], env);
    const other = await addressOf(second);
    expect(Number(new URL(other).port)).toBeGreaterThan(Number(port));
    for (const [child, at] of [
      [first, address],
      [second, other],
    ] as const) {
      const answer = await fetch(`${at}/v1/catalog`, {
        headers: { authorization: `Bearer ${KEY}` },
      });
      expect(answer.status).toBe(200);
      const end = ended(child);
      child.kill('SIGTERM');
      expect((await end).code).toBe(0);
      await expect(fetch(`${at}/healthz`)).rejects.toThrow();
    }
  });

  test('refuses a second product on the same data folder, and says who is there', async () => {
    const data = path.join(folder, 'shared-by-two');
    const owner = start(['serve', '--data', data, '--port', '0']);
    await addressOf(owner);
    const refused = await ended(start(['serve', '--data', data, '--port', '0']));
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(data);
    const end = ended(owner);
    owner.kill('SIGTERM');
    await end;
  });
});
