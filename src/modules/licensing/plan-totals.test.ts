import { describe, expect, test } from 'vitest';
import { formatAmount } from '../../kernel/money.ts';
import { example, exampleContract, planned, refusal } from './licensing.fixture.ts';
import { changesNothing, planFigures } from './totals-plan.ts';

const pending = (total: number, effectiveOn = '2026-12-01') => ({
  pending: { change: 1n, total, effectiveOn },
});

describe('an increase', () => {
  test('begins today and is charged for the days that are left', () => {
    const plan = planned(example({ types: { dialer: { total: 10 } } }), { totals: { dialer: 12 } });
    expect(planFigures(plan).lines).toEqual([
      {
        kind: 'license_increase',
        license_type: 'dialer',
        from: 10,
        to: 12,
        quantity: 2,
        unit_price: { amount: '100.00', currency: 'USD' },
        days_charged: 21,
        days_in_period: 30,
        amount: { amount: '140.00', currency: 'USD' },
        effective_on: '2026-11-10',
      },
    ]);
  });

  test('needs no other type', () => {
    const plan = planned(example(), { totals: { dialer: 1 } });
    expect(plan.lines).toHaveLength(1);
  });

  test('cancels a pending decrease of its type, and says so', () => {
    const types = { dialer: { total: 10, ...pending(5) }, crm: { total: 9, ...pending(4) } };
    const plan = planned(example({ types }), { totals: { dialer: 15 } });
    expect(plan.cancelsPending).toEqual([
      { licenseType: 'dialer', total: 5, effectiveOn: '2026-12-01' },
    ]);
  });

  test('10 → 5 → 15 charges for 5 and not for 10', () => {
    const after = example({ types: { dialer: { total: 10, ...pending(5) } } });
    const [line] = planned(after, { totals: { dialer: 15 } }).lines;
    expect(line?.quantity).toBe(5);
    expect(formatAmount(line?.amount as never)).toBe('350.00');
  });

  test('without a price in the currency is refused', () => {
    const account = example({ currency: 'USD', prices: {} });
    const rules = { ...account.rules, unitPriceOn: () => undefined };
    const refused = refusal({ ...account, rules }, { totals: { dialer: 1 } });
    expect(refused.refused).toBe('no_price');
    expect(refused.details.pointer).toBe('/totals/dialer');
  });
});

describe('a decrease', () => {
  const ten = example({ types: { dialer: { total: 10 } } });

  test('takes effect at the next period start, for no credit', () => {
    const [line] = planned(ten, { totals: { dialer: 4 } }).lines;
    expect(line?.effectiveOn).toBe('2026-12-01');
    expect(line?.amount.micros).toBe(0n);
    expect(line?.quantity).toBe(6);
  });

  test('takes effect at a later period start where asked', () => {
    const wanted = { totals: { dialer: 4 }, effectiveOn: '2027-02-01' };
    const plan = planned(ten, wanted);
    expect(plan.lines[0]?.effectiveOn).toBe('2027-02-01');
    expect(plan.recurringNext).toEqual(plan.recurringNow);
  });

  test.each(['2026-11-10', '2026-11-01', '2026-11-30', '2026-12-02'])(
    'is never sooner, and never within a period: %s',
    (effectiveOn) => {
      const refused = refusal(ten, { totals: { dialer: 4 }, effectiveOn });
      expect(refused.refused).toBe('invalid_value');
      expect(refused.details.pointer).toBe('/effective_on');
    },
  );

  test('that is ordered anew replaces the pending one', () => {
    const plan = planned(example({ types: { dialer: { total: 10, ...pending(4) } } }), {
      totals: { dialer: 7 },
    });
    expect(plan.cancelsPending[0]?.total).toBe(4);
    expect(plan.lines[0]?.to).toBe(7);
    expect(formatAmount(plan.recurringNow)).toBe('400.00');
    expect(formatAmount(plan.recurringNext)).toBe('700.00');
  });

  test('ordered as it is pending already changes nothing', () => {
    const state = example({ types: { dialer: { total: 10, ...pending(4) } } });
    expect(changesNothing(planned(state, { totals: { dialer: 4 } }))).toBe(true);
  });

  test('an effective day without a decrease is refused and not ignored', () => {
    const refused = refusal(ten, { totals: { dialer: 12 }, effectiveOn: '2026-12-01' });
    expect(refused.details.pointer).toBe('/effective_on');
  });
});

