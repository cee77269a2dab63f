import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const send = (method: string, path: string) => fetch(`${product.address}${path}`, { method });

describe('an address', () => {
  test.each([
    ['GET', '/v1/authorizations/auth_01kaj2v7c3h2m8xq4t9w5e6r7y/settle', 'POST'],
    ['DELETE', '/v1/companies', 'GET, HEAD, POST'],
    ['PUT', '/v1/employees/emp_01kaj2v7c3h2m8xq4t9w5e6r7y', 'GET, HEAD, PATCH'],
    ['POST', '/v1/receipts/rcp_01kaj2v7c3h2m8xq4t9w5e6r7y.pdf', 'GET, HEAD'],
    ['POST', '/healthz?now', 'GET, HEAD'],
  ])('that takes no %s says so, and what it takes: %s', async (method, path, allow) => {
    const answer = await send(method, path);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'method_not_allowed',
      detail: `This address takes ${allow}, and no ${method}.`,
    });
  });

  test.each(['GET', 'POST', 'DELETE'])('that is none is not found by %s', async (method) => {
    for (const path of ['/v1/nowhere', '/v1/companies/co_1/nowhere/else', '/v1xcompanies']) {
      if (method === 'GET' && !path.startsWith('/v1/')) continue; // A page of the console.
      const answer = await send(method, path);
      expect([answer.status, answer.headers.get('allow')]).toEqual([404, null]);
      expect(await answer.json()).toMatchObject({ code: 'not_found' });
    }
  });
});

test('an address that is no right URL is none, and no fault of ours', async () => {
  for (const method of ['GET', 'POST']) {
    const { status } = await send(method, '//');
    expect([200, 404]).toContain(status); // The console's page, where it is built.
  }
});

describe('where people reach it by TLS', () => {
  test('browsers are told to come by nothing else', async () => {
    expect((await send('GET', '/healthz')).headers.get('strict-transport-security')).toBeNull();
    const settings = { TOLLKEEPER_PUBLIC_URL: 'https://billing.example.com' };
    const secure = await startProduct({ settings });
    for (const path of ['/healthz', '/v1/companies', '/v1/nowhere']) {
      const { headers } = await fetch(`${secure.address}${path}`);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    }
    await secure.close();
  });
});
