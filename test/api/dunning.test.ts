import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount, usd } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  // Whatever the tests did: recomputed from history, every figure is what was charged.
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  expect(differences).toEqual([]);
});

/** An account whose renewal of 1 December is declined: 140.00 for a CRM and a Flex Port. */
async function pastDue(tokens: readonly string[] = ['tok_decline']) {
  const account = await openAccount(product, { tokens: ['tok_ok', ...tokens] });
  await account.buy({ totals: { crm: 1, flex_port: 1 }, minutes: '20.00' });
  await product.operator.delete(`/v1/funding-sources/${account.fundingSources[0]}`);
  await account.advance('2026-12-01T00:00:00Z');
  return account;
}

const renewalOf = async (account: BillingAccountUnderTest): Promise<Json> =>
  (await account.invoices()).find((invoice) => invoice.kind === 'renewal');

const standingOf = async (account: BillingAccountUnderTest) => (await account.get('')).standing;

const addCard = (account: BillingAccountUnderTest, token: string) =>
  product.operator.post(`/v1/billing-accounts/${account.id}/funding-sources`, {
    provider: 'sandbox',
    token,
    default: true,
  });

async function eventsOf(account: BillingAccountUnderTest, type: string): Promise<Json[]> {
  const { rows } = await product.open.pool.query(
    `select occurred_at, data from platform_events where account = $1 and type = $2
     order by sequence`,
    [account.id, type],
  );
  return rows;
}

const connect = (account: BillingAccountUnderTest) =>
  product.operator.post('/v1/authorizations', {
    billing_account: account.id,
    activity: 'voice_broadcast.connect',
    destination: '+12125550123',
    seconds: 60,
  });

describe('a renewal that is declined', () => {
  test('is tried on the days of the schedule, then suspends, and refuses with what to pay', async () => {
    const account = await pastDue();
    const attempts = async () => (await renewalOf(account)).attempts;
    expect(await attempts()).toBe(1);
    const { billing_accounts: shown } = await account.get(
      `/v1/companies/${account.company}/billing-information`,
    );
    expect(shown[0].alerts.map(({ message }: Json) => message)).toContain(
      '$140.00 of invoices is not paid yet. ' +
        'Unless it is paid, the account is suspended on 2026-12-15.',
    );
    expect(await renewalOf(account)).toMatchObject({ next_attempt_at: '2026-12-04T00:00:00.000Z' });
    for (const [day, count] of [
      ['02', 1],
      ['04', 2],
      ['05', 2],
      ['06', 3],
      ['08', 4],
      ['13', 4],
    ] as const) {
      await account.advance(`2026-12-${day}T12:00:00Z`);
      expect([day, await attempts()]).toEqual([day, count]);
    }
    await account.advance('2026-12-14T23:59:59Z');
    expect(await standingOf(account)).toBe('good');
    await account.advance('2026-12-15T00:00:00Z');
    const details = await account.get('');
    expect(details).toMatchObject({
      standing: 'suspended',
      suspended_reason: '$140.00 is past due',
    });
    const refused = (await connect(account)).body;
    expect(refused).toMatchObject({ allowed: false });
    expect(refused.reasons[0]).toMatchObject({
      code: 'account_suspended',
      details: { to_pay: usd('140.00') },
      remedies: [{ action: 'pay_open_invoices', due_now: usd('140.00') }],
    });
    expect((await eventsOf(account, 'account.suspended'))[0]).toMatchObject({
      occurred_at: new Date('2026-12-15T00:00:00.000Z'),
      data: { standing: 'suspended', owed: usd('140.00') },
    });
  });

  test('suspends by the instant alone, also where no job has run since', async () => {
    const account = await pastDue();
    const moveOnly = (now: string) =>
      product.open.pool.query('update accounts_test_clocks set now = $2 where id = $1', [
        account.clock,
        now,
      ]);
    await moveOnly('2026-12-14T23:59:59Z');
    expect((await connect(account)).body.allowed).toBe(true);
    await moveOnly('2026-12-15T00:00:00Z');
    expect((await connect(account)).body.reasons[0].code).toBe('account_suspended');
    expect(await standingOf(account)).toBe('suspended');
    expect(await eventsOf(account, 'account.suspended')).toEqual([]);
  });

  test('is reminded of on its days, and no longer once it is paid', async () => {
    const account = await pastDue();
    await account.advance('2026-12-04T12:00:00Z');
    await addCard(account, 'tok_ok');
    await account.advance('2026-12-20T00:00:00Z');
    const told = (await eventsOf(account, 'invoice.past_due')).map(({ data }) => [
      data.days_past_due,
      data.next_attempt_at,
      data.suspends_at,
    ]);
    const suspendsAt = '2026-12-15T00:00:00.000Z';
    expect(told.sort()).toEqual([
      [0, '2026-12-04T00:00:00.000Z', suspendsAt],
      [3, '2026-12-06T00:00:00.000Z', suspendsAt],
    ]);
    expect(await eventsOf(account, 'account.suspended')).toEqual([]);
  });

  test('tries every backup within each attempt', async () => {
    const account = await pastDue(['tok_decline', 'tok_decline']);
    expect((await renewalOf(account)).attempts).toBe(2);
    await account.advance('2026-12-04T00:00:00Z');
    expect((await renewalOf(account)).attempts).toBe(4);
    const failures = await eventsOf(account, 'invoice.payment_failed');
    expect(failures.map(({ data }) => data.backup_follows)).toEqual([true, false, true, false]);
  });
});

