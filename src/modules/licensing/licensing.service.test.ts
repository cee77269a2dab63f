import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../database/connect.ts';
import { createEvents } from '../../database/events.ts';
import { freshDatabase } from '../../database/test-database.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type BillingAccount, createAccounts, createTestClocks } from '../accounts/index.ts';
import { createCatalog } from '../catalog/index.ts';
import { createCompanies, createEmployees } from '../companies/index.ts';
import { createContracts } from '../contracts/index.ts';
import { createLicensing, type WantedTotals } from './index.ts';

const operator: Actor = { kind: 'api_key', id: 'key_test', name: 'Test' };

let open: OpenDatabase;
let services: ReturnType<typeof wire>;
beforeAll(async () => {
  open = await freshDatabase(20);
  services = wire();
});
afterAll(() => open.close());

/** Licensing over the modules before it. */
function wire() {
  const clock = { now: () => new Date('2026-11-10T15:00:00Z') };
  const events = createEvents();
  const catalog = createCatalog({ events, clock });
  const companies = createCompanies({ events, clock });
  const employees = createEmployees({ events });
  const testClocks = createTestClocks({ clock });
  const accounts = createAccounts({ events, clock, companies, testClocks });
  const contracts = createContracts({ events, catalog, accounts });
  const licensing = createLicensing({ events, catalog, companies, employees, accounts, contracts });
  return { companies, employees, testClocks, accounts, contracts, licensing };
}

const run = <T>(work: (tx: Transaction) => Promise<T>) => open.database.transaction(work);

/** An account on a test clock, in New York, on the 10th of a month from the 1st. */
async function openAccount(): Promise<World> {
  const opened = await run(async (tx) => {
    const clock = await services.testClocks.create(tx, new Date('2026-11-10T15:00:00Z'));
    const company = await services.companies.create(tx, operator, { name: 'Test' });
    const account = await services.accounts.create(tx, operator, company, {
      name: 'Main',
      currency: 'USD',
      timeZone: 'America/New_York',
      anchorDate: '2026-01-01',
      testClock: clock.id,
    });
    return { clock: clock.id, company, account: account.id };
  });
  return new World(opened.clock, opened.company.id, opened.account);
}

let people = 0;

class World {
  readonly clock: string;
  readonly company: string;
  readonly account: string;

  constructor(clock: string, company: string, account: string) {
    this.clock = clock;
    this.company = company;
    this.account = account;
  }

  async now(tx: Transaction): Promise<BillingAccount> {
    return await services.accounts.lock(tx, operator, this.account);
  }

  async order(wanted: WantedTotals, order = 'ord_test'): Promise<void> {
    await run(async (tx) => {
      const account = await this.now(tx);
      const plan = await services.licensing.plan(tx, account, wanted);
      await services.licensing.apply(tx, operator, account, plan, order);
    });
  }

  async employee(first = 'Ann'): Promise<string> {
    people += 1;
    return await run(async (tx) => {
      const company = await services.companies.get(tx, operator, this.company);
      const input = {
        firstName: first,
        lastName: `Number ${people}`,
        email: `p${people}@example.test`,
        permissionGroup: 'Basic User',
      };
      const at = await services.accounts.companyNow(tx, company);
      return (await services.employees.create(tx, operator, company, input, at)).id;
    });
  }

  async assign(employee: string, code: string, withRequired = false): Promise<string[]> {
    const billingAccount = this.account;
    const options = { billingAccount, withRequired };
    const held = await run((tx) =>
      services.licensing.assign(tx, operator, employee, code, options),
    );
    return held.licenses.map(({ licenseType }) => licenseType);
  }

  async held(employee: string): Promise<string[]> {
    const held = await run((tx) => services.licensing.employeeLicenses(tx, operator, employee));
    return held.licenses.map(({ licenseType }) => licenseType);
  }

  async state(code: string) {
    const all = await run(async (tx) => services.licensing.licenses(tx, await this.now(tx)));
    return all.find(({ licenseType }) => licenseType === code);
  }

  /** Moves the clock without running anything that falls due on the way. */
  async moveTo(now: string): Promise<void> {
    await run((tx) => services.testClocks.moveTo(tx, this.clock, new Date(now)));
  }

  async runDue(): Promise<void> {
    await run(async (tx) => services.licensing.due.run(tx, await this.now(tx)));
  }

  async events(): Promise<string[]> {
    const { rows } = await open.pool.query<{ type: string }>(
      'select type from platform_events where account = $1 order by sequence',
      [this.account],
    );
    return rows.map(({ type }) => type);
  }
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.catch((error: unknown) => error);
  if (outcome instanceof Refusal) return outcome;
  throw outcome instanceof Error ? outcome : new Error('it was not refused');
}

