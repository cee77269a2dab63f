import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePacket, encodePacket, PACKET_OCTETS_MAX } from './packet.ts';

const octets = (constraints: { minLength?: number; maxLength?: number }) =>
  fc.uint8Array(constraints).map((array) => Buffer.from(array));
const anyAttribute = fc.record({
  type: fc.integer({ min: 0, max: 255 }),
  value: octets({ maxLength: 253 }),
});
const anyPacket = fc.record({
  code: fc.integer({ min: 0, max: 255 }),
  identifier: fc.integer({ min: 0, max: 255 }),
  authenticator: octets({ minLength: 16, maxLength: 16 }),
  attributes: fc.array(anyAttribute, { maxLength: 15 }),
});

function encoded(packet: Parameters<typeof encodePacket>[0]): Buffer {
  const written = encodePacket(packet);
  if (written === undefined) throw new Error('too long');
  return written;
}

describe('a RADIUS packet', () => {
  test('is read as it was written, and padding behind it is none of it', () => {
    fc.assert(
      fc.property(anyPacket, octets({ maxLength: 40 }), (packet, padding) => {
        expect(decodePacket(Buffer.concat([encoded(packet), padding]))).toEqual(packet);
      }),
    );
  });

  test('that is not whole is refused: cut anywhere, it is no packet', () => {
    fc.assert(
      fc.property(anyPacket, fc.nat(), (packet, at) => {
        const whole = encoded(packet);
        expect(decodePacket(whole.subarray(0, at % whole.length))).toBeUndefined();
      }),
    );
  });

  test('may be any octets at all: reading never throws, nor reads past its end', () => {
    const headed = fc
      .tuple(fc.integer({ min: 0, max: 65_535 }), octets({ minLength: 4, maxLength: 120 }))
      .map(([length, datagram]) => {
        datagram.writeUInt16BE(length, 2);
        return datagram;
      });
    // Lengths that lie close to the truth are those that a bad bound gets wrong.
    const close = fc.tuple(anyPacket, fc.integer({ min: -3, max: 3 })).map(([packet, off]) => {
      const datagram = encoded(packet);
      datagram.writeUInt16BE(Math.max(0, datagram.length + off), 2);
      return datagram;
    });
    const anything = fc.oneof(octets({ maxLength: 120 }), headed, close);
    fc.assert(
      fc.property(anything, (datagram) => {
        // A guard behind the datagram: what is read of it would show in an attribute.
        const guarded = Buffer.concat([datagram, Buffer.alloc(300, 0xee)]);
        const packet = decodePacket(guarded.subarray(0, datagram.length));
        if (packet === undefined) return;
        const length = datagram.readUInt16BE(2);
        expect(length).toBeLessThanOrEqual(datagram.length);
        expect(encoded(packet)).toEqual(datagram.subarray(0, length));
      }),
      { numRuns: 1_000 },
    );
  });

  test('longer than the protocol allows is neither written nor read', () => {
    const attributes = Array.from({ length: 17 }, () => ({ type: 1, value: Buffer.alloc(253) }));
    const packet = { code: 1, identifier: 1, authenticator: Buffer.alloc(16), attributes };
    expect(encodePacket(packet)).toBeUndefined();
    const datagram = Buffer.alloc(PACKET_OCTETS_MAX + 2);
    datagram.writeUInt16BE(PACKET_OCTETS_MAX + 2, 2);
    expect(decodePacket(datagram)).toBeUndefined();
  });

  test('with an attribute shorter than its own header is refused', () => {
    const datagram = Buffer.alloc(22);
    datagram.writeUInt16BE(22, 2);
    for (const length of [0, 1, 3, 255]) {
      datagram[21] = length;
      expect(decodePacket(datagram)).toBeUndefined();
    }
    datagram[21] = 2;
    expect(decodePacket(datagram)?.attributes).toHaveLength(1);
  });
});
