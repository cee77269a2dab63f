import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { moneyText } from '../../kernel/money.ts';
import type { RenewalFailure, RenewalsDue } from '../../modules/accounts/index.ts';
import type {
  RenewalComparison,
  RenewalRunRecord,
  RenewalRuns,
} from '../../modules/invoicing/index.ts';
import type { Api } from '../endpoint.ts';
import { totalsFields, totalsText } from '../schemas/billing.ts';
import { dayText, id, instant, instantText, money } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const run = z
  .strictObject({
    id: id('rnr'),
    status: z.enum(['running', 'done']),
    began_at: instantText,
    ended_at: instantText.nullable(),
    accounts: z.int(),
    invoices: z.int(),
  })
  .meta({ id: 'RenewalRun' });

const progress = z.strictObject({
  run: run.nullable(),
  due: z.int(),
  done: z.int(),
  failed: z.int(),
  accounts_per_second: z.number(),
  seconds_left: z.int().nullable(),
});

const failure = z
  .strictObject({
    billing_account: id('ba'),
    company: id('co'),
    renewal_on: dayText,
    reason: z.string(),
    failures: z.int(),
    retry_at: instantText,
  })
  .meta({ id: 'RenewalFailure' });

const comparison = z
  .strictObject({
    billing_account: id('ba'),
    name: z.string().describe('The account’s'),
    company: id('co'),
    period: z.strictObject({ start: dayText, end: dayText }),
    ...totalsFields,
    previous: z
      .strictObject({ invoice: id('inv'), number: z.string(), total: money })
      .nullable()
      .describe('The account’s last renewal invoice'),
    difference: money,
  })
  .meta({ id: 'RenewalComparison' });

const tag = 'Renewal runs';
const access = { operatorOnly: true, scope: 'read' } as const;

export interface RenewalRunsRoutesDeps {
  readonly clock: Clock;
  readonly renewalsDue: RenewalsDue;
  readonly renewalRuns: RenewalRuns;
}

/** What the operator sees of renewals on the real clock; those of test clocks are no part of it. */
export function registerRenewalRuns(api: Api, deps: RenewalRunsRoutesDeps): void {
  const { clock, renewalsDue, renewalRuns } = deps;

  api.define('GET', '/v1/renewal-runs', {
    summary: 'List renewal runs, the newest first',
    description: 'A run goes on from the first moment at which a renewal is due until none is.',
    tag,
    access,
    query: z.strictObject(pageQuery(idCursor('rnr'))),
    answer: page(run),
    handle: async (tx, { query }) =>
      await pageOf(
        query,
        (slice) => renewalRuns.list(tx, slice),
        (row) => row.id,
        runText,
      ),
  });

  api.define('GET', '/v1/renewal-runs/current', {
    summary: 'How the renewals stand: due, done, failed, how fast, how long still',
    description:
      'run is the one under way, or else the last one; done is what it has renewed. seconds_left ' +
      'is null where nothing is under way.',
    tag,
    access,
    answer: progress,
    handle: async (tx) => {
      const { run: latest, due, failed, perSecond } = await renewalRuns.progress(tx);
      return {
        run: latest === undefined ? null : runText(latest),
        due,
        done: latest?.accounts ?? 0,
        failed,
        accounts_per_second: Math.round(perSecond * 10) / 10,
        seconds_left: perSecond > 0 ? Math.ceil((due - failed) / perSecond) : null,
      };
    },
  });

  api.define('GET', '/v1/renewal-runs/failures', {
    summary: 'List the accounts whose renewal failed, and why',
    description: 'Each is tried again by itself, ever more rarely, and holds up nobody else’s.',
    tag,
    access,
    query: z.strictObject(pageQuery(idCursor('ba'))),
    answer: page(failure),
    handle: async (tx, { query }) =>
      await pageOf(
        query,
        (slice) => renewalsDue.failures(tx, slice),
        (row) => row.account,
        failureText,
      ),
  });

  api.define('POST', '/v1/renewal-runs/failures/:ba/retry', {
    summary: 'Have a renewal that failed tried again at once',
    tag,
    access: { operatorOnly: true, scope: 'manage', duty: 'money' },
    params: z.strictObject({ ba: id('ba') }),
    answer: failure,
    handle: async (tx, { params, actor }) =>
      failureText(await renewalsDue.retryNow(tx, actor, params.ba)),
  });

  api.define('GET', '/v1/renewal-runs/preview', {
    summary: 'What the renewals due until an instant would charge, beside the last ones',
    description:
      'Changes nothing. Account by account, each account’s next renewal, with the difference to ' +
      'its last one. Without until: what is due now.',
    tag,
    access,
    query: z.strictObject({ ...pageQuery(idCursor('ba')), until: instant.optional() }),
    answer: page(comparison),
    handle: async (tx, { query }) => {
      const until = query.until ?? clock.now();
      const select = async (slice: { limit: number; after: string | undefined }) =>
        await renewalRuns.compare(tx, await renewalsDue.ahead(tx, until, slice));
      return await pageOf(query, select, ({ draft }) => draft.account.id, comparisonText);
    },
  });
}

function runText(row: RenewalRunRecord): z.input<typeof run> {
  return {
    id: row.id,
    status: row.endedAt === null ? 'running' : 'done',
    began_at: row.beganAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
    accounts: row.accounts,
    invoices: row.invoices,
  };
}

function failureText(row: RenewalFailure): z.input<typeof failure> {
  return {
    billing_account: row.account,
    company: row.company,
    renewal_on: row.renewalOn,
    reason: row.reason,
    failures: row.failures,
    retry_at: row.retryAt.toISOString(),
  };
}

function comparisonText(row: RenewalComparison): z.input<typeof comparison> {
  const { draft, previous, difference } = row;
  return {
    billing_account: draft.account.id,
    name: draft.account.name,
    company: draft.account.company,
    period: draft.period,
    ...totalsText(draft),
    previous:
      previous === undefined
        ? null
        : { invoice: previous.id, number: previous.number, total: moneyText(previous.total) },
    difference: moneyText(difference),
  };
}
