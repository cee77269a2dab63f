import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ATTRIBUTE, textAttribute } from './attributes.ts';
import { isAccountingGenuine, messageAuthenticatorOf, sealResponse } from './authenticators.ts';
import { CODE, decodePacket, type Packet } from './packet.ts';
import { SECRET, signedRequest } from './signing.fixture.ts';

const user = [textAttribute(ATTRIBUTE.userName, 'emp_1')];

function read(octets: Buffer): Packet {
  const packet = decodePacket(octets);
  if (packet === undefined) throw new Error('no packet');
  return packet;
}

/** Any one octet changed to any other. */
function spoilt(octets: Buffer): fc.Arbitrary<Buffer> {
  const place = fc.integer({ min: 20, max: octets.length - 1 });
  return fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
    const copy = Buffer.from(octets);
    copy.writeUInt8(copy.readUInt8(at) ^ change, at);
    return copy;
  });
}

test('an accounting request is genuine with the secret alone, and not when any octet differs', () => {
  const octets = signedRequest(CODE.accountingRequest, user);
  expect(isAccountingGenuine(read(octets), SECRET)).toBe(true);
  expect(isAccountingGenuine(read(octets), `${SECRET}.`)).toBe(false);
  fc.assert(
    fc.property(spoilt(octets), (changed) => {
      const packet = decodePacket(changed);
      if (packet !== undefined) expect(isAccountingGenuine(packet, SECRET)).toBe(false);
    }),
  );
});

test('a message authenticator tells a genuine access request from a changed one', () => {
  const octets = signedRequest(CODE.accessRequest, user);
  expect(messageAuthenticatorOf(read(octets), SECRET)).toBe('genuine');
  expect(messageAuthenticatorOf(read(octets), 'another-secret-here')).toBe('forged');
  fc.assert(
    fc.property(spoilt(octets), (changed) => {
      const packet = decodePacket(changed);
      if (packet !== undefined) expect(messageAuthenticatorOf(packet, SECRET)).not.toBe('genuine');
    }),
  );
});

test('one that is absent, or not of sixteen octets, is not genuine', () => {
  const bare: Packet = {
    code: CODE.accessRequest,
    identifier: 1,
    authenticator: Buffer.alloc(16),
    attributes: user,
  };
  expect(messageAuthenticatorOf(bare, SECRET)).toBe('absent');
  const short = { type: ATTRIBUTE.messageAuthenticator, value: Buffer.alloc(15) };
  expect(messageAuthenticatorOf({ ...bare, attributes: [short] }, SECRET)).toBe('forged');
});

test('a response is signed for its request, its message authenticator first', () => {
  const request = read(signedRequest(CODE.accessRequest, user));
  const octets = sealResponse(request, CODE.accessAccept, user, SECRET) ?? Buffer.alloc(0);
  const response = read(octets);
  expect(response.attributes[0]?.type).toBe(ATTRIBUTE.messageAuthenticator);
  const whole = Buffer.concat([octets.subarray(0, 4), request.authenticator, octets.subarray(20)]);
  const expected = createHash('md5').update(whole).update(SECRET).digest();
  expect(response.authenticator).toEqual(expected);
  const signed = { ...response, authenticator: request.authenticator };
  expect(messageAuthenticatorOf(signed, SECRET)).toBe('genuine');
});
