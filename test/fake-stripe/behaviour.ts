/** What the fake does with the next calls, in their order; then it simply works. */
export type Behaviour =
  /** Does what is asked, and lets the answer get lost. */
  | 'lose_answer'
  /** Does nothing, and never answers. */
  | 'lose_request'
  /** The connection is cut, and what was asked is done later all the same. */
  | 'arrive_late'
  /** Takes its time, and then works. */
  | 'slow'
  /** Does what is asked and answers 500; the key repeats that answer. */
  | 'fault_after'
  /** Does nothing and answers 500; the key repeats that answer too. */
  | 'fault_before'
  /** Too many requests: nothing is done, and nothing kept under the key. */
  | 'rate_limit'
  | 'work';

/** How a payment method behaves when it is charged. */
export type MethodBehaviour =
  | { readonly charge: 'succeed' }
  | { readonly charge: 'decline'; readonly code: string }
  /** The bank wants to see the customer; then it does as they say. */
  | { readonly charge: 'authenticate' }
  /** A bank debit: accepted, and days later cleared or refused. */
  | { readonly charge: 'debit' };

/** The fake's test tokens, as Stripe has some. */
export const METHODS: Readonly<Record<string, MethodBehaviour>> = {
  pm_ok: { charge: 'succeed' },
  pm_declined: { charge: 'decline', code: 'insufficient_funds' },
  pm_authenticate: { charge: 'authenticate' },
  pm_debit: { charge: 'debit' },
};

/** A fault as Stripe words it. */
export class StripeFault extends Error {
  override name = 'StripeFault';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown>) {
    super(String(body.message ?? body.code ?? status));
    this.status = status;
    this.body = body;
  }
}

export function invalid(code: string, message: string): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', code, message });
}
