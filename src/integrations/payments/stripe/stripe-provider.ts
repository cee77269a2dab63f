import type Stripe from 'stripe';
import type { Database } from '../../../database/transaction.ts';
import type { Money } from '../../../kernel/money.ts';
import {
  type AccountAtProvider,
  type ChargeAnswer,
  type ChargeRequest,
  type PaymentProvider,
  ProviderSilent,
} from '../../../modules/payments/index.ts';
import {
  countConfirmation,
  type IntentRow,
  keepCustomer,
  keepIntent,
  markWithdrawn,
  selectCustomer,
  selectIntent,
} from './stripe.store.ts';
import { stripeAmount } from './stripe-amount.ts';
import { meaningOf, wantsCustomer } from './stripe-answer.ts';
import { askStripe, StripeRefused } from './stripe-client.ts';
import { describeMethod } from './stripe-method.ts';
import { createStripeSetups } from './stripe-setups.ts';

export interface StripeProviderDeps {
  readonly database: Database;
  readonly stripe: Stripe;
  /** Where a customer comes back to from their bank's page. */
  readonly returnUrl: () => string;
}

/**
 * Cards and bank accounts at Stripe. One charge key has one payment intent, which Stripe captures
 * once at most however often it is confirmed; it is made unconfirmed, written down, and only then
 * confirmed, so a call whose answer is lost is found out about by looking at that intent. A
 * decline is final once its intent is cancelled: no later confirmation can move money for it.
 */
