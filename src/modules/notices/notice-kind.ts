import type { PlainSentence } from '../../kernel/words/say.ts';
import type { Permission } from '../companies/index.ts';

export type NoticeLevel = 'critical' | 'warning' | 'info';

/** What is true of every notice of a kind. */
export interface NoticeKindRule {
  /** The subject of its mail, and its heading. */
  readonly title: PlainSentence;
  /** One line for whoever chooses what to be mailed. */
  readonly about: PlainSentence;
  readonly level: NoticeLevel;
  /** Money or service hangs on it: whoever manages billing is mailed whether or not they like. */
  readonly required: boolean;
  /** Also to the address that the account's invoices go to. */
  readonly toInvoiceAddress: boolean;
  /** Who is mailed unless they say otherwise. */
  readonly mailedTo: Permission;
}

const kind = (
  level: NoticeLevel,
  title: PlainSentence,
  about: PlainSentence,
  rule: Partial<NoticeKindRule> = {},
): NoticeKindRule => ({
  level,
  title,
  about,
  required: false,
  toInvoiceAddress: false,
  mailedTo: 'billing.manage',
  ...rule,
});

const required = { required: true };
const document = { toInvoiceAddress: true };

/**
 * Everything that people are told of without asking. Those that an alert of the Billing
 * Information page says too bear the alert's name, so the two never speak differently.
 */
export const NOTICE_KINDS = {
  paid_but_unassigned: kind(
    'warning',
    'You are about to pay for licenses that nobody holds',
    'Licenses without an employee, and those of hidden employees, days before a renewal',
  ),
  renewal_coming: kind(
    'info',
    'A renewal is coming',
    'The amount and day of the next renewal, days before it',
  ),
  contract_ends: kind(
    'warning',
    'A contract is coming to its end',
    'The last weeks in which a renewing contract can be lowered, or a new one signed',
    required,
  ),
  minutes_run_out: kind(
    'warning',
    'The dialer minutes run out soon',
    'A week before the minutes run out at the usual pace',
  ),
  minutes_used_up: kind(
    'critical',
    'The dialer minutes are used up',
    'No call is connected until minutes are bought',
  ),
  recharge_failed: kind(
    'warning',
    'An automatic recharge failed',
    'A recharge that could not be paid',
    required,
  ),
  recharge_cap_reached: kind(
    'warning',
    'The cap on automatic recharges is reached',
    'A recharge that is wanted and not made, because of the cap that was set',
  ),
  recharge_stopped: kind(
    'warning',
    'Automatic recharge has stopped',
    'A payment was taken back, so nothing is bought by itself any more',
    required,
  ),
  storage_near: kind(
    'info',
    'Storage is nearly at its free allowance',
    'Four fifths of a free allowance are used',
  ),
  storage_over: kind(
    'warning',
    'Storage is above its free allowance',
    'A storage fee will be on the next renewal',
  ),
  card_expires: kind(
    'warning',
    'A card is about to expire',
    'A card that renewals are paid with ends within a month',
    required,
  ),
  invoice_issued: kind('info', 'A new invoice', 'Every invoice, with its document', {
    ...required,
    ...document,
  }),
  receipt_issued: kind('info', 'A receipt', 'Every receipt, with its document', document),
  credit_note_issued: kind('info', 'A credit note', 'Every credit note, with its document', {
    ...required,
    ...document,
  }),
  payment_failed: kind('critical', 'A payment failed', 'An invoice that could not be paid', {
    ...required,
    ...document,
  }),
  payment_reminder: kind('critical', 'An invoice is past due', 'Reminders until it is paid', {
    ...required,
    ...document,
  }),
  payment_returned: kind(
    'critical',
    'A payment was returned',
    'A bank debit that bounced, or a payment that was taken back',
    required,
  ),
  payment_needs_confirmation: kind(
    'critical',
    'A payment waits for you',
    'A bank asks the card holder to confirm a payment',
    required,
  ),
  account_suspended: kind(
    'critical',
    'A billing account is suspended',
    'Nothing new is admitted until what is owed is paid',
    required,
  ),
  account_resumed: kind('info', 'A billing account works again', 'The end of a suspension'),
  approval_wanted: kind(
    'warning',
    'Somebody asks you to approve a change',
    'An employee who was refused and asks for what is missing',
    { mailedTo: 'licenses.assign' },
  ),
  approval_decided: kind(
    'info',
    'Your request was answered',
    'What became of something that you asked for',
  ),
} as const satisfies Record<string, NoticeKindRule>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]];

export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(NOTICE_KINDS, text);
}

/** Whether somebody is mailed: what money hangs on always, the rest as they chose. */
export function isMailed(
  name: NoticeKind,
  permissions: readonly Permission[],
  chosen: boolean | undefined,
  mailedTo: Permission = NOTICE_KINDS[name].mailedTo,
): boolean {
  const { required: isRequired } = NOTICE_KINDS[name];
  const isMeant = permissions.includes(mailedTo);
  if (isRequired && isMeant) return true;
  return chosen ?? isMeant;
}
