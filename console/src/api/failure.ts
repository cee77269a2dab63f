import { say } from '../words/say.ts';

/** The codes that payment providers answer most, and our own. */
const FAILURES: Readonly<Record<string, string>> = {
  amount_not_chargeable: say('amount not chargeable'),
  authentication_required: say('authentication required'),
  bounced: say('bounced'),
  card_declined: say('card declined'),
  declined: say('declined'),
  do_not_honor: say('do not honor'),
  expired_card: say('expired card'),
  fraudulent: say('fraudulent'),
  generic_decline: say('generic decline'),
  incorrect_cvc: say('incorrect cvc'),
  incorrect_number: say('incorrect number'),
  insufficient_funds: say('insufficient funds'),
  invalid_account: say('invalid account'),
  lost_card: say('lost card'),
  no_valid_funding_source: say('no valid funding source'),
  payment_method_missing: say('payment method missing'),
  processing_error: say('processing error'),
  stolen_card: say('stolen card'),
  withdrawn: say('withdrawn'),
};

/** Why a payment failed, in words; a provider's code that has none here says its own name. */
export function sayFailure(code: string): string {
  return FAILURES[code] ?? code.replaceAll('_', ' ');
}
