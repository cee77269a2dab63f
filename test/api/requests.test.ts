import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Json, type Product, startProduct } from './product.ts';
import { openShop, type Shop } from './shop.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const BY = {
  authorized_by: { first_name: 'Sam', last_name: 'Sysadmin' },
  terms_version: '2026-11-01',
};

async function ok(request: Promise<Answer>): Promise<Json> {
  const { status, body } = await request;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

const ask = (employee: string, body: Json) =>
  product.operator.post(`/v1/employees/${employee}/requests`, body);
const approve = (id: string, body: Json = BY) =>
  product.operator.post(`/v1/requests/${id}/approve`, body);
const LOGIN = { activity: 'dialer.login', reason: 'license_not_assigned' };

async function noticesOf(shop: Shop, kind: string): Promise<Json[]> {
  const { data } = await ok(
    product.operator.get(`/v1/companies/${shop.company}/notices?kind=${kind}`),
  );
  return data;
}

const mayLogIn = async (employee: string) => {
  const path = `/v1/employees/${employee}/access?activity=dialer.login`;
  return (await ok(product.operator.get(path))).activities[0].allowed;
};

describe('an employee who lacks licenses', () => {
  test('asks once, and those who can assign are told with a reference', async () => {
    const shop = await openShop(product);
    await shop.employee('Sam', 'Administrator');
    await shop.buy({ totals: { crm: 2, dialer_tab: 1, dialer: 1 } });
    const ada = await shop.employee('Ada');
    const asked = await ok(ask(ada, LOGIN));
    expect(asked).toMatchObject({
      reference: expect.stringMatching(/^ASK-[0-9A-Z]{6}$/),
      employee: { id: ada, name: 'Ada Agent' },
      status: 'open',
      approving: { kind: 'assign', buy: null, costs: null },
    });
    expect((await ok(ask(ada, LOGIN))).id).toBe(asked.id);
    const [notice, ...more] = await noticesOf(shop, 'approval_wanted');
    expect(more).toEqual([]);
    expect(notice.message).toContain(asked.reference);
    expect(notice.remedies[0]).toMatchObject({ link: `/requests/${asked.id}` });
    const { data: mails } = await ok(product.operator.get(`/v1/mails?company=${shop.company}`));
    const to = mails.filter(({ kind }: Json) => kind === 'approval_wanted');
    expect(to.map((mail: Json) => mail.to.address)).toEqual(['sam@example.com']);
  });

  test('is given exactly what was missing by one approval', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 2, dialer_tab: 1, dialer: 1 } });
    const ada = await shop.employee('Ada');
    const { id } = await ok(ask(ada, LOGIN));
    expect(await mayLogIn(ada)).toBe(false);
    expect(await ok(approve(id))).toMatchObject({ status: 'approved' });
    expect(await mayLogIn(ada)).toBe(true);
    const again = await approve(id);
    expect(again).toMatchObject({ status: 409, body: { code: 'request_answered' } });
    expect((await ask(ada, LOGIN)).body.code).toBe('nothing_to_change');
  });

  test('has them bought and assigned, at the figures that were shown', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1, dialer_tab: 1 } });
    const ada = await shop.employee('Ada');
    const asked = await ok(ask(ada, LOGIN));
    expect(asked.approving).toMatchObject({ kind: 'buy', buy: { licenses: { dialer: 1 } } });
    const costs = asked.approving.costs;
    expect(asked.remedy).toMatchObject(costs);
    const unnamed = await approve(asked.id, {});
    expect(unnamed).toMatchObject({ status: 403, body: { code: 'authorization_required' } });
    expect(await ok(approve(asked.id))).toMatchObject({ status: 'approved' });
    expect(await mayLogIn(ada)).toBe(true);
    const { data: orders } = await ok(
      product.operator.get(`/v1/billing-accounts/${shop.account}/orders`),
    );
    expect(orders[0]).toMatchObject({ status: 'completed', total: costs.due_now });
    expect(orders[0].authorized_by).toEqual(BY.authorized_by);
  });

  test('is not charged other figures than were seen; the new ones can be approved', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1, dialer_tab: 1 } });
    const ada = await shop.employee('Ada');
    const asked = await ok(ask(ada, LOGIN));
    await shop.advance('2026-11-25T15:00:00Z');
    const refused = await approve(asked.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'request_outdated' } });
    const { costs } = (await ok(product.operator.get(`/v1/requests/${asked.id}`))).approving;
    expect(refused.body.details).toMatchObject(costs);
    expect(costs.due_now).not.toEqual(asked.remedy.due_now);
    expect(await ok(approve(asked.id, { ...BY, expected: costs }))).toMatchObject({
      status: 'approved',
    });
  });

  test('waits on when the payment is declined, and nothing was changed', async () => {
    const shop = await openShop(product, { token: 'tok_decline' });
    const ada = await shop.employee('Ada');
    const asked = await ok(ask(ada, LOGIN));
    const refused = await approve(asked.id);
    expect(refused).toMatchObject({ status: 402, body: { code: 'payment_declined' } });
    const after = await ok(product.operator.get(`/v1/requests/${asked.id}`));
    expect(after.status).toBe('open');
    expect((await shop.details()).licenses.dialer.total).toBe(0);
  });

  test('is charged once, however many approve at once', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1, dialer_tab: 1 } });
    const ada = await shop.employee('Ada');
    const { id } = await ok(ask(ada, LOGIN));
    const answers = await Promise.all(Array.from({ length: 5 }, () => approve(id)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect((await shop.details()).licenses.dialer.total).toBe(1);
    expect(await ok(product.operator.get(`/v1/requests/${id}`))).toMatchObject({
      status: 'approved',
    });
  });
});

