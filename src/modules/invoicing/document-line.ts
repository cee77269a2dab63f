import type { LocalDate } from '../../kernel/calendar.ts';
import { formatAmount, type Money, sayMoney, scaleToMinorUnit } from '../../kernel/money.ts';
import { daysInPeriod, type Period } from '../../kernel/period.ts';
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

/** `Dialer: 2 more licenses (10 to 12), 8 of 30 days`. */
export function increaseLine(added: LicensesAdded): DocumentLine {
  const { name, quantity, from, to, daysCharged, daysInPeriod: days } = added;
  const { unitPrice, priceSource, period, effectiveOn, amount, licenseType } = added;
  return {
    kind: 'license_increase',
    description:
      `${name}: ${quantity} more ${licenseWord(quantity)} (${from} to ${to}), ` +
      `${daysCharged} of ${days} days`,
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
    description: `${name}: ${quantity} ${licenseWord(quantity)}, ${period.start} to ${period.end}`,
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
    description: `Dialer minutes for ${sayMoney(amount)}`,
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
    description:
      `${fee.name}: ${gigabytes} GB above the allowance on average, ` +
      `${period.start} to ${period.end}`,
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
    description: line.description,
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

function licenseWord(quantity: number): string {
  return quantity === 1 ? 'license' : 'licenses';
}

function decimal(value: bigint, decimals: bigint): string {
  const digits = value.toString().padStart(Number(decimals) + 1, '0');
  const fraction = digits.slice(-Number(decimals)).replace(/0+$/, '');
  const whole = digits.slice(0, -Number(decimals));
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
