import type { RecordedEvent } from '../../database/event-feed.store.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { localDateAt } from '../../kernel/calendar.ts';
import type { BillingAccount } from '../accounts/index.ts';
import type { Invoicing, Receivables } from '../invoicing/index.ts';
import type { Payments } from '../payments/index.ts';
import {
  confirmationNotice,
  creditNoteNotice,
  invoiceNotice,
  pastDueNotice,
  paymentFailedNotice,
  paymentReturnedNotice,
  receiptNotice,
  resumedNotice,
  suspendedNotice,
} from './event-notices.ts';
import type { NewNotice } from './notice.ts';

export interface EventNoticesDeps {
  readonly invoicing: Pick<Invoicing, 'invoice' | 'receipt' | 'creditNote'>;
  readonly payments: Pick<Payments, 'get'>;
  readonly receivables: Pick<Receivables, 'owing'>;
}

type Telling = (
  tx: Transaction,
  deps: EventNoticesDeps,
  account: BillingAccount,
  event: RecordedEvent,
) => Promise<NewNotice | undefined>;

const placesOf = ({ id }: BillingAccount) => ({ link: `/billing-accounts/${id}` });
const dataOf = (event: RecordedEvent) => event.data as Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const paymentOf = (tx: Transaction, deps: EventNoticesDeps, { subject }: RecordedEvent) =>
  deps.payments.get(tx, SYSTEM, subject);

const returned =
  (how: 'bounced' | 'reversed'): Telling =>
  async (tx, deps, account, event) => {
    const { amount } = await paymentOf(tx, deps, event);
    return paymentReturnedNotice(event.subject, { amount, how }, placesOf(account));
  };

/** What is told of an event; what is not among them only has the account looked at. */
const TELLING: Readonly<Record<string, Telling>> = {
  'invoice.issued': async (tx, { invoicing }, account, { subject }) =>
    invoiceNotice(await invoicing.invoice(tx, SYSTEM, subject), placesOf(account)),

  'receipt.issued': async (tx, { invoicing }, account, { subject }) =>
    receiptNotice(await invoicing.receipt(tx, SYSTEM, subject), placesOf(account)),

  'credit_note.issued': async (tx, { invoicing }, account, { subject }) => {
    const note = await invoicing.creditNote(tx, SYSTEM, subject);
    const invoice = note.invoice && (await invoicing.invoice(tx, SYSTEM, note.invoice));
    return creditNoteNotice(note, invoice ? invoice.number : '', placesOf(account));
  },

  'invoice.payment_failed': async (tx, { invoicing, receivables }, account, event) => {
    const owing = await receivables.owing(tx, account.id);
    const item = owing.find(({ invoice }) => invoice === event.subject);
    // Another funding source has paid it since, is being charged, or is tried at once.
    if (item?.state !== 'open') return undefined;
    if (item.collectAt !== null && item.collectAt <= event.occurredAt) return undefined;
    const invoice = await invoicing.invoice(tx, SYSTEM, event.subject);
    const { reason } = dataOf(event);
    const failure = { reason: textOf(reason), at: event.occurredAt };
    return paymentFailedNotice(invoice, failure, placesOf(account));
  },

  'invoice.past_due': async (tx, { invoicing }, account, event) => {
    const invoice = await invoicing.invoice(tx, SYSTEM, event.subject);
    if (invoice.outstanding.micros === 0n) return undefined;
    const { days_past_due: days, next_attempt_at: next, suspends_at: until } = dataOf(event);
    // The failed attempt of the same day has been told.
    if (days === 0 && invoice.attempts > 0) return undefined;
    const dayOf = (instant: unknown) =>
      typeof instant === 'string' ? localDateAt(new Date(instant), account.timeZone) : undefined;
    const pastDue = {
      days: Number(days),
      nextAttemptOn: dayOf(next),
      suspendsOn: dayOf(until) ?? '',
    };
    return pastDueNotice(invoice, pastDue, placesOf(account));
  },

  'payment.requires_action': async (tx, deps, account, event) => {
    const { amount, actionUrl: url } = await paymentOf(tx, deps, event);
    return confirmationNotice(event.subject, { amount, url }, placesOf(account));
  },

  'payment.bounced': returned('bounced'),
  'payment.reversed': returned('reversed'),

  'account.suspended': async (_tx, _deps, account, event) => {
    const { reason } = dataOf(event);
    const words = { reason: textOf(reason), accountName: account.name };
    return suspendedNotice(event.id, words, placesOf(account));
  },

  'account.resumed': async (_tx, _deps, account, event) =>
    resumedNotice(event.id, { accountName: account.name }, placesOf(account)),
};

/** What has to be told of an event of this account; undefined where nothing has. */
export async function noticeOfEvent(
  tx: Transaction,
  deps: EventNoticesDeps,
  account: BillingAccount,
  event: RecordedEvent,
): Promise<NewNotice | undefined> {
  return await TELLING[event.type]?.(tx, deps, account, event);
}

/** Events after which an account is looked at: what is due by itself may have changed. */
export function changesLooks(type: string): boolean {
  return !Object.hasOwn(TELLING, type);
}
