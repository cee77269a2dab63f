import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { type Behaviour, StripeFault } from './behaviour.ts';
import { Books, type StripeObject } from './books.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface KeptAnswer {
  readonly request: string;
  answer: Answer | undefined;
}

/** Long enough for the client to have tried again, given up and asked what became of it. */
const LATE_MS = 900;
const SLOW_MS = 60;

const WEBHOOK_SECRET = 'whsec_of_the_fake';
const SECRET_KEY = 'sk_test_of_the_fake';

/**
 * A company that speaks as much of Stripe's API as we use, over HTTP, with its idempotency keys,
 * its own books and its webhooks; and that misbehaves when it is told to. It is not Stripe: what
 * it shows is that we keep our promises whatever such a company does.
 */
export class FakeStripe {
  readonly books = new Books();
  readonly settings = {
    TOLLKEEPER_STRIPE_SECRET_KEY: SECRET_KEY,
    TOLLKEEPER_STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TOLLKEEPER_STRIPE_API_URL: '',
  };
  /** For the next calls that change something, in their order. */
  readonly script: Behaviour[] = [];
  /** Runs before an answer is sent: webhooks may come first. */
  beforeAnswer: () => Promise<void> = async () => undefined;
  /** Every event that was made and not yet delivered. */
  readonly events: { id: string; type: string; data: { object: StripeObject } }[] = [];
  readonly calls: string[] = [];
  #keys = new Map<string, KeptAnswer>();
  #server: Server;
  #lastEvent = 0;
  readonly #signer = new Stripe(SECRET_KEY);

  private constructor(server: Server) {
    this.#server = server;
    this.books.onEvent = (type, object) => {
      this.#lastEvent += 1;
      const data = { object: structuredClone(object) };
      this.events.push({ id: `evt_${this.#lastEvent}`, type, data });
    };
  }

  static async start(): Promise<FakeStripe> {
    const server = createServer();
    const fake = new FakeStripe(server);
    server.on('request', (request, response) => void fake.#serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    fake.settings.TOLLKEEPER_STRIPE_API_URL = `http://127.0.0.1:${port}`;
    return fake;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Intents that took money for this charge key, or still may. */
  captures(chargeKey?: string): StripeObject[] {
    return this.books
      .list('payment_intent')
      .filter(({ status }) => status === 'succeeded' || status === 'processing')
      .filter(({ metadata }) => {
        const { charge_key: key } = metadata as { charge_key?: string };
        return chargeKey === undefined || key === chargeKey;
      });
  }

  /** Delivers an event, signed as Stripe signs; `ageSeconds` makes it old. */
  async deliver(
    address: string,
    event: object,
    { secret = WEBHOOK_SECRET, ageSeconds = 0 } = {},
  ): Promise<Response> {
    const payload = JSON.stringify({ object: 'event', api_version: '2026-10-28.endive', ...event });
    const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
    const header = this.#signer.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    return await fetch(`${address}/v1/integrations/stripe/webhooks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': header },
      body: payload,
    });
  }

