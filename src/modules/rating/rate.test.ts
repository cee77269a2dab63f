import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogSnapshot, CatalogVersion, Rate } from '../catalog/index.ts';
import { findRate } from './rating.service.ts';

let revision = 0n;
function version(
  prefix: string,
  direction: Rate['direction'] | undefined,
  prices: Rate['prices'],
  over: Partial<CatalogVersion<'rate'>> = {},
): CatalogVersion<'rate'> {
  revision += 1n;
  const body: Rate = {
    kind: 'voice',
    prefix,
    ...(direction === undefined ? {} : { direction }),
    prices,
    first_seconds: 30,
    next_seconds: 6,
    connection_fees: { USD: '0.01' },
  };
  const code = `voice/${prefix}/${direction ?? 'any'}`;
  const publishedAt = new Date('2026-01-01T00:00:00Z');
  return {
    kind: 'rate',
    code,
    version: 1,
    body,
    effectiveOn: null,
    publishedAt,
    revision,
    ...over,
  };
}

function catalog(...versions: CatalogVersion<'rate'>[]): CatalogSnapshot {
  const rate = Map.groupBy(versions, (one) => one.code);
  const none = new Map();
  return { revision, license_type: none, activity: none, storage_meter: none, rate };
}

const ask = { kind: 'voice', direction: 'outbound', currency: 'USD', day: '2026-11-22' } as const;

const world = catalog(
  version('default', 'outbound', { USD: '0.03' }),
  version('49', undefined, { USD: '0.05' }),
  version('4930', undefined, { USD: '0.06' }),
  version('4930', 'inbound', { USD: '0.02' }),
  version('882', undefined, { EUR: '9.00' }),
);

test.each([
  ['+4930123456', 'outbound', 'voice/4930/any'],
  ['4930123456', 'inbound', 'voice/4930/inbound'],
  ['+4989123', 'inbound', 'voice/49/any'],
  ['+15551234', 'outbound', 'voice/default/outbound'],
  [undefined, 'outbound', 'voice/default/outbound'],
  ['+15551234', 'inbound', undefined],
] as const)('%s %s is charged by %s', (destination, direction, code) => {
  expect(findRate(world, { ...ask, destination, direction })?.code).toBe(code);
});

test('a rate without a price in the currency is no rate, even where a shorter prefix has one', () => {
  expect(findRate(world, { ...ask, destination: '+88212345' })).toBeUndefined();
});

test('a new price holds from its effective day', () => {
  const changed = catalog(
    version('default', 'outbound', { USD: '0.03' }),
    version('default', 'outbound', { USD: '0.04' }, { version: 2, effectiveOn: '2026-12-01' }),
  );
  expect(findRate(changed, { ...ask, day: '2026-11-30' })?.priceMicros).toBe(30_000n);
  expect(findRate(changed, { ...ask, day: '2026-12-01' })?.priceMicros).toBe(40_000n);
});

test('no prefix longer than the one found covers the destination', () => {
  const digits = fc.string({
    unit: fc.constantFrom('4', '9', '3', '0'),
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.uniqueArray(digits, { maxLength: 12 }), digits, (prefixes, rest) => {
      const priced = prefixes.map((prefix) => version(prefix, undefined, { USD: '0.01' }));
      const destination = `49${rest}`;
      const found = findRate(catalog(...priced), { ...ask, destination: `+${destination}` });
      const covering = prefixes.filter((prefix) => destination.startsWith(prefix));
      const longest = covering.sort((one, other) => other.length - one.length)[0];
      expect(found?.code).toBe(longest && `voice/${longest}/any`);
    }),
  );
});