describe('a suspended account', () => {
  async function suspended() {
    const account = await pastDue();
    await account.advance('2026-12-20T00:00:00Z');
    expect(await standingOf(account)).toBe('suspended');
    expect((await connect(account)).body.allowed).toBe(false);
    return { account, invoice: await renewalOf(account) };
  }

  test('is back the moment a card pays', async () => {
    const { account, invoice } = await suspended();
    const { body } = await addCard(account, 'tok_ok');
    const paid = await product.operator.post(`/v1/invoices/${invoice.id}/collect`, {
      funding_source: body.id,
    });
    expect(paid.body).toMatchObject({ status: 'paid', outstanding: usd('0.00') });
    expect((await connect(account)).body.allowed).toBe(true);
    expect(await eventsOf(account, 'account.resumed')).toMatchObject([
      { data: { standing: 'good', reason: 'paid' } },
    ]);
  });

  test('is back the moment the operator writes a check down, and not for a part of it', async () => {
    const { account, invoice } = await suspended();
    const pay = (amount: string) =>
      product.operator.post(`/v1/invoices/${invoice.id}/payments`, { amount, reference: 'Check' });
    await pay('135.00');
    const refused = (await connect(account)).body.reasons[0];
    expect(refused).toMatchObject({ details: { to_pay: usd('5.00') } });
    await pay('5.00');
    expect((await connect(account)).body.allowed).toBe(true);
  });

  test('is back the moment a credit note covers what is owed', async () => {
    const { account, invoice } = await suspended();
    const credit = await product.operator.post(`/v1/invoices/${invoice.id}/credit-notes`, {
      lines: [
        { line: 1, amount: '95.00' },
        { line: 2, amount: '45.00' },
      ],
      reason: 'outage',
    });
    expect(credit.body.status).toBe('credited');
    expect((await connect(account)).body.allowed).toBe(true);
  });

  test('goes on renewing, and owes both before it is back', async () => {
    const { account } = await suspended();
    await account.advance('2027-01-20T00:00:00Z');
    const open = (await account.invoices()).filter(({ status }) => status === 'open');
    expect(open).toHaveLength(2);
    const reason = (await connect(account)).body.reasons[0];
    expect(reason.details.to_pay).toEqual(usd('280.00'));
  });

  test('gets the grace once more when the operator puts it back', async () => {
    const { account } = await suspended();
    await product.operator.post(`/v1/billing-accounts/${account.id}/resume`, { reason: 'Called' });
    expect(await standingOf(account)).toBe('good');
    await account.advance('2026-12-26T23:59:59Z');
    expect(await standingOf(account)).toBe('good');
    await account.advance('2026-12-27T00:00:00Z');
    expect(await standingOf(account)).toBe('suspended');
    expect(await eventsOf(account, 'account.suspended')).toHaveLength(2);
  });

  test('lets a call that goes on be extended and settled', async () => {
    const account = await pastDue();
    await account.advance('2026-12-14T23:59:30Z');
    const call = (await connect(account)).body;
    expect(call.allowed).toBe(true);
    await account.advance('2026-12-15T00:00:10Z');
    expect((await connect(account)).body.allowed).toBe(false);
    const path = `/v1/authorizations/${call.id}`;
    const extended = await product.operator.post(`${path}/extend`, {
      used_seconds: 40,
      seconds: 60,
    });
    expect(extended.body.granted_seconds).toBeGreaterThanOrEqual(100);
    const settled = await product.operator.post(`${path}/settle`, { used_seconds: 61 });
    expect(settled.body.charged).toEqual(usd('0.06'));
  });
});

