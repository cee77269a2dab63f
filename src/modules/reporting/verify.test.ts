import { describe, expect, it } from 'vitest';
import type { BillingAccount } from '../accounts/index.ts';
import type { CatalogSnapshot, CatalogVersion } from '../catalog/index.ts';
import type { Contract } from '../contracts/index.ts';
import type { AppliedTax, TaxNote } from '../taxes/index.ts';
import { Comparison } from './difference.ts';
import type { DocumentRow, LineRow, TotalChange } from './documents.ts';
import {
  type BookFigures,
  comparePurchases,
  type JournalRow,
  JournalWalk,
} from './verify-balances.ts';
import { compareNumbers, compareSums } from './verify-documents.ts';
import { compareIncrease, compareRenewal, totalAt } from './verify-licenses.service.ts';
import { compareDays, compareFees, compareReading } from './verify-storage.service.ts';
import { compareTaxes } from './verify-taxes.service.ts';
import { compareUsage, type UsageFigures } from './verify-usage.service.ts';

const DOLLAR = 1_000_000n;
const GB = 1_000_000_000n;
const published = { effectiveOn: null, publishedAt: new Date(0), revision: 1n, version: 1 };

const seat = { name: 'CRM', kind: 'named', unit: 'seat', requires: [] } as const;
const snapshot: CatalogSnapshot = {
  revision: 1n,
  activity: new Map(),
  license_type: new Map([
    [
      'crm',
      [
        {
          ...published,
          kind: 'license_type',
          code: 'crm',
          body: { ...seat, prices: { USD: '90' } },
        },
      ],
    ],
  ] as [string, CatalogVersion<'license_type'>[]][]),
  rate: new Map([
    [
      'voice/default/outbound',
      [
        {
          ...published,
          kind: 'rate',
          code: 'voice/default/outbound',
          body: {
            kind: 'voice',
            prefix: 'default',
            direction: 'outbound',
            prices: { USD: '0.03' },
            first_seconds: 60,
            next_seconds: 60,
            connection_fees: {},
          },
        },
      ],
    ],
  ]),
  storage_meter: new Map([
    [
      'files',
      [
        {
          ...published,
          kind: 'storage_meter',
          code: 'files',
          body: {
            name: 'Files',
            base_bytes: Number(GB),
            per_user_bytes: 0,
            prices: { USD: '10.00' },
          },
        },
      ],
    ],
  ]),
};

const account = {
  id: 'ba_1',
  currency: 'USD',
  timeZone: 'UTC',
  anchorDate: '2026-11-01',
} as BillingAccount;

/** The names of the figures that a check finds wrong. */
function wrong(check: (comparison: Comparison) => void): string[] {
  const comparison = new Comparison('balances');
  check(comparison);
  expect(comparison.compared).toBeGreaterThan(0);
  return comparison.differences.map(({ figure }) => figure);
}

describe('balances', () => {
  const row = (over: Partial<JournalRow>): JournalRow => ({
    sequence: 1n,
    kind: 'purchase',
    debitBook: 'purchases',
    creditBook: 'balance',
    amount: 100n,
    balanceAfter: 100n,
    ...over,
  });
  const usage = { kind: 'usage', debitBook: 'balance', creditBook: 'usage' };
  const journal = [row({}), row({ sequence: 2n, ...usage, amount: 30n, balanceAfter: 70n })];
  const book = {
    account: 'ba_1',
    balance: 70n,
    held: 5n,
    lastSequence: 2n,
    openHolds: 5n,
    usageByQuarters: 30n,
  };

  function walk(comparison: Comparison, figures: BookFigures, rows: readonly JournalRow[]): void {
    const journalWalk = new JournalWalk(comparison, figures);
    for (const row of rows) journalWalk.step(row);
    journalWalk.end();
  }

  it('are the sum of the journal, and what is held that of the open leases', () => {
    expect(wrong((comparison) => walk(comparison, book, journal))).toEqual([]);
  });

  it.each([
    ['balance', { balance: 71n }, journal],
    ['held', { held: 4n }, journal],
    ['usage by quarters', { usageByQuarters: 29n }, journal],
    ['journal length', { lastSequence: 3n }, journal],
    ['sequence', {}, [journal[0], { ...journal[1], sequence: 3n }]],
    ['balance after', {}, [journal[0], { ...journal[1], balanceAfter: 69n }]],
  ])('that are not are told: %s', (figure, over, rows) => {
    const found = wrong((comparison) =>
      walk(comparison, { ...book, ...over }, rows as JournalRow[]),
    );
    expect(found).toContain(figure);
  });

  it('have every purchase once, and off again if it was reversed', () => {
    const purchase = { id: 'pur_1', amount: 100n, credited: 100n, reversed: 0n };
    const check = (over: object) =>
      wrong((comparison) =>
        comparePurchases(comparison, [{ ...purchase, status: 'credited', ...over }]),
      );
    expect(check({})).toEqual([]);
    expect(check({ credited: 200n })).toEqual(['amount credited']);
    expect(check({ status: 'reversed' })).toEqual(['amount reversed']);
    expect(check({ status: 'pending' })).toEqual(['amount credited']);
  });
});

