import type { Events } from '../../database/events.ts';
import type { Database, Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { compare, type Money, moneyText, zero } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { FundingSource } from './funding-source.ts';
import { selectFundingSource } from './funding-sources.store.ts';
import type { Payment, PaymentPurpose } from './payment.ts';
import { type ChargeAnswer, type PaymentProvider, ProviderSilent } from './payment-provider.ts';
import {
  afterPaymentEvent,
  askAgainSeconds,
  eventOf,
  isInDoubt,
  isToldAnyway,
  isUnderWay,
  type PaymentEvent,
} from './payment-state.ts';
import {
  claimPayment,
  insertPayment,
  releaseClaim,
  selectPayment,
  selectPaymentsOf,
  updatePayment,
} from './payments.store.ts';

/**
 * Acts on what became of a payment, in the transaction that writes it down and with the account
 * locked: so what was bought is delivered if and only if the payment says that it was paid.
 */
export type PaymentListener = (
  tx: Transaction,
  account: BillingAccount,
  payment: Payment,
  event: PaymentEvent,
  before: Payment,
) => Promise<void>;

export interface PaymentRequest {
  readonly purpose: PaymentPurpose;
  readonly subject: string;
  readonly source: FundingSource;
  readonly amount: Money;
  /** How long a customer may take to confirm it, should their bank ask for that. */
  readonly confirmBy: Date;
}

/** What to do about a payment that the provider has not charged. */
export type Unfinished =
  /** Charge it now under its old key, where it was never seen: somebody asks for it again. */
  | 'resume'
  /** See to it that it never will be, where it was never seen: nobody is waiting any more. */
  | 'withdraw'
  /** That, and also where it waits for the customer: something else takes its place. */
  | 'give_up';

export interface Charging {
  /**
   * Writes down what is about to be charged, with its key, claimed for the caller. The account is
   * locked. Once that is committed the caller charges it.
   */
  prepare(tx: Transaction, account: BillingAccount, request: PaymentRequest): Promise<Payment>;
  /** Charges a payment that the caller has just prepared. Opens transactions of its own. */
  charge(payment: string): Promise<Payment>;
  /**
   * Finds out what became of a payment in doubt, or one that is to be asked about. One that its
   * customer was to confirm is withdrawn once its time is over. Undefined while somebody else is
   * talking to the provider about it.
   */
  settle(payment: string, unfinished: Unfinished): Promise<Payment | undefined>;
  /**
   * The provider has news of a payment: asks what it is, also of one that had succeeded.
   * Undefined while somebody else is talking to the provider about it.
   */
  refresh(payment: string): Promise<Payment | undefined>;
  /** What came could not be delivered: it goes back. The account is locked. */
  wantRefund(tx: Transaction, account: BillingAccount, payment: Payment): Promise<void>;
  /** The operator writes down what a provider does not know: a check that came, a chargeback. */
  recordByHand(
    tx: Transaction,
    account: BillingAccount,
    payment: string,
    event: 'succeeded' | 'bounced' | 'reversed',
    reference: string,
  ): Promise<Payment>;
  onChange(purpose: PaymentPurpose, listener: PaymentListener): void;
}

export interface ChargingDeps {
  readonly database: Database;
  readonly events: Events;
  readonly accounts: Accounts;
  /** The machine's clock: for claims, which are about processes and not about accounts. */
  readonly clock: Clock;
  readonly providers: ReadonlyMap<string, PaymentProvider>;
}

/**
 * How long one process may talk to a provider about a payment before another takes over. Longer
 * than the provider's time-out, so two never talk at once while both live.
 */
const CLAIM_MS = 30_000;
const DAY_MS = 86_400_000;

export function createCharging(deps: ChargingDeps): Charging {
  const { database, accounts, clock } = deps;
  const listeners = new Map<PaymentPurpose, PaymentListener>();
  const claimEnd = () => new Date(clock.now().getTime() + CLAIM_MS);

  function providerOf(payment: Payment): PaymentProvider {
    const provider = deps.providers.get(payment.provider);
    if (provider !== undefined) return provider;
    // The provider was taken out of the configuration while one of its payments was under way.
    throw new Refusal('unavailable', {
      message: say('The payment provider "{provider}" is not configured.', {
        provider: payment.provider,
      }),
    });
  }

  async function load(tx: Transaction, id: string): Promise<Payment> {
    const payment = await selectPayment(tx, id);
    assert(payment !== undefined, 'a payment that was prepared is there');
    return payment;
  }

  /** Writes an event down and acts on it. The account is locked. */
  async function apply(
    tx: Transaction,
    account: BillingAccount,
    before: Payment,
    event: PaymentEvent,
    news: Partial<Payment>,
  ): Promise<Payment> {
    const state = afterPaymentEvent(before.state, event) ?? before.state;
    const now = account.now.getTime();
    const after: Payment = {
      ...before,
      ...news,
      actionUrl: state === 'requires_action' ? (news.actionUrl ?? before.actionUrl) : null,
      state,
      asks: before.asks + 1,
      claimedUntil: null,
    };
    const askAt = askAtAfter(after, now);
    const settledAt = after.settledAt ?? (isUnderWay(state) ? null : account.now);
    const written = { ...after, askAt, settledAt };
    await updatePayment(tx, before, written, { event, at: account.now });
    if (state === before.state && !isToldAnyway(event)) return written;
    await deps.events.record(tx, {
      actor: SYSTEM,
      at: account.now,
      company: account.company,
      account: account.id,
      type: `payment.${isToldAnyway(event) ? event : state}`,
      subject: before.id,
      before: { status: before.state },
      after: {
        status: state,
        amount: moneyText(before.amount),
        for: before.subject,
        ...(written.refunded.micros > 0n && { refunded: moneyText(written.refunded) }),
        ...(written.actionUrl !== null && {
          action_url: written.actionUrl,
          confirm_by: written.confirmBy.toISOString(),
        }),
      },
    });
    await listeners.get(before.purpose)?.(tx, account, written, event, before);
    return await load(tx, before.id);
  }

  async function record(id: string, answer: ChargeAnswer | 'silent'): Promise<Payment> {
    return await database.transaction(async (tx) => {
      const { account: accountId } = await load(tx, id);
      const account = await accounts.lock(tx, SYSTEM, accountId);
      const payment = await load(tx, id);
      if (answer === 'silent') return await apply(tx, account, payment, 'silent', {});
      const after = await apply(tx, account, payment, eventOf(answer), newsOf(answer));
      return await takeRefund(tx, account, after, answer);
    });
  }

  /** What has gone back in part since it was last asked. */
  async function takeRefund(
    tx: Transaction,
    account: BillingAccount,
    payment: Payment,
    answer: ChargeAnswer,
  ): Promise<Payment> {
    if (answer.outcome !== 'succeeded' || payment.state !== 'succeeded') return payment;
    const { refunded } = answer;
    if (refunded === undefined || compare(refunded, payment.refunded) <= 0) return payment;
    return await apply(tx, account, payment, 'refunded_in_part', { refunded });
  }

  /** The provider's word, or that there is none: silence is an answer of its own. */
  async function heard<Answer>(call: () => Promise<Answer>): Promise<Answer | 'silent'> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof ProviderSilent) return 'silent';
      throw error;
    }
  }

  async function context(id: string) {
    return await database.read(async (tx) => {
      const payment = await load(tx, id);
      const source = await selectFundingSource(tx, payment.fundingSource);
      assert(source !== undefined, 'a payment has a funding source');
      const { now: at } = await accounts.get(tx, SYSTEM, payment.account);
      return { payment, source, at, provider: providerOf(payment) };
    });
  }

  async function charge(id: string): Promise<Payment> {
    const { payment, source, at, provider } = await context(id);
    const { chargeKey: key, amount, account } = payment;
    const { token } = source;
    const answer = await heard(() => provider.charge({ key, account, token, amount, at }));
    if (answer !== 'silent') return await record(id, answer);
    const unknown = await record(id, 'silent');
    // Most time-outs end well: asking once, now, spares nearly everybody the wait.
    const asked = await heard(() => provider.ask(key, at));
    return asked === 'silent' || asked === undefined ? unknown : await record(id, asked);
  }

  async function leave(payment: Payment): Promise<Payment> {
    await database.transaction((tx) => releaseClaim(tx, payment.id));
    return payment;
  }

  async function askOrFinish(id: string, unfinished: Unfinished): Promise<Payment> {
    const { payment, at, provider } = await context(id);
    const { chargeKey: key } = payment;
    if (payment.state === 'refund_due') {
      return await record(id, await heard(() => provider.refund(key, at)));
    }
    // Somebody else may have found out since the caller looked: then there is nothing to ask.
    if (!isUnderWay(payment.state)) return await leave(payment);
    const asked = await heard(() => provider.ask(key, at));
    const withdraw = async () => await record(id, await heard(() => provider.withdraw(key, at)));
    if (asked !== undefined) {
      const waits = asked !== 'silent' && asked.outcome === 'requires_action';
      const isOver = unfinished === 'give_up' || payment.confirmBy <= at;
      return waits && isOver ? await withdraw() : await record(id, asked);
    }
    // Only what may never have arrived is sent or withdrawn; what was accepted is waited for.
    if (!isInDoubt(payment.state)) return await record(id, 'silent');
    return unfinished === 'resume' ? await charge(id) : await withdraw();
  }

  async function askAnew(id: string): Promise<Payment> {
    const { payment, at, provider } = await context(id);
    const isSettled = payment.state === 'succeeded' || payment.state === 'reversed';
    if (!isSettled) return await askOrFinish(id, 'withdraw');
    const asked = await heard(() => provider.ask(payment.chargeKey, at));
    return asked === undefined ? await leave(payment) : await record(id, asked);
  }

  /** Runs `work` while nobody else talks to the provider about the payment. */
  async function alone(
    id: string,
    work: (id: string) => Promise<Payment>,
  ): Promise<Payment | undefined> {
    const isOurs = await database.transaction((tx) =>
      claimPayment(tx, id, clock.now(), claimEnd()),
    );
    if (!isOurs) return undefined;
    try {
      return await work(id);
    } catch (error) {
      await database.transaction((tx) => releaseClaim(tx, id));
      throw error;
    }
  }

  return {
    charge,

    async prepare(tx, account, { purpose, subject, source, amount, confirmBy }) {
      assert(amount.micros > 0n, 'only an amount above zero is charged');
      const payment: Payment = {
        id: newId('pay'),
        account: account.id,
        fundingSource: source.id,
        provider: source.provider,
        purpose,
        subject,
        amount,
        refunded: zero(amount.currency),
        chargeKey: newId('pay'),
        state: 'prepared',
        providerReference: null,
        failure: null,
        confirmBy,
        actionUrl: null,
        asks: 0,
        askAt: new Date(account.now.getTime() + askAgainSeconds(0) * 1_000),
        claimedUntil: claimEnd(),
        createdAt: account.now,
        settledAt: null,
        version: 1n,
      };
      await insertPayment(tx, payment);
      return payment;
    },

    settle: (id, unfinished) => alone(id, () => askOrFinish(id, unfinished)),
    refresh: (id) => alone(id, askAnew),

    async wantRefund(tx, account, payment) {
      await apply(tx, account, payment, 'refund_wanted', {});
    },

    async recordByHand(tx, account, id, event, reference) {
      const payment = await load(tx, id);
      const news =
        event !== 'succeeded' ? { failure: reference } : { providerReference: reference };
      return await apply(tx, account, payment, event, news);
    },

    onChange(purpose, listener) {
      assert(!listeners.has(purpose), `one listener acts on payments for an ${purpose}`);
      listeners.set(purpose, listener);
    },
  };
}

