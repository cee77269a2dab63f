import type { RefusalCode } from '../kernel/refusal.ts';
import type { PlainSentence } from '../kernel/words/say.ts';

/** What a refusal means over HTTP, and its sentence where the refusal has none of its own. */
export interface Problem {
  readonly status: number;
  readonly title: PlainSentence;
  readonly detail: PlainSentence;
}

const problem = (status: number, title: PlainSentence, detail: PlainSentence): Problem => ({
  status,
  title,
  detail,
});

/**
 * Every refusal code's meaning. 422: a value that is wrong in itself. 409: a rule that the
 * present state refuses. Total by its type: a new code without a line here does not compile.
 */
export const PROBLEMS: Record<RefusalCode, Problem> = {
  unauthenticated: problem(401, 'Not signed in', 'Send a valid API key, or sign in.'),
  scope_missing: problem(403, 'Not allowed', 'This key or person may not do that.'),
  sso_required: problem(
    403,
    'Single sign-on required',
    'Your company signs in through its own identity provider. Choose single sign-on.',
  ),
  two_factor_required: problem(
    403,
    'Two-factor sign-in required',
    'Your company asks for two-factor sign-in. Set it up on the Security page first.',
  ),
  read_only_impersonation: problem(
    403,
    'Only looking',
    'You look at the pages of somebody else and can change nothing. Stop looking first.',
  ),
  not_found: problem(404, 'Not found', 'There is no such thing.'),
  authorization_required: problem(
    403,
    'A name is needed',
    'Type your first and last name and accept the terms to authorize this change.',
  ),
  invalid_value: problem(422, 'Invalid value', 'A value is not what it must be.'),
  invalid_json: problem(400, 'Invalid JSON', 'The body is not valid JSON.'),
  payload_too_large: problem(413, 'Too large', 'The body is larger than 1 MiB.'),
  unsupported_media_type: problem(415, 'Unsupported media type', 'Send application/json.'),
  method_not_allowed: problem(405, 'Method not allowed', 'This address takes other methods.'),
  idempotency_key_reused: problem(
    422,
    'Idempotency key reused',
    'This Idempotency-Key was used for another request. Take a new key for a new request.',
  ),
  forged_webhook: problem(
    400,
    'Not signed',
    'The signature does not hold, or is too old: nothing was done.',
  ),
  clock_backwards: problem(409, 'Clock backwards', 'A test clock never goes back.'),
  already_exists: problem(409, 'Already exists', 'There is such a thing already.'),
  not_editable: problem(409, 'Not editable', 'This is shipped as it is and cannot be changed.'),
  group_in_use: problem(409, 'Group in use', 'Employees are in this permission group.'),
  sso_not_tried: problem(
    409,
    'Single sign-on not tried',
    'Prove the domain and sign in through single sign-on yourself before you ask it of everybody.',
  ),
  domain_not_proved: problem(
    409,
    'Domain not proved',
    'The domain has no TXT record that says it is yours yet.',
  ),
  last_admin: problem(
    409,
    'Last operator admin',
    'Nobody else is an operator admin. Make somebody one first.',
  ),
  nothing_to_change: problem(
    409,
    'Nothing to change',
    'That is how it stands already, so there is nothing to order.',
  ),
  already_charged: problem(
    409,
    'Already charged',
    'Something was already charged by this entry for a later day; nothing charged is repriced.',
  ),
  requirement_cycle: problem(409, 'Requirement cycle', 'License types would require one another.'),
  unknown_code: problem(422, 'Unknown code', 'The catalog has no entry with this code.'),
  account_closed: problem(409, 'Account closed', 'This billing account is closed.'),
  account_suspended: problem(
    409,
    'Account suspended',
    'This billing account is suspended until its open invoice is paid.',
  ),
  account_not_empty: problem(
    409,
    'Account not empty',
    'A billing account can be closed once its totals are 0 and no contract runs.',
  ),
  clock_differs: problem(
    409,
    'Clock differs',
    "All billing accounts of a company share one test clock, or none; this one's differs.",
  ),
  contract_overlap: problem(
    409,
    'Contracts overlap',
    'Another contract of this billing account runs within that term.',
  ),
  contract_signed: problem(
    409,
    'Contract signed',
    'This contract was signed, and a signed contract never changes; the operator can end it.',
  ),
  contract_not_signed: problem(
    409,
    'Contract not signed',
    'This contract is a draft that binds nobody; it can be changed, signed or discarded.',
  ),
  contract_over: problem(
    409,
    'Contract over',
    'This contract has lapsed or ended; the operator can prepare another one.',
  ),
  below_contract_floor: problem(
    409,
    'Below the contract floor',
    'The total cannot be lower than the contract says while the contract runs.',
  ),
  no_price: problem(409, 'No price', "The catalog has no price in the account's currency."),
  no_rate: problem(409, 'No rate', 'No rate covers this destination.'),
  assigned_exceeds_total: problem(
    409,
    'Assigned exceeds total',
    'More employees hold this license than the new total allows.',
  ),
  pending_total_reached: problem(
    409,
    'A lower total is pending',
    'All licenses that remain after the pending decrease are assigned.',
  ),
  no_license_available: problem(
    409,
    'No license available',
    'All licenses of this type are assigned.',
  ),
  required_license_missing: problem(
    409,
    'Required license missing',
    'The employee needs other licenses first.',
  ),
  required_by_other_license: problem(
    409,
    'Required by another license',
    'Other licenses of the employee need this one.',
  ),
  other_billing_account: problem(
    409,
    'Other billing account',
    "All of an employee's licenses come from one billing account.",
  ),
  employee_hidden: problem(409, 'Employee hidden', 'The employee is hidden; show them first.'),
  no_valid_funding_source: problem(
    409,
    'No valid funding source',
    'Add a card or bank account first.',
  ),
  last_funding_source: problem(
    409,
    'Last funding source',
    'The last valid funding source cannot be removed; add another first.',
  ),
  payment_declined: problem(
    402,
    'Payment declined',
    'The payment was declined. Nothing was changed and nothing was charged.',
  ),
  payment_unknown: problem(
    503,
    'Payment not confirmed',
    'The payment provider has not answered yet. Repeat the same order: it is never charged twice.',
  ),
  quote_outdated: problem(409, 'Quote outdated', 'A figure in the quote has changed since.'),
  quote_expired: problem(409, 'Quote expired', 'The quote has ended; ask for a new one.'),
  quote_used: problem(409, 'Quote used', 'This quote has bought already.'),
  terms_not_accepted: problem(
    422,
    'Terms not accepted',
    'The order must accept the present version of the terms.',
  ),
  amount_exceeds_balance: problem(
    409,
    'More than there is',
    'The amount is larger than what can be given back.',
  ),
  invoice_not_open: problem(409, 'Invoice not open', 'The invoice is not waiting for a payment.'),
  minutes_not_given: problem(
    409,
    'Minutes not given yet',
    'The invoice’s dialer minutes wait for its payment. Take them off with a credit note first.',
  ),
  e_invoice_impossible: problem(
    409,
    'No electronic invoice',
    'This document cannot be said in the terms of EN 16931.',
  ),
  object_not_deleted: problem(409, 'Not deleted', 'Only a deleted object can be restored.'),
  no_mail_server: problem(
    409,
    'No mail server',
    'No mail server is set; the operator sets TOLLKEEPER_SMTP_URL and starts again.',
  ),
  request_answered: problem(409, 'Answered already', 'This request was answered already.'),
  request_outdated: problem(
    409,
    'The figures have changed',
    'It costs other than was shown; look at the new figures and approve those.',
  ),
  remedy_by_hand: problem(
    409,
    'To be done by hand',
    'One click cannot do this right; do it, and then approve the request.',
  ),
  rate_limited: problem(429, 'Too many requests', 'Too many requests; wait a little.'),
  unavailable: problem(503, 'Unavailable', 'The service is busy or stopping; try again.'),
};
