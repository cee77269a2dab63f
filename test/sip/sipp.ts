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
  /** New calls a second; absent: all that there are in the first. */
  readonly perSecond?: number;
}

/** The carrier: answers every call on loopback. */
export async function startCallee(port: number): Promise<Running> {
  const callee = new Running(program, [
    ...['-sf', path.join(scenarios, 'callee.xml'), '-i', '127.0.0.1', '-p', `${port}`],
    ...['-nostdin', '-trace_screen', '-screen_file', '/dev/null'],
  ]);
  return callee;
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
  { talkMs, perSecond = dials.length }: Pace,
): Promise<Calling> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-sipp-'));
  const scenario = path.join(folder, 'caller.xml');
  const text = readFileSync(path.join(scenarios, 'caller.xml'), 'utf8');
  writeFileSync(scenario, text.replace('"TALK_MS"', `"${talkMs}"`));
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
