import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../kernel/money.ts';
import { type Dialing, whoCannotDial, whyCannotDial } from './dial-answer.ts';
import { whyCannotLowerLicenses } from './floors-answer.ts';
import { whereAreMyMinutes } from './minutes-answer.ts';
import { whatDoesANewUserCost } from './new-user-answer.ts';
import { whyInsufficientPorts } from './ports-answer.ts';

const usd = (amount: string) => moneyOf(amount, 'USD');

const ann: Dialing = {
  employee: 'emp_ann',
  name: 'Ann Lee',
  permissionGroup: 'Basic User',
  hasPermission: true,
  failed: [
    {
      code: 'license_not_assigned',
      adminMessage: 'Ann Lee lacks Dialer Tab and Dialer.',
      details: { missing: ['dialer_tab', 'dialer'] },
      remedies: [{ action: 'assign_license', label: 'Assign', link: '/employees/emp_ann' }],
    },
  ],
};

describe('why somebody cannot dial', () => {
  it('tells the permission that is there from the licenses that are not', () => {
    expect(whyCannotDial(ann).answer).toBe(
      'Ann Lee is in the permission group Basic User, which may use the dialer. ' +
        'Ann Lee lacks Dialer Tab and Dialer.',
    );
  });

  it('says so where nothing is in the way', () => {
    expect(whyCannotDial({ ...ann, failed: [] }).answer).toBe(
      'Nothing keeps Ann Lee from dialing now.',
    );
  });

  it('names everybody who has the permission and is stuck, and nobody who lacks it', () => {
    const bob = { ...ann, name: 'Bob', hasPermission: false };
    const { answer, facts } = whoCannotDial([ann, bob]);
    expect(answer).toContain('1 employee has the permission');
    expect(answer).not.toContain('Bob');
    expect(facts).toMatchObject({ may_use_the_dialer: 1, cannot_dial: [{ name: 'Ann Lee' }] });
  });
});

describe('where the minutes are', () => {
  const minutes = {
    balance: usd('142.50'),
    held: usd('0'),
    available: usd('142.50'),
    pendingPurchases: usd('0'),
    minutesAtBaseRate: 4_750,
    averageDailyUsage: usd('9.50'),
    runOutOn: '2026-12-07',
    lastPurchase: {
      amount: usd('100'),
      at: new Date('2026-11-22T14:05:00Z'),
      balanceAfter: usd('151.20'),
    },
    rechargeMode: 'off',
    link: '/billing-accounts/ba_1',
  } as const;

  it('shows the balance, the last purchase on it, and how long it lasts', () => {
    expect(whereAreMyMinutes(minutes).answer).toBe(
      'Your dialer minutes balance is $142.50, which is 4,750 whole minutes at the base rate. ' +
        'Your last purchase of $100.00 is on it since 2026-11-22 14:05 UTC, which made it ' +
        '$151.20. At your average of $9.50 a day it lasts to 2026-12-07. ' +
        'The current balance is always shown in Billing Information.',
    );
  });

  it('never calls a purchase there that is still being charged', () => {
    const pending = { ...minutes, lastPurchase: undefined, pendingPurchases: usd('100') };
    expect(whereAreMyMinutes(pending).answer).toContain(
      'Another $100.00 is on its way and counts as soon as the payment has gone through.',
    );
  });
});

describe('insufficient ports', () => {
  const ports = {
    name: 'Flex Port',
    total: 3,
    inUse: 3,
    assigned: 4,
    byActivity: [{ activity: 'voice_message.send', name: 'Send a voice message', inUse: 3 }],
    leases: [],
    peak30d: 3,
    advice: 'One more would have been enough.',
    onePortMore: { action: 'buy_licenses', label: 'Buy one more', link: '/' },
  };

  it('tells a full pool from a person without a port license', () => {
    expect(whyInsufficientPorts(ports, undefined).facts).toMatchObject({
      cause: 'all_ports_in_use',
    });
    const unlicensed = {
      ...ann,
      failed: [
        {
          code: 'insufficient_ports',
          adminMessage: 'Ann Lee has no Flex Port license.',
          details: { cause: 'no_flex_port_license' },
          remedies: [],
        },
      ],
    };
    const answer = whyInsufficientPorts({ ...ports, inUse: 1 }, unlicensed);
    expect(answer.facts).toMatchObject({ cause: 'no_flex_port_license' });
    expect(answer.answer).toContain('Ann Lee has no Flex Port license.');
  });
});

describe('what a new user costs', () => {
  it('prorates, and offers what is paid for already before anything is bought', () => {
    const none = {
      needs: [{ licenseType: 'crm', name: 'CRM', total: 5, assigned: 3, spare: 2 }],
      lines: [],
      dueNow: usd('0'),
      tax: usd('0'),
      recurringNow: usd('100'),
      recurringNext: usd('100'),
      beyond: { dueNow: usd('28.50'), recurring: usd('95') },
      today: '2026-11-22',
      period: { start: '2026-11-01', end: '2026-12-01' },
      link: '/billing-accounts/ba_1',
    };
    const { answer, remedies } = whatDoesANewUserCost(none);
    expect(answer).toContain('You pay for 2 CRM that nobody holds');
    expect(answer).toContain('So the next new user costs nothing more');
    expect(answer).toContain('$28.50 now and $95.00 more a month for one user.');
    expect(remedies.map(({ action }) => action)).toEqual(['assign_license']);
  });
});

describe('why licenses cannot be lowered', () => {
  it('gives the contract, its end, and the words of the refusal itself', () => {
    const { answer, facts } = whyCannotLowerLicenses({
      attempts: [
        {
          licenseType: 'dialer',
          name: 'Dialer',
          total: 10,
          assigned: 8,
          refusal: {
            code: 'below_contract_floor',
            message: 'The contract keeps Dialer at 10.',
            facts: { floor: 10 },
            remedies: [],
          },
        },
        { licenseType: 'crm', name: 'CRM', total: 12, assigned: 9 },
      ],
      contract: {
        id: 'ctr_1',
        startsOn: '2026-06-01',
        endsOn: '2027-06-01',
        months: 12,
        floors: { dialer: 10 },
        renews: false,
      },
      nextPeriodStart: '2026-12-01',
    });
    expect(answer).toBe(
      'You signed a 12-month service contract for at least 10 Dialer. It runs from 2026-06-01 up ' +
        'to 2027-06-01 and then ends. The contract keeps Dialer at 10. CRM (12) can be lowered; ' +
        'a lower total counts from 2026-12-01, the start of the next billing period.',
    );
    expect(facts).toMatchObject({ license_types: [{ floor: 10, can_be_lowered: false }, {}] });
  });
});
