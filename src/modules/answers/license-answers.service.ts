import type { Transaction } from '../../database/transaction.ts';
import { subtract } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type Catalog, versionOn } from '../catalog/index.ts';
import { type Employees, fullName } from '../companies/index.ts';
import { type Contracts, contractInForceOn } from '../contracts/index.ts';
import { CREDIT_REASONS, type Invoicing } from '../invoicing/index.ts';
import { type LicenseState, type Licensing, stillPayingForText } from '../licensing/index.ts';
import type { StorageReports } from '../storage-metering/index.ts';
import type { Answer } from './answer.ts';
import type { Asking } from './asking.ts';
import { type CreditFacts, canIGetACredit } from './credit-answer.ts';
import { type LoweringAttempt, whyCannotLowerLicenses } from './floors-answer.ts';
import { howToStopPayingForLeavers } from './leavers-answer.ts';
import { type NeededLicense, whatDoesANewUserCost } from './new-user-answer.ts';
import { orderCosts } from './order-costs.service.ts';
import { howToLowerStorageFee } from './storage-fee-answer.ts';

export interface LicenseAnswersDeps {
  readonly catalog: Catalog;
  readonly employees: Employees;
  readonly contracts: Contracts;
  readonly licensing: Licensing;
  readonly storageReports: StorageReports;
  readonly invoicing: Invoicing;
}

/** The activity that a new user is hired for. */
const DIALING = 'dialer.login';
/** Hidden employees that are named. */
const HIDDEN_MAX = 100;

const linkOf = (account: BillingAccount) => `/billing-accounts/${account.id}`;

/** Question 4: from the plan of an order of whatever a new user needs and is not at hand. */
export async function answerNewUser(
  tx: Transaction,
  deps: LicenseAnswersDeps,
  { account }: Asking,
): Promise<Answer> {
  const needs = await neededLicenses(tx, deps, account);
  const totals = Object.fromEntries(
    needs.filter(({ spare }) => spare <= 0).map((need) => [need.licenseType, need.total + 1]),
  );
  const { plan, lines, tax, dueNow } = await orderCosts(tx, deps, account, totals);
  const { recurringNow, recurringNext } = plan;
  const { today, period } = account;
  // As if what is at hand were given out: one more than the total, of everything.
  const all = Object.fromEntries(needs.map((need) => [need.licenseType, need.total + 1]));
  const beyond = await orderCosts(tx, deps, account, all);
  const costs = { lines, tax, dueNow, beyond, recurringNow, recurringNext };
  return whatDoesANewUserCost({ needs, ...costs, today, period, link: linkOf(account) });
}

/** What the catalog says that dialing needs, and how much of it nobody holds. */
async function neededLicenses(
  tx: Transaction,
  { catalog, licensing }: LicenseAnswersDeps,
  account: BillingAccount,
): Promise<NeededLicense[]> {
  const snapshot = await catalog.load(tx);
  const states = await licensing.licenses(tx, account);
  const activity = versionOn(snapshot, 'activity', DIALING, account.today)?.body;
  const codes = activity?.licenses ?? [];
  return states
    .filter(({ licenseType }) => codes.includes(licenseType))
    .map(({ licenseType, name, total, assigned, pending }) => {
      const spare = Math.max(0, Math.min(total, pending?.total ?? total) - assigned);
      return { licenseType, name, total, assigned, spare };
    });
}

/** Question 5: never, and what to do instead. */
export async function answerCredit(
  tx: Transaction,
  deps: LicenseAnswersDeps,
  { account }: Asking,
): Promise<Answer> {
  const licenses = await deps.licensing.licenses(tx, account);
  return canIGetACredit({
    period: account.period,
    today: account.today,
    licenses,
    lastPurchase: await lastLicensePurchase(tx, deps, account, licenses),
    creditReasons: CREDIT_REASONS,
    link: linkOf(account),
  });
}

