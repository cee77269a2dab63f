import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type ChargeAnswer,
  type ChargeRequest,
  type PaymentProvider,
  ProviderSilent,
} from '../../src/modules/payments/index.ts';
import { openAccount, TERMS, usd } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

/** What the provider does when it is asked to charge. */
type Behaviour = 'pay' | 'pay and say nothing' | 'lose the request' | 'pay and kill us';

/** A company outside that the tests control: its books, and how well it answers. */
class FakeProvider implements PaymentProvider {
  readonly name = 'sandbox';
  readonly charges = new Map<string, bigint>();
  readonly withdrawn = new Set<string>();
  readonly refunded = new Set<string>();
  behaviour: Behaviour = 'pay';
  /** While true it answers no question either. */
  isDown = false;
  /** Slows a request down on its way there, so that others come in between. */
  beforeArrival: () => Promise<void> = async () => undefined;

  async describe() {
    return { kind: 'card', label: 'Fake card' } as const;
  }

  async charge({ key, amount }: ChargeRequest): Promise<ChargeAnswer> {
    await this.beforeArrival();
    if (this.withdrawn.has(key)) return { outcome: 'declined', reason: 'withdrawn' };
    if (this.behaviour === 'lose the request') throw new ProviderSilent('lost');
    this.charges.set(key, amount.micros);
    if (this.behaviour === 'pay and say nothing') throw new ProviderSilent('timed out');
    // An error of ours between the charge and our own books, as a crash would be.
    if (this.behaviour === 'pay and kill us') throw new Error('the process died here');
    return { outcome: 'succeeded', reference: key };
  }

  async ask(key: string): Promise<ChargeAnswer | undefined> {
    if (this.isDown) throw new ProviderSilent('down');
    if (this.refunded.has(key)) return { outcome: 'refunded', reference: key };
    return this.charges.has(key) ? { outcome: 'succeeded', reference: key } : undefined;
  }

  async withdraw(key: string): Promise<ChargeAnswer> {
    if (!this.charges.has(key)) this.withdrawn.add(key);
    return (await this.ask(key)) ?? { outcome: 'declined', reason: 'withdrawn' };
  }

  async refund(key: string): Promise<ChargeAnswer> {
    this.refunded.add(key);
    return { outcome: 'refunded', reference: key };
  }
}

