import { type Money, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import { paragraph } from '../../kernel/words/figures.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { Invoice, IssuedDocument } from '../invoicing/index.ts';
import type { NewNotice } from './notice.ts';

/** Where an account's pages are, by section. */
export interface NoticePlaces {
  /** The console's page of the account. */
  readonly link: string;
}

export function invoiceNotice(invoice: Invoice, { link }: NoticePlaces): NewNotice {
  const { number, total, period, dueOn, issuedOn } = invoice;
  const values = { number, total: sayMoney(total) };
  const open =
    dueOn !== undefined && dueOn > issuedOn
      ? say('Please pay it by {dueOn}.', { dueOn })
      : say('It is charged to your funding source; nothing needs to be done.');
  return {
    kind: 'invoice_issued',
    key: invoice.id,
    message: paragraph(
      period === undefined
        ? say('Invoice {number} of {total} was issued.', values)
        : say('Invoice {number} of {total} for {start} to {end} was issued.', {
            ...values,
            ...period,
          }),
      invoice.outstanding.micros > 0n ? open : say('It is paid.'),
    ),
    figures: [
      { label: say('Invoice'), value: number },
      { label: say('Amount'), value: sayMoney(total) },
      ...(dueOn === undefined ? [] : [{ label: say('Due on'), value: dueOn }]),
    ],
    remedies: [{ action: 'see_invoice', label: say('See the invoice'), link: `${link}#invoices` }],
    document: { kind: 'invoice', id: invoice.id },
  };
}

export function receiptNotice(receipt: IssuedDocument, { link }: NoticePlaces): NewNotice {
  const { number, total, paidWith } = receipt;
  const values = { total: sayMoney(total), number };
  return {
    kind: 'receipt_issued',
    key: receipt.id,
    message:
      paidWith === undefined
        ? say('{total} was paid. Receipt {number} says for what.', values)
        : say('{total} was paid with {paidWith}. Receipt {number} says for what.', {
            ...values,
            paidWith,
          }),
    figures: [
      { label: say('Receipt'), value: number },
      { label: say('Amount'), value: sayMoney(total) },
    ],
    remedies: [{ action: 'see_receipt', label: say('See the receipt'), link: `${link}#invoices` }],
    document: { kind: 'receipt', id: receipt.id },
  };
}

const CREDIT_WORDS: Readonly<Record<string, PlainSentence>> = {
  charged_in_error: 'it was charged in error',
  outage: 'the service was out',
  tax: 'the tax was not right',
};

export function creditNoteNotice(
  note: IssuedDocument,
  invoiceNumber: string,
  { link }: NoticePlaces,
): NewNotice {
  const amount = sayMoney(note.total);
  return {
    kind: 'credit_note_issued',
    key: note.id,
    message: say(
      'Credit note {number} takes {amount} of invoice {invoiceNumber} back, because {reason}.',
      {
        number: note.number,
        amount,
        invoiceNumber,
        reason: say(CREDIT_WORDS[note.kind] ?? 'of a mistake'),
      },
    ),
    figures: [
      { label: say('Credit note'), value: note.number },
      { label: say('Amount'), value: amount },
    ],
    remedies: [{ action: 'see_invoice', label: say('See the invoice'), link: `${link}#invoices` }],
    document: { kind: 'credit_note', id: note.id },
  };
}

/** What a failed payment or a reminder offers. */
export function payingRemedies({ link }: NoticePlaces): Remedy[] {
  return [
    { action: 'pay', label: say('Pay now'), link: `${link}#invoices` },
    { action: 'add_funding_source', label: say('Add a funding source'), link: `${link}#funding` },
  ];
}

const FAILURE_WORDS: Readonly<Record<string, PlainSentence>> = {
  no_valid_funding_source: 'there is no valid funding source',
  declined: 'the payment was declined',
  insufficient_funds: 'there is not enough money',
  card_declined: 'the card was declined',
  expired_card: 'the card has expired',
};

export function paymentFailedNotice(
  invoice: Pick<Invoice, 'id' | 'number' | 'outstanding'>,
  { reason, at }: { readonly reason: string; readonly at: Date },
  places: NoticePlaces,
): NewNotice {
  const amount = sayMoney(invoice.outstanding);
  const words = FAILURE_WORDS[reason];
  return {
    kind: 'payment_failed',
    key: `${invoice.id}/${at.toISOString()}`,
    message: say('Invoice {number} could not be paid: {why}. {amount} is outstanding.', {
      number: invoice.number,
      why: words === undefined ? reason.replaceAll('_', ' ') : say(words),
      amount,
    }),
    figures: [
      { label: say('Invoice'), value: invoice.number },
      { label: say('Outstanding'), value: amount },
    ],
    remedies: payingRemedies(places),
  };
}

/** What the dunning of an invoice says of itself. */
export interface PastDue {
  readonly days: number;
  /** Undefined where nothing is tried by itself any more. */
  readonly nextAttemptOn: string | undefined;
  readonly suspendsOn: string;
}

export function pastDueNotice(
  invoice: Pick<Invoice, 'id' | 'number' | 'outstanding'>,
  { days, nextAttemptOn, suspendsOn }: PastDue,
  places: NoticePlaces,
): NewNotice {
  const amount = sayMoney(invoice.outstanding);
  const values = { number: invoice.number, amount };
  return {
    kind: 'payment_reminder',
    key: `${invoice.id}/${days}`,
    message: paragraph(
      days === 0
        ? say('Invoice {number} fell due today and {amount} of it is not paid.', values)
        : say(
            'Invoice {number} fell due {days, plural, one {# day} other {# days}} ago and {amount} of it is not paid.',
            { ...values, days },
          ),
      nextAttemptOn === undefined
        ? say('Nothing is tried by itself any more.')
        : say('Your funding sources are tried again on {nextAttemptOn}.', { nextAttemptOn }),
      say('Unless it is paid, the billing account is suspended on {suspendsOn}.', { suspendsOn }),
    ),
    figures: [
      { label: say('Invoice'), value: invoice.number },
      { label: say('Outstanding'), value: amount },
      { label: say('Suspended on'), value: suspendsOn },
    ],
    remedies: payingRemedies(places),
  };
}

export function confirmationNotice(
  payment: string,
  { amount, url }: { readonly amount: Money; readonly url: string | null },
  { link }: NoticePlaces,
): NewNotice {
  return {
    kind: 'payment_needs_confirmation',
    key: payment,
    message: say(
      'The bank asks whoever holds the card to confirm a payment of {amount}. Until then it is not paid.',
      { amount: sayMoney(amount) },
    ),
    figures: [{ label: say('Amount'), value: sayMoney(amount) }],
    remedies: [
      { action: 'confirm_payment', label: say('Confirm it'), link: url ?? `${link}#invoices` },
    ],
  };
}

export function paymentReturnedNotice(
  payment: string,
  { amount, how }: { readonly amount: Money; readonly how: 'bounced' | 'reversed' },
  places: NoticePlaces,
): NewNotice {
  const values = { amount: sayMoney(amount) };
  return {
    kind: 'payment_returned',
    key: payment,
    message: paragraph(
      how === 'bounced'
        ? say('A payment of {amount} came back from the bank unpaid.', values)
        : say('A payment of {amount} was taken back by whoever paid it.', values),
      say('What it paid for is owed again.'),
    ),
    figures: [{ label: say('Amount'), value: values.amount }],
    remedies: payingRemedies(places),
  };
}

export function suspendedNotice(
  event: string,
  { reason, accountName }: { readonly reason: string; readonly accountName: string },
  places: NoticePlaces,
): NewNotice {
  return {
    kind: 'account_suspended',
    key: event,
    message: say(
      '{accountName} is suspended ({reason}): no call, message or sign-in to the dialer is admitted until what is owed is paid. Calls that run are let finish.',
      { accountName, reason },
    ),
    remedies: payingRemedies(places),
  };
}

export function resumedNotice(
  event: string,
  { accountName }: { readonly accountName: string },
  { link }: NoticePlaces,
): NewNotice {
  return {
    kind: 'account_resumed',
    key: event,
    message: say('{accountName} is in good standing again: calls are admitted as before.', {
      accountName,
    }),
    remedies: [{ action: 'see_account', label: say('See the account'), link }],
  };
}
