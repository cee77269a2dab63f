import { spawn } from 'node:child_process';

/** Attributes by FreeRADIUS' names; a list is sent as several. */
export type Attributes = Readonly<Record<string, string | number | readonly string[]>>;

export interface Reply {
  /** `Access-Accept` and the like; undefined where nothing came back. */
  readonly code?: string;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

export interface Target {
  readonly port: number;
  readonly secret: string;
}

/** Sends one packet with Debian's radclient, and once only. */
export async function radclient(
  { port, secret }: Target,
  kind: 'auth' | 'acct',
  attributes: Attributes,
): Promise<Reply> {
  const signed = kind === 'auth' ? { 'Message-Authenticator': '0x00' } : {};
  const text = Object.entries({ ...attributes, ...signed })
    .flatMap(([name, value]) => [value].flat().map((one) => `${name} = ${quoted(one)}`))
    .join('\n');
  const args = ['-x', '-r', '1', '-t', '3', `127.0.0.1:${port}`, kind, secret];
  const child = spawn('/usr/bin/radclient', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(`${text}\n`);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    output += data;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return replyIn(output);
}

function quoted(value: string | number): string {
  return typeof value === 'number' || value.startsWith('0x') ? `${value}` : `"${value}"`;
}

function replyIn(output: string): Reply {
  const [, received = ''] = output.split(/^Received /m);
  const [head = '', ...lines] = received.split('\n');
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^\t([\w-]+) [:+]?= (.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value?.replaceAll('"', '') ?? ''] as const];
  });
  const grouped = Map.groupBy(pairs, ([name]) => name);
  const attributes = new Map([...grouped].map(([name, all]) => [name, all.map(([, one]) => one)]));
  const code = head.split(' ')[0];
  return code === undefined || code === '' ? { attributes } : { code, attributes };
}
