/**
 * Every way in which Tollkeeper says no to a request. A closed union: a code without a sentence
 * and an HTTP meaning in `src/http/problems.ts` does not compile.
 */
export const REFUSAL_CODES = [
  // Who is asking, and for what.
  'unauthenticated',
  'scope_missing',
  'sso_required',
  'two_factor_required',
  'read_only_impersonation',
  'not_found',
  'authorization_required',
  // The request in itself.
  'invalid_value',
  'invalid_json',
  'payload_too_large',
  'unsupported_media_type',
  'method_not_allowed',
  'idempotency_key_reused',
  'forged_webhook',
  'clock_backwards',
  // What the present state refuses.
  'already_exists',
  'not_editable',
  'group_in_use',
  'last_admin',
  'sso_not_tried',
  'domain_not_proved',
  'nothing_to_change',
  'already_charged',
  'requirement_cycle',
  'unknown_code',
  'account_closed',
  'account_suspended',
  'account_not_empty',
  'clock_differs',
  'contract_overlap',
  'contract_signed',
  'contract_not_signed',
  'contract_over',
  'below_contract_floor',
  'no_price',
  'no_rate',
  'assigned_exceeds_total',
  'pending_total_reached',
  'no_license_available',
  'required_license_missing',
  'required_by_other_license',
  'other_billing_account',
  'employee_hidden',
  'no_valid_funding_source',
  'last_funding_source',
  'payment_declined',
  'payment_unknown',
  'quote_outdated',
  'quote_expired',
  'quote_used',
  'terms_not_accepted',
  'amount_exceeds_balance',
  'invoice_not_open',
  'minutes_not_given',
  'e_invoice_impossible',
  'object_not_deleted',
  'no_mail_server',
  'request_answered',
  'request_outdated',
  'remedy_by_hand',
  // The service itself.
  'rate_limited',
  'unavailable',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What can be done about a refusal: shown as a button by the console. */
export interface Remedy {
  /** A stable verb, such as `buy_licenses` or `assign_license`. */
  readonly action: string;
  /** The button's words. */
  readonly label: string;
  /** Charged at once, as `{amount, currency}`; absent where nothing is. */
  readonly due_now?: { readonly amount: string; readonly currency: string };
  /** Charged each month from then on, before tax. */
  readonly recurring?: { readonly amount: string; readonly currency: string };
  /** The console's page that does it, relative to the console's address. */
  readonly link: string;
}

export interface RefusalDetails {
  /** One sentence for a person; where absent the code's own sentence is used. */
  readonly message?: string;
  /** JSON pointer of the request's field at fault, such as `/totals/dialer`. */
  readonly pointer?: string;
  readonly remedies?: readonly Remedy[];
  /** Facts for programs, such as `{floor: 10}`; snake_case, JSON values only. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The one error that services throw for a request that cannot be granted. Changes nothing. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.message ?? code);
    this.code = code;
    this.details = details;
  }
}