  /** Delivers everything that is waiting, in the order that `arrange` gives it. */
  async deliverAll(
    address: string,
    arrange: <Event>(events: Event[]) => Event[] = (events) => events,
  ): Promise<number[]> {
    const statuses: number[] = [];
    for (const event of arrange(this.events.splice(0))) {
      statuses.push((await this.deliver(address, event)).status);
    }
    return statuses;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = 'GET', url = '/' } = request;
    this.calls.push(`${method} ${url.split('?')[0]}`);
    const change = method === 'POST';
    const behaviour = (change ? this.script.shift() : undefined) ?? 'work';
    if (behaviour === 'lose_request') return void request.socket.destroy();
    const key = request.headers['idempotency-key'];
    const name = typeof key === 'string' && change ? key : undefined;
    if (behaviour === 'arrive_late') request.socket.destroy();
    if (behaviour === 'arrive_late') await pause(LATE_MS);
    if (behaviour === 'slow') await pause(SLOW_MS);
    const answer = this.#answer(`${method} ${url} ${text}`, name, behaviour);
    if (behaviour === 'arrive_late') return;
    await this.beforeAnswer();
    if (behaviour === 'lose_answer') return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  }

  /** The first answer under a key is every later one's, faults of the fake's own included. */
  #answer(request: string, name: string | undefined, behaviour: Behaviour): Answer {
    const kept = name === undefined ? undefined : this.#keys.get(name);
    if (kept?.answer !== undefined) {
      if (kept.request === request) return kept.answer;
      return fault(400, { type: 'idempotency_error', message: 'Another request had this key.' });
    }
    if (behaviour === 'rate_limit') {
      return fault(429, { type: 'invalid_request_error', code: 'rate_limit' });
    }
    const done = behaviour === 'fault_before' ? undefined : this.#do(request);
    const isFault = behaviour === 'fault_before' || behaviour === 'fault_after';
    const answer = isFault || done === undefined ? fault(500, { type: 'api_error' }) : done;
    if (name !== undefined) this.#keys.set(name, { request, answer });
    return answer;
  }

  #do(request: string): Answer {
    try {
      return { status: 200, body: this.#route(request) };
    } catch (error) {
      if (error instanceof StripeFault) return fault(error.status, error.body);
      throw error;
    }
  }

  #route(request: string): unknown {
    const [method = '', url = '', ...rest] = request.split(' ');
    const [path = '', query = ''] = url.split('?');
    const fields = readForm(method === 'GET' ? query : rest.join(' '));
    const [, , resource, id = '', action] = path.replace('/checkout', '').split('/');
    const { books } = this;
    switch (`${method} ${resource}${id === '' ? '' : '/:id'}${action ? `/${action}` : ''}`) {
      case 'POST customers':
        return books.createCustomer(fields);
      case 'GET payment_methods/:id':
        return books.get(id, 'payment_method');
      case 'POST payment_methods/:id/attach':
        return books.attach(id, fields.customer);
      case 'POST sessions':
        return books.createSession(fields);
      case 'GET sessions/:id':
        return this.#expandedSession(id);
      case 'POST payment_intents':
        return structuredClone(books.createIntent(fields));
      case 'GET payment_intents/:id':
        return this.#expandedIntent(id);
      case 'POST payment_intents/:id/confirm':
        return structuredClone(books.confirm(id, fields));
      case 'POST payment_intents/:id/cancel':
        return structuredClone(books.cancel(id));
      case 'POST refunds':
        return books.refund(fields.payment_intent);
      case 'GET disputes':
        return {
          object: 'list',
          has_more: false,
          data: books
            .list('dispute')
            .filter(({ payment_intent: intent }) => intent === fields.payment_intent),
        };
      default:
        throw new StripeFault(404, {
          type: 'invalid_request_error',
          message: `Unrecognized request URL (${method}: ${path}).`,
        });
    }
  }

  #expandedIntent(id: string): StripeObject {
    const intent = this.books.get(id, 'payment_intent');
    const charge = intent.latest_charge;
    return { ...intent, latest_charge: charge === null ? null : this.books.get(charge, 'charge') };
  }

  #expandedSession(id: string): StripeObject {
    const session = this.books.get(id, 'checkout.session');
    if (session.setup_intent === null) return session;
    const setup = this.books.get(session.setup_intent, 'setup_intent');
    const method = this.books.get(setup.payment_method, 'payment_method');
    return { ...session, setup_intent: { ...setup, payment_method: method } };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function fault(status: number, error: Record<string, unknown>): Answer {
  return { status, body: { error } };
}

/** `a=1&b[c]=2&d[0]=3` as an object; Stripe's API is form-encoded. */
function readForm(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const [head = '', inner] = name.split(/[[\]]+/);
    if (inner === undefined || inner === '') {
      fields[head] = value;
      continue;
    }
    const group = (fields[head] ?? {}) as Record<string, unknown>;
    group[inner] = value;
    fields[head] = group;
  }
  return fields;
}
