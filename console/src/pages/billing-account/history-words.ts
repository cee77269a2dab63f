import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { sayCount, sayDay } from '../../api/time.ts';

type Entry = Schemas['AuditEntry'];
type Fields = Readonly<Record<string, unknown>>;
type NameOf = (code: string) => string;

/** What happened, in words; an action that has none here says its own name. */
const ACTIONS: Readonly<Record<string, string>> = {
  'account.created': 'Billing account opened',
  'account.suspended': 'Billing account suspended',
  'account.resumed': 'Billing account in good standing again',
  'account.closed': 'Billing account closed',
  'contract.signed': 'Contract signed',
  'employee.created': 'Employee made',
  'employee.changed': 'Employee changed',
  'employee.hidden': 'Employee hidden',
  'employee.shown': 'Employee shown again',
  'funding_source.added': 'Funding source added',
  'funding_source.removed': 'Funding source removed',
  'group_rule.set': 'Rule of a permission group set',
  'group_rule.removed': 'Rule of a permission group ended',
  'group_rule.refused': 'No room for what a permission group’s rule gives',
  'invoice.issued': 'Invoice issued',
  'invoice.paid': 'Invoice paid',
  'invoice.payment_failed': 'Payment of an invoice failed',
  'credit_note.issued': 'Credit note issued',
  'license.assigned': 'License assigned',
  'license.unassigned': 'License unassigned',
  'license.unassignment_planned': 'License to be unassigned',
  'license_total.increased': 'Total raised',
  'license_total.decrease_ordered': 'Lower total ordered',
  'license_total.decrease_cancelled': 'Lower total undone',
  'license_total.decreased': 'Lower total took effect',
  'license_total.raised': 'Total raised by contract',
  'licenses.unused_before_renewal': 'Told of unused licenses',
  'minutes.purchase_begun': 'Minutes bought',
  'minutes.purchase_credited': 'Minutes on the balance',
  'minutes.purchase_failed': 'Purchase of minutes failed',
  'minutes.refunded': 'Minutes refunded',
  'notice.created': 'Told by a notice',
  'order.completed': 'Order completed',
  'order.declined': 'Order declined',
  'payment.succeeded': 'Payment succeeded',
  'payment.failed': 'Payment failed',
  'receipt.issued': 'Receipt issued',
  'recharge.changed': 'Automatic recharge set',
  'storage.allowance_reached': 'Storage allowance reached',
  'storage.object_reported': 'Stored object reported',
  'storage.object_deleted': 'Stored object deleted',
  'storage.object_restored': 'Deletion taken back',
  'storage.purge_requested': 'Stored objects purged',
};

/** `License assigned: Dialer, Ann Lee`. */
export function titleOf({ action, after, before, employee_name: person }: Entry, nameOf: NameOf) {
  const words = ACTIONS[action] ?? action.replace(/[._]/g, ' ');
  const fields = { ...fieldsOf(before), ...fieldsOf(after) };
  const type = fields.license_type;
  const about = [
    typeof type === 'string' ? nameOf(type) : undefined,
    person ?? undefined,
    textOf(fields.number),
    action.startsWith('storage.') ? textOf(fields.name) : undefined,
    action.startsWith('group_rule.') ? textOf(fields.permission_group) : undefined,
  ].filter((part) => part !== undefined);
  return about.length === 0 ? words : `${words}: ${about.join(', ')}`;
}

export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Names and numbers of things that say nothing to a reader, or stand in the title already. */
const UNSAID = new Set(['employee', 'billing_account', 'external_id', 'version', 'payment', 'for']);

/** The fields that differ between before and after, in the reader's forms. */
export function differencesOf(before: unknown, after: unknown, nameOf: NameOf): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names]
    .filter((name) => !UNSAID.has(name))
    .map((name) => ({
      field: name.replaceAll('_', ' '),
      before: say(was[name], nameOf),
      after: say(is[name], nameOf),
    }))
    .filter((one) => one.before !== one.after);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function say(value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return sayCount(value);
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d$/.test(value) ? sayDay(value) : nameOf(value);
  if (Array.isArray(value)) return value.map((one) => say(one, nameOf)).join(', ');
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  if (typeof amount === 'string' && typeof currency === 'string') {
    return sayMoney({ amount, currency });
  }
  return Object.entries(value as Fields)
    .map(([name, one]) => `${nameOf(name)} ${say(one, nameOf)}`)
    .join(', ');
}
