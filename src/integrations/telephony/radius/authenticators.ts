import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ATTRIBUTE, attributeOf } from './attributes.ts';
import { type Attribute, CODE, encodePacket, type Packet } from './packet.ts';

/** MD5 is the protocol's choice and not ours: keep RADIUS within a network that is trusted. */
const DIGEST_OCTETS = 16;
const ZEROS = Buffer.alloc(DIGEST_OCTETS);

/** Whether an Accounting-Request was made by somebody who knows the secret (RFC 2866, 3). */
export function isAccountingGenuine(packet: Packet, secret: string): boolean {
  const whole = encodePacket({ ...packet, authenticator: ZEROS });
  if (whole === undefined) return false;
  return timingSafeEqual(md5(whole, secret), packet.authenticator);
}

/**
 * What the Message-Authenticator (RFC 3579, 3.2) says of a request. It alone protects an
 * Access-Request, whose authenticator is only a random number.
 */
export function messageAuthenticatorOf(
  packet: Packet,
  secret: string,
): 'genuine' | 'forged' | 'absent' {
  const given = attributeOf(packet, ATTRIBUTE.messageAuthenticator);
  if (given === undefined) return 'absent';
  if (given.length !== DIGEST_OCTETS) return 'forged';
  // In accounting the digest is taken before there is an authenticator (RFC 5176, 3.4).
  const isAccounting = packet.code === CODE.accountingRequest;
  const authenticator = isAccounting ? ZEROS : packet.authenticator;
  const expected = messageDigest({ ...packet, authenticator }, secret);
  return expected !== undefined && timingSafeEqual(expected, given) ? 'genuine' : 'forged';
}

/**
 * A response, signed for the request that it answers. Undefined where it would be too long. What
 * concerns access begins with a Message-Authenticator: placed later it would leave room for a
 * forged prefix (CVE-2024-3596).
 */
export function sealResponse(
  request: Packet,
  code: number,
  attributes: readonly Attribute[],
  secret: string,
): Buffer | undefined {
  const { identifier, authenticator } = request;
  let response: Packet = { code, identifier, authenticator, attributes };
  if (code !== CODE.accountingResponse) {
    const signed = { type: ATTRIBUTE.messageAuthenticator, value: ZEROS };
    response = { ...response, attributes: [signed, ...attributes] };
    const digest = messageDigest(response, secret);
    if (digest === undefined) return undefined;
    response = { ...response, attributes: [{ ...signed, value: digest }, ...attributes] };
  }
  const octets = encodePacket(response);
  if (octets === undefined) return undefined;
  md5(octets, secret).copy(octets, 4);
  return octets;
}

/** HMAC-MD5 over the whole packet, in which the attribute itself is zero. */
function messageDigest(packet: Packet, secret: string): Buffer | undefined {
  const attributes = packet.attributes.map((one) =>
    one.type === ATTRIBUTE.messageAuthenticator ? { ...one, value: ZEROS } : one,
  );
  const octets = encodePacket({ ...packet, attributes });
  return octets && createHmac('md5', secret).update(octets).digest();
}

function md5(octets: Buffer, secret: string): Buffer {
  return createHash('md5').update(octets).update(secret).digest();
}
