import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Json, OPERATOR_KEY, type Product, startProduct } from './product.ts';
import { signedIn } from './visitor.ts';

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

const company = async () => (await ok(product.operator.post('/v1/companies', { name: 'C' }))).id;

async function employee(co: string, name: string, group = 'Basic User'): Promise<string> {
  const made = await ok(
    product.operator.post(`/v1/companies/${co}/employees`, {
      first_name: name,
      last_name: 'Lee',
      email: `${name.toLowerCase()}@example.com`,
      permission_group: group,
    }),
  );
  return made.id;
}

interface Stream {
  readonly status: number;
  /** The messages so far: what each is about, and its place. */
  readonly seen: { type: string; subject: string; id: string }[];
  /** Settles when the server ends it. */
  readonly ended: Promise<void>;
  close(): void;
}

async function listen(
  co: string,
  headers: Record<string, string> = { authorization: `Bearer ${OPERATOR_KEY}` },
): Promise<Stream> {
  const stop = new AbortController();
  const path = `${product.address}/v1/companies/${co}/events/stream`;
  const response = await fetch(path, { headers, signal: stop.signal });
  const seen: Stream['seen'] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const [, id = ''] = /^id: (.*)$/m.exec(message) ?? [];
        const [, data] = /^data: (.*)$/m.exec(message) ?? [];
        if (data === undefined || data === '{}') continue;
        const event = { ...JSON.parse(data), id };
        // That the company was made may come after it is listened to: what other transactions of
        // the same server still hold back is told as soon as they have ended.
        if (event.subject !== co) seen.push(event);
      }
    }
  };
  const ended = read().catch(() => undefined);
  return { status: response.status, seen, ended, close: () => stop.abort() };
}

const soon = { timeout: 8_000, interval: 50 };

describe('GET /v1/companies/{co}/events/stream', () => {
  test('shows what happens to the company while it happens, and nothing of another', async () => {
    const [co, other] = [await company(), await company()];
    const stream = await listen(co);
    const [ada] = [await employee(co, 'Ada'), await employee(other, 'Eve')];
    await expect.poll(() => stream.seen.map(({ subject }) => subject), soon).toEqual([ada]);
    const ben = await employee(co, 'Ben');
    await expect.poll(() => stream.seen.map(({ subject }) => subject), soon).toEqual([ada, ben]);
    expect(stream.seen[0]?.type).toBe('employee.created');
    stream.close();
  });

  test('goes on from the last event that was seen, missing none and repeating none', async () => {
    const co = await company();
    const first = await listen(co);
    const ada = await employee(co, 'Ada');
    await expect.poll(() => first.seen, soon).toHaveLength(1);
    first.close();
    const names = ['Ben', 'Cy', 'Di', 'Ed'];
    const missed: string[] = [];
    for (const name of names) missed.push(await employee(co, name));
    const authorization = `Bearer ${OPERATOR_KEY}`;
    const again = await listen(co, { authorization, 'last-event-id': first.seen[0]?.id ?? '' });
    const flo = await employee(co, 'Flo');
    await expect
      .poll(() => again.seen.map(({ subject }) => subject), soon)
      .toEqual([...missed, flo]);
    expect(again.seen.map(({ subject }) => subject)).not.toContain(ada);
    again.close();
  });

  test('is refused to strangers, to who may not see billing, and beyond its bound', async () => {
    const [co, other] = [await company(), await company()];
    const path = `/v1/companies/${other}/api-keys`;
    const { key } = await ok(product.operator.post(path, { name: 'k', scopes: ['read'] }));
    expect((await listen(co, { authorization: `Bearer ${key}` })).status).toBe(404);
    expect((await listen(co, {})).status).toBe(401);
    const bad = { authorization: `Bearer ${OPERATOR_KEY}`, 'last-event-id': 'x' };
    expect((await listen(co, bad)).status).toBe(422);
    const streams: Stream[] = [];
    for (let count = 0; count < 13; count += 1) streams.push(await listen(co));
    expect(streams.map(({ status }) => status)).toEqual([...Array(12).fill(200), 429]);
    for (const stream of streams) stream.close();
  });

  test('ends soon after its session was ended', async () => {
    const co = await company();
    const sam = await employee(co, 'Sam', 'Administrator');
    const { call } = await signedIn(product, sam);
    const cookie = [...call.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const stream = await listen(co, { cookie });
    expect(stream.status).toBe(200);
    await ok(product.operator.post(`/v1/employees/${sam}/hide`));
    await expect.poll(() => stream.seen.map(({ type }) => type), soon).toContain('employee.hidden');
    await stream.ended;
  }, 40_000);
});
