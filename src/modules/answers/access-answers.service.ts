import type { Transaction } from '../../database/transaction.ts';
import { money } from '../../kernel/money.ts';
import { say } from '../../kernel/words/say.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import type { Ports, Reason } from '../admission/index.ts';
import { type Catalog, versionOn } from '../catalog/index.ts';
import { type Employee, type Employees, fullName } from '../companies/index.ts';
import type { Licensing } from '../licensing/index.ts';
import type { Wallet } from '../wallet/index.ts';
import type { Answer } from './answer.ts';
import type { Asking } from './asking.ts';
import { type Dialing, whoCannotDial, whyCannotDial } from './dial-answer.ts';
import { whereAreMyMinutes } from './minutes-answer.ts';
import { buyRemedy, type OrderCostsDeps, orderCosts } from './order-costs.service.ts';
import { whyInsufficientPorts } from './ports-answer.ts';

/** The gates that an employee does not pass now, by admission itself, taking nothing. */
export type FailedGates = (
  tx: Transaction,
  asking: Asking,
  employee: Employee,
  activity: string,
) => Promise<readonly Reason[]>;

export interface AccessAnswersDeps extends OrderCostsDeps {
  readonly catalog: Catalog;
  readonly employees: Employees;
  readonly licensing: Licensing;
  readonly wallet: Wallet;
  readonly ports: Ports;
  readonly failedGates: FailedGates;
}

const DIALING = 'dialer.login';
const SENDING = 'voice_message.send';
/** Employees looked at where nobody is named: a page of people, not a report. */
const PEOPLE_MAX = 100;

/** Question 1: one employee's gates, or those of everybody who has the permission. */
export async function answerDialing(
  tx: Transaction,
  deps: AccessAnswersDeps,
  asking: Asking,
): Promise<Answer> {
  const { account, employee } = asking;
  if (employee !== undefined) {
    return whyCannotDial(await accessOf(tx, deps, asking, employee, DIALING));
  }
  const shown = { limit: PEOPLE_MAX, hidden: false };
  const people: Dialing[] = [];
  for (const person of await deps.employees.list(tx, account.company, shown)) {
    people.push(await accessOf(tx, deps, asking, person, DIALING));
  }
  return whoCannotDial(people);
}

async function accessOf(
  tx: Transaction,
  { catalog, failedGates }: AccessAnswersDeps,
  asking: Asking,
  employee: Employee,
  activity: string,
): Promise<Dialing> {
  const snapshot = await catalog.load(tx);
  const needed = versionOn(snapshot, 'activity', activity, asking.account.today)?.body.permission;
  const permissions: readonly string[] = employee.permissions;
  return {
    employee: employee.id,
    name: fullName(employee),
    permissionGroup: employee.permissionGroup,
    hasPermission: needed === undefined || permissions.includes(needed),
    failed: await failedGates(tx, asking, employee, activity),
  };
}

/** Question 2: the wallet's own summary, and the last purchase on the balance. */
export async function answerMinutes(
  tx: Transaction,
  { wallet }: AccessAnswersDeps,
  { account }: Asking,
): Promise<Answer> {
  const summary = await wallet.summary(tx, account);
  const [last] = await wallet.entries(tx, account, { limit: 1, kind: 'purchase' });
  const { mode } = await wallet.recharge(tx, account);
  return whereAreMyMinutes({
    ...summary,
    lastPurchase: last && {
      amount: money(last.micros, account.currency),
      at: last.occurredAt,
      balanceAfter: money(last.balanceAfter, account.currency),
    },
    rechargeMode: mode,
    link: `/billing-accounts/${account.id}`,
  });
}

/** Question 3: the pool as the ports page shows it, and the employee's gates for a message. */
export async function answerPorts(
  tx: Transaction,
  deps: AccessAnswersDeps,
  asking: Asking,
): Promise<Answer> {
  const { account, employee } = asking;
  const board = await deps.ports.board(tx, account);
  const costs = await orderCosts(tx, deps, account, { [board.licenseType]: board.total + 1 });
  const snapshot = await deps.catalog.load(tx);
  const nameOf = (code: string) =>
    sayName(versionOn(snapshot, 'activity', code, account.today)?.body.name ?? code);
  const facts = {
    ...board,
    byActivity: board.byActivity.map((use) => ({ ...use, name: nameOf(use.activity) })),
    advice: board.advice.sentence,
    onePortMore: buyRemedy(account, say('Buy one more {type}', { type: board.name }), costs),
  };
  const person =
    employee === undefined ? undefined : await accessOf(tx, deps, asking, employee, SENDING);
  return whyInsufficientPorts(facts, person);
}