/** What an answer tells besides its outcome. `askAt` is only kept while it is pending. */
function newsOf(answer: ChargeAnswer): Partial<Payment> {
  switch (answer.outcome) {
    case 'declined':
      return { failure: answer.reason };
    case 'bounced':
    case 'reversed':
      return { failure: answer.reason, providerReference: answer.reference };
    case 'pending':
      return { providerReference: answer.reference, askAt: answer.clearsAt ?? null };
    case 'requires_action':
      return { providerReference: answer.reference, actionUrl: answer.url };
    default:
      return { providerReference: answer.reference };
  }
}

/** When to ask about it next; `null` where nobody needs to. */
function askAtAfter(payment: Payment, nowMs: number): Date | null {
  switch (payment.state) {
    case 'prepared':
    case 'unknown':
    case 'refund_due':
      return new Date(nowMs + askAgainSeconds(payment.asks) * 1_000);
    case 'requires_action': {
      // Webhooks tell sooner; this is for those that are lost, and for its end.
      const next = nowMs + askAgainSeconds(payment.asks) * 1_000;
      const end = payment.confirmBy.getTime();
      return new Date(end > nowMs ? Math.min(next, end) : next);
    }
    case 'pending':
      // Without a date from the provider somebody tells us: the operator, or a webhook.
      if (payment.askAt === null || payment.askAt.getTime() > nowMs) return payment.askAt;
      return new Date(nowMs + DAY_MS); // Due and still not through: once a day is enough.
    default:
      return null;
  }
}

/** The payment under way for an order or invoice, or the last one. */
export async function lastPaymentOf(
  tx: Transaction,
  subject: string,
): Promise<Payment | undefined> {
  return (await selectPaymentsOf(tx, subject)).at(-1);
}