async function lastLicensePurchase(
  tx: Transaction,
  { licensing, invoicing }: LicenseAnswersDeps,
  account: BillingAccount,
  licenses: readonly LicenseState[],
): Promise<CreditFacts['lastPurchase']> {
  const history = await licensing.history(tx, account.id);
  const last = history.findLast(
    ({ kind, effectiveOn, orderedBy }) =>
      kind === 'increase' && effectiveOn >= account.period.start && orderedBy !== null,
  );
  if (last === undefined || last.orderedBy === null) return undefined;
  const receipt = await invoicing.receiptOfOrder(tx, last.orderedBy);
  const line = receipt?.lines.find(({ licenseType }) => licenseType === last.licenseType);
  if (line === undefined) return undefined;
  const name = licenses.find(({ licenseType }) => licenseType === last.licenseType)?.name;
  return {
    name: name ?? last.licenseType,
    quantity: Number(line.quantity),
    on: last.effectiveOn,
    amount: line.amount,
  };
}

/** Question 6: what nobody holds, and the plan of the order that stops paying for it. */
export async function answerLeavers(
  tx: Transaction,
  { licensing, employees }: LicenseAnswersDeps,
  { account }: Asking,
): Promise<Answer> {
  const leftover = await licensing.leftovers(tx, account);
  const lowerable = leftover.filter((one) => one.couldBe < one.total);
  const totals = Object.fromEntries(lowerable.map((one) => [one.licenseType, one.couldBe]));
  const plan = await licensing.plan(tx, account, { totals });
  const hidden = await employees.list(tx, account.company, { limit: HIDDEN_MAX, hidden: true });
  return howToStopPayingForLeavers({
    leftover,
    leftoverTexts: leftover.map(stillPayingForText),
    hidden: hidden.map(fullName),
    saves: subtract(plan.recurringNow, plan.recurringNext),
    link: linkOf(account),
  });
}

/** Question 7: what an order of one license less is told, type by type. */
export async function answerLowering(
  tx: Transaction,
  { licensing, contracts }: LicenseAnswersDeps,
  { account }: Asking,
): Promise<Answer> {
  const refusedAt = (licenseType: string, total: number) =>
    refusalOf(() => licensing.plan(tx, account, { totals: { [licenseType]: total } }));
  const attempts: LoweringAttempt[] = [];
  for (const state of await licensing.licenses(tx, account)) {
    const { licenseType, name, total, assigned, pending } = state;
    if (total === 0) continue;
    const refusal = await refusedAt(licenseType, total - 1);
    const floor = refusal === undefined ? floorOf(await refusedAt(licenseType, 0)) : undefined;
    const below = floor === undefined ? undefined : await refusedAt(licenseType, floor - 1);
    attempts.push({
      licenseType,
      name,
      total,
      assigned,
      ...(refusal !== undefined && { refusal }),
      ...(floor !== undefined &&
        below !== undefined && { limit: { floor, message: below.message } }),
      ...(pending !== undefined && { pending }),
    });
  }
  const signed = await contracts.list(tx, account);
  const inForce = contractInForceOn(signed, account.today);
  return whyCannotLowerLicenses({
    attempts,
    nextPeriodStart: account.period.end,
    ...(inForce !== undefined && {
      contract: {
        id: inForce.contract.id,
        startsOn: inForce.term.startsOn,
        endsOn: inForce.term.endsOn,
        months: inForce.contract.months,
        floors: inForce.contract.floors,
        renews: inForce.contract.atEnd === 'renew',
      },
    }),
  });
}

/** The floor that an order of nothing at all is refused for. */
function floorOf(refusal: LoweringAttempt['refusal']): number | undefined {
  const floor = refusal?.code === 'below_contract_floor' ? refusal.facts.floor : undefined;
  return typeof floor === 'number' ? floor : undefined;
}

async function refusalOf(
  attempt: () => Promise<unknown>,
): Promise<LoweringAttempt['refusal'] | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { facts = {}, remedies = [] } = error.details;
    return { code: error.code, message: error.message, facts, remedies };
  }
}

/** Question 8: the storage report itself, in sentences. */
export async function answerStorage(
  tx: Transaction,
  { storageReports }: LicenseAnswersDeps,
  { account }: Asking,
): Promise<Answer> {
  return howToLowerStorageFee(await storageReports.report(tx, account), linkOf(account));
}
