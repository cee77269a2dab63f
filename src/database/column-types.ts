import pg from 'pg';

/**
 * Object identifiers of PostgreSQL's types and of their arrays, from its catalog `pg_type`.
 * They are part of the wire protocol and never change.
 */
const oid = {
  int8: 20,
  int8Array: 1016,
  date: 1082,
  dateArray: 1182,
  numeric: 1700,
  numericArray: 1231,
} as const;

const asText = (text: string): string => text;

const textArrayOid: number = 1009;

const textArray = pg.types.getTypeParser(textArrayOid) as (text: string) => (string | null)[];

/**
 * How columns become values, where pg's own choice would lose something: a 64-bit count of
 * money does not fit a JavaScript number, a calendar day is not an instant, and a numeric is
 * not a binary float. Everything else (timestamptz → Date, jsonb → value) is as pg has it.
 *
 * They belong to one pool rather than to the whole process, because other libraries
 * (the job queue, sign-in) read their own tables by pg's defaults.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [oid.int8, BigInt],
  [oid.int8Array, (text) => textArray(text).map((item) => (item === null ? null : BigInt(item)))],
  [oid.date, asText],
  [oid.dateArray, textArray],
  [oid.numeric, asText],
  [oid.numericArray, textArray],
]);

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    const parser = format === 'binary' ? undefined : parsers.get(type);
    return parser ?? pg.types.getTypeParser(type, format);
  },
};