describe('usage charges', () => {
  const record: UsageFigures = {
    lease: 'auth_1',
    part: 1,
    currency: 'USD',
    meter: 'voice',
    rate: 'voice/default/outbound',
    rateVersion: 1,
    price: 30_000n,
    fee: 0n,
    firstSeconds: 60,
    nextSeconds: 60,
    outcome: 'settled',
    usedMs: 61_000n,
    segments: null,
    charged: 60_000n,
    chargedSoFar: 60_000n,
    journaled: 60_000n,
    isLastPart: true,
  };
  const check = (over: Partial<UsageFigures>) =>
    wrong((comparison) => compareUsage(comparison, snapshot, { ...record, ...over }));

  it('are what rating the record again gives', () => {
    expect(check({})).toEqual([]);
  });

  it.each([
    ['charge', { charged: 30_000n, chargedSoFar: 30_000n, journaled: 30_000n }],
    ['charge', { usedMs: 59_000n }],
    ['price', { price: 20_000n }],
    ['next seconds', { nextSeconds: 1 }],
    ['rate', { rateVersion: 2 }],
    ['journal', { journaled: 0n }],
    ['charge', { outcome: 'released' }],
  ])('that are not are told: %s %o', (figure, over) => {
    expect(check(over)).toContain(figure);
  });

  it('of a late settlement are only what is more than before', () => {
    const late = { part: 2, outcome: 'late', usedMs: 121_000n };
    const more = { charged: 30_000n, chargedSoFar: 90_000n, journaled: 90_000n };
    expect(check({ ...late, ...more })).toEqual([]);
    expect(check({ ...late, charged: 90_000n, chargedSoFar: 150_000n })).toContain('charge');
  });
});

const line = (over: Partial<LineRow>): LineRow => ({
  position: 1,
  kind: 'license_increase',
  licenseType: 'crm',
  meter: null,
  from: 0,
  to: 2,
  quantity: '2',
  unitPrice: 90n * DOLLAR,
  daysCharged: 15,
  daysInPeriod: 30,
  periodStart: '2026-11-01',
  periodEnd: '2026-12-01',
  effectiveOn: '2026-11-16',
  amount: 90n * DOLLAR,
  taxCategory: 'licenses',
  source: { from: 'catalog', code: 'crm', version: 1 },
  ...over,
});

const document = (over: Partial<DocumentRow>): DocumentRow => ({
  id: 'rcp_1',
  account: 'ba_1',
  type: 'receipt',
  kind: 'order',
  number: 'receipt 1',
  issuedAt: new Date('2026-11-16T12:00:00Z'),
  issuedOn: '2026-11-16',
  periodStart: null,
  order: 'ord_1',
  net: 90n * DOLLAR,
  tax: 0n,
  total: 90n * DOLLAR,
  taxes: [],
  taxTerms: { taxes: [], notes: [] },
  invoice: null,
  lines: [line({})],
  outstanding: null,
  settled: 0n,
  ...over,
});

