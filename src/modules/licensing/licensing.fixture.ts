import { addMonths, type LocalDate } from '../../kernel/calendar.ts';
import { moneyOf } from '../../kernel/money.ts';
import { periodContaining } from '../../kernel/period.ts';
import type { CatalogSnapshot, LicenseType } from '../catalog/index.ts';
import type { Contract } from '../contracts/index.ts';
import type { LicenseTotal } from './license-total.ts';
import { rulesOf } from './licensing-state.service.ts';
import { type LicensingRules, type LicensingState, planTotals } from './plan-totals.ts';
import type { Refused, TotalsPlan, WantedTotals } from './totals-plan.ts';

/** An account's licenses for the tests of the rules, without a database. */
export interface Example {
  readonly state: LicensingState;
  readonly rules: LicensingRules;
}

export interface ExampleOptions {
  today?: LocalDate;
  anchorDate?: LocalDate;
  currency?: string;
  /** By type: the total, what is pending, and the names of who holds it. */
  types?: Record<string, Partial<LicenseTotal> & { heldBy?: readonly string[] }>;
  prices?: Record<string, string>;
  contracts?: readonly Contract[];
}

const PRICES = { crm: '95.00', dialer_tab: '25.00', dialer: '100.00', flex_port: '45.00' };
const REQUIRES = { crm: [], dialer_tab: ['crm'], dialer: ['dialer_tab'], flex_port: ['crm'] };

type Code = keyof typeof PRICES;

/** The shipped catalog on 10 November 2026, a month from the 1st, unless told otherwise. */
export function example(options: ExampleOptions = {}): Example {
  const { today = '2026-11-10', anchorDate = '2026-01-01', currency = 'USD' } = options;
  const { types = {}, prices = {}, contracts = [] } = options;
  const body = (code: Code): LicenseType => ({
    name: code,
    kind: code === 'crm' ? 'named' : 'pooled',
    unit: code === 'flex_port' ? 'port' : 'seat',
    requires: REQUIRES[code],
    prices: { [currency]: prices[code] ?? PRICES[code] },
  });
  const codes = Object.keys(PRICES) as Code[];
  const licenseTypes = codes.map((code) => {
    const version = {
      kind: 'license_type' as const,
      code,
      version: 1,
      body: body(code),
      effectiveOn: null,
      publishedAt: new Date(0),
      revision: 1n,
    };
    return [code, [version]] as const;
  });
  const none = new Map<string, never>();
  const snapshot: CatalogSnapshot = {
    revision: 1n,
    license_type: new Map(licenseTypes),
    activity: none,
    rate: none,
    storage_meter: none,
  };
  const totals = codes.map((code): [string, LicenseTotal] => {
    const { heldBy = [], ...given } = types[code] ?? {};
    const holders = heldBy.map((name, index) => ({
      assignment: BigInt(index),
      employee: `emp_${name}`,
      name,
      plannedEnds: [],
    }));
    const { name, kind, unit, requires } = body(code);
    return [code, { licenseType: code, name, kind, unit, requires, total: 0, holders, ...given }];
  });
  const period = periodContaining(anchorDate, today);
  const account = { account: 'ba_a', currency, anchorDate, today, period };
  return {
    state: { ...account, types: new Map(totals) },
    rules: rulesOf(account, snapshot, contracts),
  };
}

/** A contract of 12 months with a floor of 10 dialers at 85.00. */
export function exampleContract(given: Partial<Contract> = {}): Contract {
  const startsOn = given.startsOn ?? '2026-03-15';
  const months = given.months ?? 12;
  return {
    id: 'ctr_a',
    account: 'ba_a',
    startsOn,
    months,
    endsOn: addMonths(startsOn, months),
    floors: { dialer: 10 },
    prices: { dialer: moneyOf('85.00', 'USD') },
    atEnd: 'lapse',
    signedAt: new Date('2026-03-10T00:00:00Z'),
    notices: [],
    ...given,
  };
}

/** The plan, or an error that says why there is none. */
export function planned({ state, rules }: Example, wanted: WantedTotals): TotalsPlan {
  const plan = planTotals(state, wanted, rules);
  if ('refused' in plan) throw new Error(`refused: ${plan.refused}`);
  return plan;
}

/** The refusal, or an error that says there was none. */
export function refusal({ state, rules }: Example, wanted: WantedTotals): Refused {
  const plan = planTotals(state, wanted, rules);
  if ('refused' in plan) return plan;
  throw new Error('the order was planned and not refused');
}
