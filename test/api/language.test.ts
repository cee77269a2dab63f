import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount } from './billing-account.ts';
import { type Json, OPERATOR_KEY, type Product, startProduct } from './product.ts';
import { signedIn } from './visitor.ts';

const GERMAN = { 'accept-language': 'de' };

let product: Product;
let account: BillingAccountUnderTest;
beforeAll(async () => {
  product = await startProduct();
  account = await openAccount(product);
});
afterAll(() => product.close());

/** What the operator is answered, by the language that is asked for; undefined: none is. */
async function answered(path: string, language: string | undefined, body?: Json) {
  const answer = await fetch(`${product.address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${OPERATOR_KEY}`,
      ...(language === undefined ? {} : { 'accept-language': language }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Json };
}

async function hire(name: string, group = 'Basic User'): Promise<string> {
  const { body } = await product.operator.post(`/v1/companies/${account.company}/employees`, {
    first_name: name,
    last_name: 'Lee',
    email: `${name.toLowerCase()}@example.com`,
    permission_group: group,
  });
  return body.id;
}

const titleIn = async (language: string | undefined) =>
  (await answered('/v1/invoices/inv_0', language)).body.title;

describe('the language of an answer', () => {
  test('is English unless another that is spoken here is wanted more', async () => {
    expect(await titleIn(undefined)).toBe('Not found');
    expect(await titleIn('fr, *;q=0.5')).toBe('Not found');
    expect(await titleIn('de-AT')).toBe('Nicht gefunden');
    expect(await titleIn('fr, de;q=0.8, en;q=0.7')).toBe('Nicht gefunden');
    expect(await titleIn('de;q=0.3, en;q=0.9')).toBe('Not found');
    expect(await titleIn('de;q=0')).toBe('Not found');
  });

  test('is named by whoever asked for one', async () => {
    const asked = await answered('/v1/invoices/inv_0', 'de');
    expect(asked.headers.get('content-language')).toBe('de');
    expect(asked.headers.get('vary')).toMatch(/accept-language/i);
    const unspoken = await answered('/v1/me', 'fr');
    expect(unspoken.headers.get('content-language')).toBe('en');
  });

  test('is that of a refusal, of a wrong value, and of an address that is none', async () => {
    const wrong = await answered('/v1/companies', 'de', { name: '' });
    expect(wrong.body).toMatchObject({
      title: 'Ungültiger Wert',
      errors: [{ pointer: '/name', detail: 'darf nicht leer sein' }],
    });
    const nowhere = await answered('/v1/nowhere', 'de');
    expect(nowhere.body.detail).toBe('An dieser Adresse gibt es nichts.');
    const unsaid = await answered('/v1/companies', 'de', { name: 7 });
    expect(unsaid.body.errors[0].detail).toMatch(/^Ungültige Eingabe/);
  });

  test('is that of every reason for which admission refuses, to either reader', async () => {
    const employee = await hire('Nils');
    const asked = { employee, activity: 'call.outbound', destination: '+15551234567' };
    const { body } = await answered('/v1/authorizations', 'de', asked);
    const [first] = body.reasons;
    expect(first.message).toBe(
      'Ihnen fehlen die Lizenzen CRM, Dialer Tab und Dialer. Bitte wenden Sie sich an Ihren Administrator.',
    );
    expect(first.admin_message).toMatch(/^Nils Lee hat die Berechtigung, aber/);
    expect(first.remedies[0].label).toMatch(/kaufen, dann Nils Lee zuweisen: /);
  });

  test('is each one’s own, also where both are decided in one batch', async () => {
    const employee = await hire('Bea');
    const asked = { employee, activity: 'nothing.such' };
    const wanted = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 'de' : 'en'));
    const answers = await Promise.all(
      wanted.map((language) => answered('/v1/authorizations', language, asked)),
    );
    const begun = answers.map(({ body }) => body.detail.slice(0, 5));
    expect(begun).toEqual(wanted.map((language) => (language === 'de' ? 'Diese' : 'There')));
  });

  test('is that of the answers to questions and of alerts', async () => {
    const path = `/v1/billing-accounts/${account.id}`;
    const question = `${path}/answers/where-are-my-minutes`;
    expect((await answered(question, 'de')).body.answer).toMatch(
      /^Ihr Minutenguthaben beträgt 0,00/,
    );
    expect((await answered(question, undefined)).body.answer).toMatch(
      /^Your dialer minutes balance/,
    );
    await account.buy({ totals: { crm: 3 } });
    const company = `/v1/companies/${account.company}/billing-information`;
    const [{ alerts }] = (await answered(company, 'de')).body.billing_accounts;
    expect(alerts.map(({ message }: Json) => message)).toContain(
      'Sie bezahlen für 3 CRM, die niemand hat.',
    );
  });
});

