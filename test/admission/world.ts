import type { OpenDatabase } from '../../src/database/connect.ts';
import { type Actor, SYSTEM } from '../../src/kernel/actor.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { money, parseMicros } from '../../src/kernel/money.ts';
import type { BillingAccount } from '../../src/modules/accounts/index.ts';
import type { Company } from '../../src/modules/companies/index.ts';
import { createServices, type Services } from '../../src/services.ts';

/** A clock that the test moves. */
export class MovableClock implements Clock {
  #now = new Date('2026-11-22T12:00:00Z');

  now(): Date {
    return this.#now;
  }

  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}

/** A company with one account, and what a test wants to be true of it. */
export class World {
  readonly services: Services;
  readonly clock: MovableClock;
  readonly open: OpenDatabase;
  company!: Company;
  account!: BillingAccount;

  constructor(open: OpenDatabase, clock = new MovableClock()) {
    this.open = open;
    this.clock = clock;
    this.services = createServices(open, clock);
  }

  /** A fresh company and account; a second of a call costs 0.0001, so money counts seconds. */
  async found(options: { testClock?: boolean } = {}): Promise<this> {
    const { companies, accounts, catalog, testClocks } = this.services;
    await this.open.database.transaction(async (tx) => {
      this.company = await companies.create(tx, SYSTEM, { name: 'Example Calls' });
      const testClock = options.testClock
        ? (await testClocks.create(tx, this.clock.now())).id
        : undefined;
      this.account = await accounts.create(tx, SYSTEM, this.company, {
        name: 'Main',
        currency: 'USD',
        timeZone: 'America/New_York',
        anchorDate: '2026-11-01',
        testClock,
      });
      const snapshot = await catalog.load(tx);
      if (snapshot.rate.get('voice/default/outbound')?.length === 1) {
        for (const direction of ['outbound', 'inbound'] as const) {
          await catalog.publish(tx, SYSTEM, {
            kind: 'rate',
            code: `voice/default/${direction}`,
            body: {
              kind: 'voice',
              prefix: 'default',
              direction,
              prices: { USD: '0.006' },
              first_seconds: 1,
              next_seconds: 1,
              connection_fees: {},
            },
          });
        }
      }
    });
    return this;
  }

  /** What the company's own key acts as. */
  get actor(): Actor {
    return { kind: 'api_key', id: 'key_test', name: 'Dialer', company: this.company.id };
  }

  /** Puts money on the balance, as a bought purchase does. */
  async buyMinutes(amount: string): Promise<void> {
    const { wallet, accounts } = this.services;
    const micros = parseMicros(amount) ?? 0n;
    await this.open.database.transaction(async (tx) => {
      const account = await accounts.lock(tx, SYSTEM, this.account.id);
      const bought = money(micros, 'USD');
      const purchase = await wallet.beginPurchase(tx, SYSTEM, account, {
        amount: bought,
        isRecharge: false,
      });
      await wallet.creditPurchase(tx, SYSTEM, account, purchase.id);
    });
  }

  /** Pays for these totals from now on. */
  async order(totals: Record<string, number>): Promise<void> {
    const { licensing, accounts } = this.services;
    await this.open.database.transaction(async (tx) => {
      const account = await accounts.lock(tx, SYSTEM, this.account.id);
      const plan = await licensing.plan(tx, account, { totals });
      await licensing.apply(tx, SYSTEM, account, plan, 'ord_test');
    });
  }

  #people = 0;

  /** Somebody with these licenses, what they require included. */
  async hire(licenses: readonly string[], group = 'Basic User'): Promise<string> {
    const { employees, licensing } = this.services;
    this.#people += 1;
    const name = `Person${this.#people}`;
    return await this.open.database.transaction(async (tx) => {
      const input = {
        firstName: name,
        lastName: 'Example',
        email: `${name}@example.com`,
        permissionGroup: group,
      };
      const { id } = await employees.create(tx, SYSTEM, this.company, input, this.clock.now());
      for (const code of licenses) {
        const options = { billingAccount: this.account.id, withRequired: true };
        await licensing.assign(tx, SYSTEM, id, code, options);
      }
      return id;
    });
  }

  async book(): Promise<{ balance: bigint; held: bigint; inUse: Record<string, number> }> {
    const { rows } = await this.open.pool.query(
      'select balance, held, pool_codes, pools_in_use from wallet_books where account = $1',
      [this.account.id],
    );
    const { balance, held, pool_codes: codes, pools_in_use: inUse } = rows[0];
    const used = codes.map((code: string, index: number) => [code, inUse[index]]);
    return { balance, held, inUse: Object.fromEntries(used) };
  }
}
