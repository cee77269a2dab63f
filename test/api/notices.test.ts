import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount } from './billing-account.ts';
import { type Answer, type Caller, type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

async function ok(request: Promise<Answer>): Promise<Json> {
  const { status, body } = await request;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

async function employee(company: string, name: string, group: string): Promise<string> {
  const { id } = await ok(
    product.operator.post(`/v1/companies/${company}/employees`, {
      first_name: name,
      last_name: 'Lee',
      email: `${name.toLowerCase()}@example.com`,
      permission_group: group,
    }),
  );
  return id;
}

async function noticesOf(account: BillingAccountUnderTest, kind?: string): Promise<Json[]> {
  const query = kind === undefined ? '' : `&kind=${kind}`;
  const path = `/v1/companies/${account.company}/notices?limit=100${query}`;
  return (await ok(product.operator.get(path))).data.toReversed();
}

async function mailsOf(account: BillingAccountUnderTest, kind: string): Promise<Json[]> {
  const path = `/v1/mails?limit=100&company=${account.company}`;
  const { data } = await ok(product.operator.get(path));
  return data.filter((mail: Json) => mail.kind === kind);
}

async function keyOf(company: string): Promise<Caller> {
  const path = `/v1/companies/${company}/api-keys`;
  const { key } = await ok(product.operator.post(path, { name: 'k', scopes: ['read', 'manage'] }));
  return product.as(key);
}

/** Calls of so many minutes at the shipped rate, made and settled now. */
async function call(account: BillingAccountUnderTest, seconds: number): Promise<void> {
  const authorized = await ok(
    product.operator.post('/v1/authorizations', {
      billing_account: account.id,
      activity: 'call.inbound_acd',
      destination: '+12125550100',
      seconds,
    }),
  );
  expect(authorized, JSON.stringify(authorized)).toMatchObject({ allowed: true });
  const path = `/v1/authorizations/${authorized.id}/settle`;
  await ok(product.operator.post(path, { used_seconds: seconds }));
}

describe('before a renewal', () => {
  test('its amount is told once, a week ahead, to those who look after billing', async () => {
    const account = await openAccount(product);
    await employee(account.company, 'Sam', 'Administrator');
    await employee(account.company, 'Max', 'Manager');
    await employee(account.company, 'Ada', 'Basic User');
    await account.buy({ totals: { crm: 2 } });
    await account.advance('2026-11-23T23:59:59Z');
    expect(await noticesOf(account, 'renewal_coming')).toEqual([]);
    await account.advance('2026-11-24T00:00:00Z');
    await account.advance('2026-11-30T00:00:00Z');
    const [notice, ...more] = await noticesOf(account, 'renewal_coming');
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ level: 'info', created_at: '2026-11-24T00:00:00.000Z' });
    expect(notice.message).toContain('on 2026-12-01. As things stand it charges $190.00');
    const mails = await mailsOf(account, 'renewal_coming');
    expect(mails.map(({ to }) => to.address)).toEqual(['sam@example.com']);
    expect(mails[0]).toMatchObject({ state: 'unsent', subject: expect.stringMatching(/^\[Test/) });
    await account.advance('2026-12-31T00:00:00Z');
    expect(await noticesOf(account, 'renewal_coming')).toHaveLength(2);
  });

  test('licenses that nobody holds are told, with the cart that lowers them', async () => {
    const account = await openAccount(product);
    const ada = await employee(account.company, 'Ada', 'Basic User');
    await account.buy({ totals: { crm: 3 } });
    await ok(
      product.operator.put(`/v1/employees/${ada}/licenses/crm`, { billing_account: account.id }),
    );
    await account.advance('2026-11-30T00:00:00Z');
    const [notice, ...more] = await noticesOf(account, 'paid_but_unassigned');
    expect(more).toEqual([]);
    expect(notice.message).toBe('You pay for 2 CRM that nobody holds.');
    const link = `/billing-accounts/${account.id}/cart?crm=1`;
    expect(notice.remedies).toMatchObject([{ action: 'lower_totals', link }]);
    await account.buy({ totals: { crm: 1 }, effective_on: '2026-12-01' });
    await account.advance('2026-12-30T00:00:00Z');
    expect(await noticesOf(account, 'paid_but_unassigned')).toHaveLength(1);
  });

  test('so are those that come free within the last week', async () => {
    const account = await openAccount(product);
    const ada = await employee(account.company, 'Ada', 'Basic User');
    await account.buy({ totals: { crm: 1 } });
    const assign = { billing_account: account.id };
    await ok(product.operator.put(`/v1/employees/${ada}/licenses/crm`, assign));
    await account.advance('2026-11-29T00:00:00Z');
    expect(await noticesOf(account, 'paid_but_unassigned')).toEqual([]);
    await ok(product.operator.post(`/v1/employees/${ada}/hide`));
    await account.advance('2026-11-29T00:00:01Z');
    expect(await noticesOf(account, 'paid_but_unassigned')).toHaveLength(1);
  });

  test('a contract’s end is told two months ahead, once for each term', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 1 } });
    await ok(
      product.operator.post(`/v1/billing-accounts/${account.id}/contracts`, {
        starts_on: '2026-11-23',
        months: 6,
        floors: { crm: 1 },
        at_end: 'renew',
      }),
    );
    await account.advance('2027-03-23T12:00:00Z');
    expect(await noticesOf(account, 'contract_ends')).toEqual([]);
    await account.advance('2027-03-24T12:00:00Z');
    await account.advance('2027-05-01T12:00:00Z');
    const [notice, ...more] = await noticesOf(account, 'contract_ends');
    expect(more).toEqual([]);
    expect(notice.message).toContain('it renews on 2027-05-23');
    expect(notice.created_at).toBe('2027-03-24T00:00:00.000Z');
  });
});

