import { z } from 'zod';
import { moneyText } from '../../kernel/money.ts';
import type { Invoicing } from '../../modules/invoicing/index.ts';
import {
  AGE_BRACKETS,
  type BoardRow,
  DUNNING_DAYS_MAX,
  type DunningBoard,
  type DunningSchedule,
  type DunningSchedules,
  type InvoiceCollection,
} from '../../modules/payments/index.ts';
import type { Api } from '../endpoint.ts';
import { invoice, invoiceText } from '../schemas/billing.ts';
import { dayText, id, instantText, localDate, money } from '../schemas/fields.ts';
import { cursorOfForm, page, pageOf, pageQuery } from '../schemas/page.ts';

/** More attempts than that in one dunning would only annoy banks. */
const DAYS_MAX = 20;
const days = z.array(z.int().min(0).max(DUNNING_DAYS_MAX)).max(DAYS_MAX);

const schedule = z
  .strictObject({
    version: z.int(),
    retry_days: z.array(z.int()),
    notice_days: z.array(z.int()),
    grace_days: z.int(),
    /** Days after an invoice became past due until its account is suspended. */
    suspends_after_days: z.int(),
    effective_on: dayText.nullable(),
    published_at: instantText,
  })
  .meta({ id: 'DunningSchedule' });

const byAge = z.strictObject(Object.fromEntries(AGE_BRACKETS.map((age) => [age, money])));

const pastDueAccount = z
  .strictObject({
    billing_account: z.string(),
    name: z.string(),
    company: z.string(),
    company_name: z.string(),
    standing: z.enum(['good', 'suspended', 'closed']),
    past_due_since: dayText,
    past_due: money,
    past_due_by_age: byAge,
    next_attempt_at: instantText.nullable(),
    suspends_at: instantText.nullable(),
    invoices: z.array(
      z.strictObject({
        invoice: z.string(),
        number: z.string(),
        outstanding: money,
        past_due_since: dayText,
        attempts: z.int(),
        last_failure: z.string().nullable(),
        next_attempt_at: instantText.nullable(),
        payment_under_way: z.boolean(),
        suspends_at: instantText,
      }),
    ),
  })
  .meta({ id: 'PastDueAccount' });

const tag = 'Dunning';
const CURSOR = cursorOfForm(/^\d{4}-\d{2}-\d{2}\.ba_[0-9a-z]{1,40}$/);

export interface DunningRoutesDeps {
  readonly invoicing: Invoicing;
  readonly collection: InvoiceCollection;
  readonly dunningSchedules: DunningSchedules;
  readonly dunningBoard: DunningBoard;
}

export function registerDunning(api: Api, deps: DunningRoutesDeps): void {
  registerSchedule(api, deps);
  const { invoicing, collection, dunningBoard } = deps;

  api.define('GET', '/v1/dunning', {
    summary: 'List the accounts that are past due, the longest first (operator)',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    query: z.strictObject(pageQuery(CURSOR)),
    answer: page(pastDueAccount),
    handle: async (tx, { query }) =>
      await pageOf(
        query,
        ({ limit, after }) => dunningBoard.list(tx, { limit, after: readCursor(after) }),
        ({ since, account }) => `${since}.${account.id}`,
        pastDueText,
      ),
  });

  api.define('POST', '/v1/invoices/:inv/collect', {
    summary: 'Charge an open invoice now',
    description:
      'The funding source named first, then the default and its backups in their order. What ' +
      'became of it stands in the answer: paid, on its way, or open with the last failure.',
    tag,
    access: { scope: 'manage', permission: 'billing.manage', duty: 'money' },
    params: z.strictObject({ inv: id('inv') }),
    body: z.strictObject({ funding_source: id('fs').optional() }).nullish(),
    answer: invoice,
    handleResumable: async (finish, { params, body, actor }) => {
      await collection.collect(actor, params.inv, body?.funding_source);
      return await finish(async (tx) =>
        invoiceText(await invoicing.invoice(tx, actor, params.inv)),
      );
    },
  });
}

function registerSchedule(api: Api, { dunningSchedules }: DunningRoutesDeps): void {
  api.define('GET', '/v1/dunning-schedules', {
    summary: 'List the versions of the dunning schedule, the newest first (operator)',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    answer: page(schedule),
    handle: async (tx) => {
      const versions = await dunningSchedules.list(tx);
      return { data: versions.map(scheduleText), has_more: false, next_cursor: null };
    },
  });

  api.define('POST', '/v1/dunning-schedules', {
    summary: 'Publish a version of the dunning schedule (operator)',
    description:
      'In force for what falls past due from then on; what is being dunned already goes on by ' +
      'the version that it began with. An account is suspended the days of grace after the ' +
      'last retry.',
    tag,
    access: { operatorOnly: true, scope: 'manage', duty: 'money' },
    body: z.strictObject({
      retry_days: days.min(1),
      notice_days: days,
      grace_days: z.int().min(1).max(DUNNING_DAYS_MAX),
      effective_on: localDate.optional(),
    }),
    answer: schedule,
    status: 201,
    handle: async (tx, { body, actor }) => {
      const rules = {
        retryDays: body.retry_days,
        noticeDays: body.notice_days,
        graceDays: body.grace_days,
      };
      const effectiveOn = body.effective_on ?? null;
      return scheduleText(await dunningSchedules.publish(tx, actor, rules, effectiveOn));
    },
  });
}

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [since = '', account = ''] = cursor.split('.');
  return { since, account };
}

function scheduleText(row: DunningSchedule): z.input<typeof schedule> {
  return {
    version: row.version,
    retry_days: [...row.retryDays],
    notice_days: [...row.noticeDays],
    grace_days: row.graceDays,
    suspends_after_days: (row.retryDays.at(-1) ?? 0) + row.graceDays,
    effective_on: row.effectiveOn,
    published_at: row.publishedAt.toISOString(),
  };
}

function pastDueText(row: BoardRow): z.input<typeof pastDueAccount> {
  const { account, invoices } = row;
  const amountOf = (micros: bigint) => moneyText({ micros, currency: account.currency });
  return {
    billing_account: account.id,
    name: account.name,
    company: account.company,
    company_name: row.companyName,
    standing: account.standing,
    past_due_since: row.since,
    past_due: moneyText(row.pastDue),
    past_due_by_age: Object.fromEntries(
      AGE_BRACKETS.map((age) => [age, moneyText(row.byAge[age])]),
    ),
    next_attempt_at: earliestText(invoices.map(({ collectAt }) => collectAt)),
    suspends_at: account.unpaidSuspendsAt?.toISOString() ?? null,
    invoices: invoices.map((one) => ({
      invoice: one.invoice,
      number: one.number,
      outstanding: amountOf(one.outstanding),
      past_due_since: one.pastDueOn,
      attempts: one.attempts,
      last_failure: one.lastFailure,
      next_attempt_at: one.collectAt?.toISOString() ?? null,
      payment_under_way: one.state === 'held',
      suspends_at: one.suspendsAt.toISOString(),
    })),
  };
}

function earliestText(instants: readonly (Date | null)[]): string | null {
  const known = instants.filter((at) => at !== null).map((at) => at.getTime());
  return known.length === 0 ? null : new Date(Math.min(...known)).toISOString();
}
