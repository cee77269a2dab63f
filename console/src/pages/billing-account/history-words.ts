import type { Schemas } from '@tollkeeper/sdk';
import { sayAction } from '../../api/audit-actions.ts';
import { sayMoney } from '../../api/money.ts';
import { sayCount, sayDay, sayInstant } from '../../api/time.ts';
import { say } from '../../words/say.ts';
import { sayCode, sayField } from './history-fields.ts';

type Entry = Schemas['AuditEntry'];
type Fields = Readonly<Record<string, unknown>>;
type NameOf = (code: string) => string;

/** `License assigned: Dialer, Ann Lee`. */
export function titleOf({ action, after, before, employee_name: person }: Entry, nameOf: NameOf) {
  const words = sayAction(action);
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
const UNSAID = new Set([
  'employee',
  'billing_account',
  'external_id',
  'version',
  'payment',
  'for',
  'remedies',
]);

/** The fields that differ between before and after, in the reader's forms. */
export function differencesOf(before: unknown, after: unknown, nameOf: NameOf): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names]
    .filter((name) => !UNSAID.has(name))
    .map((name) => ({
      field: sayField(name),
      before: sayValue(was[name], nameOf),
      after: sayValue(is[name], nameOf),
    }))
    .filter((one) => one.before !== one.after);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function sayValue(value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'boolean') return value ? say('yes') : say('no');
  if (typeof value === 'number') return sayCount(value);
  if (typeof value === 'string') return sayText(value, nameOf);
  if (Array.isArray(value)) return value.map((one) => sayValue(one, nameOf)).join(', ');
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  if (typeof amount === 'string' && typeof currency === 'string') {
    return sayMoney({ amount, currency });
  }
  return Object.entries(value as Fields)
    .map(([name, one]) => `${sayKey(name, nameOf)} ${sayValue(one, nameOf)}`)
    .join(', ');
}

function sayText(text: string, nameOf: NameOf): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return sayDay(text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return sayInstant(text);
  const name = nameOf(text);
  return name === text ? sayCode(text) : name;
}

/** A license type's code, or the name of a field. */
function sayKey(key: string, nameOf: NameOf): string {
  const name = nameOf(key);
  return name === key ? sayField(key) : name;
}
