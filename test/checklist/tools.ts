import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A program of the machine that some steps need, and Debian's packages that bring it. */
export interface Tool {
  readonly name: string;
  /** One of these files shows that it is there. */
  readonly programs: readonly string[];
  readonly packages: readonly string[];
}

const inPath = (name: string) =>
  ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((folder) =>
    path.join(folder, name),
  );

export const chromium: Tool = {
  name: 'Chromium',
  programs: [...inPath('chromium'), ...inPath('chromium-browser')],
  packages: ['chromium', 'fonts-liberation'],
};

/** Debian's folders for what a program loads, on the machines that we run on. */
const inLibraries = (name: string) =>
  ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/${name}`);

export const kamailio: readonly Tool[] = [
  { name: 'Kamailio', programs: inPath('kamailio'), packages: ['kamailio'] },
  {
    name: "Kamailio's http_client",
    programs: inLibraries('kamailio/modules/http_client.so'),
    packages: ['kamailio-utils-modules'],
  },
  {
    name: "Kamailio's jansson",
    programs: inLibraries('kamailio/modules/jansson.so'),
    packages: ['kamailio-extra-modules'],
  },
];

export const sipp: Tool = {
  name: 'SIPp',
  programs: inPath('sipp'),
  packages: ['sip-tester'],
};

export const radclient: Tool = {
  name: 'radclient',
  programs: inPath('radclient'),
  packages: ['freeradius-utils'],
};

export const freeradius: Tool = {
  name: 'FreeRADIUS',
  programs: inPath('freeradius'),
  packages: ['freeradius'],
};

export const curl: Tool = { name: 'curl', programs: inPath('curl'), packages: ['curl'] };

export const jq: Tool = { name: 'jq', programs: inPath('jq'), packages: ['jq'] };

export const postgresql15: Tool = {
  name: 'PostgreSQL 15',
  programs: ['/usr/lib/postgresql/15/bin/postgres'],
  packages: ['postgresql-15'],
};

const isThere = (tool: Tool) => tool.programs.some((program) => existsSync(program));

let installing: Promise<string | undefined> | undefined;

/**
 * Begins to install what is missing of `tools`, in one go and while the first steps run.
 * A failure is told by {@link whyNot}, to the steps that need the tool.
 */
export function beginInstalling(tools: readonly Tool[]): void {
  const missing = [...new Set(tools)].filter((tool) => !isThere(tool));
  if (missing.length > 0) installing = install(missing);
}

/** Why the tools cannot be used, one sentence each; none when all are there. */
export async function whyNot(tools: readonly Tool[]): Promise<string[]> {
  if (tools.every(isThere)) return [];
  const problem = await installing;
  return tools
    .filter((tool) => !isThere(tool))
    .map(
      ({ name, packages }) =>
        `${name} is not installed, and ${problem ?? 'its packages did not bring it'} ` +
        `(apt-get install --no-install-recommends ${packages.join(' ')})`,
    );
}

/** Installs by apt; returns why it could not. */
async function install(tools: readonly Tool[]): Promise<string | undefined> {
  if (!existsSync('/usr/bin/apt-get')) return 'this is not Debian, nor like it';
  if (process.getuid?.() !== 0) return 'only root may install it';
  const removePolicy = forbidServices();
  try {
    await aptGet('update');
    await aptGet(
      'install',
      '--yes',
      '--no-install-recommends',
      ...tools.flatMap(({ packages }) => packages),
    );
    return undefined;
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const last = stderr.trim().split('\n').at(-1) ?? '';
    return `apt-get could not install it: ${last === '' ? String(error) : last}`;
  } finally {
    removePolicy();
  }
}

/** Long enough for 300 MB on a slow line; apt waits for another apt that holds its lock. */
const aptMsMax = 10 * 60_000;

async function aptGet(...args: string[]): Promise<void> {
  await execute('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    timeout: aptMsMax,
    maxBuffer: 64 * 2 ** 20,
  });
}

/**
 * Debian starts what it installs: a SIP proxy and a database server nobody asked for. This
 * file tells it not to. One that is there already is the administrator's and is left alone.
 */
function forbidServices(): () => void {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => {};
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(policy, { force: true });
}
