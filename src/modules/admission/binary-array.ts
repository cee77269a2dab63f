/**
 * One- and two-dimensional arrays of PostgreSQL in its binary format, by which arguments reach the
 * engine's statement: as text they cost both sides several times more, most of it in quoting and
 * parsing.
 *
 * Format: dimensions, whether there are nulls, the element's type; of each dimension its length and
 * lower bound; then each element's length (−1: null) and bytes. All integers big-endian.
 */

const OID = { bytea: 17, bigint: 20, text: 25, timestamptz: 1184 } as const;
const LENGTH_BYTES = 4;
const WIDTH_BYTES = 8;

/** 2000-01-01, from which PostgreSQL counts its microseconds, in epoch milliseconds. */
const EPOCH_MS = 946_684_800_000;
const TWO_TO_32 = 4_294_967_296;

/** How one column is read off a row; without a value it is null. */
export type Field<Row, Value> = (row: Row) => Value | null | undefined;

/** A row for each row, a text for each field. */
export function textRows<Row>(rows: readonly Row[], fields: readonly Field<Row, string>[]): Buffer {
  const texts: (string | null | undefined)[] = [];
  let bytes = headerBytes(2);
  for (const row of rows) {
    for (const field of fields) {
      const value = field(row);
      texts.push(value);
      bytes += LENGTH_BYTES + (value ? Buffer.byteLength(value) : 0);
    }
  }
  const buffer = begin(OID.text, [rows.length, fields.length], bytes);
  writeTexts(buffer, headerBytes(2), texts);
  return buffer;
}

export function textArray(values: readonly string[]): Buffer {
  const bytes = values.reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  const buffer = begin(OID.text, [values.length], headerBytes(1) + values.length * 4 + bytes);
  writeTexts(buffer, headerBytes(1), values);
  return buffer;
}

export function byteaArray(values: readonly Buffer[]): Buffer {
  const bytes = values.reduce((sum, value) => sum + LENGTH_BYTES + value.length, headerBytes(1));
  const buffer = begin(OID.bytea, [values.length], bytes);
  let at = headerBytes(1);
  for (const value of values) {
    buffer.writeInt32BE(value.length, at);
    value.copy(buffer, at + LENGTH_BYTES);
    at += LENGTH_BYTES + value.length;
  }
  return buffer;
}

/** Of 64 bits each; a number must be a safe integer. */
export function bigintRows<Row>(
  rows: readonly Row[],
  fields: readonly Field<Row, bigint | number>[],
): Buffer {
  return fixedRows(OID.bigint, rows, fields, (view, value, at) => {
    if (typeof value === 'bigint') view.setBigInt64(at, value);
    else writeInt64(view, value, at);
  });
}

/** Of instants in epoch milliseconds. */
export function instantRows<Row>(
  rows: readonly Row[],
  fields: readonly Field<Row, number>[],
): Buffer {
  return fixedRows(OID.timestamptz, rows, fields, (view, value, at) =>
    writeInt64(view, (value - EPOCH_MS) * 1000, at),
  );
}

function fixedRows<Row, Value>(
  oid: number,
  rows: readonly Row[],
  fields: readonly Field<Row, Value>[],
  write: (view: DataView, value: Value, at: number) => void,
): Buffer {
  const room = headerBytes(2) + rows.length * fields.length * (LENGTH_BYTES + WIDTH_BYTES);
  const buffer = begin(oid, [rows.length, fields.length], room);
  if (rows.length === 0) return buffer;
  // A view's setters are compiled in place, and a bigint costs them no further ones.
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  let at = headerBytes(2);
  for (const row of rows) {
    for (const field of fields) {
      const value = field(row);
      const isNull = value === null || value === undefined;
      view.setInt32(at, isNull ? -1 : WIDTH_BYTES);
      at += LENGTH_BYTES;
      if (isNull) continue;
      write(view, value, at);
      at += WIDTH_BYTES;
    }
  }
  return buffer.subarray(0, at); // Nulls took less room.
}

function writeTexts(
  buffer: Buffer,
  from: number,
  texts: readonly (string | null | undefined)[],
): void {
  let at = from;
  for (const text of texts) {
    const isNull = text === null || text === undefined;
    const length = isNull ? -1 : buffer.write(text, at + LENGTH_BYTES);
    buffer.writeInt32BE(length, at);
    at += LENGTH_BYTES + Math.max(length, 0);
  }
}

function writeInt64(view: DataView, value: number, at: number): void {
  const high = Math.floor(value / TWO_TO_32);
  view.setInt32(at, high);
  view.setUint32(at + 4, value - high * TWO_TO_32);
}

function headerBytes(dimensions: number): number {
  return 12 + 8 * dimensions;
}

function begin(oid: number, lengths: readonly number[], bytes: number): Buffer {
  // An array without elements has no dimension, and ends after its type.
  const isEmpty = lengths[0] === 0;
  const buffer = Buffer.allocUnsafe(isEmpty ? headerBytes(0) : bytes);
  buffer.writeInt32BE(isEmpty ? 0 : lengths.length, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  if (isEmpty) return buffer;
  for (const [index, length] of lengths.entries()) {
    buffer.writeInt32BE(length, 12 + 8 * index);
    buffer.writeInt32BE(1, 16 + 8 * index);
  }
  return buffer;
}
