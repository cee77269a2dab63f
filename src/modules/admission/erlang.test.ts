import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockingAt, portsFor } from './erlang.ts';

describe('Erlang B', () => {
  test('gives the published figures', () => {
    expect(blockingAt(25, 30)).toBeCloseTo(0.0526, 4);
    const ports = [5, 10, 20, 30, 50, 100].map((erlangs) => portsFor(erlangs, 0.01));
    expect(ports).toEqual([11, 18, 30, 42, 64, 117]);
  });

  test('blocks everything without ports and nothing without calls', () => {
    expect(blockingAt(5, 0)).toBe(1);
    expect(blockingAt(0, 0)).toBe(0);
    expect(portsFor(0)).toBe(0);
  });

  test('falls with every port, and the ports advised are the fewest that meet the target', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        (erlangs, target) => {
          const ports = portsFor(erlangs, target);
          expect(blockingAt(erlangs, ports)).toBeLessThanOrEqual(target);
          expect(blockingAt(erlangs, ports - 1)).toBeGreaterThan(target);
        },
      ),
    );
  });
});
