import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Answer, type Caller, callerOf, type Json, OPERATOR_KEY } from '../api/product.ts';
import type { CallSeen } from './call-seen.ts';
import { freeTcpPort, freeUdpPort } from './ports.ts';
import { eventually, Running } from './process.ts';
import { type Calling, type Dial, type Pace, startCallee, startCalling } from './sipp.ts';

const root = path.resolve(import.meta.dirname, '../..');
const commandLine = path.join(root, 'src/cli/main.ts');
const proxyFile = path.join(root, 'src/integrations/telephony/kamailio/kamailio.cfg');

export interface SwitchboardOptions {
  /** Definitions of the proxy's configuration, such as `QUOTA_SECONDS`. */
  readonly proxy?: Readonly<Record<string, string | number>>;
  /** The account lives on a test clock, which stands still. */
  readonly testClock?: boolean;
}

/**
 * The real product, Kamailio and a carrier, each a process of its own on loopback; and one
 * company whose calls cost a cent a second, so that cents count seconds.
 */
export class Switchboard {
  readonly operator: Caller;
  account = '';
  clock = '';
  #company = '';
  #key = '';
  #proxyPort = 0;
  #people = 0;
  #server!: Running;
  #proxy!: Running;
  #callee!: Running;
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-sip-'));
  readonly #port: number;
  readonly #options: SwitchboardOptions;

  private constructor(port: number, options: SwitchboardOptions) {
    this.#port = port;
    this.#options = options;
    this.operator = callerOf(`http://127.0.0.1:${port}`, OPERATOR_KEY);
  }

