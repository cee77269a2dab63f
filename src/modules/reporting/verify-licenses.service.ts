import { type LocalDate, startOfDay } from '../../kernel/calendar.ts';
import { money, scaleToMinorUnit } from '../../kernel/money.ts';
import { daysInPeriod, type Period, periodContaining } from '../../kernel/period.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type CatalogSnapshot, priceIn } from '../catalog/index.ts';
import { type Contract, contractPriceOn, signedBy } from '../contracts/index.ts';
import { prorate } from '../proration/index.ts';
import type { Comparison } from './difference.ts';
import { type DocumentRow, type LineRow, lineName, type TotalChange } from './documents.ts';

/** All that an account's license lines follow from. */
export interface LicenseHistory {
  readonly account: BillingAccount;
  readonly snapshot: CatalogSnapshot;
  readonly contracts: readonly Contract[];
  /** In the order of their sequence. */
  readonly changes: readonly TotalChange[];
}

/** The total of a type at an instant, from history; before its first change 0. */
export function totalAt(
  changes: readonly TotalChange[],
  licenseType: string,
  instant: Date,
  beforeSequence?: bigint,
): number {
  let latest: TotalChange | undefined;
  for (const change of changes) {
    if (change.licenseType !== licenseType || change.effectiveAt > instant) continue;
    if (beforeSequence !== undefined && change.sequence >= beforeSequence) continue;
    const isLater = latest === undefined || change.effectiveAt >= latest.effectiveAt;
    if (isLater) latest = change;
  }
  return latest?.total ?? 0;
}

/** A prorated line: its totals from the change it bought, its days and amount from its day. */
export function compareIncrease(
  comparison: Comparison,
  history: LicenseHistory,
  document: DocumentRow,
  line: LineRow,
): void {
  const { account, changes } = history;
  const subject = lineName(document, line);
  const licenseType = line.licenseType ?? '';
  const change = changes.find(
    (one) =>
      one.order === document.order && one.licenseType === licenseType && one.kind === 'increase',
  );
  comparison.same(subject, 'total afterwards', change?.total, line.to ?? undefined);
  if (change === undefined) return;
  const before = totalAt(changes, licenseType, change.effectiveAt, change.sequence);
  comparison.same(subject, 'total before', before, line.from ?? undefined);
  comparison.same(subject, 'quantity', change.total - before, line.quantity);
  const price = comparePrice(comparison, history, document, line);
  if (price === undefined) return;
  const period = periodContaining(account.anchorDate, line.effectiveOn);
  const unitPrice = money(price, account.currency);
  const charged = prorate(unitPrice, change.total - before, period, line.effectiveOn);
  comparison.same(subject, 'days charged', charged.daysCharged, line.daysCharged ?? undefined);
  comparison.same(subject, 'days in period', charged.daysInPeriod, line.daysInPeriod ?? undefined);
  comparison.same(subject, 'amount', charged.amount.micros, line.amount);
}

/** One renewal: a line for every total in force as the period begins, and none besides. */
export function compareRenewal(
  comparison: Comparison,
  history: LicenseHistory,
  period: Period,
  document: DocumentRow | undefined,
): void {
  const { account, changes } = history;
  const instant = startOfDay(period.start, account.timeZone);
  const lines = document?.lines.filter((line) => line.kind === 'license_renewal') ?? [];
  const types = new Set([
    ...changes.map((change) => change.licenseType),
    ...lines.map((line) => line.licenseType ?? ''),
  ]);
  for (const licenseType of types) {
    const total = totalAt(changes, licenseType, instant);
    const line = lines.find((one) => one.licenseType === licenseType);
    const subject = `${account.id} renewal of ${period.start}, ${licenseType}`;
    const quantity = line === undefined ? 0 : line.quantity;
    comparison.same(subject, 'quantity', total, quantity);
    if (document === undefined || line === undefined) continue;
    const price = comparePrice(comparison, history, document, line);
    if (price === undefined) continue;
    const amount = scaleToMinorUnit(money(price, account.currency), BigInt(total), 1n);
    const days = daysInPeriod(period);
    comparison.same(subject, 'amount', amount.micros, line.amount);
    comparison.same(subject, 'days charged', days, line.daysCharged ?? undefined);
  }
}

/** The unit price by the contract or catalog version that the line names, once that is right. */
function comparePrice(
  comparison: Comparison,
  { account, snapshot, contracts }: LicenseHistory,
  document: DocumentRow,
  line: LineRow,
): bigint | undefined {
  const subject = lineName(document, line);
  const licenseType = line.licenseType ?? '';
  const { source } = line;
  const known = signedBy(contracts, document.issuedAt).filter(
    // On a clock that stands still both may have one instant: then the line says which was first.
    ({ signedAt }) => source.from === 'contract' || signedAt < document.issuedAt,
  );
  const contracted = contractPriceOn(known, licenseType, line.effectiveOn);
  if (contracted !== undefined || source.from === 'contract') {
    const named = source.from === 'contract' ? source.contract : `the ${source.from}`;
    comparison.same(subject, 'contract', contracted?.contract, named);
    comparison.same(subject, 'unit price', contracted?.price.micros, line.unitPrice);
    return contracted?.price.micros;
  }
  const price =
    source.from === 'catalog'
      ? catalogPrice(snapshot, licenseType, source.version, line.effectiveOn, account.currency)
      : undefined;
  comparison.same(subject, 'unit price', price, line.unitPrice);
  return price;
}

/** The price by one version, where that version applied on the day. */
function catalogPrice(
  snapshot: CatalogSnapshot,
  licenseType: string,
  version: number,
  day: LocalDate,
  currency: string,
): bigint | undefined {
  const found = snapshot.license_type.get(licenseType)?.find((one) => one.version === version);
  if (found === undefined) return undefined;
  if (found.effectiveOn !== null && found.effectiveOn > day) return undefined;
  return priceIn(found.body.prices, currency)?.micros;
}
