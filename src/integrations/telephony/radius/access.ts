import { createHash } from 'node:crypto';
import { orWithoutDatabase } from '../../../database/outage.ts';
import type { Database } from '../../../database/transaction.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Admission, Granted, NotGranted } from '../../../modules/admission/index.ts';
import {
  ATTRIBUTE,
  CISCO_ATTRIBUTE,
  ciscoAttribute,
  numberAttribute,
  textAttribute,
} from './attributes.ts';
import type { RadiusClient } from './clients.ts';
import { type Attribute, CODE, encodePacket, type Packet } from './packet.ts';
import { type FindByEmail, payerOf } from './payer.ts';
import type { RadiusHandler, Response } from './radius-server.ts';
import { RETURN_CODES, UNKNOWN_RETURN_CODE } from './return-codes.ts';
import { activityOf, actorOf, destinationOf, leaseOf, referenceOf, usedMsOf } from './session.ts';

/** An authorization's balance, as decimals and its currency. */
export type BalanceOf = (lease: string) => Promise<{ amount: string; currency: string }>;

export interface AccessDeps {
  readonly admission: Pick<Admission, 'authorize' | 'extend'>;
  readonly findByEmail: FindByEmail;
  readonly balanceOf: BalanceOf;
  /** The database without which calls go on; undefined: they are rejected while it is gone. */
  readonly outage: Database | undefined;
  readonly log: { error(details: object, message: string): void };
}

/** How often a call is reported in between, in seconds: the least that RFC 2869, 5.16 allows. */
const INTERIM_SECONDS = 60;

/** Access-Request: may this call be made, or go on? Rejected, and never silent, when in doubt. */
export function createAccess(deps: AccessDeps): RadiusHandler {
  const { admission, log } = deps;

  async function ask(client: RadiusClient, packet: Packet): Promise<Response> {
    const lease = leaseOf(packet);
    if (lease !== undefined) return await goOn(client, packet, lease);
    const payer = await payerOf(packet, client, deps.findByEmail);
    if (payer === undefined) return rejectAs('unknown_caller', 'Nobody knows who is calling.');
    const destination = destinationOf(packet);
    if (destination === undefined) {
      return rejectAs('invalid_value', 'Called-Station-Id is not a number that can be called.');
    }
    const request = {
      ...payer,
      destination,
      activity: activityOf(packet, client),
      wantedMs: client.seconds * 1_000,
      reference: referenceOf(packet, client),
    };
    const answer = await admission.authorize(actorOf(client), request, keyOf(client, packet));
    return answer.allowed ? await accept(client, answer) : rejectFor(answer);
  }

  async function accept(client: RadiusClient, granted: Granted): Promise<Response> {
    const announced = client.tellsBalance ? await deps.balanceOf(granted.id) : undefined;
    return acceptFor(client, granted.id, granted.grantedMs, announced);
  }

  /** Asked again in mid-call. */
  async function goOn(client: RadiusClient, packet: Packet, lease: string): Promise<Response> {
    const usedMs = usedMsOf(packet);
    const wanted = { usedMs, wantedMs: client.seconds * 1_000 };
    const { grantedMs } = await admission.extend(actorOf(client), lease, wanted);
    if (grantedMs - usedMs < 1_000) {
      return rejectAs('insufficient_minutes', 'No time is left for this call.');
    }
    return acceptFor(client, lease, grantedMs - usedMs);
  }

  return async (client, packet) => {
    const work = () => ask(client, packet);
    const goOnWithout = () => ({
      ...acceptFor(client, undefined, client.seconds * 1_000),
      isPassing: true,
    });
    try {
      const { outage } = deps;
      return outage === undefined
        ? await work()
        : await orWithoutDatabase(outage, work, goOnWithout);
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'unavailable') return rejectOf(error);
      log.error({ err: error, client: client.name }, 'a call could not be decided');
      return { ...rejectAs('unavailable', 'Charging is not available.'), isPassing: true };
    }
  };
}

/** Time from now on, in whole seconds: the client ends the call, or asks again, when it is over. */
function acceptFor(
  client: RadiusClient,
  lease: string | undefined,
  leftMs: number,
  balance?: { amount: string; currency: string },
): Response {
  const seconds = Math.floor(leftMs / 1_000);
  const attributes: Attribute[] = [
    numberAttribute(ATTRIBUTE.sessionTimeout, seconds),
    ciscoAttribute(CISCO_ATTRIBUTE.creditTime, `h323-credit-time=${seconds}`),
    ciscoAttribute(CISCO_ATTRIBUTE.returnCode, 'h323-return-code=0'),
    numberAttribute(ATTRIBUTE.acctInterimInterval, INTERIM_SECONDS),
  ];
  if (balance !== undefined) {
    const { amount, currency } = balance;
    attributes.push(
      ciscoAttribute(CISCO_ATTRIBUTE.creditAmount, `h323-credit-amount=${amount}`),
      ciscoAttribute(CISCO_ATTRIBUTE.currency, `h323-currency=${currency}`),
    );
  }
  if (lease !== undefined) attributes.push(textAttribute(ATTRIBUTE.class, lease));
  if (lease !== undefined && client.reauthorizes) {
    // RADIUS-Request: ask again, with this State, when the time is over.
    attributes.push(
      numberAttribute(ATTRIBUTE.terminationAction, 1),
      textAttribute(ATTRIBUTE.state, lease),
    );
  }
  return { code: CODE.accessAccept, attributes };
}

function rejectFor(answer: NotGranted): Response {
  const reasons: { code: string; message: string }[] = JSON.parse(answer.reasons);
  return rejectWith(reasons);
}

function rejectOf({ code, message }: Refusal): Response {
  return code === 'not_found'
    ? rejectAs('unknown_caller', 'Nobody knows who is calling.')
    : rejectAs(code, message);
}

function rejectAs(code: string, message: string): Response {
  return rejectWith([{ code, message }]);
}

/** Every reason as "code: sentence", the first one also as the number that gateways know. */
function rejectWith(reasons: readonly { code: string; message: string }[]): Response {
  const number = RETURN_CODES[reasons[0]?.code ?? ''] ?? UNKNOWN_RETURN_CODE;
  const replies = reasons.map(({ code, message }) =>
    textAttribute(ATTRIBUTE.replyMessage, cut(`${code}: ${message}`)),
  );
  const returned = ciscoAttribute(CISCO_ATTRIBUTE.returnCode, `h323-return-code=${number}`);
  return { code: CODE.accessReject, attributes: [...replies, returned] };
}

const REPLY_OCTETS_MAX = 253;

/** As many whole characters as fit into one attribute. */
function cut(text: string): string {
  let kept = text;
  while (Buffer.byteLength(kept) > REPLY_OCTETS_MAX) kept = [...kept].slice(0, -1).join('');
  return kept;
}

/** A copy of a request that comes after a restart finds what the first one was granted. */
function keyOf(client: RadiusClient, packet: Packet) {
  const octets = encodePacket(packet) ?? Buffer.alloc(0);
  const hash = createHash('sha256').update(octets).digest();
  const scope = client.company ?? 'operator';
  return { scope, key: `radius/${client.name}/${hash.toString('hex')}`, hash };
}
