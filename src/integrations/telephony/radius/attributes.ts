import { type Attribute, decodeAttributes, encodeAttributes, type Packet } from './packet.ts';

/** Numbers of RFC 2865, 2866 and 2869 that are read or written here. */
export const ATTRIBUTE = {
  userName: 1,
  nasIpAddress: 4,
  replyMessage: 18,
  state: 24,
  class: 25,
  vendorSpecific: 26,
  sessionTimeout: 27,
  terminationAction: 29,
  calledStationId: 30,
  callingStationId: 31,
  nasIdentifier: 32,
  proxyState: 33,
  acctStatusType: 40,
  acctDelayTime: 41,
  acctSessionId: 44,
  acctSessionTime: 46,
  eventTimestamp: 55,
  nasPortType: 61,
  messageAuthenticator: 80,
  acctInterimInterval: 85,
} as const;

/** Cisco's number as a vendor, and those of its attributes that voice gateways of all makes use. */
const CISCO = 9;
export const CISCO_ATTRIBUTE = {
  avPair: 1,
  creditAmount: 101,
  creditTime: 102,
  returnCode: 103,
  currency: 110,
} as const;

/** The first attribute of this number. */
export function attributeOf({ attributes }: Packet, type: number): Buffer | undefined {
  return attributes.find((one) => one.type === type)?.value;
}

/** Its text, trimmed, without control characters (NUL ends strings in C, and names nothing). */
export function textOf(packet: Packet, type: number): string | undefined {
  return readText(attributeOf(packet, type));
}

function readText(value: Buffer | undefined): string | undefined {
  const text = value
    ?.toString('utf8')
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  return text === '' ? undefined : text;
}

/** A number of four octets; undefined where there is none, or it has another length. */
export function numberOf(packet: Packet, type: number): number | undefined {
  const value = attributeOf(packet, type);
  return value?.length === 4 ? value.readUInt32BE(0) : undefined;
}

/** The value of `name=value` among the packet's Cisco-AVPairs. */
export function avPairOf({ attributes }: Packet, name: string): string | undefined {
  for (const { type, value } of attributes) {
    if (type !== ATTRIBUTE.vendorSpecific || value.length < 4) continue;
    if (value.readUInt32BE(0) !== CISCO) continue;
    for (const own of decodeAttributes(value.subarray(4)) ?? []) {
      const text = own.type === CISCO_ATTRIBUTE.avPair ? readText(own.value) : undefined;
      if (text?.startsWith(`${name}=`)) return text.slice(name.length + 1);
    }
  }
  return undefined;
}

export function textAttribute(type: number, text: string): Attribute {
  return { type, value: Buffer.from(text) };
}

/** `value` is a whole number from 0 to 2^32 - 1. */
export function numberAttribute(type: number, value: number): Attribute {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(value);
  return { type, value: octets };
}

/** Cisco's voice attributes repeat their name within their value: `h323-credit-time=60`. */
export function ciscoAttribute(type: number, text: string): Attribute {
  const vendor = Buffer.alloc(4);
  vendor.writeUInt32BE(CISCO);
  const own = encodeAttributes([textAttribute(type, text)]);
  return { type: ATTRIBUTE.vendorSpecific, value: Buffer.concat([vendor, own]) };
}
