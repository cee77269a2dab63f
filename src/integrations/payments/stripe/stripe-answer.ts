import type Stripe from 'stripe';
import type { ChargeAnswer } from '../../../modules/payments/index.ts';
import { amountAtStripe } from './stripe-amount.ts';

/** An intent as it stands, and the disputes of its charge. */
export interface IntentFacts {
  readonly intent: Stripe.PaymentIntent;
  readonly disputes: readonly Stripe.Dispute[];
  /** How many confirmations were sent for it; none: it was never charged. */
  readonly confirmations: number;
}

/** What an intent's state means. `cancel`: it failed, and is final once it is cancelled. */
export type IntentMeaning =
  | { readonly is: 'answer'; readonly answer: ChargeAnswer }
  | { readonly is: 'never_charged' }
  | { readonly is: 'cancel' };

/** A debit that is on its way is asked about once a day, should a webhook be lost. */
const ASK_DEBITS_MS = 86_400_000;

/** Inquiries take no money back, and a dispute that was won has given it again. */
const HARMLESS: ReadonlySet<string> = new Set([
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'prevented',
  'won',
]);

/** Kinds whose refusal comes days after they were accepted. */
const DEBITS: ReadonlySet<string> = new Set(['us_bank_account', 'sepa_debit']);

/** What the intent says, at an instant of the account's clock. */
export function meaningOf(facts: IntentFacts, at: Date): IntentMeaning {
  const { intent } = facts;
  const reference = intent.id;
  switch (intent.status) {
    case 'succeeded':
      return { is: 'answer', answer: answerOfSuccess(facts) };
    case 'processing': {
      const clearsAt = new Date(at.getTime() + ASK_DEBITS_MS);
      return { is: 'answer', answer: { outcome: 'pending', reference, clearsAt } };
    }
    case 'requires_action': {
      const url = actionUrl(intent);
      // Without a page of Stripe's the customer could not confirm it, so it is no use waiting.
      if (url === undefined) return { is: 'cancel' };
      return { is: 'answer', answer: { outcome: 'requires_action', reference, url } };
    }
    case 'canceled':
      return { is: 'answer', answer: failureOf(intent) };
    case 'requires_payment_method':
      return facts.confirmations === 0 ? { is: 'never_charged' } : { is: 'cancel' };
    default:
      return { is: 'never_charged' }; // requires_confirmation: what was sent did not arrive.
  }
}

function answerOfSuccess({ intent, disputes }: IntentFacts): ChargeAnswer {
  const reference = intent.id;
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  if (charge?.refunded === true) return { outcome: 'refunded', reference };
  const dispute = disputes.find(({ status }) => !HARMLESS.has(status));
  if (dispute !== undefined) {
    return { outcome: 'reversed', reference, reason: `dispute: ${dispute.reason}` };
  }
  if (disputes.some(({ status }) => status === 'won')) return { outcome: 'reinstated', reference };
  const refunded = amountAtStripe(charge?.amount_refunded ?? 0, intent.currency);
  return { outcome: 'succeeded', reference, ...(refunded && { refunded }) };
}

/** Why it failed; without a reason it was withdrawn. A bank's refusal comes days later. */
function failureOf(intent: Stripe.PaymentIntent): ChargeAnswer {
  const error = intent.last_payment_error;
  if (error === null || error === undefined) return { outcome: 'declined', reason: 'withdrawn' };
  const reason = error.decline_code ?? error.code ?? 'declined';
  const isDebit = intent.payment_method_types.some((type) => DEBITS.has(type));
  return isDebit
    ? { outcome: 'bounced', reference: intent.id, reason }
    : { outcome: 'declined', reason };
}

/** The page on which the customer confirms it. */
function actionUrl({ next_action: action }: Stripe.PaymentIntent): string | undefined {
  if (action === null) return undefined;
  const url =
    action.redirect_to_url?.url ?? action.verify_with_microdeposits?.hosted_verification_url;
  return url ?? undefined;
}

/** The customer's bank wants to see them: the same intent may be confirmed with them present. */
export function wantsCustomer(intent: Stripe.PaymentIntent): boolean {
  const error = intent.last_payment_error;
  return (
    intent.status === 'requires_payment_method' &&
    (error?.code === 'authentication_required' || error?.decline_code === 'authentication_required')
  );
}
