import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

const PASSWORD = 'a-password-of-the-mail-server';

let product: Product;
beforeAll(async () => {
  product = await startProduct({
    settings: {
      TOLLKEEPER_SMTP_URL: `smtp://mailer:${PASSWORD}@mail.rang.example`,
      TOLLKEEPER_MAIL_FROM: 'Rang <billing@rang.example>',
      TOLLKEEPER_SECRET: 'a-secret-that-signs-every-cookie-0123456789',
      TOLLKEEPER_NOTICE_DAYS: '9',
    },
  });
});
afterAll(() => product.close());

test('the settings say where mail goes out, and nothing that opens anything', async () => {
  const { status, body } = await product.operator.get('/v1/settings');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    mail: { server: 'mail.rang.example:587', from: 'Rang <billing@rang.example>' },
    notice_days: 9,
    payments: { stripe: false, sandbox: true },
    sessions: { idle_minutes: 720, hours: 168 },
  });
  const text = JSON.stringify(body);
  for (const secret of [PASSWORD, 'mailer', 'a-secret-that-signs']) {
    expect(text).not.toContain(secret);
  }
});

test('a company’s key reads neither the settings nor how mails are written', async () => {
  const company = (await product.operator.post('/v1/companies', { name: 'Acme' })).body.id;
  const { key } = (
    await product.operator.post(`/v1/companies/${company}/api-keys`, {
      name: 'Own',
      scopes: ['read'],
    })
  ).body;
  for (const path of ['/v1/settings', '/v1/notice-kinds']) {
    expect((await product.as(key).get(path)).status, path).toBe(403);
    expect((await product.operator.get(path)).status, path).toBe(200);
  }
});
