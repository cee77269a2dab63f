import { type Money, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { Invoice, IssuedDocument } from '../invoicing/index.ts';
import type { NewNotice } from './notice.ts';

/** Where an account's pages are, by section. */
export interface NoticePlaces {
  /** The console's page of the account. */
  readonly link: string;
}

export function invoiceNotice(invoice: Invoice, { link }: NoticePlaces): NewNotice {
  const { number, total, period, dueOn, issuedOn } = invoice;
  const of = period === undefined ? '' : ` for ${period.start} to ${period.end}`;
  const byHand = dueOn !== undefined && dueOn > issuedOn;
  const open = byHand
    ? `Please pay it by ${dueOn}.`
    : 'It is charged to your funding source; nothing needs to be done.';
  const standing = invoice.outstanding.micros > 0n ? open : 'It is paid.';
  return {
    kind: 'invoice_issued',
    key: invoice.id,
    message: `Invoice ${number} of ${sayMoney(total)}${of} was issued. ${standing}`,
    figures: [
      { label: 'Invoice', value: number },
      { label: 'Amount', value: sayMoney(total) },
      ...(dueOn === undefined ? [] : [{ label: 'Due on', value: dueOn }]),
    ],
    remedies: [{ action: 'see_invoice', label: 'See the invoice', link: `${link}#invoices` }],
    document: { kind: 'invoice', id: invoice.id },
  };
}

export function receiptNotice(receipt: IssuedDocument, { link }: NoticePlaces): NewNotice {
  const { number, total, paidWith } = receipt;
  const how = paidWith === undefined ? '' : ` with ${paidWith}`;
  return {
    kind: 'receipt_issued',
    key: receipt.id,
    message: `${sayMoney(total)} was paid${how}. Receipt ${number} says for what.`,
    figures: [
      { label: 'Receipt', value: number },
      { label: 'Amount', value: sayMoney(total) },
    ],
    remedies: [{ action: 'see_receipt', label: 'See the receipt', link: `${link}#invoices` }],
    document: { kind: 'receipt', id: receipt.id },
  };
}

const CREDIT_WORDS: Readonly<Record<string, string>> = {
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
    message:
      `Credit note ${note.number} takes ${amount} of invoice ${invoiceNumber} back, because ` +
      `${CREDIT_WORDS[note.kind] ?? 'of a mistake'}.`,
    figures: [
      { label: 'Credit note', value: note.number },
      { label: 'Amount', value: amount },
    ],
    remedies: [{ action: 'see_invoice', label: 'See the invoice', link: `${link}#invoices` }],
    document: { kind: 'credit_note', id: note.id },
  };
}

/** What a failed payment or a reminder offers. */
export function payingRemedies({ link }: NoticePlaces): Remedy[] {
  return [
    { action: 'pay', label: 'Pay now', link: `${link}#invoices` },
    { action: 'add_funding_source', label: 'Add a funding source', link: `${link}#funding` },
  ];
}

const FAILURE_WORDS: Readonly<Record<string, string>> = {
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
  const why = FAILURE_WORDS[reason] ?? reason.replaceAll('_', ' ');
  return {
    kind: 'payment_failed',
    key: `${invoice.id}/${at.toISOString()}`,
    message: `Invoice ${invoice.number} could not be paid: ${why}. ${amount} is outstanding.`,
    figures: [
      { label: 'Invoice', value: invoice.number },
      { label: 'Outstanding', value: amount },
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
  const since = days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'} ago`;
  const next =
    nextAttemptOn === undefined
      ? 'Nothing is tried by itself any more.'
      : `Your funding sources are tried again on ${nextAttemptOn}.`;
  return {
    kind: 'payment_reminder',
    key: `${invoice.id}/${days}`,
    message:
      `Invoice ${invoice.number} fell due ${since} and ${amount} of it is not paid. ${next} ` +
      `Unless it is paid, the billing account is suspended on ${suspendsOn}.`,
    figures: [
      { label: 'Invoice', value: invoice.number },
      { label: 'Outstanding', value: amount },
      { label: 'Suspended on', value: suspendsOn },
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
    message:
      `The bank asks whoever holds the card to confirm a payment of ${sayMoney(amount)}. ` +
      'Until then it is not paid.',
    figures: [{ label: 'Amount', value: sayMoney(amount) }],
    remedies: [{ action: 'confirm_payment', label: 'Confirm it', link: url ?? `${link}#invoices` }],
  };
}

export function paymentReturnedNotice(
  payment: string,
  { amount, how }: { readonly amount: Money; readonly how: 'bounced' | 'reversed' },
  places: NoticePlaces,
): NewNotice {
  const what =
    how === 'bounced' ? 'came back from the bank unpaid' : 'was taken back by whoever paid it';
  return {
    kind: 'payment_returned',
    key: payment,
    message: `A payment of ${sayMoney(amount)} ${what}. What it paid for is owed again.`,
    figures: [{ label: 'Amount', value: sayMoney(amount) }],
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
    message:
      `${accountName} is suspended (${reason}): no call, message or sign-in to the dialer is ` +
      'admitted until what is owed is paid. Calls that run are let finish.',
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
    message: `${accountName} is in good standing again: calls are admitted as before.`,
    remedies: [{ action: 'see_account', label: 'See the account', link }],
  };
}
