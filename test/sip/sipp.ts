import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type CallSeen, callsIn } from './call-seen.ts';
import { freeUdpPort } from './ports.ts';
import { Running } from './process.ts';

const program = '/usr/bin/sipp';
const scenarios = path.join(import.meta.dirname, 'scenarios');

/** Who calls whom as what. */
export interface Dial {
  readonly employee?: string;
  /** Where no employee is concerned. */
  readonly billingAccount?: string;
  readonly activity?: string;
  readonly destination?: string;
}

export interface Pace {
  /** How long a caller talks before they hang up. */
  readonly talkMs: number;
  /** How long a caller waits for an answer; absent: longer than any waits here. */
  readonly patienceMs?: number;
  /** New calls a second; absent: all that there are in the first. */
  readonly perSecond?: number;
}

/** What the carrier does with calls. */
export interface Carrier {
  readonly kind: 'callee' | 'callee-busy' | 'callee-silent';
  /** Before it answers. */
  readonly ringMs?: number;
}

/** The carrier, on loopback. */
export function startCallee(port: number, folder: string, carrier: Carrier): Running {
  const { kind, ringMs = 40 } = carrier;
  const scenario = writeScenario(folder, kind, { RING_MS: ringMs });
  return new Running(program, [
    ...['-sf', scenario, '-i', '127.0.0.1', '-p', `${port}`],
    ...['-nostdin', '-trace_screen', '-screen_file', '/dev/null'],
  ]);
}

/** A scenario of ours with its figures filled in, as a file for SIPp. */
function writeScenario(folder: string, name: string, figures: Record<string, number>): string {
  const text = readFileSync(path.join(scenarios, `${name}.xml`), 'utf8');
  const filled = Object.entries(figures).reduce(
    (written, [figure, value]) => written.replaceAll(`"${figure}"`, `"${value}"`),
    text,
  );
  const file = path.join(folder, `${name}.xml`);
  writeFileSync(file, filled);
  return file;
}

/** Calls that are being made. */
export interface Calling {
  /** How each went, once all are over; fails where SIPp met what its scenario does not know. */
  readonly over: Promise<CallSeen[]>;
  /** Leaves the calls as they are: nobody hangs up. */
  vanish(): Promise<void>;
}

/** Makes the calls through the proxy at `port`. */
export async function startCalling(
  port: number,
  dials: readonly Dial[],
  { talkMs, patienceMs = 30_000, perSecond = dials.length }: Pace,
): Promise<Calling> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-sipp-'));
  const figures = { TALK_MS: talkMs, PATIENCE_MS: patienceMs };
  const scenario = writeScenario(folder, 'caller', figures);
  const injected = path.join(folder, 'calls.csv');
  writeFileSync(injected, `SEQUENTIAL\n${dials.map(lineOf).join('\n')}\n`);
  const messages = path.join(folder, 'messages');
  const caller = new Running(program, [
    ...[`127.0.0.1:${port}`, '-sf', scenario, '-inf', injected, '-i', '127.0.0.1'],
    ...['-p', `${await freeUdpPort()}`, '-r', `${perSecond}`, '-m', `${dials.length}`],
    ...['-nostdin', '-trace_msg', '-message_file', messages],
  ]);
  const read = async () => {
    const code = await caller.ended;
    const calls = callsIn(readFileSync(messages, 'utf8'));
    rmSync(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`SIPp ended with ${code}:\n${caller.output.slice(-3_000)}`);
    return calls;
  };
  const over = read();
  return {
    over,
    async vanish() {
      over.catch(() => undefined);
      await caller.stop('SIGKILL');
    },
  };
}

function lineOf({ employee, billingAccount, activity, destination }: Dial): string {
  const who =
    employee === undefined
      ? `X-Tollkeeper-Billing-Account: ${billingAccount}`
      : `X-Tollkeeper-Employee: ${employee}`;
  return `${who};${activity ?? 'call.outbound'};${destination ?? '12125550123'};`;
}
