import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../database/connect.ts';
import { readEventFeed } from '../database/event-feed.store.ts';
import { createEvents } from '../database/events.ts';
import { freshDatabase } from '../database/test-database.ts';
import type { Transaction } from '../database/transaction.ts';
import { createHttpWebhookSender } from '../integrations/webhooks/http-webhook-sender.ts';
import { SYSTEM } from '../kernel/actor.ts';
import { createCompanies } from '../modules/companies/index.ts';
import { createWebhooks } from '../modules/webhooks/index.ts';
import { deliverWebhooks } from './webhook-delivery.ts';

/** How far the product's clock is ahead of the database's, which dates what is to be sent. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
const events = createEvents();
const companies = createCompanies({ events, clock });
const webhooks = createWebhooks({ events, clock });
const sender = createHttpWebhookSender(500);

interface Received {
  headers: Record<string, string>;
  body: string;
}

let open: OpenDatabase;
let receiver: Server;
let url: string;
let received: Received[] = [];
/** What the receiver answers next; undefined: it never answers. */
let answer: number | undefined = 204;

beforeAll(async () => {
  open = await freshDatabase();
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      if (answer !== undefined) response.writeHead(answer, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await open.close();
});
beforeEach(() => {
  received = [];
  answer = 204;
});

const write = <T>(work: (tx: Transaction) => Promise<T>) => open.database.transaction(work);
const deliver = () => deliverWebhooks({ database: open.database, webhooks, sender });
const wait = (seconds: number) => {
  aheadMs += seconds * 1_000;
};

async function companyWithEndpoint(types: string[] = ['thing.done']) {
  return await write(async (tx) => {
    const company = await companies.create(tx, SYSTEM, { name: 'Acme' });
    const input = { company: company.id, url, description: '', types };
    return { company, endpoint: await webhooks.create(tx, SYSTEM, input) };
  });
}

const happen = (company: string, type = 'thing.done') =>
  write((tx) =>
    events.record(tx, {
      actor: SYSTEM,
      at: clock.now(),
      company,
      type,
      subject: 'x',
      after: { a: 1 },
    }),
  );

const deliveriesOf = (id: string) =>
  open.database.read((tx) => webhooks.deliveries(tx, SYSTEM, id, { limit: 10 }));

describe('webhooks', () => {
  it('sends an event once, signed so that the receiver can verify it', async () => {
    const { company, endpoint } = await companyWithEndpoint();
    await happen(company.id);
    wait(1);
    await deliver();
    await deliver();
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const verified = new Webhook(endpoint.secret).verify(body, headers);
    expect(verified).toMatchObject({ type: 'thing.done', company: company.id, data: { a: 1 } });
    expect(() => new Webhook('whsec_AAAA').verify(body, headers)).toThrow();
    expect((await deliveriesOf(endpoint.id))[0]).toMatchObject({
      state: 'delivered',
      attempts: 1,
      lastResult: 'HTTP 204',
    });
  });

  it('tells a company nothing of another one, and only the types that were asked for', async () => {
    const { company, endpoint } = await companyWithEndpoint();
    const { company: other } = await companyWithEndpoint(['nothing.ever']);
    await happen(other.id);
    await happen(company.id, 'thing.undone');
    expect(await deliveriesOf(endpoint.id)).toEqual([]);
  });

  it('tries again after a failure, a redirect or silence, with the same id', async () => {
    const { company, endpoint } = await companyWithEndpoint();
    await happen(company.id);
    wait(1);
    for (const [status, pause] of [
      [500, 5],
      [302, 300],
      [undefined, 1_800],
    ] as const) {
      answer = status;
      await deliver();
      expect(await deliver()).toBe(0); // Not before its pause is over.
      wait(pause);
    }
    answer = 200;
    await deliver();
    expect(received).toHaveLength(4);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await deliveriesOf(endpoint.id))[0]).toMatchObject({ state: 'delivered', attempts: 4 });
  });

  it('stops sending to a receiver that is gone, and goes on when it is switched on', async () => {
    const { company, endpoint } = await companyWithEndpoint();
    answer = 410;
    await happen(company.id);
    wait(1);
    await deliver();
    await happen(company.id);
    wait(1);
    expect(await deliver()).toBe(0);
    const found = await open.database.read((tx) => webhooks.get(tx, SYSTEM, endpoint.id));
    expect(found.disabledReason).toBe('the receiver answered 410 Gone');
    answer = 204;
    await write((tx) => webhooks.change(tx, SYSTEM, endpoint.id, { enabled: true }));
    await happen(company.id);
    wait(1);
    expect(await deliver()).toBe(1);
  });

  it('never has two senders take the same delivery', async () => {
    const { company } = await companyWithEndpoint();
    for (let index = 0; index < 5; index += 1) await happen(company.id);
    wait(1);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(received).toHaveLength(5);
  });

  it('leaves nothing to send of what was rolled back', async () => {
    const { company, endpoint } = await companyWithEndpoint();
    const failing = write(async (tx) => {
      const at = clock.now();
      const type = 'thing.done';
      await events.record(tx, { actor: SYSTEM, at, company: company.id, type, subject: 'x' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await deliveriesOf(endpoint.id)).toEqual([]);
  });
});

describe('the feed of events', () => {
  it('never lets a reader pass an event whose transaction is still open', async () => {
    const { company } = await companyWithEndpoint([]);
    const read = (after?: string) =>
      open.database.read((tx) => readEventFeed(tx, { company: company.id, limit: 10, after }));
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const slow = write(async (tx) => {
      const event = { actor: SYSTEM, at: clock.now(), company: company.id, subject: 'slow' };
      await events.record(tx, { ...event, type: 'thing.slow' });
      begun.resolve();
      await finish.promise;
    });
    await begun.promise;
    await happen(company.id, 'thing.fast');
    const early = await read();
    const safe = early.filter((row) => row.settled).at(-1)?.cursor;
    expect(early.at(-1)).toMatchObject({ settled: false, event: { type: 'thing.fast' } });
    finish.resolve();
    await slow;
    // Others' transactions on the same server may have held back what came before, too.
    const later = (await read(safe)).map((row) => row.event.type);
    expect(later.filter((type) => type.startsWith('thing.'))).toEqual(['thing.slow', 'thing.fast']);
  });
});