const changes: TotalChange[] = [
  {
    sequence: 1n,
    licenseType: 'crm',
    total: 2,
    kind: 'increase',
    effectiveAt: new Date('2026-11-16T12:00:00Z'),
    order: 'ord_1',
  },
];
const history = { account, snapshot, contracts: [] as Contract[], changes };

describe('license lines', () => {
  const increase = (over: Partial<LineRow>, of = history) =>
    wrong((comparison) => compareIncrease(comparison, of, document({}), line(over)));

  it('are what their change, day and price version give', () => {
    expect(increase({})).toEqual([]);
  });

  it.each([
    ['amount', { amount: 91n * DOLLAR }],
    ['days charged', { daysCharged: 16 }],
    ['unit price', { unitPrice: 89n * DOLLAR }],
    ['unit price', { source: { from: 'catalog', code: 'crm', version: 2 } as const }],
    ['quantity', { quantity: '3' }],
    ['total before', { from: 1 }],
    ['total afterwards', { to: 3 }],
    ['contract', { source: { from: 'contract', contract: 'ctr_1' } as const }],
  ])('that are not are told: %s', (figure, over) => {
    expect(increase(over)).toContain(figure);
  });

  it('are told where the contract in force had another price', () => {
    const contract = {
      id: 'ctr_1',
      startsOn: '2026-11-01',
      months: 12,
      endsOn: '2027-11-01',
      floors: {},
      prices: { crm: { micros: 80n * DOLLAR, currency: 'USD' } },
      atEnd: 'lapse',
      signedAt: new Date('2026-11-01T00:00:00Z'),
      notices: [],
    } as unknown as Contract;
    expect(increase({}, { ...history, contracts: [contract] })).toContain('unit price');
    const later = { ...contract, signedAt: new Date('2026-11-17T00:00:00Z') };
    expect(increase({}, { ...history, contracts: [later] })).toEqual([]);
  });

  it('of a renewal are the totals in force as the period begins, all of them', () => {
    const period = { start: '2026-12-01', end: '2027-01-01' };
    const renewal = {
      kind: 'license_renewal',
      effectiveOn: '2026-12-01',
      daysCharged: 31,
      amount: 180n * DOLLAR,
    };
    const check = (of: DocumentRow | undefined) =>
      wrong((comparison) => compareRenewal(comparison, history, period, of));
    expect(check(document({ lines: [line(renewal)] }))).toEqual([]);
    expect(check(undefined)).toEqual(['quantity']);
    expect(check(document({ lines: [line({ ...renewal, amount: DOLLAR })] }))).toEqual(['amount']);
    const extra = line({ ...renewal, licenseType: 'dialer' });
    expect(check(document({ lines: [line(renewal), extra] }))).toContain('quantity');
  });

  it('follow a total that was ordered in advance only from its day on', () => {
    const lowered: TotalChange = {
      sequence: 2n,
      licenseType: 'crm',
      total: 1,
      kind: 'decrease',
      effectiveAt: new Date('2026-12-01T00:00:00Z'),
      order: 'ord_2',
    };
    const all = [...changes, lowered];
    expect(totalAt(all, 'crm', new Date('2026-11-30T23:59:59Z'))).toBe(2);
    expect(totalAt(all, 'crm', new Date('2026-12-01T00:00:00Z'))).toBe(1);
    expect(totalAt(all, 'crm', new Date('2026-11-16T11:00:00Z'))).toBe(0);
  });
});