describe('the present total', () => {
  test('undoes the pending decrease', () => {
    const state = example({ types: { dialer: { total: 10, ...pending(4) } } });
    const plan = planned(state, { totals: { dialer: 10 } });
    expect(plan.lines).toEqual([]);
    expect(plan.cancelsPending).toHaveLength(1);
    expect(formatAmount(plan.recurringNext)).toBe('1000.00');
  });

  test('changes nothing where nothing is pending', () => {
    const state = example({ types: { dialer: { total: 10 } } });
    expect(changesNothing(planned(state, { totals: { dialer: 10 } }))).toBe(true);
  });
});

describe('a contract', () => {
  const contracts = [exampleContract()];

  test('refuses a total below its floor and says from when it is possible', () => {
    const state = example({ types: { dialer: { total: 12 } }, contracts });
    const refused = refusal(state, { totals: { dialer: 9 } });
    expect(refused.refused).toBe('below_contract_floor');
    expect(refused.details.facts).toMatchObject({
      floor: 10,
      contract_ends_on: '2027-03-15',
      possible_from: '2027-04-01',
    });
    const later = { totals: { dialer: 9 }, effectiveOn: '2027-04-01' };
    expect(planned(state, later).lines[0]?.effectiveOn).toBe('2027-04-01');
    expect(planned(state, { totals: { dialer: 10 } }).lines[0]?.to).toBe(10);
  });

  test('asks every total ordered from its first day to reach the floor', () => {
    const before = example({ today: '2026-03-14', contracts });
    const after = example({ today: '2026-03-15', contracts });
    expect(planned(before, { totals: { dialer: 3 } }).lines).toHaveLength(1);
    expect(refusal(after, { totals: { dialer: 3 } }).refused).toBe('below_contract_floor');
    expect(planned(after, { totals: { dialer: 10 } }).lines).toHaveLength(1);
  });

  test('raises the next renewal to its floor, and its price holds for all units', () => {
    const state = example({ today: '2026-03-20', types: { dialer: { total: 3 } }, contracts });
    const plan = planned(state, { totals: { crm: 1 } });
    expect(formatAmount(plan.recurringNow)).toBe('850.00');
  });

  test('prices a line as of its first day', () => {
    const state = example({ today: '2026-03-14', types: { dialer: { total: 12 } }, contracts });
    const [now] = planned(state, { totals: { dialer: 13 } }).lines;
    expect(formatAmount(now?.unitPrice as never)).toBe('100.00');
    const [later] = planned(state, { totals: { dialer: 11 } }).lines;
    expect(formatAmount(later?.unitPrice as never)).toBe('85.00');
    expect(later?.priceSource).toEqual({ kind: 'contract', contract: 'ctr_a' });
  });

  test('that renews takes a lower total for the first period start after it as its notice', () => {
    const renewing = [exampleContract({ atEnd: 'renew' })];
    const state = example({ types: { dialer: { total: 10 } }, contracts: renewing });
    const plan = planned(state, { totals: { dialer: 4 }, effectiveOn: '2027-04-01' });
    expect(plan.changes[0]).toMatchObject({
      kind: 'decrease',
      notice: { contract: 'ctr_a', termStart: '2027-03-15' },
    });
    const late = example({
      today: '2027-03-15',
      types: { dialer: { total: 10 } },
      contracts: renewing,
    });
    expect(refusal(late, { totals: { dialer: 4 } }).refused).toBe('below_contract_floor');
  });

  test('a notice whose day is the next period start does not raise the total again', () => {
    const renewing = [exampleContract({ atEnd: 'renew' })];
    const state = example({
      today: '2027-03-14',
      types: { dialer: { total: 10 } },
      contracts: renewing,
    });
    const plan = planned(state, { totals: { dialer: 4 } });
    expect(plan.lines[0]?.effectiveOn).toBe('2027-04-01');
    expect(formatAmount(plan.recurringNext)).toBe('340.00');
  });
});

