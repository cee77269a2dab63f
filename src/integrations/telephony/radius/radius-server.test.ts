import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ATTRIBUTE, attributeOf, textAttribute } from './attributes.ts';
import type { RadiusClient } from './clients.ts';
import { CODE, decodePacket, type Packet } from './packet.ts';
import { createRadiusServer, type RadiusServer, type Response } from './radius-server.ts';
import { SECRET, signedRequest } from './signing.fixture.ts';

const client: RadiusClient = {
  name: 'switch',
  secret: SECRET,
  activity: 'call.outbound',
  activities: new Map(),
  seconds: 60,
  users: new Map(),
  requireMessageAuthenticator: true,
  reauthorizes: false,
  tellsBalance: false,
};

let server: RadiusServer;
let socket: Socket;
let port: number;
let counted: string[];
let decided: number;
let respond: () => Promise<Response | undefined>;

beforeEach(async () => {
  counted = [];
  decided = 0;
  respond = async () => ({ code: CODE.accessAccept, attributes: [] });
  port = await freePort();
  const decide = async () => {
    decided += 1;
    return await respond();
  };
  server = createRadiusServer({
    address: '127.0.0.1',
    accessPort: port,
    accountingPort: await freePort(),
    clients: { from: (address) => (address === '127.0.0.1' ? client : undefined) },
    decideAccess: decide,
    decideAccounting: decide,
    count: (outcome) => counted.push(outcome),
    log: { error() {} },
  });
  await server.listen();
  socket = createSocket('udp4');
});
afterEach(async () => {
  socket.close();
  await server.close();
});

async function freePort(): Promise<number> {
  const probe = createSocket('udp4').bind(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address();
  probe.close();
  await once(probe, 'close');
  return free;
}

async function ask(datagram: Buffer): Promise<Buffer> {
  const heard = once(socket, 'message');
  socket.send(datagram, port, '127.0.0.1');
  const [octets] = await heard;
  return octets;
}

const read = (octets: Buffer) => decodePacket(octets) as Packet;
const request = (identifier = 7) =>
  signedRequest(CODE.accessRequest, [textAttribute(ATTRIBUTE.userName, 'emp_1')], { identifier });

test('a copy is decided once and answered with the same octets', async () => {
  const datagram = request();
  const first = await ask(datagram);
  expect(await ask(datagram)).toEqual(first);
  expect(decided).toBe(1);
  expect(counted).toEqual(['answered', 'repeated']);
  await ask(request());
  expect(decided).toBe(2);
});

test('a copy that comes while the first is decided is not decided, and one answer goes out', async () => {
  let decide: (response: Response) => void = () => undefined;
  respond = () => new Promise((resolve) => (decide = resolve));
  const datagram = request();
  const heard = once(socket, 'message');
  socket.send(datagram, port, '127.0.0.1');
  socket.send(datagram, port, '127.0.0.1');
  await expect.poll(() => counted).toEqual(['pending']);
  decide({ code: CODE.accessReject, attributes: [] });
  expect(read((await heard)[0]).code).toBe(CODE.accessReject);
  expect(decided).toBe(1);
});

test('what is malformed, forged, unsigned or of another kind is dropped and counted', async () => {
  const forged = signedRequest(CODE.accessRequest, [], { secret: 'another-secret-here' });
  const unsigned = Buffer.alloc(20);
  unsigned.set([CODE.accessRequest, 1, 0, 20]);
  for (const datagram of [
    Buffer.from('hello'),
    forged,
    unsigned,
    signedRequest(CODE.accountingRequest, []),
  ]) {
    socket.send(datagram, port, '127.0.0.1');
  }
  await ask(request());
  expect(counted).toEqual(['malformed', 'forged', 'forged', 'unsupported', 'answered']);
  expect(decided).toBe(1);
});

test('what could not be decided is not answered, and its copy is decided anew', async () => {
  respond = async () => undefined;
  const datagram = request();
  socket.send(datagram, port, '127.0.0.1');
  await expect.poll(() => counted).toEqual(['unanswered']);
  respond = async () => ({ code: CODE.accessReject, attributes: [], isPassing: true });
  expect(read(await ask(datagram)).code).toBe(CODE.accessReject);
  respond = async () => ({ code: CODE.accessAccept, attributes: [] });
  expect(read(await ask(datagram)).code).toBe(CODE.accessAccept);
});

test('the way back through proxies is copied in its order', async () => {
  const way = ['one', 'two'].map((text) => textAttribute(ATTRIBUTE.proxyState, text));
  const response = read(await ask(signedRequest(CODE.accessRequest, way)));
  expect(response.attributes.slice(-2)).toEqual(way);
});

test('a server that is asked whether it lives says so', async () => {
  const response = read(await ask(signedRequest(CODE.statusServer, [])));
  expect(response.code).toBe(CODE.accessAccept);
  expect(attributeOf(response, ATTRIBUTE.messageAuthenticator)).toHaveLength(16);
  expect(decided).toBe(0);
});

test('closing answers what was heard before', async () => {
  let decide: (response: Response) => void = () => undefined;
  respond = () => new Promise((resolve) => (decide = resolve));
  const answer = ask(request());
  await expect.poll(() => decided).toBe(1);
  const closed = server.close();
  decide({ code: CODE.accessAccept, attributes: [] });
  expect(read(await answer).code).toBe(CODE.accessAccept);
  await closed;
});
