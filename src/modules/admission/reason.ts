import { buyMinutesRemedy } from '../../kernel/buy-minutes.ts';
import { type Money, money, moneyText, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import { listOf, paragraph } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
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
  /** What another's use of a place is called, such as `Call out`. */
  readonly nameOfActivity: (code: string) => string;
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

/** Every sentence for the employee ends with whom to ask. */
const asking = (sentence: string) => paragraph(sentence, say('Please ask your administrator.'));
const nameOf = (context: ReasonContext) => context.employee?.name ?? say('The call');

function standingReason(
  failure: Extract<GateFailure, { code: 'account_closed' | 'account_suspended' }>,
  context: ReasonContext,
): Reason {
  if (failure.code === 'account_closed') {
    return {
      code: failure.code,
      message: asking(say("Your company's billing account is closed.")),
      adminMessage: say('This billing account is closed; nothing can be used on it any more.'),
      details: {},
      remedies: [],
    };
  }
  const { toPay } = failure;
  const reason =
    toPay === undefined ? failure.reason : say('{amount} is past due', { amount: sayMoney(toPay) });
  return {
    code: failure.code,
    message: asking(say("Your company's billing account is suspended.")),
    adminMessage: paragraph(
      reason === null
        ? say('This billing account is suspended.')
        : say('This billing account is suspended ({reason}).', { reason }),
      say('Calls under way go on; new ones begin again the moment what is owed is paid.'),
    ),
    details: {
      reason: failure.reason,
      ...(toPay !== undefined && { to_pay: moneyText(toPay) }),
    },
    remedies: [
      {
        action: 'pay_open_invoices',
        label: say(toPay === undefined ? 'Look at the open invoices' : 'Pay what is past due'),
        ...(toPay !== undefined && { due_now: moneyText(toPay) }),
        link: `/billing-accounts/${context.account}#invoices`,
      },
    ],
  };
}

function hiddenReason(context: ReasonContext): Reason {
  return {
    code: 'employee_hidden',
    message: asking(say('Your user is not active.')),
    adminMessage: say('{name} is hidden. Show the employee to let them work again.', {
      name: nameOf(context),
    }),
    details: {},
    remedies: employeeRemedy(
      context,
      'show_employee',
      say('Show {name} again', { name: nameOf(context) }),
    ),
  };
}

function permissionReason(
  { permission }: Extract<GateFailure, { code: 'permission_denied' }>,
  context: ReasonContext,
): Reason {
  const { group, activityName: activity } = context;
  const values = { name: nameOf(context), permission };
  return {
    code: 'permission_denied',
    message: asking(say('You do not have the permission for this: {activity}.', { activity })),
    adminMessage: paragraph(
      group === undefined
        ? say('{name} is in a permission group that lacks "{permission}".', values)
        : say('{name} is in the permission group {group}, which lacks "{permission}".', {
            ...values,
            group,
          }),
      say('Give them a group that has it. This is about permissions, not about licenses.'),
    ),
    details: { permission, permission_group: group ?? null },
    remedies: employeeRemedy(
      context,
      'change_permission_group',
      say('Change the permission group'),
    ),
  };
}

function licenseReason(
  { missing }: Extract<GateFailure, { code: 'license_not_assigned' }>,
  context: ReasonContext,
): Reason {
  const names = listOf(missing.map(context.licenseName));
  const count = missing.length;
  return {
    code: 'license_not_assigned',
    message: asking(
      say('You have no {names} {count, plural, one {license} other {licenses}}.', { names, count }),
    ),
    adminMessage: say(
      '{name} has the permission but no {names} {count, plural, one {license} other {licenses}}. Permission and licenses are two things: assign what is missing in Billing Account Details.',
      { name: nameOf(context), names, count },
    ),
    details: { missing },
    remedies: assignRemedies(missing, context),
  };
}

function portLicenseReason(
  { licenseType }: Extract<GateFailure, { cause: 'no_flex_port_license' }>,
  context: ReasonContext,
): Reason {
  const license = context.licenseName(licenseType);
  return {
    code: 'insufficient_ports',
    message: asking(say('Insufficient ports: no {license} is assigned to you.', { license })),
    adminMessage: say(
      'No {license} license is assigned to {name}, so no port can be taken for them, however many are free. Assign one in Billing Account Details.',
      { license, name: nameOf(context) },
    ),
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
    const label = say('Assign {names} to {employee}', { names, employee: employee.name });
    return [{ action: 'assign_license', label, link: `/employees/${employee.id}` }];
  }
  return [buyRemedy(toBuy, context, { names, employee: employee.name })];
}

function fullPoolMessage(isPort: boolean, total: number): string {
  if (total === 0) {
    return asking(
      say(
        isPort
          ? 'Insufficient ports: your company has no lines for this yet.'
          : 'There are no seats for this yet.',
      ),
    );
  }
  return say(
    isPort
      ? 'Insufficient ports: all lines are in use right now. Try again in a moment.'
      : 'All seats are taken right now. Try again when somebody has signed out.',
  );
}

function allInUse(
  total: number,
  name: string,
  holders: readonly PlaceHolder[],
  { employee, nameOfActivity }: ReasonContext,
): string {
  return paragraph(
    holders.length === 0
      ? say('All {total} {name} licenses are in use.', { total, name })
      : say('All {total} {name} licenses are in use ({uses}).', {
          total,
          name,
          uses: usesOf(holders, nameOfActivity),
        }),
    // Whoever assigned the license would look for the fault there.
    employee && say("It is not about {name}'s own licenses.", { name: employee.name }),
    say('Wait until one is free, or buy another.'),
  );
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
      ? say('There are no {name} licenses on this billing account. Buy at least one.', { name })
      : allInUse(total, name, holders, context);
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
    remedies: [buyRemedy([licenseType], context, undefined)],
  };
}

