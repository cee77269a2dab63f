import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type Money, microsPerMinorUnit } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type AlertFacts, type AlertsDeps, alertFacts, alertsOf } from '../answers/index.ts';
import type { Invoice, Invoicing, IssuedDocument, Renewals } from '../invoicing/index.ts';
import { renewalNotice } from './account-notices.ts';
import {
  confirmationNotice,
  creditNoteNotice,
  invoiceNotice,
  type NoticePlaces,
  pastDueNotice,
  paymentFailedNotice,
  paymentReturnedNotice,
  receiptNotice,
  resumedNotice,
  suspendedNotice,
} from './event-notices.ts';
import type { NewNotice } from './notice.ts';
import type { NoticeKind } from './notice-kind.ts';

export interface NoticePreviewDeps extends AlertsDeps {
  readonly invoicing: Pick<Invoicing, 'invoice' | 'invoices' | 'receipts' | 'creditNotes'>;
  readonly renewals: Pick<Renewals, 'upcoming'>;
}

/**
 * A notice of this kind as this account would get it, with its real figures and documents; what
 * has not happened to it yet is supposed. Refuses `not_found` where it has no such document.
 */
export async function sampleNotice(
  tx: Transaction,
  deps: NoticePreviewDeps,
  account: BillingAccount,
  kind: NoticeKind,
): Promise<NewNotice> {
  const { today } = account;
  const places = { link: `/billing-accounts/${account.id}` };
  switch (kind) {
    case 'renewal_coming': {
      const { total } = await deps.renewals.upcoming(tx, account);
      return renewalNotice({ period: account.period, upcomingTotal: total, ...places }, 7);
    }
    case 'invoice_issued':
    case 'payment_failed':
    case 'payment_reminder':
    case 'payment_returned':
    case 'payment_needs_confirmation':
    case 'credit_note_issued':
      return await invoiceSample(tx, deps, account, kind, places);
    case 'receipt_issued': {
      const page = { limit: 1 };
      const [receipt] = await deps.invoicing.receipts(tx, { account: account.id }, page);
      return receiptNotice(found(receipt, 'This billing account has no receipt yet.'), places);
    }
    case 'account_suspended': {
      const words = { reason: say('an invoice is past due'), accountName: account.name };
      return suspendedNotice('sample', words, places);
    }
    case 'account_resumed':
      return resumedNotice('sample', { accountName: account.name }, places);
    default: {
      const facts = await alertFacts(tx, deps, account);
      const supposed = { ...facts, ...supposing(kind, facts) };
      const alert = alertsOf(supposed).find(({ code }) => code === kind);
      if (alert === undefined)
        throw nothing('Such a notice tells of one request, and shows nothing without it.');
      return { kind, key: today, message: alert.message, remedies: alert.remedies };
    }
  }
}

async function invoiceSample(
  tx: Transaction,
  { invoicing }: NoticePreviewDeps,
  account: BillingAccount,
  kind: NoticeKind,
  places: NoticePlaces,
): Promise<NewNotice> {
  const [last] = await invoicing.invoices(tx, { account: account.id }, { limit: 1 });
  const invoice = found(last, 'This billing account has no invoice yet.');
  const owed: Invoice = { ...invoice, outstanding: invoice.total };
  switch (kind) {
    case 'payment_failed':
      return paymentFailedNotice(owed, { reason: 'card_declined', at: account.now }, places);
    case 'payment_reminder': {
      const days = 3;
      const nextAttemptOn = addDays(account.today, 2);
      const suspendsOn = addDays(account.today, 11);
      return pastDueNotice(owed, { days, nextAttemptOn, suspendsOn }, places);
    }
    case 'payment_returned':
      return paymentReturnedNotice('sample', { amount: invoice.total, how: 'bounced' }, places);
    case 'payment_needs_confirmation':
      return confirmationNotice('sample', { amount: invoice.total, url: null }, places);
    case 'credit_note_issued': {
      const [note] = await invoicing.creditNotes(tx, invoice.id);
      return creditNoteNotice(
        found(note, 'This billing account has no credit note yet.'),
        invoice.number,
        places,
      );
    }
    default:
      return invoiceNotice(await invoicing.invoice(tx, SYSTEM, invoice.id), places);
  }
}

/** What has to be supposed of an account for an alert to be raised; the rest stays as it is. */
function supposing(kind: NoticeKind, facts: AlertFacts): Partial<AlertFacts> {
  const { today, available, recharge } = facts;
  const hundred: Money = { ...available, micros: 10_000n * microsPerMinorUnit(available.currency) };
  const supposed: Partial<Record<NoticeKind, Partial<AlertFacts>>> = {
    minutes_run_out: { available: hundred, runOutOn: addDays(today, 3) },
    minutes_used_up: { available: { ...hundred, micros: -1_250_000n } },
    recharge_stopped: { recharge: { ...recharge, stopped: say('a payment was taken back') } },
    recharge_failed: { recharge: { ...recharge, stopped: undefined, failures: 1 } },
    recharge_cap_reached: {
      recharge: { stopped: undefined, failures: 0, retryAt: undefined, capReached: hundred },
    },
    storage_near: { storageNear: [say('Files')] },
    storage_over: { storageOver: [say('Recordings')], storageFee: hundred },
    card_expires: {
      cards: [
        {
          id: 'sample',
          label: say('Card ending in {last4}', { last4: '4242' }),
          expiresOn: addDays(today, 12),
        },
      ],
    },
    contract_ends: {
      contract: { endsOn: addDays(today, 30), renews: true, floors: ['10 Dialer'] },
    },
  };
  return supposed[kind] ?? {};
}

function found<Document extends IssuedDocument>(
  document: Document | undefined,
  otherwise: PlainSentence,
): Document {
  if (document !== undefined) return document;
  throw nothing(otherwise);
}

function nothing(sentence: PlainSentence): Refusal {
  return new Refusal('not_found', { message: say(sentence) });
}
