import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Answer, type Caller, callerOf, type Json, OPERATOR_KEY } from '../api/product.ts';
import { freeTcpPort } from './ports.ts';
import { eventually, Running } from './process.ts';

const commandLine = path.resolve(import.meta.dirname, '../../src/cli/main.ts');

/**
 * The real product, a process of its own with its own database, and one company whose calls cost
 * a cent a second, so that cents count seconds.
 */
export class Office {
  readonly operator: Caller;
  readonly folder: string;
  readonly port: number;
  company = '';
  account = '';
  clock = '';
  /** The company's own, for admission. */
  key = '';
  #people = 0;
  #isUp = false;
  #server!: Running;
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(port: number, folder: string, environment: NodeJS.ProcessEnv) {
    this.port = port;
    this.folder = folder;
    this.#environment = environment;
    this.operator = callerOf(this.address, OPERATOR_KEY);
  }

  /** Opens it. A test clock stands still until the test moves it. */
  static async open(
    options: {
      readonly testClock?: boolean;
      /** Settings of the product, which may lie in the office's folder. */
      readonly settings?: (folder: string) => NodeJS.ProcessEnv;
    } = {},
  ): Promise<Office> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-office-'));
    // The database may run as another user, who has to reach its folder.
    chmodSync(folder, 0o755);
    const settings = options.settings?.(folder) ?? {};
    const office = new Office(await freeTcpPort(), folder, settings);
    await office.startServer();
    await office.#found(options.testClock === true);
    return office;
  }

  async close(): Promise<void> {
    // The database of a server that was killed runs on: it ends with the next one.
    if (!this.#isUp) await this.startServer();
    this.thawServer();
    await this.#server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get path(): string {
    return `/v1/billing-accounts/${this.account}`;
  }

  async startServer(): Promise<void> {
    const data = path.join(this.folder, 'data');
    this.#server = new Running(
      process.execPath,
      [commandLine, 'serve', '--data', data, '--port', `${this.port}`],
      {
        TOLLKEEPER_OPERATOR_KEY: OPERATOR_KEY,
        TOLLKEEPER_LOG_LEVEL: 'warn',
        ...this.#environment,
      },
    );
    await this.#server.says(new RegExp(`Tollkeeper is at ${this.address}\n`));
    this.#isUp = true;
  }

  async killServer(): Promise<void> {
    this.#isUp = false;
    await this.#server.stop('SIGKILL');
  }

  /** It hears what it is asked and answers nothing, until it thaws. */
  freezeServer(): void {
    this.#server.signal('SIGSTOP');
  }

  thawServer(): void {
    this.#server.signal('SIGCONT');
  }

  /** Recomputes all that was charged, beside the server. What `verify` says. */
  async verify(): Promise<string> {
    const data = path.join(this.folder, 'data');
    const verifying = new Running(process.execPath, [commandLine, 'verify', '--data', data]);
    await verifying.ended;
    return verifying.output;
  }

  async #found(onTestClock: boolean): Promise<void> {
    const { operator } = this;
    for (const direction of ['outbound', 'inbound']) {
      await made(
        operator.put('/v1/catalog/rates/default', {
          ...{ kind: 'voice', direction, prices: { USD: '0.60' } },
          ...{ first_seconds: 1, next_seconds: 1 },
        }),
      );
    }
    this.company = (await made(operator.post('/v1/companies', { name: 'Office' }))).id;
    const keys = `/v1/companies/${this.company}/api-keys`;
    this.key = (await made(operator.post(keys, { name: 'Proxy', scopes: ['admission'] }))).key;
    if (onTestClock) {
      const now = new Date().toISOString();
      this.clock = (await made(operator.post('/v1/test-clocks', { now }))).id;
    }
    const today = new Date().toISOString().slice(0, 8);
    this.account = (
      await made(
        operator.post(`/v1/companies/${this.company}/billing-accounts`, {
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
      this.operator.post(`/v1/companies/${this.company}/employees`, {
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