describe('a named total', () => {
  const held = example({
    types: {
      crm: { total: 3, heldBy: ['ann', 'bob', 'cid'] },
      dialer: { total: 5, heldBy: ['ann', 'bob'] },
    },
  });

  test('below what is assigned is refused and lists whom to unassign', () => {
    const refused = refusal(held, { totals: { crm: 2 } });
    expect(refused.refused).toBe('assigned_exceeds_total');
    expect(refused.details.facts).toMatchObject({
      assigned: 3,
      to_unassign: 1,
      employees: [{ employee: 'emp_ann', name: 'ann' }, { employee: 'emp_bob' }, {}],
    });
  });

  test('can fall where the order names who loses it, with all that needs it', () => {
    const plan = planned(held, { totals: { crm: 2 }, unassign: { crm: ['emp_ann'] } });
    const on = '2026-12-01';
    expect(plan.unassigns).toEqual([
      { licenseType: 'crm', employee: 'emp_ann', effectiveOn: on, decreaseOf: 'crm' },
      { licenseType: 'dialer', employee: 'emp_ann', effectiveOn: on, decreaseOf: 'crm' },
    ]);
  });

  test('still counts those who are not named', () => {
    const wanted = { totals: { crm: 1 }, unassign: { crm: ['emp_ann'] } };
    expect(refusal(held, wanted).refused).toBe('assigned_exceeds_total');
    const twice = { totals: { crm: 1 }, unassign: { crm: ['emp_ann', 'emp_ann'] } };
    expect(refusal(held, twice).refused).toBe('assigned_exceeds_total');
  });

  test('refuses to name someone who does not hold it, and a type that does not go down', () => {
    const stranger = refusal(held, { totals: { crm: 2 }, unassign: { crm: ['emp_dan'] } });
    expect(stranger.details.pointer).toBe('/unassign/crm/0');
    const other = refusal(held, { totals: { crm: 3 }, unassign: { crm: ['emp_ann'] } });
    expect(other.details.pointer).toBe('/unassign/crm');
  });

  test('a pooled total may fall below what is assigned', () => {
    expect(planned(held, { totals: { dialer: 1 } }).lines[0]?.to).toBe(1);
  });

  test('a replaced decrease gives back the ones it named', () => {
    const [ann, bob, cid] = held.state.types.get('crm')?.holders ?? [];
    const ends = [{ change: 1n, effectiveOn: '2026-12-01' }];
    const holders = [{ ...ann, plannedEnds: ends }, bob, cid] as never;
    const state = example({ types: { crm: { total: 3, holders, ...pending(2) } } });
    expect(refusal(state, { totals: { crm: 1 } }).details.facts).toMatchObject({ assigned: 3 });
  });
});

describe('what is wrong in itself', () => {
  test.each([
    [{ totals: { nothing: 1 } }, 'unknown_code', '/totals/nothing'],
    [{ totals: { dialer: -1 } }, 'invalid_value', '/totals/dialer'],
    [{ totals: { dialer: 1.5 } }, 'invalid_value', '/totals/dialer'],
    [{ totals: { dialer: Number.NaN } }, 'invalid_value', '/totals/dialer'],
    [{ totals: { dialer: 1_000_001 } }, 'invalid_value', '/totals/dialer'],
  ])('%j is %s', (wanted, code, pointer) => {
    const refused = refusal(example(), wanted as { totals: Record<string, number> });
    expect(refused.refused).toBe(code);
    expect(refused.details.pointer).toBe(pointer);
  });
});

test('the same state gives the same figures, in whatever order the totals are named', () => {
  const state = example({ types: { crm: { total: 4 }, dialer: { total: 9 } } });
  const one = planned(state, { totals: { crm: 5, dialer: 2 } });
  const other = planned(state, { totals: { dialer: 2, crm: 5 } });
  expect(JSON.stringify(planFigures(one))).toBe(JSON.stringify(planFigures(other)));
});
