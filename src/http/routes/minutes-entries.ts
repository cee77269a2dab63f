import { z } from 'zod';
import { moneyText, money as moneyValue } from '../../kernel/money.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import { type UsageRecord, usageRecordsOf } from '../../modules/admission/index.ts';
import type { Employees } from '../../modules/companies/index.ts';
import type { BalanceDay, JournalEntry, Wallet } from '../../modules/wallet/index.ts';
import type { Api } from '../endpoint.ts';
import { dayText, id, instantText, localDate, money } from '../schemas/fields.ts';
import { cursorOfForm, page, pageOf, pageQuery } from '../schemas/page.ts';

const usage = z
  .strictObject({
    activity: z.string(),
    employee: z.string().nullable(),
    name: z.string().nullable(),
    direction: z.string().nullable(),
    destination: z.string().nullable(),
    used_seconds: z.number(),
    used_segments: z.int().nullable(),
    rate: z
      .strictObject({
        code: z.string(),
        /** Per minute of a call, or per segment of a message. */
        price: money,
        first_seconds: z.int(),
        next_seconds: z.int(),
        connection_fee: money,
      })
      .nullable(),
    held: money,
  })
  .meta({ id: 'MinutesUsage' });

export const entry = z
  .strictObject({
    sequence: z.int(),
    kind: z.enum(['purchase', 'usage', 'refund', 'reversal']),
    amount: money,
    balance: money,
    subject: z.string(),
    reason: z.string().nullable(),
    /** What was called or sent, and by which rate; null where nothing was. */
    usage: usage.nullable(),
    occurred_at: instantText,
  })
  .meta({ id: 'MinutesEntry' });

const day = z
  .strictObject({ day: dayText, used: money, added: money, balance: money })
  .meta({ id: 'MinutesDay' });

const ofAccount = z.strictObject({ ba: id('ba') });
const access = { scope: 'read', permission: 'billing.view' } as const;
const tag = 'Minutes';

/** A quarter of a year: a longer chart of days shows nothing that this one does not. */
const DAYS_MAX = 92;
const DAYS_DEFAULT = 30;

export interface MinutesEntriesDeps {
  readonly accounts: Accounts;
  readonly employees: Employees;
  readonly wallet: Wallet;
}

export function registerMinutesEntries(api: Api, deps: MinutesEntriesDeps): void {
  const { accounts, employees, wallet } = deps;

  api.define('GET', '/v1/billing-accounts/:ba/minutes/entries', {
    summary: 'List every movement of the balance, the newest first, each call with its rate',
    description: '`until` is a day of the account’s calendar: what moved up to its end.',
    tag,
    access,
    params: ofAccount,
    query: z.strictObject({
      ...pageQuery(cursorOfForm(/^\d{1,18}$/)),
      kind: z.enum(['purchase', 'usage', 'refund', 'reversal']).optional(),
      until: localDate.optional(),
    }),
    answer: page(entry),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const { kind, until } = query;
      const found = await pageOf(
        query,
        ({ limit, after }) =>
          wallet.entries(tx, account, {
            limit,
            before: after === undefined ? undefined : BigInt(after),
            kind,
            until,
          }),
        (row) => row.sequence.toString(),
        (row) => row,
      );
      const used = found.data.filter((row) => row.kind === 'usage');
      const records = await usageRecordsOf(
        tx,
        used.map(({ subject }) => subject),
      );
      const people = [...records.values()].flatMap(({ employee }) => employee ?? []);
      const names = await employees.namesOf(tx, people);
      const data = found.data.map((row) =>
        entryText(row, account, usageText(records.get(row.subject), names, account)),
      );
      return { ...found, data };
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/minutes/days', {
    summary: 'What was used and bought on each of the last days, and what was left at its end',
    description: 'Days of the account’s calendar, the oldest first; the last one is today.',
    tag,
    access,
    params: ofAccount,
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(DAYS_MAX).default(DAYS_DEFAULT),
    }),
    answer: z.strictObject({ days: z.array(day) }),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      return { days: (await wallet.history(tx, account, query.days)).map(dayOf) };
    },
  });
}

function dayOf({ day: on, used, added, balance }: BalanceDay): z.input<typeof day> {
  return {
    day: on,
    used: moneyText(used),
    added: moneyText(added),
    balance: moneyText(balance),
  };
}

/** One movement as every endpoint shows it. */
export function entryText(
  row: JournalEntry,
  { currency }: BillingAccount,
  used: z.input<typeof usage> | null = null,
): z.input<typeof entry> {
  const signed = row.creditBook === 'balance' ? row.micros : -row.micros;
  const reason = (row.detail as { reason?: string } | null | undefined)?.reason;
  return {
    sequence: Number(row.sequence),
    kind: row.kind,
    amount: moneyText(moneyValue(signed, currency)),
    balance: moneyText(moneyValue(row.balanceAfter, currency)),
    subject: row.subject,
    reason: reason ?? null,
    usage: used,
    occurred_at: row.occurredAt.toISOString(),
  };
}

function usageText(
  record: UsageRecord | undefined,
  names: ReadonlyMap<string, string>,
  { currency }: BillingAccount,
): z.input<typeof usage> | null {
  if (record === undefined) return null;
  const inCurrency = (micros: bigint | null) => moneyText(moneyValue(micros ?? 0n, currency));
  return {
    activity: record.activity,
    employee: record.employee,
    name: record.employee === null ? null : (names.get(record.employee) ?? null),
    direction: record.direction,
    destination: record.destination,
    used_seconds: record.usedMs / 1000,
    used_segments: record.segments,
    rate:
      record.rate === null
        ? null
        : {
            code: record.rate,
            price: inCurrency(record.price),
            first_seconds: record.firstSeconds ?? 0,
            next_seconds: record.nextSeconds ?? 0,
            connection_fee: inCurrency(record.fee),
          },
    held: inCurrency(record.hold),
  };
}