function rateReason({ destination }: Extract<GateFailure, { code: 'no_rate' }>): Reason {
  return {
    code: 'no_rate',
    message: asking(
      destination === undefined
        ? say('This call cannot be made: there is no rate for it.')
        : say('Calls to {destination} cannot be made: there is no rate for it.', { destination }),
    ),
    adminMessage:
      destination === undefined
        ? say("No rate covers this call in this account's currency. Your operator can set one.")
        : say(
            "No rate covers {destination} in this account's currency. Your operator can set one.",
            { destination },
          ),
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
    message: asking(say('Your company is out of dialer minutes.')),
    adminMessage: say(
      '{available} of dialer minutes is available and this needs at least {needed}. Buy minutes, or turn on automatic recharge.',
      { available: sayMoney(available), needed: sayMoney(needed) },
    ),
    details: { available: moneyText(available), needed: moneyText(needed) },
    remedies: [
      buyMinutesRemedy(`/billing-accounts/${context.account}`, available),
      {
        action: 'turn_on_recharge',
        label: say('Set up automatic recharge'),
        link: `/billing-accounts/${context.account}#minutes`,
      },
    ],
  };
}

/** What is assigned once it is bought, and to whom. */
interface AssignedThen {
  readonly names: string;
  readonly employee: string;
}

function buyRemedy(
  codes: readonly string[],
  context: ReasonContext,
  then: AssignedThen | undefined,
): Remedy {
  const cost = context.costOfMore(codes);
  const licenses = listOf(
    codes.map((code) => say('1 more {license}', { license: context.licenseName(code) })),
  );
  const query = codes.map((code) => `${code}=%2B1`).join('&');
  return {
    action: 'buy_licenses',
    label: buyLabel(licenses, cost?.dueNow, then),
    ...(cost !== undefined && {
      due_now: moneyText(cost.dueNow),
      recurring: moneyText(cost.recurring),
    }),
    link: `/billing-accounts/${context.account}/cart?${query}`,
  };
}

function buyLabel(
  licenses: string,
  dueNow: Money | undefined,
  then: AssignedThen | undefined,
): string {
  if (dueNow === undefined) {
    return then === undefined
      ? say('Buy {licenses}', { licenses })
      : say('Buy {licenses}, then assign {names} to {employee}', { licenses, ...then });
  }
  const values = { licenses, dueNow: sayMoney(dueNow) };
  return then === undefined
    ? say('Buy {licenses} for {dueNow} now', values)
    : say('Buy {licenses} for {dueNow} now, then assign {names} to {employee}', {
        ...values,
        ...then,
      });
}

function employeeRemedy(context: ReasonContext, action: string, label: string): Remedy[] {
  const { employee } = context;
  return employee === undefined ? [] : [{ action, label, link: `/employees/${employee.id}` }];
}

function usesOf(
  holders: readonly PlaceHolder[],
  nameOfActivity: ReasonContext['nameOfActivity'],
): string {
  const uses = Object.entries(countBy(holders, ({ activity }) => nameOfActivity(activity)));
  return uses.map(([use, count]) => `${count} × ${use}`).join(', ');
}

function usageName({ activity, direction }: PlaceHolder): string {
  return direction === null ? activity : `${activity} ${direction}`;
}

function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}
