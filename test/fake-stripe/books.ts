import { invalid, METHODS, type MethodBehaviour, StripeFault } from './behaviour.ts';

/** Objects as Stripe's API words them: what the official client reads of them. */
export type StripeObject = Record<string, unknown> & { id: string; object: string };

/** Smallest charge in minor units, and eight digits at most, as Stripe has it for dollars. */
const AMOUNT_MIN = 50;
const AMOUNT_MAX = 99_999_999;

/**
 * What the fake company keeps: customers, payment methods, set-up pages, intents, charges,
 * refunds and disputes, with Stripe's own rules of what may follow what.
 */
export class Books {
  readonly objects = new Map<string, StripeObject>();
  readonly behaviours = new Map<string, MethodBehaviour>(Object.entries(METHODS));
  /** Told of everything that happens, as an event of Stripe's. */
  onEvent: (type: string, object: StripeObject) => void = () => undefined;
  #last = 0;

  constructor() {
    for (const id of Object.keys(METHODS)) this.addMethod(id, id === 'pm_debit' ? 'bank' : 'card');
  }

  get<Kind extends StripeObject>(id: unknown, kind: string): Kind {
    const found = this.objects.get(String(id));
    if (found?.object === kind) return found as Kind;
    throw new StripeFault(404, {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: `No such ${kind}: '${String(id)}'`,
    });
  }

  list(kind: string): StripeObject[] {
    return [...this.objects.values()].filter(({ object }) => object === kind);
  }