describe('totals', () => {
  test('a decrease takes effect at the local midnight, though no job ever ran', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 10 } });
    await world.order({ totals: { dialer: 4 } });
    await world.moveTo('2026-12-01T04:59:59.999Z');
    expect(await world.state('dialer')).toMatchObject({ total: 10, pending: { total: 4 } });
    await world.moveTo('2026-12-01T05:00:00Z');
    const after = await world.state('dialer');
    expect(after?.total).toBe(4);
    expect(after?.pending).toBeUndefined();
  });

  test('10 → 5 → 15 ends at 15 with nothing pending', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 10 } });
    await world.order({ totals: { dialer: 5 } });
    await world.order({ totals: { dialer: 15 } });
    expect(await world.state('dialer')).toMatchObject({ total: 15, assigned: 0 });
    await world.moveTo('2027-01-01T12:00:00Z');
    expect(await world.state('dialer')).toMatchObject({ total: 15 });
  });

  test('a renewal charges what was scheduled for its day, and no increase ordered on it', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 10 } });
    await world.order({ totals: { dialer: 4 } });
    await world.moveTo('2026-12-01T05:00:00Z');
    await world.order({ totals: { dialer: 6 } });
    const on = async (day: string) =>
      await run(async (tx) => services.licensing.totalsOn(tx, await world.now(tx), day));
    expect(await on('2026-11-10')).toEqual(new Map());
    expect(await on('2026-11-11')).toEqual(new Map([['dialer', 10]]));
    expect(await on('2026-12-01')).toEqual(new Map([['dialer', 4]]));
    expect(await on('2026-12-02')).toEqual(new Map([['dialer', 6]]));
  });

  test('what took effect is told once, at its instant, also when late', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 10 } });
    await world.order({ totals: { dialer: 4 } });
    await world.moveTo('2027-02-10T15:00:00Z');
    await world.runDue();
    await world.runDue();
    const { rows } = await open.pool.query<{ occurred_at: Date }>(
      `select occurred_at from platform_events
       where account = $1 and type = 'license_total.decreased'`,
      [world.account],
    );
    expect(rows).toEqual([{ occurred_at: new Date('2026-12-01T05:00:00Z') }]);
  });

  test('undoing keeps the present total; nothing pending is not found', async () => {
    const world = await openAccount();
    const undo = () =>
      run((tx) => services.licensing.cancelPending(tx, operator, world.account, 'dialer'));
    await world.order({ totals: { dialer: 10 } });
    await world.order({ totals: { dialer: 4 } });
    await undo();
    expect((await world.state('dialer'))?.pending).toBeUndefined();
    expect((await refusalOf(undo())).code).toBe('not_found');
  });

  test('a change in effect can neither be cancelled nor rewritten', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 10 } });
    const attempt = (sql: string) => open.pool.query(sql, [world.account]);
    const where = 'where account = $1';
    await expect(
      attempt(`update licensing_total_changes set cancelled_at = effective_at ${where}`),
    ).rejects.toThrow(/never cancelled/);
    await expect(attempt(`update licensing_total_changes set total = 1 ${where}`)).rejects.toThrow(
      /never rewritten/,
    );
    await expect(attempt(`delete from licensing_total_changes ${where}`)).rejects.toThrow();
  });
});