describe('storage', () => {
  const reading = (day: string, over = {}) => ({
    account: 'ba_1',
    day,
    meter: 'files',
    bytes: 3n * GB,
    users: 0,
    allowanceBytes: GB,
    meterVersion: 1,
    bytesByHistory: 3n * GB,
    usersByHistory: 0,
    ...over,
  });

  it.each([
    ['bytes', { bytesByHistory: GB }],
    ['users', { usersByHistory: 1 }],
    ['allowance', { allowanceBytes: 2n * GB }],
    ['allowance', { meterVersion: 7 }],
  ])('readings that history does not give are told: %s', (figure, over) => {
    const check = (of: object) =>
      wrong((comparison) => compareReading(comparison, snapshot, reading('2026-11-02', of)));
    expect(check({})).toEqual([]);
    expect(check(over)).toContain(figure);
  });

  it('readings leave no day out', () => {
    const check = (days: string[]) => wrong((comparison) => compareDays(comparison, 'ba_1', days));
    expect(check(['2026-11-30', '2026-12-01'])).toEqual([]);
    expect(check(['2026-11-30', '2026-12-02'])).toEqual(['day read next']);
  });

  it('fees are what the readings come to, and none is left out or made up', () => {
    const period = { start: '2026-11-01', end: '2026-12-01' };
    const readings = [reading('2026-11-10'), reading('2026-11-11')];
    // Two days of 2 GB at $10.00: 40 ÷ 30.
    const fee = line({
      kind: 'storage',
      licenseType: null,
      meter: 'files',
      unitPrice: 10n * DOLLAR,
      amount: 1_330_000n,
      source: { from: 'catalog', code: 'files', version: 1 },
    });
    const check = (lines: LineRow[], of = readings) =>
      wrong((comparison) =>
        compareFees(comparison, snapshot, period, of, {
          document: document({ lines }),
          account: 'ba_1',
          currency: 'USD',
        }),
      );
    expect(check([fee])).toEqual([]);
    expect(check([])).toEqual(['fee']);
    expect(check([{ ...fee, amount: 1_340_000n }])).toEqual(['fee']);
    expect(check([{ ...fee, unitPrice: DOLLAR }])).toEqual(['price per gigabyte']);
    expect(check([fee], [])).toEqual(['fee']);
  });
});

const applied: AppliedTax = {
  jurisdiction: 'DE',
  code: 'vat',
  name: 'VAT',
  version: 1,
  rates: { licenses: 190_000 },
  isIncluded: false,
};
const vat = {
  name: 'VAT',
  jurisdiction: 'DE',
  code: 'vat',
  partsPerMillion: 190_000,
  isIncluded: false,
  net: 90n * DOLLAR,
  amount: 17_100_000n,
};

describe('documents', () => {
  it.each([
    ['net', { net: 89n * DOLLAR }],
    ['total', { total: 91n * DOLLAR }],
    ['tax', { tax: DOLLAR }],
    ['outstanding', { outstanding: 89n * DOLLAR }],
    ['outstanding', { outstanding: 90n * DOLLAR, settled: DOLLAR }],
    ['tax', { taxes: [vat] }],
    ['net', { taxes: [{ ...vat, isIncluded: true }] }],
  ])('whose sums are wrong are told: %s', (figure, over) => {
    const check = (of: object) => wrong((comparison) => compareSums(comparison, document(of)));
    expect(check({})).toEqual([]);
    expect(check(over)).toContain(figure);
  });

  it('are taxed by what their versions decide, on the sum of their lines', () => {
    const taxed = { taxes: [vat], taxTerms: { taxes: [applied], notes: [] } };
    const check = (of: object, again = { taxes: [applied], notes: [] as TaxNote[] }) =>
      wrong((comparison) => {
        const one = document({ ...taxed, ...of });
        compareTaxes(comparison, one, [one], () => again, 'USD');
      });
    expect(check({})).toEqual([]);
    expect(check({ taxes: [] })).toContain('rates');
    expect(check({ taxes: [{ ...vat, amount: 1n }] })).toEqual(['tax VAT DE 190000']);
    expect(check({ lines: [line({ amount: DOLLAR })] })).toHaveLength(2);
    expect(check({}, { taxes: [], notes: [] })).toEqual(['terms', 'rates']);
    const exempt = { kind: 'exempt', text: 'Exempt.' } as const;
    expect(check({}, { taxes: [applied], notes: [exempt] })).toEqual(['notes']);
  });

  it('have numbers without a gap', () => {
    const series = { code: 'invoice', lastNumber: 3n, given: 3n, lowest: 1n, highest: 3n };
    const check = (of: object) =>
      wrong((comparison) => compareNumbers(comparison, [{ ...series, ...of }]));
    expect(check({})).toEqual([]);
    expect(check({ given: 2n })).toEqual(['documents in the series']);
    expect(check({ lowest: 2n })).toEqual(['first number']);
    expect(check({ highest: 4n })).toEqual(['last number given']);
  });
});
