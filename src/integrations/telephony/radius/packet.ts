/** One attribute: its number, and 0 to 253 octets that mean what the number says. */
export interface Attribute {
  readonly type: number;
  readonly value: Buffer;
}

/** A RADIUS packet (RFC 2865, section 3). */
export interface Packet {
  readonly code: number;
  /** Matches a response to its request; 0 to 255. */
  readonly identifier: number;
  /** 16 octets. */
  readonly authenticator: Buffer;
  readonly attributes: readonly Attribute[];
}

export const CODE = {
  accessRequest: 1,
  accessAccept: 2,
  accessReject: 3,
  accountingRequest: 4,
  accountingResponse: 5,
  statusServer: 12,
} as const;

const HEADER_OCTETS = 20;
/** The most that the protocol allows; a longer datagram is nobody's mistake. */
export const PACKET_OCTETS_MAX = 4_096;
const VALUE_OCTETS_MAX = 253;

/**
 * Reads a datagram; undefined where it is not a packet: shorter than it says, or attributes that
 * do not end where it ends. Octets beyond the packet's own length are padding. Copies nothing:
 * the packet's buffers are views of the datagram.
 */
export function decodePacket(datagram: Buffer): Packet | undefined {
  if (datagram.length < HEADER_OCTETS) return undefined;
  const length = datagram.readUInt16BE(2);
  if (length < HEADER_OCTETS || length > PACKET_OCTETS_MAX || length > datagram.length) {
    return undefined;
  }
  const attributes = decodeAttributes(datagram.subarray(HEADER_OCTETS, length));
  if (attributes === undefined) return undefined;
  return {
    code: datagram.readUInt8(0),
    identifier: datagram.readUInt8(1),
    authenticator: datagram.subarray(4, HEADER_OCTETS),
    attributes,
  };
}

/** Type, length (both counted in), value; the same within vendor-specific attributes. */
export function decodeAttributes(octets: Buffer): Attribute[] | undefined {
  const attributes: Attribute[] = [];
  for (let at = 0; at < octets.length; ) {
    if (at + 2 > octets.length) return undefined;
    const length = octets.readUInt8(at + 1);
    if (length < 2 || at + length > octets.length) return undefined;
    const value = octets.subarray(at + 2, at + length);
    attributes.push({ type: octets.readUInt8(at), value });
    at += length;
  }
  return attributes;
}

/** Writes a packet. Undefined where it would be longer than the protocol allows. */
export function encodePacket(packet: Packet): Buffer | undefined {
  const attributes = encodeAttributes(packet.attributes);
  const length = HEADER_OCTETS + attributes.length;
  if (length > PACKET_OCTETS_MAX) return undefined;
  const header = Buffer.alloc(4);
  header.writeUInt8(packet.code, 0);
  header.writeUInt8(packet.identifier, 1);
  header.writeUInt16BE(length, 2);
  return Buffer.concat([header, packet.authenticator, attributes]);
}

/** A value that is too long is cut: what we send is text of ours, or was received as it is. */
export function encodeAttributes(attributes: readonly Attribute[]): Buffer {
  return Buffer.concat(
    attributes.flatMap(({ type, value }) => {
      const octets = value.subarray(0, VALUE_OCTETS_MAX);
      return [Buffer.from([type, octets.length + 2]), octets];
    }),
  );
}
