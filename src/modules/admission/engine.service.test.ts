import { expect, test } from 'vitest';
import { createEngine } from './engine.service.ts';

test('what more than a queue could answer soon is refused at once, and the rest waits', async () => {
  // A database that never answers.
  const connections = { use: () => new Promise<never>(() => undefined) };
  const engine = createEngine({ connections, clock: { now: () => new Date(0) } });
  const operation = { op: 'release', lease: 'auth_1' } as const;
  const submit = () => engine.submit({ lane: 0, prepare: () => operation });
  let refused = 0;
  for (let index = 0; index < 10_000; index += 1) {
    submit().catch(() => {
      refused += 1;
    });
  }
  await expect(submit()).rejects.toMatchObject({ code: 'unavailable' });
  expect(refused).toBe(0);
});

test('a request that cannot be decided at all is refused alone', async () => {
  // A database in which there is nothing.
  const connection = {
    run: async () => [],
    transaction: <T>(work: () => Promise<T>) => work(),
    flushed: async () => undefined,
    isDiskSlow: () => false,
  };
  const connections = { use: <T>(work: (to: typeof connection) => Promise<T>) => work(connection) };
  const engine = createEngine({ connections, clock: { now: () => new Date(0) } });
  const submit = (lease: string, key?: object) =>
    engine.submit({ lane: 0, prepare: () => ({ op: 'release', lease, key: key as never }) });
  const [broken, good] = [submit('auth_1', { scope: 'co_1', key: 'k' }), submit('auth_2')];
  await expect(broken).rejects.toThrow(TypeError);
  await expect(good).resolves.toMatchObject({ verdict: 'not_found' });
  await engine.drained();
});