describe('what is kept', () => {
  /** The same purchase of a new account, made by somebody who reads that language. */
  async function bought(language: Record<string, string>) {
    const buyer = await openAccount(product);
    const quote = await buyer.quote({ totals: { crm: 2 }, minutes: '1234.50' });
    const order = await buyer.accept(quote.body.id, language);
    expect(order.status).toBe(201);
    await product.operator.post(`/v1/test-clocks/${buyer.clock}/advance`, {
      now: '2026-12-02T00:00:00Z',
    });
    return { buyer, receipt: order.body.receipt.id as string };
  }

  test('is English whoever caused it, and is said to whoever reads it', async () => {
    const { buyer, receipt } = await bought(GERMAN);
    const english = (await answered(`/v1/receipts/${receipt}`, undefined)).body;
    const other = await bought({});
    const same = (await answered(`/v1/receipts/${other.receipt}`, undefined)).body;
    expect(english.lines).toEqual(same.lines);
    expect(english.lines.map((line: Json) => line.description)).toEqual([
      'CRM: 2 more licenses (0 to 2), 8 of 30 days',
      'Dialer minutes for $1,234.50',
    ]);
    const german = (await answered(`/v1/receipts/${receipt}`, 'de')).body;
    expect(german.lines.map((line: Json) => line.description)).toEqual([
      'CRM: 2 Lizenzen mehr (0 auf 2), 8 von 30 Tagen',
      expect.stringMatching(/^Minuten für 1\.234,50\s\$$/),
    ]);
    const [notice] = (
      await answered(`/v1/companies/${buyer.company}/notices?kind=invoice_issued`, 'de')
    ).body.data;
    expect(notice).toMatchObject({ title: 'Eine neue Rechnung' });
    expect(notice.message).toMatch(/^Die Rechnung \S+ über .* wurde ausgestellt\./);
    expect(notice.remedies[0].label).toBe('Rechnung ansehen');
  });

  test('adds up, whoever caused it in whichever language', async () => {
    await bought(GERMAN);
    const { open, app } = product;
    const { differences } = await open.database.read((tx) => app.services.verifier.verify(tx));
    expect(differences).toEqual([]);
  });

  test('is printed in English, the same bytes whatever is asked for', async () => {
    const { receipt } = await bought(GERMAN);
    const printed = async (language: string) => {
      const answer = await fetch(`${product.address}/v1/receipts/${receipt}.pdf`, {
        headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'accept-language': language },
      });
      expect(answer.status).toBe(200);
      return Buffer.from(await answer.arrayBuffer());
    };
    expect((await printed('de')).equals(await printed('en'))).toBe(true);
  });
});

describe('a person’s language', () => {
  test('is theirs to choose, and is that of their mails', async () => {
    const employee = await hire('Greta', 'Administrator');
    const { call } = await signedIn(product, employee);
    expect((await call('GET', '/v1/me')).body.language).toBeNull();
    const chosen = await call('PATCH', '/v1/me', { language: 'de' });
    expect(chosen).toMatchObject({ status: 200, body: { language: 'de' } });
    expect(await call('PATCH', '/v1/me', { language: 'xx' })).toMatchObject({ status: 422 });
    await hire('Emma', 'Administrator');
    await account.advance('2026-12-02T00:00:00Z');
    const mails = (await product.operator.get(`/v1/mails?limit=100&company=${account.company}`))
      .body;
    const subjects = (name: string) =>
      mails.data
        .filter((mail: Json) => mail.kind === 'invoice_issued' && mail.to.name === name)
        .map((mail: Json) => mail.subject);
    expect(subjects('Greta Lee')).toEqual([expect.stringMatching(/Eine neue Rechnung/)]);
    expect(subjects('Emma Lee')).toEqual([expect.stringMatching(/A new invoice/)]);
  });

  test('is no key’s', async () => {
    const refused = await product.operator.patch('/v1/me', { language: 'de' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'scope_missing' } });
  });
});
