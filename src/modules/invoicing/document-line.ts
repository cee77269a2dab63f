import type { LocalDate } from '../../kernel/calendar.ts';
import {
  formatAmount,
  type Money,
  moneyOf,
  sayMoney,
  scaleToMinorUnit,
} from '../../kernel/money.ts';
import { daysInPeriod, type Period } from '../../kernel/period.ts';
import { sayDecimal } from '../../kernel/words/figures.ts';
import { sayKept } from '../../kernel/words/kept.ts';
import { inEnglish, say } from '../../kernel/words/say.ts';
import type { StorageFeeLine } from '../storage-metering/index.ts';
import type { DocumentLine, PriceSource } from './document.ts';

/** A license type's licenses that are paid for, and at which price. */
export interface PricedLicenses {
  readonly licenseType: string;
  /** The type's name for people. */
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly priceSource: PriceSource;
}

/** Licenses added within a period, as they were prorated when they were ordered. */
export interface LicensesAdded extends PricedLicenses {
  readonly from: number;
  readonly to: number;
  readonly daysCharged: number;
  readonly daysInPeriod: number;
  readonly period: Period;
  readonly effectiveOn: LocalDate;
  readonly amount: Money;
}

const ONE_ADDED = '{name}: 1 more license ({from} to {to}), {daysCharged} of {days} days';
const MANY_ADDED =
  '{name}: {quantity} more licenses ({from} to {to}), {daysCharged} of {days} days';
const ONE_RENEWED = '{name}: 1 license, {start} to {end}';
const MANY_RENEWED = '{name}: {quantity} licenses, {start} to {end}';
const MINUTES = 'Dialer minutes for {amount}';
const STORED = '{name}: {gigabytes} GB above the allowance on average, {start} to {end}';
const CREDITED = 'Credit for: {line}';
const TAX_CREDITED = 'Tax charged in error on: {line}';

const KEPT = [
  CREDITED,
  TAX_CREDITED,
  ONE_ADDED,
  MANY_ADDED,
  ONE_RENEWED,
  MANY_RENEWED,
  MINUTES,
  STORED,
] as const;

/** The description of a credit's line, unless whoever credits it writes their own. */
export function creditDescription(line: DocumentLine, isTax: boolean): string {
  return inEnglish(() => say(isTax ? TAX_CREDITED : CREDITED, { line: line.description }));
}

/** `Dialer: 2 more licenses (10 to 12), 8 of 30 days`. */
export function increaseLine(added: LicensesAdded): DocumentLine {
  const { name, quantity, from, to, daysCharged, daysInPeriod: days } = added;
  const { unitPrice, priceSource, period, effectiveOn, amount, licenseType } = added;
  return {
    kind: 'license_increase',
    description: inEnglish(() =>
      quantity === 1
        ? say(ONE_ADDED, { name, from, to, daysCharged, days })
        : say(MANY_ADDED, { name, quantity, from, to, daysCharged, days }),
    ),
    licenseType,
    from,
    to,
    quantity: String(quantity),
    unitPrice,
    daysCharged,
    daysInPeriod: days,
    period,
    effectiveOn,
    amount,
    taxCategory: 'licenses',
    priceSource,
  };
}

/** A whole period in advance. */
export function renewalLine(licenses: PricedLicenses, period: Period): DocumentLine {
  const { licenseType, name, quantity, unitPrice, priceSource } = licenses;
  const days = daysInPeriod(period);
  return {
    kind: 'license_renewal',
    description: inEnglish(() =>
      quantity === 1
        ? say(ONE_RENEWED, { name, ...period })
        : say(MANY_RENEWED, { name, quantity, ...period }),
    ),
    licenseType,
    quantity: String(quantity),
    unitPrice,
    daysCharged: days,
    daysInPeriod: days,
    period,
    effectiveOn: period.start,
    amount: scaleToMinorUnit(unitPrice, BigInt(quantity), 1n),
    taxCategory: 'licenses',
    priceSource,
  };
}

/** A renewal's lines: licenses of the period that begins, storage of the one that has ended. */
export function renewalLines(
  licenses: readonly PricedLicenses[],
  period: Period,
  fees: readonly StorageFeeLine[],
  ended: Period,
): DocumentLine[] {
  return [
    ...licenses.filter(({ quantity }) => quantity > 0).map((one) => renewalLine(one, period)),
    ...fees.map((fee) => storageLine(fee, ended)),
  ];
}

/** Dialer minutes: the amount itself is what is bought. */
export function minutesLine(amount: Money, day: LocalDate): DocumentLine {
  return {
    kind: 'minutes',
    description: inEnglish(() => say(MINUTES, { amount: sayMoney(amount) })),
    quantity: '1',
    unitPrice: amount,
    effectiveOn: day,
    amount,
    taxCategory: 'minutes',
    priceSource: { from: 'request' },
  };
}

const GIGABYTE_DECIMALS = 9n;

/** The mean daily overage of a period that has ended, in gigabytes to the byte. */
export function storageLine(fee: StorageFeeLine, period: Period): DocumentLine {
  const meanBytes = fee.overBytesDays / BigInt(fee.daysInPeriod);
  const gigabytes = decimal(meanBytes, GIGABYTE_DECIMALS);
  return {
    kind: 'storage',
    description: inEnglish(() => say(STORED, { name: fee.name, gigabytes, ...period })),
    meter: fee.meter,
    quantity: gigabytes,
    unitPrice: fee.pricePerGb,
    daysCharged: fee.daysInPeriod,
    daysInPeriod: fee.daysInPeriod,
    period,
    effectiveOn: period.start,
    amount: fee.amount,
    taxCategory: 'storage',
    priceSource: { from: 'catalog', code: fee.meter, version: fee.meterVersion },
  };
}

/** A line as it stands in the API's answers. */
export function lineText(line: DocumentLine) {
  const text = (value: Money) => ({ amount: formatAmount(value), currency: value.currency });
  return {
    kind: line.kind,
    description: sayLine(line),
    ...(line.licenseType === undefined ? {} : { license_type: line.licenseType }),
    ...(line.meter === undefined ? {} : { meter: line.meter }),
    ...(line.from === undefined ? {} : { from: line.from }),
    ...(line.to === undefined ? {} : { to: line.to }),
    quantity: line.kind === 'storage' ? line.quantity : Number(line.quantity),
    unit_price: text(line.unitPrice),
    ...(line.daysCharged === undefined ? {} : { days_charged: line.daysCharged }),
    ...(line.daysInPeriod === undefined ? {} : { days_in_period: line.daysInPeriod }),
    ...(line.period === undefined ? {} : { period: line.period }),
    effective_on: line.effectiveOn,
    amount: text(line.amount),
    price_source: line.priceSource,
  };
}

/** What a line is for, to whoever reads it now; in the document itself it is English for ever. */
function sayLine({ description, amount }: DocumentLine): string {
  return sayKept(description, KEPT, function sayValue(name, text) {
    if (name === 'line') return sayKept(text, KEPT, sayValue);
    if (name === 'gigabytes') return sayDecimal(text);
    return name === 'amount'
      ? sayMoney(moneyOf(text.replace(/[^\d.-]/g, ''), amount.currency))
      : text;
  });
}

function decimal(value: bigint, decimals: bigint): string {
  const digits = value.toString().padStart(Number(decimals) + 1, '0');
  const fraction = digits.slice(-Number(decimals)).replace(/0+$/, '');
  const whole = digits.slice(0, -Number(decimals));
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