  static async open(options: SwitchboardOptions = {}): Promise<Switchboard> {
    const board = new Switchboard(await freeTcpPort(), options);
    // The database may run as another user, who has to reach its folder.
    chmodSync(board.#folder, 0o755);
    await board.startServer();
    await board.#found();
    await board.startProxy();
    return board;
  }

  async close(): Promise<void> {
    await this.#proxy?.stop('SIGKILL');
    await this.#callee?.stop('SIGKILL');
    await this.#server?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get path(): string {
    return `/v1/billing-accounts/${this.account}`;
  }

  // ---- Processes -----------------------------------------------------------------------------

  async startServer(): Promise<void> {
    const data = path.join(this.#folder, 'data');
    this.#server = new Running(
      process.execPath,
      [commandLine, 'serve', '--data', data, '--port', `${this.#port}`],
      { TOLLKEEPER_OPERATOR_KEY: OPERATOR_KEY, TOLLKEEPER_LOG_LEVEL: 'warn' },
    );
    await this.#server.says(new RegExp(`Tollkeeper is at http://127.0.0.1:${this.#port}\n`));
  }

  async killServer(): Promise<void> {
    await this.#server.stop('SIGKILL');
  }

  async startProxy(): Promise<void> {
    this.#proxyPort = await freeUdpPort();
    const calleePort = await freeUdpPort();
    this.#callee = await startCallee(calleePort);
    const definitions = {
      LISTEN_ADDRESS: `udp:127.0.0.1:${this.#proxyPort}`,
      CARRIER_URI: `"sip:127.0.0.1:${calleePort}"`,
      CONTROL_SOCKET: `"unix:${path.join(this.#folder, 'control')}"`,
      ...this.#options.proxy,
    };
    this.#proxy = new Running(
      '/usr/sbin/kamailio',
      [
        ...['-f', proxyFile, '-DD', '-E', '-m', '64', '-M', '8', '-Y', this.#folder],
        ...Object.entries(definitions).flatMap(([name, value]) => ['-A', `${name}=${value}`]),
      ],
      { TOLLKEEPER_URL: `http://127.0.0.1:${this.#port}`, TOLLKEEPER_API_KEY: this.#key },
    );
    await this.#proxy.says(/Listening on/);
  }

  async killProxy(): Promise<void> {
    await this.#proxy.stop('SIGKILL');
  }

  /** Recomputes all that was charged, beside the server. What `verify` says. */
  async verify(): Promise<string> {
    const data = path.join(this.#folder, 'data');
    const verifying = new Running(process.execPath, [commandLine, 'verify', '--data', data]);
    await verifying.ended;
    return verifying.output;
  }

  // ---- The company ---------------------------------------------------------------------------

  async #found(): Promise<void> {
    const { operator } = this;
    for (const direction of ['outbound', 'inbound']) {
      await made(
        operator.put('/v1/catalog/rates/default', {
          ...{ kind: 'voice', direction, prices: { USD: '0.60' } },
          ...{ first_seconds: 1, next_seconds: 1 },
        }),
      );
    }
    this.#company = (await made(operator.post('/v1/companies', { name: 'Switchboard' }))).id;
    const keys = `/v1/companies/${this.#company}/api-keys`;
    this.#key = (await made(operator.post(keys, { name: 'Proxy', scopes: ['admission'] }))).key;
    if (this.#options.testClock === true) {
      const now = new Date().toISOString();
      this.clock = (await made(operator.post('/v1/test-clocks', { now }))).id;
    }
    const today = new Date().toISOString().slice(0, 8);
    this.account = (
      await made(
        operator.post(`/v1/companies/${this.#company}/billing-accounts`, {
          ...{ name: 'Main', currency: 'USD', time_zone: 'UTC', anchor_date: `${today}01` },
          ...(this.clock === '' ? {} : { test_clock: this.clock }),
        }),
      )
    ).id;
    const token = { provider: 'sandbox', token: 'tok_ok', default: true };
    await made(operator.post(`${this.path}/funding-sources`, token));
  }

  /** Buys totals, minutes, or both. */
  async buy(order: { totals?: Record<string, number>; minutes?: string }): Promise<void> {
    const quote = await made(this.operator.post(`${this.path}/quotes`, order));
    await made(
      this.operator.post(`${this.path}/orders`, {
        quote: quote.id,
        authorized_by: { first_name: 'Sam', last_name: 'Sysadmin' },
        terms_version: quote.terms.version,
      }),
    );
  }

  /** Somebody who holds these licenses and all that they require. */
  async hire(licenses: readonly string[] = ['dialer'], group = 'Basic User'): Promise<string> {
    this.#people += 1;
    const name = `Agent${this.#people}`;
    const employee = await made(
      this.operator.post(`/v1/companies/${this.#company}/employees`, {
        ...{ first_name: name, last_name: 'Example', email: `${name}@example.com` },
        permission_group: group,
      }),
    );
    for (const code of licenses) {
      const assignment = { billing_account: this.account, with_required: true };
      await made(this.operator.put(`/v1/employees/${employee.id}/licenses/${code}`, assignment));
    }
    return employee.id;
  }

  // ---- What is seen --------------------------------------------------------------------------

  startCalling(dials: readonly Dial[], pace: Pace): Promise<Calling> {
    return startCalling(this.#proxyPort, dials, pace);
  }

  /** Makes the calls, and waits until all are over. */
  async call(dials: readonly Dial[], pace: Pace): Promise<CallSeen[]> {
    return await (await this.startCalling(dials, pace)).over;
  }

  /** Every authorization of the account, the newest first. */
  async records(): Promise<Json[]> {
    const all: Json[] = [];
    for (let cursor = ''; ; ) {
      const page = `/v1/authorizations?billing_account=${this.account}&limit=100${cursor}`;
      const { data, has_more: more, next_cursor: next } = await made(this.operator.get(page));
      all.push(...data);
      if (!more) return all;
      cursor = `&cursor=${next}`;
    }
  }

  /** The records once no call is open any more. */
  settled(): Promise<Json[]> {
    return eventually(
      () => this.records(),
      (records) => records.every(({ state }) => state !== 'open'),
    );
  }

  /** How many calls are up, or ringing. */
  async openCalls(): Promise<number> {
    return (await this.records()).filter(({ state }) => state === 'open').length;
  }

  async minutes(): Promise<Json> {
    return await made(this.operator.get(`${this.path}/minutes`));
  }

  async portsInUse(): Promise<number> {
    return (await made(this.operator.get(`${this.path}/ports`))).in_use;
  }
}

/** An amount of money in seconds of talk, of which each costs a cent. */
export function secondsOf({ amount }: { amount: string }): number {
  return Math.round(Number(amount) * 100);
}

async function made(request: Promise<Answer>): Promise<Json> {
  const { status, body } = await request;
  if (status !== 201 && status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