  #make(prefix: string, object: string, fields: Record<string, unknown>): StripeObject {
    this.#last += 1;
    const id = `${prefix}_${String(this.#last).padStart(8, '0')}`;
    const made = { id, object, livemode: false, ...fields };
    this.objects.set(id, made);
    return made;
  }

  /** A method that a customer has given, or that a test puts there. */
  addMethod(
    id: string,
    kind: 'card' | 'bank',
    more: { customer?: string; behaviour?: MethodBehaviour; currency?: string } = {},
  ): StripeObject {
    const details =
      kind === 'card'
        ? { type: 'card', card: { brand: 'visa', last4: '4242', exp_year: 2030, exp_month: 2 } }
        : {
            type: 'us_bank_account',
            us_bank_account: { bank_name: 'STRIPE TEST BANK', last4: '6789' },
          };
    const method = { id, object: 'payment_method', customer: more.customer ?? null, ...details };
    this.objects.set(id, method);
    if (more.behaviour !== undefined) this.behaviours.set(id, more.behaviour);
    return method;
  }

  createCustomer(fields: Record<string, unknown>): StripeObject {
    return this.#make('cus', 'customer', fields);
  }

  attach(id: string, customer: unknown): StripeObject {
    const method = this.get(id, 'payment_method');
    if (method.customer !== null && method.customer !== customer) {
      throw invalid('payment_method_unexpected_state', 'It is attached to another customer.');
    }
    method.customer = String(customer);
    return method;
  }

  createSession(fields: Record<string, unknown>): StripeObject {
    const session = this.#make('cs', 'checkout.session', {
      ...fields,
      status: 'open',
      setup_intent: null,
    });
    session.url = `https://checkout.example.test/${session.id}`;
    return session;
  }

  /** The customer has given a card or bank account on the page. */
  completeSession(id: string, kind: 'card' | 'bank', behaviour: MethodBehaviour): StripeObject {
    const session = this.get(id, 'checkout.session');
    this.#last += 1;
    const customer = String(session.customer);
    const method = this.addMethod(`pm_given_${this.#last}`, kind, { customer, behaviour });
    const setup = this.#make('seti', 'setup_intent', {
      status: 'succeeded',
      payment_method: method.id,
    });
    session.status = 'complete';
    session.setup_intent = setup.id;
    this.onEvent('checkout.session.completed', session);
    return method;
  }

  createIntent(fields: Record<string, unknown>): StripeObject {
    const amount = Number(fields.amount);
    if (amount < AMOUNT_MIN) throw invalid('amount_too_small', 'Amount must be at least $0.50.');
    if (amount > AMOUNT_MAX) throw invalid('amount_too_large', 'Amount must be no more.');
    const method = this.get(fields.payment_method, 'payment_method');
    if (method.customer !== fields.customer) {
      throw invalid('payment_method_invalid_parameter', 'It belongs to another customer.');
    }
    return this.#make('pi', 'payment_intent', {
      amount,
      amount_received: 0,
      currency: fields.currency,
      customer: fields.customer,
      payment_method: fields.payment_method,
      payment_method_types: [method.type],
      metadata: fields.metadata ?? {},
      status: 'requires_confirmation',
      next_action: null,
      last_payment_error: null,
      latest_charge: null,
    });
  }

  confirm(id: string, fields: Record<string, unknown>): StripeObject {
    const intent = this.get(id, 'payment_intent');
    const canConfirm = ['requires_confirmation', 'requires_payment_method'];
    if (!canConfirm.includes(String(intent.status))) {
      throw invalid('payment_intent_unexpected_state', `It is ${intent.status}.`);
    }
    if (fields.payment_method !== undefined) intent.payment_method = fields.payment_method;
    if (intent.payment_method === null) {
      throw invalid('payment_intent_unexpected_state', 'It has no payment method.');
    }
    const behaviour = this.behaviours.get(String(intent.payment_method)) ?? { charge: 'succeed' };
    switch (behaviour.charge) {
      case 'succeed':
        return this.capture(intent);
      case 'debit':
        intent.status = 'processing';
        this.onEvent('payment_intent.processing', intent);
        return intent;
      case 'decline':
        throw this.#fail(intent, 'card_declined', behaviour.code);
      case 'authenticate':
        if (fields.off_session === 'true') {
          throw this.#fail(intent, 'authentication_required', 'authentication_required');
        }
        intent.status = 'requires_action';
        intent.next_action = {
          type: 'redirect_to_url',
          redirect_to_url: {
            url: `https://bank.example.test/authenticate/${intent.id}`,
            return_url: fields.return_url,
          },
        };
        this.onEvent('payment_intent.requires_action', intent);
        return intent;
    }
  }

  #fail(intent: StripeObject, code: string, decline: string): StripeFault {
    const error = { type: 'card_error', code, decline_code: decline, message: 'Declined.' };
    intent.status = 'requires_payment_method';
    intent.payment_method = null;
    intent.last_payment_error = error;
    intent.next_action = null;
    this.onEvent('payment_intent.payment_failed', intent);
    return new StripeFault(402, { ...error, payment_intent: intent });
  }

  capture(intent: StripeObject): StripeObject {
    const charge = this.#make('ch', 'charge', {
      amount: intent.amount,
      currency: intent.currency,
      payment_intent: intent.id,
      refunded: false,
      amount_refunded: 0,
      disputed: false,
    });
    intent.status = 'succeeded';
    intent.amount_received = intent.amount;
    intent.latest_charge = charge.id;
    intent.next_action = null;
    this.onEvent('payment_intent.succeeded', intent);
    return intent;
  }

  /** A debit, or a customer at their bank's page, comes to its end. */
  conclude(id: string, how: 'succeed' | 'fail'): void {
    const intent = this.get(id, 'payment_intent');
    if (how === 'succeed') this.capture(intent);
    else this.#fail(intent, 'payment_intent_payment_attempt_failed', 'insufficient_funds');
  }

  cancel(id: string): StripeObject {
    const intent = this.get(id, 'payment_intent');
    if (['succeeded', 'canceled', 'processing'].includes(String(intent.status))) {
      throw invalid('payment_intent_unexpected_state', `It is ${intent.status}.`);
    }
    intent.status = 'canceled';
    intent.next_action = null;
    this.onEvent('payment_intent.canceled', intent);
    return intent;
  }

  refund(intentId: unknown): StripeObject {
    const intent = this.get(intentId, 'payment_intent');
    const charge = this.get(intent.latest_charge, 'charge');
    if (charge.refunded === true) throw invalid('charge_already_refunded', 'Refunded already.');
    charge.refunded = true;
    charge.amount_refunded = charge.amount;
    const refund = this.#make('re', 'refund', { payment_intent: intent.id, status: 'succeeded' });
    this.onEvent('charge.refunded', charge);
    return refund;
  }

  /** Somebody gives a part back on Stripe's own pages. */
  refundInPart(intentId: string, minor: number): void {
    const intent = this.get(intentId, 'payment_intent');
    const charge = this.get(intent.latest_charge, 'charge');
    charge.amount_refunded = Number(charge.amount_refunded) + minor;
    charge.refunded = charge.amount_refunded === charge.amount;
    this.#make('re', 'refund', { payment_intent: intentId, status: 'succeeded', amount: minor });
    this.onEvent('charge.refunded', charge);
  }

  /** The bank has decided: the money is the seller's again. */
  winDispute(id: string): void {
    const dispute = this.get(id, 'dispute');
    dispute.status = 'won';
    this.onEvent('charge.dispute.closed', dispute);
  }

  /** The holder has complained; Stripe takes the money back at once, but for an inquiry. */
  dispute(intentId: string, status = 'needs_response'): StripeObject {
    const intent = this.get(intentId, 'payment_intent');
    const charge = this.get(intent.latest_charge, 'charge');
    charge.disputed = true;
    const dispute = this.#make('dp', 'dispute', {
      payment_intent: intent.id,
      charge: charge.id,
      reason: 'fraudulent',
      status,
    });
    this.onEvent('charge.dispute.created', dispute);
    return dispute;
  }
}
