import { createHash, createHmac, randomBytes } from 'node:crypto';
import { ATTRIBUTE } from './attributes.ts';
import { type Attribute, CODE, encodePacket } from './packet.ts';

export const SECRET = 'a-secret-of-some-length';

/** A request as a client with the secret signs it, by a second reading of the specifications. */
export function signedRequest(
  code: number,
  attributes: readonly Attribute[],
  { identifier = 7, secret = SECRET }: { identifier?: number; secret?: string } = {},
): Buffer {
  const isAccounting = code === CODE.accountingRequest;
  const authenticator = isAccounting ? Buffer.alloc(16) : randomBytes(16);
  const signed = isAccounting
    ? attributes
    : [...attributes, { type: ATTRIBUTE.messageAuthenticator, value: Buffer.alloc(16) }];
  const octets = encodePacket({ code, identifier, authenticator, attributes: signed });
  if (octets === undefined) throw new Error('the request is too long');
  if (isAccounting) {
    createHash('md5').update(octets).update(secret).digest().copy(octets, 4);
  } else {
    createHmac('md5', secret)
      .update(octets)
      .digest()
      .copy(octets, octets.length - 16);
  }
  return octets;
}