describe('what one click cannot do', () => {
  test('is approved once it has been done by hand', async () => {
    const shop = await openShop(product);
    await shop.buy({ totals: { crm: 1, flex_port: 1 } });
    const groups = `/v1/companies/${shop.company}/permission-groups`;
    await ok(product.operator.post(groups, { name: 'Nothing', permissions: [] }));
    const ada = await shop.employee('Ada', 'Nothing');
    const asked = await ok(
      ask(ada, { activity: 'voice_message.send', reason: 'permission_denied' }),
    );
    expect(asked.approving.kind).toBe('by_hand');
    const early = await approve(asked.id);
    expect(early).toMatchObject({ status: 409, body: { code: 'remedy_by_hand' } });
    const group = { permission_group: 'Basic User' };
    await ok(product.operator.patch(`/v1/employees/${ada}`, group));
    expect(await ok(approve(asked.id))).toMatchObject({ status: 'approved' });
  });
});

describe('a request', () => {
  test('that is declined tells why to whoever asked, and may be asked again', async () => {
    const shop = await openShop(product);
    const ada = await shop.employee('Ada');
    const { id, reference } = await ok(ask(ada, LOGIN));
    const path = `/v1/requests/${id}/decline`;
    const declined = await ok(product.operator.post(path, { reason: 'Not this month.' }));
    expect(declined).toMatchObject({ status: 'declined', answer: 'Not this month.' });
    const { data: mails } = await ok(product.operator.get(`/v1/mails?company=${shop.company}`));
    const [mail] = mails.filter(({ kind }: Json) => kind === 'approval_decided');
    expect(mail.to.address).toBe('ada@example.com');
    const { text } = await ok(product.operator.get(`/v1/mails/${mail.id}`));
    expect(text).toContain(`declined your request ${reference}: Not this month.`);
    // It is for Ada: the company's other readers do not see it.
    expect(await noticesOf(shop, 'approval_decided')).toEqual([]);
    expect((await ok(ask(ada, LOGIN))).id).not.toBe(id);
  });

  test('is limited to ten a day', async () => {
    const shop = await openShop(product);
    const ada = await shop.employee('Ada');
    for (let count = 0; count < 10; count += 1) {
      const { id } = await ok(ask(ada, LOGIN));
      await ok(product.operator.post(`/v1/requests/${id}/withdraw`));
    }
    expect(await ask(ada, LOGIN)).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    await shop.advance('2026-11-23T15:00:01Z');
    await ok(ask(ada, LOGIN));
  });

  test('of another company does not exist, and a reason that is none is refused', async () => {
    const [shop, other] = [await openShop(product), await openShop(product)];
    const ada = await shop.employee('Ada');
    const { id } = await ok(ask(ada, LOGIN));
    const path = `/v1/companies/${other.company}/api-keys`;
    const scopes = ['read', 'manage', 'admission'];
    const { key } = await ok(product.operator.post(path, { name: 'k', scopes }));
    const stranger = product.as(key);
    expect((await stranger.get(`/v1/requests/${id}`)).status).toBe(404);
    expect((await stranger.post(`/v1/requests/${id}/approve`, BY)).status).toBe(404);
    expect((await stranger.post(`/v1/employees/${ada}/requests`, LOGIN)).status).toBe(404);
    const none = await ask(ada, { ...LOGIN, reason: 'account_suspended' });
    expect(none).toMatchObject({ status: 409, body: { code: 'nothing_to_change' } });
    const unknown = await ask(ada, { activity: 'tea.make', reason: 'license_not_assigned' });
    expect(unknown.status).toBe(422);
  });
});
