import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { ConfigurationError } from '../../../config.ts';
import { ATTRIBUTE } from './attributes.ts';
import { isAccountingGenuine, messageAuthenticatorOf, sealResponse } from './authenticators.ts';
import type { RadiusClient, RadiusClients } from './clients.ts';
import { type Attribute, CODE, decodePacket, type Packet } from './packet.ts';
import { RecentReplies } from './recent-replies.ts';

/** What is answered, without what every answer carries. */
export interface Response {
  readonly code: number;
  readonly attributes: readonly Attribute[];
  /** Whether another copy of the request is to be decided anew, as nothing was decided. */
  readonly isPassing?: boolean;
}

/** Decides requests that are known to be genuine. Undefined: no answer, so it is sent again. */
export type RadiusHandler = (client: RadiusClient, packet: Packet) => Promise<Response | undefined>;

/** What became of a datagram: counted, since nothing is ever answered to a stranger. */
export const PACKET_OUTCOMES = [
  'answered',
  'repeated',
  'pending',
  'unknown_client',
  'malformed',
  'unsupported',
  'forged',
  'unanswered',
] as const;
export type PacketOutcome = (typeof PACKET_OUTCOMES)[number];

export interface RadiusServerOptions {
  readonly address: string;
  readonly accessPort: number;
  readonly accountingPort: number;
  readonly clients: RadiusClients;
  readonly decideAccess: RadiusHandler;
  readonly decideAccounting: RadiusHandler;
  readonly count: (outcome: PacketOutcome) => void;
  readonly log: { error(details: object, message: string): void };
}

export interface RadiusServer {
  /** Again it does nothing. Throws ConfigurationError where a port cannot be had. */
  listen(): Promise<void>;
  /** Hears nothing more, and answers what it has heard. */
  close(): Promise<void>;
}

/** RADIUS over UDP: which packets are genuine, which are copies, and what is sent back. */
export function createRadiusServer(options: RadiusServerOptions): RadiusServer {
  const { address, clients, count, log } = options;
  const replies = new RecentReplies();
  const underWay = new Set<Promise<void>>();
  const sockets = new Map<Socket, number>();

  function open(port: number, code: number, decide: RadiusHandler): Socket {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    socket.on('message', (datagram, from) => {
      const work = hear(socket, datagram, from, code, decide).catch((error: unknown) => {
        log.error({ err: error }, 'a RADIUS packet could not be answered');
        count('unanswered');
      });
      underWay.add(work);
      void work.then(() => underWay.delete(work));
    });
    // A client that has gone makes ICMP errors, which are no fault of the next packet.
    socket.on('error', (error) => log.error({ err: error }, 'the RADIUS socket failed'));
    // What serves HTTP keeps the process alive, and ends with it.
    socket.unref();
    sockets.set(socket, port);
    return socket;
  }

  async function hear(
    socket: Socket,
    datagram: Buffer,
    from: RemoteInfo,
    code: number,
    decide: RadiusHandler,
  ): Promise<void> {
    const client = clients.from(from.address);
    if (client === undefined) return count('unknown_client');
    const packet = decodePacket(datagram);
    if (packet === undefined) return count('malformed');
    if (packet.code !== code && packet.code !== CODE.statusServer) return count('unsupported');
    if (!isGenuine(packet, client)) return count('forged');
    const key = `${from.address} ${from.port} ${packet.code} ${packet.identifier}`;
    const known = replies.begin(key, packet.authenticator, performance.now());
    if (known === 'pending') return count('pending');
    if (known !== 'fresh') {
      count('repeated');
      return await send(socket, known, from);
    }
    let kept: Buffer | undefined;
    try {
      const response =
        packet.code === CODE.statusServer ? statusOf(code) : await decide(client, packet);
      const octets = response && responseTo(packet, response, client);
      if (response?.isPassing !== true) kept = octets;
      count(octets === undefined ? 'unanswered' : 'answered');
      if (octets !== undefined) await send(socket, octets, from);
    } finally {
      replies.end(key, packet.authenticator, kept);
    }
  }

  return {
    async listen() {
      if (sockets.size > 0) return;
      const { accessPort, accountingPort } = options;
      open(accessPort, CODE.accessRequest, options.decideAccess);
      open(accountingPort, CODE.accountingRequest, options.decideAccounting);
      for (const [socket, port] of sockets) {
        socket.bind(port, address);
        await once(socket, 'listening').catch((error: Error) => {
          const why = `RADIUS cannot listen on ${address}, port ${port}: ${error.message}`;
          throw new ConfigurationError(why);
        });
      }
    },
    async close() {
      for (const socket of sockets.keys()) socket.removeAllListeners('message');
      await Promise.all(underWay);
      for (const socket of sockets.keys()) socket.close();
      sockets.clear();
    },
  };
}

function isGenuine(packet: Packet, client: RadiusClient): boolean {
  const signed = messageAuthenticatorOf(packet, client.secret);
  if (signed === 'forged') return false;
  if (packet.code === CODE.accountingRequest) return isAccountingGenuine(packet, client.secret);
  if (packet.code === CODE.statusServer) return signed === 'genuine';
  return signed === 'genuine' || !client.requireMessageAuthenticator;
}

/** Alive (RFC 5997): answered on each port with what that port says when all is well. */
function statusOf(code: number): Response {
  const alive = code === CODE.accessRequest ? CODE.accessAccept : CODE.accountingResponse;
  return { code: alive, attributes: [] };
}

/** Whoever handed the request on finds its way back by its Proxy-States, in their order. */
function responseTo(packet: Packet, response: Response, client: RadiusClient): Buffer | undefined {
  const way = packet.attributes.filter(({ type }) => type === ATTRIBUTE.proxyState);
  return sealResponse(packet, response.code, [...response.attributes, ...way], client.secret);
}

/** Settles once it is on its way: a socket that is closed before has sent nothing. */
function send(socket: Socket, octets: Buffer, { address, port }: RemoteInfo): Promise<void> {
  // An answer that cannot be sent is lost like one on its way, and asked for again.
  return new Promise((resolve) => socket.send(octets, port, address, () => resolve()));
}
