import type { MoneyText } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { Reason } from '../admission/index.ts';
import type { Permission } from '../companies/index.ts';

/** What an order of a request buys: more of types, or minutes. */
export interface PlannedPurchase {
  /** How many more of each license type. */
  readonly more: Readonly<Record<string, number>>;
  /** For this much money, before tax. */
  readonly minutes?: string;
}

/**
 * What approving a request does. `by_hand`: nothing that one click could do right, such as the
 * choice of a permission group; approving it says that it has been done.
 */
export interface RequestPlan {
  readonly kind: 'assign' | 'buy' | 'by_hand';
  /** What is assigned to whoever asks, in the end. */
  readonly assign: readonly string[];
  readonly purchase?: PlannedPurchase;
}

/** What approving costs: charged at once, and more each month before tax. */
export interface RequestFigures {
  readonly due_now: MoneyText;
  readonly recurring: MoneyText;
}

/** What approving the remedy of a reason does. A cart's link says what is in the cart. */
export function planOf(reason: Reason, remedy: Remedy): RequestPlan {
  const assign = missingLicenses(reason);
  switch (remedy.action) {
    case 'assign_license':
      return { kind: 'assign', assign };
    case 'buy_licenses':
    case 'buy_minutes':
      return { kind: 'buy', assign, purchase: purchaseIn(remedy.link) };
    default:
      return { kind: 'by_hand', assign: [] };
  }
}

/** The licenses that the employee is missing; none where a pool is full or minutes are. */
function missingLicenses({ code, details }: Reason): string[] {
  const { missing, cause, license_type: port } = details;
  if (code === 'license_not_assigned') return [...(missing as string[])];
  const lacksPort = code === 'insufficient_ports' && cause === 'no_flex_port_license';
  return lacksPort ? [String(port)] : [];
}

function purchaseIn(link: string): PlannedPurchase {
  const query = new URLSearchParams(link.split('?')[1]);
  const minutes = query.get('minutes');
  const more = [...query].flatMap(([name, value]) =>
    value.startsWith('+') ? [[name, Number(value.slice(1))] as const] : [],
  );
  return { more: Object.fromEntries(more), ...(minutes !== null && { minutes }) };
}

/** What whoever approves must be allowed to do themselves. */
export function neededPermissions({ kind, assign }: RequestPlan): Permission[] {
  const assigning: Permission[] = assign.length > 0 ? ['licenses.assign'] : [];
  switch (kind) {
    case 'assign':
      return assigning;
    case 'buy':
      return ['billing.manage', ...assigning];
    case 'by_hand':
      return ['employees.manage'];
  }
}

/** Whether two show the same amounts. */
export function sameCosts(
  left: RequestFigures | undefined,
  right: RequestFigures | undefined,
): boolean {
  const text = (figures: RequestFigures | undefined) =>
    figures && `${figures.due_now.amount} ${figures.recurring.amount} ${figures.due_now.currency}`;
  return text(left) === text(right);
}
