import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../src/database/connect.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import { type CallRate, chargeFor, secondsFor } from '../../src/modules/rating/index.ts';

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

const anyRate = fc
  .record({
    kind: fc.constantFrom('voice' as const, 'voice' as const, 'sms' as const),
    priceMicros: fc.bigInt(1n, 5_000_000n),
    feeMicros: fc.bigInt(0n, 500_000n),
    increments: fc.constantFrom([60, 60], [30, 6], [6, 6], [1, 1], [60, 1]),
  })
  .map(({ increments: [firstSeconds = 1, nextSeconds = 1], ...rate }): CallRate => {
    return { ...rate, firstSeconds, nextSeconds, code: 'x', version: 1, currency: 'USD' };
  });

test('the database charges exactly as the rule does', async () => {
  const cases = fc.sample(
    fc.tuple(anyRate, fc.integer({ min: 0, max: 86_400_000 }), fc.integer({ min: 0, max: 9 })),
    2_000,
  );
  const { rows } = await open.pool.query(
    `select admission_charge(meter, price, fee, first, next, used, segments) as charge
     from unnest($1::text[], $2::bigint[], $3::bigint[], $4::int[], $5::int[], $6::bigint[],
                 $7::int[]) x(meter, price, fee, first, next, used, segments)`,
    [
      cases.map(([rate]) => rate.kind),
      cases.map(([rate]) => rate.priceMicros),
      cases.map(([rate]) => rate.feeMicros),
      cases.map(([rate]) => rate.firstSeconds),
      cases.map(([rate]) => rate.nextSeconds),
      cases.map(([, usedMs]) => usedMs),
      cases.map(([, , segments]) => segments),
    ],
  );
  const charges = rows.map(({ charge }) => charge);
  expect(charges).toEqual(cases.map(([rate, ms, segments]) => chargeFor(rate, ms, segments)));
});

test('the database finds the same longest affordable call, also for the largest balances', async () => {
  const voice = anyRate.map(
    (rate): CallRate => ({
      ...rate,
      kind: 'voice',
      priceMicros: rate.priceMicros + 1_000n,
    }),
  );
  const money = fc.oneof(fc.bigInt(0n, 100_000_000n), fc.bigInt(0n, 9_000_000_000_000_000n));
  const cases = fc.sample(fc.tuple(voice, money), 2_000);
  const { rows } = await open.pool.query(
    `select admission_affordable_ms(price, fee, first, next, budget) as ms
     from unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[], $5::bigint[])
       x(price, fee, first, next, budget)`,
    [
      cases.map(([rate]) => rate.priceMicros),
      cases.map(([rate]) => rate.feeMicros),
      cases.map(([rate]) => rate.firstSeconds),
      cases.map(([rate]) => rate.nextSeconds),
      cases.map(([, micros]) => micros),
    ],
  );
  const found = rows.map(({ ms }) => Number(ms / 1000n));
  expect(found).toEqual(cases.map(([rate, micros]) => secondsFor(rate, micros)));
});
