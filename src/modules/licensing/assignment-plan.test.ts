import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssignmentFacts, type Person, planAssignments } from './assignment-plan.ts';
import type { LicenseTotal } from './license-total.ts';
import type { LicensingRules } from './plan-totals.ts';

const CHAIN: Record<string, readonly string[]> = {
  crm: ['crm'],
  dialer_tab: ['crm', 'dialer_tab'],
  dialer: ['crm', 'dialer_tab', 'dialer'],
};
const ACCOUNT = 'ba_main';
const PEOPLE = ['ada', 'bob', 'cid', 'dee'];

const noPrices: LicensingRules = {
  unitPriceOn: () => undefined,
  floorOn: () => undefined,
  floorAgainst: () => ({}),
  raiseDays: [],
  prorate: (price) => ({ amount: price, daysCharged: 1, daysInPeriod: 1 }),
};

function type(licenseType: string, more: Partial<LicenseTotal> = {}): LicenseTotal {
  const requires = (CHAIN[licenseType] ?? []).slice(0, -1).slice(-1);
  const kind = licenseType === 'crm' ? 'named' : 'pooled';
  const base = { licenseType, name: licenseType, unit: 'seat', total: 2, holders: [] } as const;
  return { ...base, kind, requires, ...more };
}

function facts(
  totals: Partial<LicenseTotal> = {},
  people: readonly Partial<Person>[] = PEOPLE.map((id) => ({ id })),
): AssignmentFacts {
  const types = ['crm', 'dialer_tab', 'dialer'].map((code) =>
    type(code, code === 'crm' ? totals : {}),
  );
  return {
    state: {
      account: ACCOUNT,
      currency: 'USD',
      anchorDate: '2026-11-01',
      today: '2026-11-25',
      period: { start: '2026-11-01', end: '2026-12-01' },
      types: new Map(types.map((one) => [one.licenseType, one])),
    },
    rules: noPrices,
    chainOf: (code) => CHAIN[code] ?? [code],
    people: new Map(
      people.map((one) => {
        const id = one.id ?? '';
        const base = { id, name: id, isHidden: false, account: undefined, held: new Set('') };
        return [id, { ...base, ...one }];
      }),
    ),
  };
}

const give = (employee: string, licenseType: string) => ({ employee, licenseType, assigned: true });
const take = (employee: string, licenseType: string) => ({
  ...give(employee, licenseType),
  assigned: false,
});
const ada = { id: 'ada', account: ACCOUNT, held: new Set(['crm', 'dialer_tab']) };

describe('many wishes at once', () => {
  test('a license brings what it requires, and takes along what cannot be held without it', () => {
    expect(planAssignments([give('bob', 'dialer')], facts())).toEqual([
      { outcome: 'assigned', codes: ['crm', 'dialer_tab', 'dialer'] },
    ]);
    const [taken] = planAssignments([take('ada', 'crm')], facts({}, [ada]));
    expect(taken).toEqual({ outcome: 'unassigned', codes: ['crm', 'dialer_tab'] });
  });

  test('what is taken makes room for what is given, whatever their order', () => {
    const holders = [{ assignment: 1n, employee: 'ada', name: 'ada', plannedEnds: [] }];
    const one = facts({ total: 1, holders }, [ada, { id: 'bob' }]);
    const outcomes = planAssignments([give('bob', 'crm'), take('ada', 'crm')], one);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['assigned', 'unassigned']);
  });

  test('a wish that is refused changes nothing and stops none', () => {
    const some = facts({ total: 1 }, [{ id: 'ada', isHidden: true }, { id: 'bob' }, { id: 'cid' }]);
    const wishes = [
      give('ada', 'crm'),
      give('bob', 'crm'),
      give('cid', 'dialer'),
      give('x', 'crm'),
    ];
    const outcomes = planAssignments(wishes, some);
    expect(outcomes.map((one) => ('refused' in one ? one.refused : one.outcome))).toEqual([
      'employee_hidden',
      'assigned',
      'no_license_available',
      'not_found',
    ]);
  });

  test('nobody gets licenses from two accounts', () => {
    const elsewhere = { id: 'ada', account: 'ba_other', held: new Set(['crm']) };
    const [decision] = planAssignments([give('ada', 'dialer')], facts({}, [elsewhere]));
    expect(decision).toMatchObject({ refused: 'other_billing_account' });
  });

  test('a named license is never given more often than it is paid for', () => {
    const wish = fc.record({
      employee: fc.constantFrom(...PEOPLE),
      licenseType: fc.constantFrom('crm', 'dialer_tab', 'dialer'),
      assigned: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), fc.nat(4), (wishes, total) => {
        const given = new Set<string>();
        const decisions = planAssignments(wishes, facts({ total }));
        for (const [index, decision] of decisions.entries()) {
          const employee = wishes[index]?.employee ?? '';
          if (decision.outcome !== 'assigned') continue;
          for (const code of decision.codes) given.add(`${employee} ${code}`);
        }
        const named = [...given].filter((one) => one.endsWith(' crm'));
        expect(named.length).toBeLessThanOrEqual(total);
        for (const one of given) {
          const [employee = '', code = ''] = one.split(' ');
          for (const needed of CHAIN[code] ?? []) expect(given).toContain(`${employee} ${needed}`);
        }
      }),
    );
  });
});