describe('assignments', () => {
  test('a chain is refused with what is missing, and assigned whole by one flag', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 1 } });
    const ann = await world.employee();
    const refused = await refusalOf(world.assign(ann, 'dialer'));
    expect(refused.code).toBe('required_license_missing');
    expect(refused.details.facts?.missing).toEqual(['crm', 'dialer_tab']);
    expect(await world.assign(ann, 'dialer', true)).toEqual(['crm', 'dialer', 'dialer_tab']);
    expect(await world.assign(ann, 'dialer')).toEqual(['crm', 'dialer', 'dialer_tab']);
  });

  test('a chain without room for all of it assigns nothing', async () => {
    const world = await openAccount();
    const ann = await world.employee();
    const refused = await refusalOf(world.assign(ann, 'dialer', true));
    expect(refused.code).toBe('no_license_available');
    expect(refused.details.remedies?.[0]).toMatchObject({
      action: 'buy_licenses',
      due_now: { amount: '66.50', currency: 'USD' },
      recurring: { amount: '95.00', currency: 'USD' },
    });
    expect(await world.held(ann)).toEqual([]);
  });

  test('a license that others need is kept, unless they are taken along', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 1 } });
    const ann = await world.employee();
    await world.assign(ann, 'dialer', true);
    const take = (code: string, withRequired: boolean) =>
      run((tx) => services.licensing.unassign(tx, operator, ann, code, { withRequired }));
    const refused = await refusalOf(take('dialer_tab', false));
    expect(refused.code).toBe('required_by_other_license');
    expect(refused.details.facts?.required_by).toEqual(['dialer']);
    await take('dialer_tab', true);
    expect(await world.held(ann)).toEqual(['crm']);
    expect((await world.state('crm'))?.total).toBe(1);
  });

  test('while a lower total is pending, none is assigned beyond it', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 2 } });
    await world.assign(await world.employee(), 'crm');
    await world.order({ totals: { crm: 1 } });
    const bob = await world.employee('Bob');
    const refused = await refusalOf(world.assign(bob, 'crm'));
    expect(refused.code).toBe('pending_total_reached');
    expect(refused.details.remedies?.[0]?.action).toBe('undo_pending_total');
    await run((tx) => services.licensing.cancelPending(tx, operator, world.account, 'crm'));
    expect(await world.assign(bob, 'crm')).toEqual(['crm']);
  });

  test('who is named loses it that day with all that needs it, though no job ran', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 2 } });
    const [ann, bob] = [await world.employee(), await world.employee('Bob')];
    await world.assign(ann, 'dialer', true);
    await world.assign(bob, 'crm');
    await world.order({ totals: { crm: 1 }, unassign: { crm: [ann] } });
    expect(await world.held(ann)).toHaveLength(3);
    await world.moveTo('2026-12-01T05:00:00Z');
    expect(await world.held(ann)).toEqual([]);
    expect(await world.state('crm')).toMatchObject({ total: 1, assigned: 1 });
    await world.runDue();
    const told = (await world.events()).filter((type) => type === 'license.unassigned');
    expect(told).toHaveLength(3);
  });

  test('undoing the decrease gives back what it would have taken', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 1 } });
    const ann = await world.employee();
    await world.assign(ann, 'dialer', true);
    await world.order({ totals: { crm: 0 }, unassign: { crm: [ann] } });
    await world.order({ totals: { crm: 1 } });
    await world.moveTo('2026-12-01T05:00:00Z');
    expect(await world.held(ann)).toHaveLength(3);
  });

  test('all licenses come from one account, and moving moves all or none', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 1 } });
    const ann = await world.employee();
    await world.assign(ann, 'dialer', true);
    const other = await run(async (tx) => {
      const company = await services.companies.get(tx, operator, world.company);
      const input = { name: 'Other', currency: 'USD', timeZone: 'UTC', anchorDate: '2026-01-15' };
      const testClock = world.clock;
      return await services.accounts.create(tx, operator, company, { ...input, testClock });
    });
    const second = new World(world.clock, world.company, other.id);
    const refused = await refusalOf(second.assign(ann, 'flex_port'));
    expect(refused.code).toBe('other_billing_account');
    const move = () => run((tx) => services.licensing.move(tx, operator, ann, other.id));
    expect((await refusalOf(move())).code).toBe('no_license_available');
    expect((await world.state('dialer'))?.assigned).toBe(1);
    await second.order({ totals: { crm: 1 } });
    expect((await move()).billingAccount).toBe(other.id);
    expect((await world.state('dialer'))?.assigned).toBe(0);
    expect((await second.state('dialer'))?.assigned).toBe(1);
  });

  test('50 assigning at once never assign more than the total of a named license', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 7 } });
    const employees: string[] = [];
    for (let count = 0; count < 50; count += 1) employees.push(await world.employee());
    const outcomes = await Promise.allSettled(employees.map((emp) => world.assign(emp, 'crm')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({ code: 'no_license_available' });
      }
    }
    expect(await world.state('crm')).toMatchObject({ total: 7, assigned: 7 });
  });
});

