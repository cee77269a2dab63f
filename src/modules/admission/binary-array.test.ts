import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../database/connect.ts';
import { freshDatabase } from '../../database/test-database.ts';
import { bigintRows, byteaArray, instantRows, textArray, textRows } from './binary-array.ts';

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

interface Row {
  readonly text: string | null;
  readonly other: string | undefined;
  readonly big: bigint | null;
  readonly count: number;
  readonly at: number | null;
}

const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    text: fc.option(text),
    other: fc.option(text, { nil: undefined }),
    big: fc.option(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)),
    count: fc.maxSafeInteger(),
    at: fc.option(fc.integer({ min: -60_000_000_000_000, max: 60_000_000_000_000 })),
  }),
  { maxLength: 8 },
);

test('the database reads from an array what was put into it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (put) => {
      const { rows: read } = await open.pool.query(
        `select $1::text[] as texts, array(select unnest($2::bigint[])) as numbers,
                $4::text[] as list,
                $5::bytea[] as bytes,
                array(select extract(epoch from x) * 1000 from unnest($3::timestamptz[]) x) as at`,
        [
          textRows(put, [(row) => row.text, (row) => row.other]),
          bigintRows(put, [(row) => row.big, (row) => row.count]),
          instantRows(put, [(row) => row.at]),
          textArray(put.map((row) => row.text ?? '')),
          byteaArray(put.map((row) => Buffer.from(row.text ?? ''))),
        ],
      );
      const [found] = read;
      expect(found.texts).toEqual(put.map((row) => [row.text, row.other ?? null]));
      expect(found.numbers).toEqual(put.flatMap((row) => [row.big, BigInt(row.count)]));
      expect(found.at.map((at: string | null) => (at === null ? null : Number(at)))).toEqual(
        put.map((row) => row.at),
      );
      expect(found.list).toEqual(put.map((row) => row.text ?? ''));
      expect(found.bytes).toEqual(put.map((row) => Buffer.from(row.text ?? '')));
    }),
    { numRuns: 60 },
  );
});
