import { describe, expect, test } from 'vitest';
import type { Reason } from '../admission/index.ts';
import { REQUEST_EVENTS, REQUEST_STATES, referenceOf, requestAfter } from './request.ts';
import { neededPermissions, planOf } from './request-plan.ts';

const reason = (code: Reason['code'], details: Record<string, unknown> = {}): Reason => ({
  code,
  message: '',
  adminMessage: '',
  details,
  remedies: [],
});
const remedy = (action: string, link = '/employees/emp_1') => ({ action, label: '', link });

describe('a request', () => {
  test('is answered once, and never while it is being paid for', () => {
    for (const state of REQUEST_STATES) {
      for (const event of REQUEST_EVENTS) {
        const next = requestAfter(state, event);
        if (next !== undefined) expect(REQUEST_STATES).toContain(next);
        const isOver = state !== 'open' && state !== 'approving';
        if (isOver) expect(next).toBeUndefined();
      }
    }
    expect(requestAfter('approving', 'decline')).toBeUndefined();
    expect(requestAfter('approving', 'withdraw')).toBeUndefined();
    expect(requestAfter('approving', 'begin')).toBe('approving');
  });

  test('has a reference that can be said on the phone', () => {
    expect(referenceOf('ask_01kaj2v7c3h2m8xq4t9w5e6r7y')).toBe('ASK-5E6R7Y');
  });
});

describe('what approving does', () => {
  test('is what the remedy says: assign, buy and assign, buy, or nothing by itself', () => {
    const missing = reason('license_not_assigned', { missing: ['dialer_tab', 'dialer'] });
    expect(planOf(missing, remedy('assign_license'))).toEqual({
      kind: 'assign',
      assign: ['dialer_tab', 'dialer'],
    });
    const cart = '/billing-accounts/ba_1/cart?dialer=%2B1';
    expect(planOf(missing, remedy('buy_licenses', cart))).toEqual({
      kind: 'buy',
      assign: ['dialer_tab', 'dialer'],
      purchase: { more: { dialer: 1 } },
    });
    const full = reason('insufficient_ports', { cause: 'all_ports_in_use' });
    expect(planOf(full, remedy('buy_licenses', '/x/cart?flex_port=%2B1'))).toEqual({
      kind: 'buy',
      assign: [],
      purchase: { more: { flex_port: 1 } },
    });
    const empty = reason('insufficient_minutes');
    expect(planOf(empty, remedy('buy_minutes', '/x/cart?minutes=100.00'))).toEqual({
      kind: 'buy',
      assign: [],
      purchase: { more: {}, minutes: '100.00' },
    });
    expect(planOf(reason('permission_denied'), remedy('change_permission_group')).kind).toBe(
      'by_hand',
    );
  });

  test('needs what doing it by hand needs', () => {
    expect(neededPermissions({ kind: 'assign', assign: ['crm'] })).toEqual(['licenses.assign']);
    expect(neededPermissions({ kind: 'buy', assign: [] })).toEqual(['billing.manage']);
    expect(neededPermissions({ kind: 'buy', assign: ['crm'] })).toEqual([
      'billing.manage',
      'licenses.assign',
    ]);
    expect(neededPermissions({ kind: 'by_hand', assign: [] })).toEqual(['employees.manage']);
  });
});