describe('a bank debit that is under way when the grace ends', () => {
  test('holds the suspension off until it is known, and clears it', async () => {
    const account = await pastDue();
    await account.advance('2026-12-14T00:00:00Z');
    await addCard(account, 'tok_ach_pending');
    await account.advance('2026-12-16T00:00:00Z');
    expect(await standingOf(account)).toBe('good');
    await account.advance('2026-12-17T00:00:00Z');
    expect((await renewalOf(account)).status).toBe('paid');
    expect(await eventsOf(account, 'account.suspended')).toEqual([]);
  });

  test('suspends the moment it bounces', async () => {
    const account = await pastDue();
    await account.advance('2026-12-14T00:00:00Z');
    await addCard(account, 'tok_ach_fail');
    await account.advance('2026-12-16T23:59:59Z');
    expect(await standingOf(account)).toBe('good');
    await account.advance('2026-12-17T00:00:00Z');
    expect(await standingOf(account)).toBe('suspended');
  });

  test('does not end a suspension by being only under way', async () => {
    const account = await pastDue();
    await account.advance('2026-12-15T00:00:00Z');
    await addCard(account, 'tok_ach_pending');
    await account.advance('2026-12-16T00:00:00Z');
    expect((await renewalOf(account)).status).toBe('payment_pending');
    expect(await standingOf(account)).toBe('suspended');
    await account.advance('2026-12-18T00:00:00Z');
    expect(await standingOf(account)).toBe('good');
  });

  test('gives the money back where a credit note came first', async () => {
    const account = await pastDue();
    await addCard(account, 'tok_ach_pending');
    await account.advance('2026-12-02T00:00:00Z');
    const invoice = await renewalOf(account);
    await product.operator.post(`/v1/invoices/${invoice.id}/credit-notes`, {
      lines: [
        { line: 1, amount: '95.00' },
        { line: 2, amount: '45.00' },
      ],
      reason: 'charged_in_error',
    });
    await account.advance('2026-12-06T00:00:00Z');
    expect((await account.get('/payments')).data[0]).toMatchObject({ status: 'refunded' });
    expect((await renewalOf(account)).status).toBe('credited');
  });
});

describe('other debts', () => {
  test('an invoice by hand is past due after its term, and suspends by the same days', async () => {
    const account = await openAccount(product, { tokens: ['Check'] });
    await account.buy({ totals: { crm: 1 } });
    const order = (await account.invoices())[0];
    expect(order).toMatchObject({ due_on: '2026-12-07' });
    await account.advance('2026-12-20T23:59:59Z');
    expect(await standingOf(account)).toBe('good');
    await account.advance('2026-12-21T00:00:00Z');
    expect(await account.get('')).toMatchObject({ standing: 'suspended' });
    for (const { id, outstanding } of await account.invoices()) {
      const payment = { amount: outstanding.amount, reference: 'Wire' };
      await product.operator.post(`/v1/invoices/${id}/payments`, payment);
    }
    expect(await standingOf(account)).toBe('good');
  });

  test('a bounced order is retried by the schedule, first on its second day', async () => {
    const account = await openAccount(product, { tokens: ['tok_ach_fail', 'tok_ok'] });
    await account.buy({ totals: { crm: 1 } });
    await product.operator.post(`/v1/funding-sources/${account.fundingSources[1]}/default`);
    await account.advance('2026-11-28T23:59:59Z');
    expect(await account.invoices()).toMatchObject([{ kind: 'unpaid_order', status: 'open' }]);
    await account.advance('2026-11-29T00:00:00Z');
    expect(await account.invoices()).toMatchObject([{ kind: 'unpaid_order', status: 'paid' }]);
  });

  test('a disputed renewal is owed again, and its card is not charged for it by itself', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-12-01T00:00:00Z');
    const [payment] = (await account.get('/payments')).data;
    await product.operator.post(`/v1/payments/${payment.id}/reverse`, { reason: 'chargeback' });
    expect(await account.invoices()).toMatchObject([{ status: 'open' }]);
    await account.advance('2026-12-14T00:00:00Z');
    expect(await account.invoices()).toMatchObject([
      { status: 'open', attempts: 1, last_failure: 'no_valid_funding_source' },
    ]);
    await account.advance('2026-12-15T00:00:00Z');
    expect(await standingOf(account)).toBe('suspended');
  });
});

