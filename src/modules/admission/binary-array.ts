/**
 * Arrays of PostgreSQL in its binary format, by which arguments reach the engine's statement: as
 * text they cost both sides several times more, most of it in quoting and parsing.
 *
 * Format: dimensions, whether there are nulls, the element's type; length and lower bound; then
 * each element's length (−1: null) and bytes. All integers big-endian.
 */

const OID = { boolean: 16, bytea: 17, bigint: 20, int: 23, text: 25, timestamptz: 1184 } as const;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/** 2000-01-01, from which PostgreSQL counts its microseconds, in epoch milliseconds. */
const EPOCH_MS = 946_684_800_000;
const TWO_TO_32 = 4_294_967_296;

type Maybe<Value> = Value | null | undefined;

export function textArray(values: readonly Maybe<string>[]): Buffer {
  let bytes = HEADER_BYTES;
  for (const value of values) bytes += LENGTH_BYTES + (value ? Buffer.byteLength(value) : 0);
  const buffer = begin(OID.text, values.length, bytes);
  let at = HEADER_BYTES;
  for (const value of values) {
    const length = value == null ? -1 : buffer.write(value, at + LENGTH_BYTES);
    buffer.writeInt32BE(length, at);
    at += LENGTH_BYTES + Math.max(length, 0);
  }
  return buffer;
}

export function byteaArray(values: readonly Buffer[]): Buffer {
  const total = values.reduce((sum, value) => sum + LENGTH_BYTES + value.length, HEADER_BYTES);
  const buffer = begin(OID.bytea, values.length, total);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(value.length, at);
    value.copy(buffer, at + LENGTH_BYTES);
    at += LENGTH_BYTES + value.length;
  }
  return buffer;
}

/** 64 bits; a number must be a safe integer. */
export function bigintArray(values: readonly Maybe<bigint | number>[]): Buffer {
  return fixedArray(OID.bigint, 8, values, (buffer, value, at) => {
    if (typeof value === 'bigint') buffer.writeBigInt64BE(value, at);
    else writeInt64(buffer, value, at);
  });
}

export function intArray(values: readonly Maybe<number>[]): Buffer {
  return fixedArray(OID.int, 4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));
}

export function booleanArray(values: readonly boolean[]): Buffer {
  return fixedArray(OID.boolean, 1, values, (buffer, value, at) =>
    buffer.writeUInt8(value ? 1 : 0, at),
  );
}

/** Of instants in epoch milliseconds. */
export function instantArray(values: readonly Maybe<number>[]): Buffer {
  return fixedArray(OID.timestamptz, 8, values, (buffer, value, at) =>
    writeInt64(buffer, (value - EPOCH_MS) * 1000, at),
  );
}

function writeInt64(buffer: Buffer, value: number, at: number): void {
  const high = Math.floor(value / TWO_TO_32);
  buffer.writeInt32BE(high, at);
  buffer.writeUInt32BE(value - high * TWO_TO_32, at + 4);
}

function fixedArray<Value>(
  oid: number,
  width: number,
  values: readonly Maybe<Value>[],
  write: (buffer: Buffer, value: Value, at: number) => void,
): Buffer {
  const nulls = values.reduce((count: number, value) => count + (value == null ? 1 : 0), 0);
  const bytes = HEADER_BYTES + values.length * (LENGTH_BYTES + width) - nulls * width;
  const buffer = begin(oid, values.length, bytes);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(value == null ? -1 : width, at);
    at += LENGTH_BYTES;
    if (value == null) continue;
    write(buffer, value, at);
    at += width;
  }
  return buffer;
}

function begin(oid: number, length: number, bytes: number): Buffer {
  // An array without elements has no dimension, and ends after its type.
  const buffer = Buffer.allocUnsafe(length === 0 ? HEADER_BYTES - 8 : bytes);
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  if (length === 0) return buffer;
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}