let product: Product;
let provider: FakeProvider;
/** The machine's clock: claims of a process that died are given up by it. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };

beforeAll(async () => {
  provider = new FakeProvider();
  product = await startProduct({ clock, paymentProviders: [provider] });
});
afterAll(async () => {
  // Whatever the tests did: recomputed from history, every figure is what was charged.
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  expect(differences).toEqual([]);
});
beforeEach(() => {
  provider.charges.clear();
  provider.refunded.clear();
  provider.behaviour = 'pay';
  provider.isDown = false;
  provider.beforeArrival = async () => undefined;
});

const soon = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('a quote that is accepted twenty times at once', () => {
  test.each([
    ['licenses', { totals: { crm: 2 } }],
    ['minutes', { minutes: '10.00' }],
  ])('buys %s once, charged once; the others learn which order it was', async (_what, body) => {
    const account = await openAccount(product);
    const quote = (await account.quote(body)).body.id;
    provider.beforeArrival = () => soon(30);
    const answers = await Promise.all(Array.from({ length: 20 }, () => account.accept(quote)));
    const made = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect(made).toHaveLength(1);
    expect(refused).toHaveLength(19);
    for (const answer of refused) {
      expect(answer.body).toMatchObject({
        code: 'quote_used',
        details: { order: made[0]?.body.id },
      });
    }
    expect(provider.charges.size).toBe(1);
    expect(await account.receipts()).toHaveLength(1);
  });

  test('gives everybody the same answer where they send the same key', async () => {
    const account = await openAccount(product);
    const quote = (await account.quote({ minutes: '10.00' })).body.id;
    provider.beforeArrival = () => soon(30);
    const key = { 'idempotency-key': 'the-same' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => account.accept(quote, key)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(provider.charges.size).toBe(1);
  });
});

describe('two license orders at once', () => {
  test('are charged one after another, the second for what it shows or not at all', async () => {
    const account = await openAccount(product);
    const quotes = await Promise.all([
      account.quote({ totals: { crm: 2 } }),
      account.quote({ totals: { crm: 3 } }),
    ]);
    provider.beforeArrival = () => soon(30);
    const answers = await Promise.all(quotes.map(({ body }) => account.accept(body.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('quote_outdated');
    expect(provider.charges.size).toBe(1);
    expect(provider.refunded.size).toBe(0);
  });
});

describe('a provider that does not answer', () => {
  test('is asked at once, and the order is charged once', async () => {
    const account = await openAccount(product);
    provider.behaviour = 'pay and say nothing';
    const order = await account.buy({ totals: { crm: 1 }, minutes: '10.00' });
    expect(order.status).toBe('completed');
    expect(provider.charges.size).toBe(1);
  });

  test('leaves the order in doubt; repeating it resumes it without another charge', async () => {
    const account = await openAccount(product);
    provider.behaviour = 'pay and say nothing';
    provider.isDown = true;
    const quote = (await account.quote({ totals: { crm: 1 } })).body.id;
    const key = { 'idempotency-key': 'in-doubt' };
    const doubt = await account.accept(quote, key);
    expect(doubt).toMatchObject({ status: 503, body: { code: 'payment_unknown' } });
    expect((await account.get('')).licenses.crm.total).toBe(0);
    expect((await account.accept(quote, key)).status).toBe(503);
    provider.isDown = false;
    expect(await account.accept(quote, key)).toMatchObject({
      status: 201,
      body: { status: 'completed' },
    });
    expect(provider.charges.size).toBe(1);
    expect((await account.get('')).licenses.crm.total).toBe(1);
  });

  test('that never had the request is given it again under the same key', async () => {
    const account = await openAccount(product);
    provider.behaviour = 'lose the request';
    const quote = (await account.quote({ minutes: '10.00' })).body.id;
    expect((await account.accept(quote)).status).toBe(503);
    expect((await account.minutes()).pending_purchases).toEqual(usd('10.00'));
    provider.behaviour = 'pay';
    expect((await account.accept(quote)).status).toBe(201);
    expect(provider.charges.size).toBe(1);
    expect((await account.minutes()).balance).toEqual(usd('10.00'));
  });

  test('is asked by the due work; what it never had is withdrawn', async () => {
    const account = await openAccount(product);
    provider.behaviour = 'pay and say nothing';
    provider.isDown = true;
    const paid = await account.accept((await account.quote({ minutes: '10.00' })).body.id);
    provider.behaviour = 'lose the request';
    const lost = await account.accept((await account.quote({ minutes: '7.00' })).body.id);
    provider.isDown = false;
    await account.advance('2026-11-23T12:05:00Z');
    const statusOf = async (order: string) => (await account.get(`/v1/orders/${order}`)).status;
    expect(await statusOf(paid.body.details.order)).toBe('completed');
    expect(await statusOf(lost.body.details.order)).toBe('declined');
    expect(await account.minutes()).toMatchObject({
      balance: usd('10.00'),
      pending_purchases: usd('0.00'),
    });
    expect(provider.charges.size).toBe(1);
  });

  test('holds the renewal up, which then charges the totals that were bought', async () => {
    const account = await openAccount(product, { now: '2026-11-30T23:59:30Z' });
    provider.behaviour = 'pay and say nothing';
    provider.isDown = true;
    const quote = (await account.quote({ totals: { crm: 2 } })).body.id;
    expect((await account.accept(quote)).status).toBe(503);
    expect((await account.advance('2026-12-01T00:00:00Z')).status).toBe(503);
    expect(await account.invoices()).toEqual([]);
    provider.isDown = false;
    provider.behaviour = 'pay';
    expect((await account.advance('2026-12-01T00:00:00Z')).status).toBe(200);
    expect(await account.invoices()).toMatchObject([{ total: usd('190.00'), status: 'paid' }]);
    expect(await account.receipts()).toMatchObject([{ issued_on: '2026-11-30' }]);
  });
});

describe('a crash between the charge and our books', () => {
  test('is resumed by the next repetition, charged once and delivered once', async () => {
    const account = await openAccount(product);
    provider.behaviour = 'pay and kill us';
    const quote = (await account.quote({ totals: { crm: 1 }, minutes: '5.00' })).body.id;
    const key = { 'idempotency-key': 'crash' };
    expect((await account.accept(quote, key)).status).toBe(500);
    provider.behaviour = 'pay';
    aheadMs += 60_000; // The claim of the process that died has ended.
    expect(await account.accept(quote, key)).toMatchObject({
      status: 201,
      body: { status: 'completed' },
    });
    expect(provider.charges.size).toBe(1);
    expect(await account.receipts()).toHaveLength(1);
    expect((await account.minutes()).balance).toEqual(usd('5.00'));
  });

  test('is found out by the due work where nobody repeats it', async () => {
    const account = await openAccount(product);
    provider.behaviour = 'pay and kill us';
    const quote = (await account.quote({ totals: { crm: 1 } })).body.id;
    expect((await account.accept(quote)).status).toBe(500);
    provider.behaviour = 'pay';
    aheadMs += 60_000;
    await product.app.dueWork.bringUpToDate(account.id);
    expect((await account.get('')).licenses.crm.total).toBe(1);
    expect((await account.accept(quote)).body.code).toBe('quote_used');
    expect(provider.charges.size).toBe(1);
  });
});

describe('an order that can no longer be delivered as it was quoted', () => {
  test('changes nothing, and its money goes back', async () => {
    const account = await openAccount(product);
    const quote = (await account.quote({ totals: { crm: 2 }, minutes: '5.00' })).body.id;
    provider.beforeArrival = async () => {
      const signed = await product.operator.post(`/v1/billing-accounts/${account.id}/contracts`, {
        starts_on: '2026-11-23',
        months: 12,
        floors: { crm: 1 },
        prices: { crm: '50.00' },
        at_end: 'lapse',
      });
      expect(signed.status).toBe(201);
    };
    const refused = await account.accept(quote);
    expect(refused).toMatchObject({ status: 409, body: { code: 'quote_outdated' } });
    expect((await account.get('')).licenses.crm.total).toBe(0);
    await account.advance('2026-11-23T12:10:00Z');
    expect(provider.refunded.size).toBe(1);
    expect((await account.get('/payments')).data).toMatchObject([{ status: 'refunded' }]);
    expect(await account.minutes()).toMatchObject({
      balance: usd('0.00'),
      pending_purchases: usd('0.00'),
    });
    expect(await account.receipts()).toEqual([]);
  });
});

describe('numbers', () => {
  test('have no gap and no double after fifty parallel purchases', async () => {
    const accounts = await Promise.all(
      Array.from({ length: 10 }, () => openAccount(product, { realTime: true })),
    );
    const quotes = await Promise.all(
      accounts.flatMap((account) =>
        Array.from({ length: 6 }, async (_, index) => {
          const { body } = await account.quote({ minutes: `${index + 1}.00` });
          return { account, quote: body.id as string };
        }),
      ),
    );
    const refuse = new Set(quotes.filter((_, index) => index % 6 === 5).map(({ quote }) => quote));
    const answers = await Promise.all(
      quotes.map(({ account, quote }) =>
        account.accept(quote, {}, { terms_version: refuse.has(quote) ? 'old' : TERMS }),
      ),
    );
    const numbers = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => body.receipt.number as string)
      .sort();
    expect(numbers).toHaveLength(50);
    expect(numbers).toEqual(
      Array.from({ length: 50 }, (_, index) => `R-${String(index + 1).padStart(6, '0')}`),
    );
  });
});

describe('issued documents', () => {
  test('cannot be changed, not even by our own SQL', async () => {
    const account = await openAccount(product);
    await account.buy({ minutes: '5.00' });
    for (const table of ['invoicing_documents', 'invoicing_lines', 'invoicing_settlements']) {
      for (const change of [`update ${table} set amount = 1`, `delete from ${table}`]) {
        const statement = change.replace('documents set amount', 'documents set net');
        await expect(product.open.pool.query(statement)).rejects.toThrow('append-only');
      }
    }
  });
});
