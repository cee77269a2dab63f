import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { auditOf, companyOf, tokenOf, visitorOf } from './visitor.ts';

let product: Product;
let company: string;
let ana: string;
let now = new Date('2026-11-22T12:00:00Z');
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

/** The sign-in mails that were written for an address; the API shows nobody their words. */
async function mailsTo(email: string): Promise<string[]> {
  const { services, signIn } = product.app;
  await signIn.mailedLinks.settled();
  const mails = await product.open.database.read((tx) =>
    services.outbox.list(tx, { limit: 100, company }),
  );
  const theirs = mails.filter(({ kind, to }) => kind === 'sign_in_link' && to.address === email);
  return theirs.map(({ text }) => text).reverse();
}

const ask = (email: string) => visitorOf(product)('POST', '/v1/session/link-requests', { email });

const linkIn = (mail: string | undefined) =>
  tokenOf(/https?:\S+#link=\S+/.exec(mail ?? '')?.[0] ?? '');

beforeAll(async () => {
  const settings = {
    // Nobody listens there: what is tested is what is written to be sent.
    TOLLKEEPER_SMTP_URL: 'smtp://127.0.0.1:9',
    TOLLKEEPER_MAIL_FROM: 'billing@tolls.example',
  };
  product = await startProduct({ clock: { now: () => now }, settings });
  const acme = await companyOf(product);
  company = acme.company;
  ana = await acme.hire('ana@acme.example', 'Basic User');
});
afterAll(() => product.close());

describe('a mailed link', () => {
  test('is sent to whoever has the address, and the answer tells nobody whether one does', async () => {
    const known = await ask('Ana@acme.example');
    const unknown = await ask('nobody@acme.example');
    expect(known.status).toBe(200);
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(await mailsTo('ana@acme.example')).toHaveLength(1);
    expect(await mailsTo('nobody@acme.example')).toEqual([]);
    const actions = (await auditOf(product, company)).map(({ action }) => action);
    expect(actions).toContain('sign_in_link.mailed');
  });

  test('signs in once, within a quarter of an hour', async () => {
    const token = linkIn((await mailsTo('ana@acme.example')).at(-1));
    later(14);
    const call = visitorOf(product);
    expect((await call('POST', '/v1/session/link', { token })).body).toEqual({ signed_in: true });
    expect((await call('GET', '/v1/me')).body.id).toBe(ana);
    expect((await visitorOf(product)('POST', '/v1/session/link', { token })).status).toBe(401);
    later(1);
    await ask('ana@acme.example');
    const late = linkIn((await mailsTo('ana@acme.example')).at(-1));
    later(16);
    expect((await visitorOf(product)('POST', '/v1/session/link', { token: late })).status).toBe(
      401,
    );
  });

  test('is not opened by looking at it: a scanner that follows it uses nothing up', async () => {
    await ask('ana@acme.example');
    const token = linkIn((await mailsTo('ana@acme.example')).at(-1));
    const scanner = visitorOf(product);
    await scanner('GET', `/sign-in?link=${token}`);
    const call = visitorOf(product);
    expect((await call('POST', '/v1/session/link', { token })).status).toBe(200);
  });

  test('is not sent over and over, whoever asks, whether there is such an address or not', async () => {
    for (const email of ['ana@acme.example', 'nobody-else@acme.example']) {
      const answers: number[] = [];
      for (let count = 0; count < 5; count += 1) answers.push((await ask(email)).status);
      expect(answers.at(-1)).toBe(429);
    }
    const refused = await ask('ana@acme.example');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1);
  });

  test('is not sent to somebody hidden', async () => {
    later(20);
    const before = (await mailsTo('ana@acme.example')).length;
    await product.operator.post(`/v1/employees/${ana}/hide`);
    await ask('ana@acme.example');
    expect(await mailsTo('ana@acme.example')).toHaveLength(before);
  });
});

test('without a mail server a link by mail is refused, and says so', async () => {
  const plain = await startProduct();
  const body = { email: 'ana@acme.example' };
  const refused = await visitorOf(plain)('POST', '/v1/session/link-requests', body);
  expect(refused.body.code).toBe('no_mail_server');
  await plain.close();
});