describe('money that moved', () => {
  test('a purchase brings its receipt by mail, also while the test clock stands', async () => {
    const account = await openAccount(product);
    await employee(account.company, 'Sam', 'Administrator');
    const { receipt } = await account.buy({ totals: { crm: 1 }, minutes: '20.00' });
    await expect
      .poll(async () => await noticesOf(account, 'receipt_issued'), { timeout: 5_000 })
      .toHaveLength(1);
    const [notice] = await noticesOf(account, 'receipt_issued');
    expect(notice.message).toContain(receipt.number);
    const [mail] = await mailsOf(account, 'receipt_issued');
    const { text, html } = await ok(product.operator.get(`/v1/mails/${mail.id}`));
    expect(text).toContain(receipt.number);
    expect(html).toContain(receipt.number);
  });

  test('a renewal that no funding source pays is told once for each round', async () => {
    const account = await openAccount(product, { tokens: ['tok_ok'] });
    await account.buy({ totals: { crm: 1 } });
    for (const token of ['tok_decline', 'tok_decline']) {
      await ok(
        product.operator.post(`/v1/billing-accounts/${account.id}/funding-sources`, {
          provider: 'sandbox',
          token,
          default: true,
        }),
      );
    }
    const [good] = account.fundingSources;
    await account.advance('2026-12-01T00:00:00Z');
    // Both cards were declined, the old one paid: there is nothing to tell but the invoice.
    expect(await noticesOf(account, 'payment_failed')).toEqual([]);
    expect(await noticesOf(account, 'invoice_issued')).toHaveLength(1);
    await ok(product.operator.delete(`/v1/funding-sources/${good}`));
    await account.advance('2027-01-01T00:00:00Z');
    const [notice, ...more] = await noticesOf(account, 'payment_failed');
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ level: 'critical' });
    expect(notice.message).toContain('$95.00 is outstanding');
    expect(notice.remedies[0].link).toBe(`/billing-accounts/${account.id}#invoices`);
  });

  test('minutes that run low are told once a period, and again when they are used up', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 1, flex_port: 1 }, minutes: '20.00' });
    for (const day of ['24', '25', '26']) {
      await call(account, 6_000);
      await account.advance(`2026-11-${day}T12:00:00Z`);
    }
    const [notice, ...more] = await noticesOf(account, 'minutes_run_out');
    expect(more).toEqual([]);
    expect(notice.message).toMatch(/run out on 2026-1[12]-\d\d\.$/);
    expect(notice.remedies[0].link).toContain('/cart?minutes=');
  });

  test('storage is told at four fifths and above the allowance', async () => {
    const account = await openAccount(product);
    const put = (bytes: number) =>
      ok(
        product.operator.put(`/v1/billing-accounts/${account.id}/storage/objects/one`, {
          meter: 'files',
          kind: 'file',
          name: 'one',
          bytes,
          created_at: '2026-11-23T12:00:00Z',
          last_used_at: '2026-11-23T12:00:00Z',
        }),
      );
    await put(450_000_000);
    await account.advance('2026-11-25T12:00:00Z');
    expect(await noticesOf(account, 'storage_near')).toHaveLength(1);
    expect(await noticesOf(account, 'storage_over')).toEqual([]);
    await put(900_000_000);
    await account.advance('2026-11-28T12:00:00Z');
    expect(await noticesOf(account, 'storage_over')).toHaveLength(1);
    expect(await noticesOf(account, 'storage_near')).toHaveLength(1);
  });
});