export function createStripeProvider(deps: StripeProviderDeps): PaymentProvider {
  const { database, stripe } = deps;

  const customerOf = (account: string) => database.read((tx) => selectCustomer(tx, account));

  async function ensureCustomer({ id }: AccountAtProvider): Promise<string> {
    const known = await customerOf(id);
    if (known !== undefined) return known;
    const made = await askStripe(() =>
      stripe.customers.create({ metadata: { billing_account: id } }),
    );
    return await database.transaction((tx) => keepCustomer(tx, id, made.id));
  }

  const retrieve = (intent: string) =>
    askStripe(() => stripe.paymentIntents.retrieve(intent, { expand: ['latest_charge'] }));

  async function disputesOf(intent: Stripe.PaymentIntent): Promise<Stripe.Dispute[]> {
    const charge = intent.latest_charge;
    if (charge === null || typeof charge === 'string' || !charge.disputed) return [];
    const { data } = await askStripe(() => stripe.disputes.list({ payment_intent: intent.id }));
    return data;
  }

  async function cancel(intent: string): Promise<Stripe.PaymentIntent> {
    try {
      await askStripe(() => stripe.paymentIntents.cancel(intent));
    } catch (error) {
      if (!(error instanceof StripeRefused)) throw error; // It has moved on: see where to.
    }
    return await retrieve(intent);
  }

  /** What became of the intent; undefined where it was never charged. */
  async function answer(
    found: Stripe.PaymentIntent,
    confirmations: number,
    at: Date,
  ): Promise<ChargeAnswer | undefined> {
    let intent = found;
    let meaning = meaningOf({ intent, disputes: await disputesOf(intent), confirmations }, at);
    if (meaning.is === 'cancel') {
      intent = await cancel(intent.id);
      meaning = meaningOf({ intent, disputes: await disputesOf(intent), confirmations }, at);
      if (meaning.is === 'cancel') throw new ProviderSilent('Stripe did not cancel what failed');
    }
    return meaning.is === 'answer' ? meaning.answer : undefined;
  }

  /** Confirms the intent, unless its key was withdrawn; a refusal shows in the intent itself. */
  async function confirm(row: IntentRow, method: string, withCustomer: boolean): Promise<void> {
    const count = await database.transaction((tx) => countConfirmation(tx, row.key, withCustomer));
    if (count === undefined || row.intent === null) return;
    const { intent } = row;
    const how = withCustomer
      ? { payment_method: method, return_url: deps.returnUrl() }
      : { off_session: true };
    try {
      await askStripe(() =>
        // The key names this very confirmation: Stripe repeats even its own faults for a key.
        stripe.paymentIntents.confirm(intent, how, { idempotencyKey: `${row.key}-${count}` }),
      );
    } catch (error) {
      if (!(error instanceof StripeRefused)) throw error;
    }
  }

  /** A method that is this account's customer's; undefined for one that is not, or is gone. */
  async function methodOf(
    token: string,
    customer: string | undefined,
  ): Promise<Stripe.PaymentMethod | undefined> {
    try {
      const method = await askStripe(() => stripe.paymentMethods.retrieve(token));
      const owner = typeof method.customer === 'string' ? method.customer : method.customer?.id;
      return owner === undefined || owner === customer ? method : undefined;
    } catch (error) {
      if (error instanceof StripeRefused) return undefined;
      throw error;
    }
  }

  async function openIntent(request: ChargeRequest): Promise<IntentRow | ChargeAnswer> {
    const amount = stripeAmount(request.amount);
    if (amount === undefined) return { outcome: 'declined', reason: 'amount_not_chargeable' };
    const customer = await customerOf(request.account);
    const method = await methodOf(request.token, customer);
    if (customer === undefined || method === undefined || method.customer === null) {
      return { outcome: 'declined', reason: 'payment_method_missing' };
    }
    try {
      const made = await askStripe(() =>
        stripe.paymentIntents.create({
          amount,
          currency: request.amount.currency.toLowerCase(),
          customer,
          payment_method: method.id,
          allowed_payment_method_types: [method.type],
          metadata: { charge_key: request.key, billing_account: request.account },
        }),
      );
      const kept = { intent: made.id, withdrawn: false };
      return await database.transaction((tx) => keepIntent(tx, request.key, kept));
    } catch (error) {
      if (!(error instanceof StripeRefused)) throw error;
      return { outcome: 'declined', reason: error.code }; // Too small, too large, no such currency.
    }
  }

  async function charge(request: ChargeRequest): Promise<ChargeAnswer> {
    const { key, token, at } = request;
    const known = await database.read((tx) => selectIntent(tx, key));
    const row = known ?? (await openIntent(request));
    if ('outcome' in row) return row;
    if (row.intent === null) return { outcome: 'declined', reason: 'withdrawn' };
    await confirm(row, token, false);
    let intent = await retrieve(row.intent);
    if (wantsCustomer(intent) && !row.withCustomer) {
      await confirm(row, token, true);
      intent = await retrieve(row.intent);
    }
    refuseOtherAmount(intent, request.amount);
    const answered = await answer(intent, row.confirmations + 1, at);
    if (answered !== undefined) return answered;
    const { withdrawn } = (await database.read((tx) => selectIntent(tx, key))) ?? row;
    if (withdrawn) return { outcome: 'declined', reason: 'withdrawn' };
    throw new ProviderSilent('Stripe has not taken the confirmation');
  }

  async function ask(key: string, at: Date): Promise<ChargeAnswer | undefined> {
    const row = await database.read((tx) => selectIntent(tx, key));
    if (row === undefined) return undefined; // Written down before anything is confirmed.
    if (row.intent === null) return { outcome: 'declined', reason: 'withdrawn' };
    return await answer(await retrieve(row.intent), row.confirmations, at);
  }

  return {
    name: 'stripe',
    setups: createStripeSetups({ stripe, ensureCustomer }),
    charge,
    ask,

    async describe(token, account) {
      const customer = await ensureCustomer(account);
      const method = await methodOf(token, customer);
      const described = method && describeMethod(method);
      if (method === undefined || described === undefined) return undefined;
      if (method.customer !== null) return described;
      try {
        await askStripe(() => stripe.paymentMethods.attach(token, { customer }));
        return described;
      } catch (error) {
        if (error instanceof StripeRefused) return undefined; // Used once before, or declined.
        throw error;
      }
    },

    async withdraw(key, at) {
      const row = await database.transaction(async (tx) => {
        const kept = await keepIntent(tx, key, { intent: null, withdrawn: true });
        await markWithdrawn(tx, key);
        return kept;
      });
      if (row.intent === null) return { outcome: 'declined', reason: 'withdrawn' };
      const answered = await answer(await cancel(row.intent), row.confirmations, at);
      if (answered !== undefined) return answered;
      throw new ProviderSilent('Stripe did not cancel what was withdrawn');
    },

    async refund(key, at) {
      const row = await database.read((tx) => selectIntent(tx, key));
      if (row?.intent == null) throw new ProviderSilent('nothing was charged under this key');
      const { intent } = row;
      try {
        await askStripe(() => stripe.refunds.create({ payment_intent: intent }));
      } catch (error) {
        // Given back already, which the intent shows; Stripe never gives back more than it took.
        if (!(error instanceof StripeRefused)) throw error;
      }
      const answered = await ask(key, at);
      if (answered !== undefined) return answered;
      throw new ProviderSilent('Stripe does not show the refund');
    },
  };
}

/** Never taken for paid: somebody has changed the intent in Stripe's own pages. */
function refuseOtherAmount(intent: Stripe.PaymentIntent, amount: Money): void {
  const isOurs =
    intent.amount === stripeAmount(amount) &&
    intent.currency.toUpperCase() === amount.currency &&
    (intent.status !== 'succeeded' || intent.amount_received === intent.amount);
  if (!isOurs) throw new ProviderSilent(`Stripe's intent ${intent.id} names another amount`);
}
