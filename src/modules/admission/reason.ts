import { buyMinutesRemedy } from '../../kernel/buy-minutes.ts';
import { type Money, money, moneyText, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { GateFailure, ReasonCode } from './gate.ts';

/** A failing gate as it is told: to the employee, to the administrator, and to programs. */
export interface Reason {
  readonly code: ReasonCode;
  /** For the employee: what, and whom to ask. Names no money and nobody else. */
  readonly message: string;
  /** For the administrator: why, and what to do. */
  readonly adminMessage: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly remedies: readonly Remedy[];
}

/** Who holds a place. */
export interface PlaceHolder {
  readonly lease: string;
  readonly activity: string;
  readonly direction: string | null;
  readonly employee: string | null;
  readonly name: string | null;
  readonly since: Date;
}

/** What the sentences are about. */
export interface ReasonContext {
  readonly account: string;
  readonly currency: string;
  readonly employee: { readonly id: string; readonly name: string } | undefined;
  /** The employee's permission group. */
  readonly group: string | undefined;
  /** The activity's name, such as `Call out`. */
  readonly activityName: string;
  readonly licenseName: (code: string) => string;
  /** Whether another employee may be given this license without buying one. */
  readonly hasRoom: (code: string) => boolean;
  /** What one more of each of these types costs now and per month. */
  readonly costOfMore: (
    codes: readonly string[],
  ) => { dueNow: Money; recurring: Money } | undefined;
  readonly holdersOf: (licenseType: string) => readonly PlaceHolder[];
}

/** Puts a failing gate into words, with what can be done about it. */
export function reasonOf(failure: GateFailure, context: ReasonContext): Reason {
  switch (failure.code) {
    case 'account_closed':
    case 'account_suspended':
      return standingReason(failure, context);
    case 'employee_hidden':
      return hiddenReason(context);
    case 'permission_denied':
      return permissionReason(failure, context);
    case 'license_not_assigned':
      return licenseReason(failure, context);
    case 'insufficient_ports':
      return failure.cause === 'no_flex_port_license'
        ? portLicenseReason(failure, context)
        : poolReason(failure, context);
    case 'seats_exhausted':
      return poolReason(failure, context);
    case 'no_rate':
      return rateReason(failure);
    case 'insufficient_minutes':
      return minutesReason(failure, context);
  }
}

const ASK = 'Please ask your administrator.';
const nameOf = (context: ReasonContext) => context.employee?.name ?? 'The call';

function standingReason(
  failure: Extract<GateFailure, { code: 'account_closed' | 'account_suspended' }>,
  context: ReasonContext,
): Reason {
  if (failure.code === 'account_closed') {
    return {
      code: failure.code,
      message: `Your company's billing account is closed. ${ASK}`,
      adminMessage: 'This billing account is closed; nothing can be used on it any more.',
      details: {},
      remedies: [],
    };
  }
  const because = failure.reason === null ? '' : ` (${failure.reason})`;
  return {
    code: failure.code,
    message: `Your company's billing account is suspended. ${ASK}`,
    adminMessage:
      `This billing account is suspended${because}. Calls under way go on; new ones begin again ` +
      'the moment what is owed is paid.',
    details: {
      reason: failure.reason,
      ...(failure.toPay !== undefined && { to_pay: moneyText(failure.toPay) }),
    },
    remedies: [
      {
        action: 'pay_open_invoices',
        label: failure.toPay === undefined ? 'Look at the open invoices' : 'Pay what is past due',
        ...(failure.toPay !== undefined && { due_now: moneyText(failure.toPay) }),
        link: `/billing-accounts/${context.account}#invoices`,
      },
    ],
  };
}

function hiddenReason(context: ReasonContext): Reason {
  return {
    code: 'employee_hidden',
    message: `Your user is not active. ${ASK}`,
    adminMessage: `${nameOf(context)} is hidden. Show the employee to let them work again.`,
    details: {},
    remedies: employeeRemedy(context, 'show_employee', `Show ${nameOf(context)} again`),
  };
}

function permissionReason(
  { permission }: Extract<GateFailure, { code: 'permission_denied' }>,
  context: ReasonContext,
): Reason {
  const group = context.group ?? 'their permission group';
  return {
    code: 'permission_denied',
    message: `You do not have the permission for this: ${context.activityName}. ${ASK}`,
    adminMessage:
      `${nameOf(context)} is in the permission group ${group}, which lacks "${permission}". ` +
      'Give them a group that has it. This is about permissions, not about licenses.',
    details: { permission, permission_group: context.group ?? null },
    remedies: employeeRemedy(context, 'change_permission_group', 'Change the permission group'),
  };
}

function licenseReason(
  { missing }: Extract<GateFailure, { code: 'license_not_assigned' }>,
  context: ReasonContext,
): Reason {
  const names = listOf(missing.map(context.licenseName));
  const noun = missing.length === 1 ? 'license' : 'licenses';
  return {
    code: 'license_not_assigned',
    message: `You have no ${names} ${noun}. ${ASK}`,
    adminMessage:
      `${nameOf(context)} has the permission but no ${names} ${noun}. Permission and licenses ` +
      'are two things: assign what is missing in Billing Account Details.',
    details: { missing },
    remedies: assignRemedies(missing, context),
  };
}

function portLicenseReason(
  { licenseType }: Extract<GateFailure, { cause: 'no_flex_port_license' }>,
  context: ReasonContext,
): Reason {
  const name = context.licenseName(licenseType);
  return {
    code: 'insufficient_ports',
    message: `Insufficient ports: no ${name} is assigned to you. ${ASK}`,
    adminMessage:
      `No ${name} license is assigned to ${nameOf(context)}, so no port can be taken for them, ` +
      'however many are free. Assign one in Billing Account Details.',
    details: { cause: 'no_flex_port_license', license_type: licenseType },
    remedies: assignRemedies([licenseType], context),
  };
}

/** Without buying where there is room for all; otherwise what the missing ones cost. */
function assignRemedies(missing: readonly string[], context: ReasonContext): Remedy[] {
  const { employee } = context;
  if (employee === undefined) return [];
  const toBuy = missing.filter((code) => !context.hasRoom(code));
  const names = listOf(missing.map(context.licenseName));
  if (toBuy.length === 0) {
    const label = `Assign ${names} to ${employee.name}`;
    return [{ action: 'assign_license', label, link: `/employees/${employee.id}` }];
  }
  return [buyRemedy(toBuy, context, `, then assign ${names} to ${employee.name}`)];
}

function fullPoolMessage(isPort: boolean, total: number): string {
  if (total === 0) {
    const what = isPort ? 'Insufficient ports: your company has no lines' : 'There are no seats';
    return `${what} for this yet. Please ask your administrator.`;
  }
  return isPort
    ? 'Insufficient ports: all lines are in use right now. Try again in a moment.'
    : 'All seats are taken right now. Try again when somebody has signed out.';
}

/** Whoever assigned the license would look for the fault there. */
function notAbout({ employee }: ReasonContext): string {
  return employee === undefined ? '' : `It is not about ${employee.name}'s own licenses. `;
}

function poolReason(
  failure: Extract<GateFailure, { total: number }>,
  context: ReasonContext,
): Reason {
  const { licenseType, total, inUse } = failure;
  const name = context.licenseName(licenseType);
  const holders = context.holdersOf(licenseType);
  const isPort = failure.code === 'insufficient_ports';
  const adminMessage =
    total === 0
      ? `There are no ${name} licenses on this billing account. Buy at least one.`
      : `All ${total} ${name} licenses are in use${sayHolders(holders)}. ${notAbout(context)}` +
        'Wait until one is free, or buy another.';
  return {
    code: failure.code,
    message: fullPoolMessage(isPort, total),
    adminMessage,
    details: {
      ...(isPort ? { cause: 'all_ports_in_use' } : {}),
      license_type: licenseType,
      total,
      in_use: inUse,
      held_by: holders.map((holder) => ({
        authorization: holder.lease,
        activity: holder.activity,
        direction: holder.direction,
        employee: holder.employee,
        name: holder.name,
        since: holder.since.toISOString(),
      })),
      by_activity: countBy(holders, (holder) => usageName(holder)),
    },
    remedies: [buyRemedy([licenseType], context, '')],
  };
}

function rateReason({ destination }: Extract<GateFailure, { code: 'no_rate' }>): Reason {
  const where = destination ?? 'this call';
  return {
    code: 'no_rate',
    message: `Calls to ${where} cannot be made: there is no rate for it. ${ASK}`,
    adminMessage: `No rate covers ${where} in this account's currency. Your operator can set one.`,
    details: { destination: destination ?? null },
    remedies: [],
  };
}

function minutesReason(
  { availableMicros, neededMicros }: Extract<GateFailure, { code: 'insufficient_minutes' }>,
  context: ReasonContext,
): Reason {
  const available = money(availableMicros, context.currency);
  const needed = money(neededMicros, context.currency);
  return {
    code: 'insufficient_minutes',
    message: `Your company is out of dialer minutes. ${ASK}`,
    adminMessage:
      `${sayMoney(available)} of dialer minutes is available and this needs at least ` +
      `${sayMoney(needed)}. Buy minutes, or turn on automatic recharge.`,
    details: { available: moneyText(available), needed: moneyText(needed) },
    remedies: [
      buyMinutesRemedy(`/billing-accounts/${context.account}`, available),
      {
        action: 'turn_on_recharge',
        label: 'Set up automatic recharge',
        link: `/billing-accounts/${context.account}#minutes`,
      },
    ],
  };
}

function buyRemedy(codes: readonly string[], context: ReasonContext, then: string): Remedy {
  const cost = context.costOfMore(codes);
  const names = listOf(codes.map((code) => `1 more ${context.licenseName(code)}`));
  const price = cost === undefined ? '' : ` for ${sayMoney(cost.dueNow)} now`;
  const query = codes.map((code) => `${code}=%2B1`).join('&');
  return {
    action: 'buy_licenses',
    label: `Buy ${names}${price}${then}`,
    ...(cost !== undefined && {
      due_now: moneyText(cost.dueNow),
      recurring: moneyText(cost.recurring),
    }),
    link: `/billing-accounts/${context.account}/cart?${query}`,
  };
}

function employeeRemedy(context: ReasonContext, action: string, label: string): Remedy[] {
  const { employee } = context;
  return employee === undefined ? [] : [{ action, label, link: `/employees/${employee.id}` }];
}

function sayHolders(holders: readonly PlaceHolder[]): string {
  if (holders.length === 0) return '';
  const uses = Object.entries(countBy(holders, usageName)).map(
    ([use, count]) => `${count} × ${use}`,
  );
  return ` (${uses.join(', ')})`;
}

function usageName({ activity, direction }: PlaceHolder): string {
  return direction === null ? activity : `${activity} ${direction}`;
}

function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}

function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