describe('who reads', () => {
  test('has what was read and dismissed to themselves', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-11-25T00:00:00Z');
    const [one, two] = [await keyOf(account.company), await keyOf(account.company)];
    const base = `/v1/companies/${account.company}/notices`;
    const unread = async (caller: Caller) => (await ok(caller.get(`${base}/unread`))).unread;
    const all = await unread(one);
    expect(all).toBeGreaterThan(2);
    const [first] = (await ok(one.get(base))).data;
    expect(first.read_at).toBeNull();
    expect((await ok(one.post(`/v1/notices/${first.id}/read`))).read_at).not.toBeNull();
    expect(await unread(one)).toBe(all - 1);
    expect(await unread(two)).toBe(all);
    await ok(one.post(`/v1/notices/${first.id}/dismiss`));
    const left = (await ok(one.get(base))).data.map(({ id }: Json) => id);
    expect(left).not.toContain(first.id);
    await ok(one.post(`${base}/read`));
    expect(await unread(one)).toBe(0);
    expect((await ok(one.get(`${base}?unread=true`))).data).toEqual([]);
    expect((await ok(two.get(`${base}?unread=true`))).data).toHaveLength(all);
  });

  test('another company’s notices do not exist', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-11-25T00:00:00Z');
    const other = await keyOf((await openAccount(product)).company);
    const [notice] = await noticesOf(account);
    expect((await other.post(`/v1/notices/${notice.id}/read`)).status).toBe(404);
    expect((await other.get(`/v1/companies/${account.company}/notices`)).status).toBe(404);
  });

  test('chooses mails, but not against those that money hangs on', async () => {
    const account = await openAccount(product);
    const sam = await employee(account.company, 'Sam', 'Administrator');
    const max = await employee(account.company, 'Max', 'Manager');
    const path = (id: string) => `/v1/employees/${id}/notice-preferences`;
    const { data } = await ok(product.operator.get(path(sam)));
    const kindOf = (rows: Json[], kind: string) => rows.find((row) => row.kind === kind);
    expect(kindOf(data, 'payment_failed')).toMatchObject({ mailed: true, fixed: true });
    const against = { mailed: { payment_failed: false } };
    const refused = await product.operator.put(path(sam), against);
    expect(refused).toMatchObject({ status: 409, body: { code: 'not_editable' } });
    await ok(product.operator.put(path(sam), { mailed: { receipt_issued: false } }));
    await ok(product.operator.put(path(max), { mailed: { receipt_issued: true } }));
    await account.buy({ totals: { crm: 1 } });
    await account.advance('2026-11-23T13:00:00Z');
    const mails = await mailsOf(account, 'receipt_issued');
    expect(mails.map(({ to }) => to.address)).toEqual(['max@example.com']);
  });
});

describe('several at once', () => {
  test('workers that decide at the same time tell each thing once', async () => {
    const account = await openAccount(product, { realTime: true, anchor: '2026-01-01' });
    await employee(account.company, 'Sam', 'Administrator');
    await account.buy({ totals: { crm: 1 } });
    await account.buy({ minutes: '5.00' });
    const { dueWork } = product.app;
    await Promise.all(Array.from({ length: 6 }, () => dueWork.bringUpToDate(account.id)));
    expect(await noticesOf(account, 'receipt_issued')).toHaveLength(2);
    expect(await mailsOf(account, 'receipt_issued')).toHaveLength(2);
  });
});

describe('GET /v1/notices/{kind}/preview', () => {
  test('shows every kind with the account’s own documents', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 2 } });
    await account.advance('2026-12-01T00:00:00Z');
    const [invoice] = await account.invoices();
    await ok(
      product.operator.post(`/v1/invoices/${invoice.id}/credit-notes`, {
        lines: [{ line: 1, amount: '10.00' }],
        reason: 'outage',
      }),
    );
    const kinds = (await ok(product.operator.get('/openapi.json'))).components.schemas.NoticePreview
      .properties.kind.enum as string[];
    const shown = kinds.filter((kind) => !kind.startsWith('approval'));
    for (const kind of shown) {
      const path = `/v1/notices/${kind}/preview?billing_account=${account.id}`;
      const { subject, text, html } = await ok(product.operator.get(path));
      expect(subject).toContain('Main');
      expect(text.length).toBeGreaterThan(100);
      expect(html).toContain('</html>');
    }
    const sold = await ok(
      product.operator.get(`/v1/notices/invoice_issued/preview?billing_account=${account.id}`),
    );
    expect(sold.text).toContain(invoice.number);
  });
});
