import { z } from 'zod';
import type { TestClock, TestClocks } from '../../modules/accounts/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instant, instantText } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const testClock = z.strictObject({ id: id('clk'), now: instantText }).meta({ id: 'TestClock' });
const ofClock = z.strictObject({ clk: id('clk') });
const tag = 'Test clocks';
const access = { operatorOnly: true, scope: 'manage' } as const;

export interface TestClocksRoutesDeps {
  readonly testClocks: TestClocks;
  /** Moves the clock, doing on the way whatever falls due. */
  readonly advanceClock: (clock: string, to: Date) => Promise<void>;
}

export function registerTestClocks(api: Api, deps: TestClocksRoutesDeps): void {
  const { testClocks, advanceClock } = deps;

  api.define('POST', '/v1/test-clocks', {
    summary: 'Make a test clock',
    description:
      'It stands still between moves, and rules the time of the accounts opened under it.',
    tag,
    access,
    body: z.strictObject({ now: instant }),
    answer: testClock,
    status: 201,
    handle: async (tx, { body }) => clockText(await testClocks.create(tx, body.now)),
  });

  api.define('GET', '/v1/test-clocks', {
    summary: 'List test clocks',
    tag,
    access: { ...access, scope: 'read' },
    query: z.strictObject(pageQuery(idCursor('clk'))),
    answer: page(testClock),
    handle: (tx, { query }) =>
      pageOf(
        query,
        (slice) => testClocks.list(tx, slice),
        (row) => row.id,
        clockText,
      ),
  });

  api.define('GET', '/v1/test-clocks/:clk', {
    summary: 'Read a test clock',
    tag,
    access: { ...access, scope: 'read' },
    params: ofClock,
    answer: testClock,
    handle: async (tx, { params }) => clockText(await testClocks.get(tx, params.clk)),
  });

  api.define('POST', '/v1/test-clocks/:clk/advance', {
    summary: 'Advance a test clock',
    description: 'Answers when everything that falls due until then has happened, in order.',
    tag,
    access,
    params: ofClock,
    body: z.strictObject({ now: instant }),
    answer: testClock,
    handleResumable: async (finish, { params, body }) => {
      await advanceClock(params.clk, body.now);
      return await finish(async (tx) => clockText(await testClocks.get(tx, params.clk)));
    },
  });
}

function clockText(row: TestClock): z.input<typeof testClock> {
  return { id: row.id, now: row.now.toISOString() };
}