describe('contracts', () => {
  const sign = (world: World, given: object) =>
    run((tx) =>
      services.contracts.sign(tx, operator, world.account, {
        startsOn: '2026-11-20',
        months: 12,
        floors: { dialer: 10 },
        prices: {},
        atEnd: 'lapse',
        ...given,
      }),
    );

  test('raise a total below the floor at the first period start, and tell of it', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 6 } });
    const contract = await sign(world, {});
    expect(contract.endsOn).toBe('2027-11-20');
    expect(await world.state('dialer')).toMatchObject({ total: 6, raise: { total: 10 } });
    await world.moveTo('2026-12-01T05:00:00Z');
    expect(await world.state('dialer')).toMatchObject({ total: 10, floor: 10 });
    await world.runDue();
    expect(await world.events()).toContain('license_total.raised');
  });

  test('cancel a pending decrease below the floor and keep one that is not', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 12, crm: 5 } });
    await world.order({ totals: { dialer: 6, crm: 3 } });
    await sign(world, { floors: { dialer: 10, crm: 2 } });
    expect((await world.state('dialer'))?.pending).toBeUndefined();
    expect((await world.state('crm'))?.pending?.total).toBe(3);
  });

  test('never overlap', async () => {
    const world = await openAccount();
    await sign(world, {});
    const refused = await refusalOf(sign(world, { startsOn: '2027-11-19' }));
    expect(refused.code).toBe('contract_overlap');
    await sign(world, { startsOn: '2027-11-20' });
  });

  test('an increase past the floor makes the scheduled raise unnecessary', async () => {
    const world = await openAccount();
    await sign(world, {});
    expect((await world.state('dialer'))?.raise?.total).toBe(10);
    await world.order({ totals: { dialer: 11 } });
    expect((await world.state('dialer'))?.raise).toBeUndefined();
    await world.moveTo('2026-12-02T05:00:00Z');
    expect((await world.state('dialer'))?.total).toBe(11);
  });

  test('a notice becomes the next floor, and undoing it takes it back', async () => {
    const world = await openAccount();
    await world.order({ totals: { dialer: 10 } });
    await sign(world, { atEnd: 'renew' });
    const notice = { totals: { dialer: 4 }, effectiveOn: '2027-12-01' };
    await world.order(notice);
    await run((tx) => services.licensing.cancelPending(tx, operator, world.account, 'dialer'));
    await world.order(notice);
    await world.moveTo('2027-11-19T15:00:00Z');
    expect((await world.state('dialer'))?.floor).toBe(10);
    await world.moveTo('2027-12-10T15:00:00Z');
    expect(await world.state('dialer')).toMatchObject({ total: 4, floor: 4 });
    const refused = await refusalOf(world.order({ totals: { dialer: 3 } }));
    expect(refused.details.facts).toMatchObject({ floor: 4, possible_from: '2028-12-01' });
  });
});

describe('hiding', () => {
  test('ends assignments, lowers no total, and says what is still paid for', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 3, dialer: 3 } });
    const ann = await world.employee();
    await world.assign(ann, 'dialer', true);
    const hidden = await run((tx) => services.licensing.hide(tx, operator, ann));
    expect(hidden.employee.hiddenAt).not.toBeNull();
    expect(hidden.stillPayingFor.map(({ licenseType }) => licenseType)).toEqual(['crm', 'dialer']);
    expect(hidden.stillPayingFor[0]).toMatchObject({
      total: 3,
      assigned: 0,
      floor: 0,
      couldBe: 0,
      from: '2026-12-01',
    });
    expect(await world.held(ann)).toEqual([]);
    expect((await world.state('crm'))?.total).toBe(3);
    const again = await run((tx) => services.licensing.hide(tx, operator, ann));
    expect(again.stillPayingFor).toEqual(hidden.stillPayingFor);
    expect((await refusalOf(world.assign(ann, 'crm'))).code).toBe('employee_hidden');
  });

  test('showing gives back what has room, the required first, and lists the rest', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 1 } });
    const ann = await world.employee();
    await world.assign(ann, 'dialer', true);
    await run((tx) => services.licensing.hide(tx, operator, ann));
    const shown = await run((tx) => services.licensing.show(tx, operator, ann));
    expect(shown.restored).toEqual(['crm', 'dialer_tab', 'dialer']);
    await run((tx) => services.licensing.hide(tx, operator, ann));
    await world.assign(await world.employee('Bob'), 'crm');
    const without = await run((tx) => services.licensing.show(tx, operator, ann));
    expect(without.restored).toEqual([]);
    expect(without.notRestored.map(({ licenseType, code }) => [licenseType, code])).toEqual([
      ['crm', 'no_license_available'],
      ['dialer_tab', 'required_license_missing'],
      ['dialer', 'required_license_missing'],
    ]);
  });

  test('under a contract says from when it could be lower', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 1, dialer: 2 } });
    await run((tx) =>
      services.contracts.sign(tx, operator, world.account, {
        startsOn: '2026-11-10',
        months: 6,
        floors: { dialer: 2 },
        prices: {},
        atEnd: 'lapse',
      }),
    );
    const ann = await world.employee();
    await world.assign(ann, 'dialer', true);
    const { stillPayingFor } = await run((tx) => services.licensing.hide(tx, operator, ann));
    const dialer = stillPayingFor.find(({ licenseType }) => licenseType === 'dialer');
    expect(dialer).toMatchObject({ floor: 2, couldBe: 2, from: '2027-06-01' });
  });

  test('is recalled a week before the renewal, in the account’s own days', async () => {
    const world = await openAccount();
    await world.order({ totals: { crm: 3 } });
    const next = await run((tx) => services.licensing.due.next(tx, world.account));
    expect(next).toEqual(new Date('2026-11-24T05:00:00Z'));
    await world.moveTo('2026-11-24T05:00:00Z');
    await world.runDue();
    expect(await world.events()).toContain('licenses.unused_before_renewal');
    const after = await run((tx) => services.licensing.due.next(tx, world.account));
    expect(after).toEqual(new Date('2026-12-25T05:00:00Z'));
  });
});