describe('collecting by hand', () => {
  test('tries at once, as often as somebody asks, and says what became of it', async () => {
    const account = await pastDue();
    const { id } = await renewalOf(account);
    const collect = (body?: object) => product.operator.post(`/v1/invoices/${id}/collect`, body);
    expect((await collect()).body).toMatchObject({ status: 'open', attempts: 2 });
    expect((await collect({})).body).toMatchObject({
      status: 'open',
      attempts: 3,
      last_failure: 'card_declined',
    });
    await account.advance('2026-12-04T00:00:00Z');
    expect((await renewalOf(account)).attempts).toBe(4);
    const { body } = await addCard(account, 'tok_ok');
    const paid = await collect({ funding_source: body.id });
    expect(paid.body).toMatchObject({ status: 'paid', attempts: 5 });
    expect(await collect()).toMatchObject({ status: 409, body: { code: 'invoice_not_open' } });
  });

  test('by ten at once charges once', async () => {
    const account = await pastDue();
    const { id } = await renewalOf(account);
    const { body } = await addCard(account, 'tok_ok');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        product.operator.post(`/v1/invoices/${id}/collect`, { funding_source: body.id }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const succeeded = (await account.get('/payments')).data.filter(
      (payment: Json) => payment.subject === id && payment.status === 'succeeded',
    );
    expect(succeeded).toHaveLength(1);
  });

  test('refuses what cannot be charged', async () => {
    const account = await openAccount(product, { tokens: ['Check'] });
    await account.buy({ totals: { crm: 1 } });
    const [invoice] = await account.invoices();
    const collect = (body: Json) =>
      product.operator.post(`/v1/invoices/${invoice.id}/collect`, body);
    expect(await collect({})).toMatchObject({ body: { code: 'no_valid_funding_source' } });
    const named = await collect({ funding_source: account.fundingSources[0] });
    expect(named).toMatchObject({ status: 422 });
    expect((await collect({ funding_source: 'fs_none' })).status).toBe(422);
  });
});

describe('the operator', () => {
  test('sees who is past due, since when, what was tried and what comes next', async () => {
    const account = await pastDue();
    await account.advance('2026-12-05T00:00:00Z');
    const { data } = (await product.operator.get('/v1/dunning?limit=100')).body;
    const row = data.find((one: Json) => one.billing_account === account.id);
    expect(row).toMatchObject({
      company_name: 'Acme',
      standing: 'good',
      past_due_since: '2026-12-01',
      past_due: usd('140.00'),
      past_due_by_age: { '0-30': usd('140.00'), '31-60': usd('0.00') },
      next_attempt_at: '2026-12-06T00:00:00.000Z',
      suspends_at: '2026-12-15T00:00:00.000Z',
      invoices: [{ attempts: 2, last_failure: 'card_declined', payment_under_way: false }],
    });
    const paged = await product.operator.get('/v1/dunning?limit=1');
    const more = await product.operator.get(`/v1/dunning?limit=1&cursor=${paged.body.next_cursor}`);
    expect(more.body.data[0].billing_account).not.toBe(paged.body.data[0].billing_account);
  });

  test('publishes schedules; what is being dunned keeps the one it began with', async () => {
    const before = await pastDue();
    const publish = (body: Json) => product.operator.post('/v1/dunning-schedules', body);
    const rules = { retry_days: [0, 1], notice_days: [], grace_days: 1 };
    for (const [wrong, pointer] of [
      [{ ...rules, retry_days: [1, 2] }, '/retry_days'],
      [{ ...rules, retry_days: [0, 5, 5] }, '/retry_days'],
      [{ ...rules, notice_days: [3, 1] }, '/notice_days'],
      [{ ...rules, grace_days: 0 }, '/grace_days'],
    ] as const) {
      const refused = await publish(wrong);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
    expect(await publish(rules)).toMatchObject({ status: 201, body: { suspends_after_days: 2 } });
    const after = await pastDue();
    for (const account of [before, after]) await account.advance('2026-12-03T00:00:00Z');
    expect(await standingOf(before)).toBe('good');
    expect(await standingOf(after)).toBe('suspended');
    const shipped = { retry_days: [0, 3, 5, 7], notice_days: [0, 3, 7, 12], grace_days: 7 };
    expect((await publish(shipped)).status).toBe(201);
  });
});
