import { expect, test } from 'vitest';
import { createClient, ProblemError } from './index.ts';

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

function answering(answer: () => Response) {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: 'https://billing.example',
    key: 'tk_secret',
    fetch: async (url, init) => {
      const headers = init?.headers as Record<string, string>;
      sent.push({ url: String(url), method: init?.method, headers, body: init?.body });
      return answer();
    },
  });
  return { client, sent };
}

const ok = () => Response.json({ data: [] });

test('a call goes to its address, with its query, as the key', async () => {
  const { client, sent } = answering(ok);
  await client.get('/v1/companies/{co}/employees', {
    params: { co: 'co_1' },
    query: { search: 'Ana & Co', limit: 50 },
  });
  expect(sent[0]).toMatchObject({
    url: 'https://billing.example/v1/companies/co_1/employees?search=Ana+%26+Co&limit=50',
    method: 'GET',
    headers: { authorization: 'Bearer tk_secret' },
  });
});

test('a change carries its key, and a name beyond ASCII as a header can', async () => {
  const { client, sent } = answering(ok);
  await client.post('/v1/employees/{emp}/hide', {
    params: { emp: 'emp_1' },
    idempotencyKey: 'once',
    authorizedBy: { firstName: 'Zoë', lastName: 'O’Hara; x', termsVersion: '2026-11-01' },
  });
  expect(sent[0]?.headers).toMatchObject({
    'idempotency-key': 'once',
    'authorized-by': 'Zo%C3%AB O%E2%80%99Hara%3B%20x; terms=2026-11-01',
  });
});

test('a refusal is thrown with its code, sentence and remedies', async () => {
  const problem = {
    title: 'Below the contract floor',
    status: 409,
    code: 'below_contract_floor',
    detail: 'The floor is 10 until Jan 1.',
    details: { floor: 10 },
    request_id: 'req_1',
  };
  const { client } = answering(() => Response.json(problem, { status: 409 }));
  const refused = client.get('/v1/me', {});
  await expect(refused).rejects.toThrow(ProblemError);
  await expect(refused).rejects.toMatchObject({
    code: 'below_contract_floor',
    message: 'The floor is 10 until Jan 1.',
    details: { floor: 10 },
    remedies: [],
    requestId: 'req_1',
  });
});

test('an answer that is no problem of ours is one all the same', async () => {
  const { client } = answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(client.get('/v1/me', {})).rejects.toMatchObject({ status: 502, code: 'no_problem' });
});
