import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const projectRoot = path.resolve(import.meta.dirname, '../..');

const channel = path.join(projectRoot, 'src/cli/die-with-the-launcher.ts');

/** Stands in for src/cli/main.ts: says what it got, or waits to be ended. */
const commandLine = `
import { dieWithTheLauncher } from '${channel}';
dieWithTheLauncher();
const [what, code] = process.argv.slice(2);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => { console.log('got ' + signal); process.exit(7); });
}
console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), pid: process.pid }));
if (what === 'exit') process.exit(Number(code));
if (what === 'wait') setInterval(() => {}, 1000);
`;

/** Stands in for npm: takes a moment, leaves what npm would, and counts how often it ran. */
const npm = `#!/bin/sh
echo "$@" >> npm-runs
sleep 0.5
[ -e npm-fails ] && { echo 'npm error: the registry is on fire' >&2; exit 1; }
rm -rf node_modules && mkdir node_modules
`;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A clone in miniature: the real launcher, with a stand-in for all that it launches. */
export class Clone {
  readonly root = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-clone-'));

  constructor() {
    cpSync(path.join(projectRoot, 'bin'), path.join(this.root, 'bin'), { recursive: true });
    this.write('package.json', '{"type":"module"}');
    this.write('package-lock.json', '{"packages":{}}');
    this.write('src/cli/main.ts', commandLine);
    this.write('tools/npm', npm);
    chmodSync(path.join(this.root, 'tools/npm'), 0o755);
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), text);
  }

  /** How often npm was run. */
  npmRuns(): number {
    const file = path.join(this.root, 'npm-runs');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
  }

  start(args: readonly string[], node: readonly string[] = []): ChildProcess {
    return spawn(process.execPath, [...node, path.join(this.root, 'bin/tollkeeper'), ...args], {
      cwd: '/',
      env: { ...process.env, PATH: `${path.join(this.root, 'tools')}:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async run(args: readonly string[], node: readonly string[] = []): Promise<Ended> {
    return await ended(this.start(args, node));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (text) => {
    stdout += text;
  });
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, stdout, stderr };
}
