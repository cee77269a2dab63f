import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';

const failure = z
  .strictObject({
    billing_account: id('ba'),
    reason: z.string(),
    failures: z.int(),
    failing_since: instantText,
    retry_at: instantText,
  })
  .meta({ id: 'JobFailure' });

interface FailureRow {
  readonly account: string;
  readonly reason: string;
  readonly failures: number;
  readonly failingSince: Date;
  readonly retryAt: Date;
}

export interface JobsRoutesDeps {
  readonly jobFailures: {
    list(tx: Transaction, slice: Slice): Promise<FailureRow[]>;
    /** Refuses `not_found` where its due work does not fail. */
    retryNow(tx: Transaction, actor: Actor, account: string): Promise<FailureRow>;
  };
}

const tag = 'Jobs';

export function registerJobs(api: Api, { jobFailures }: JobsRoutesDeps): void {
  api.define('GET', '/v1/jobs/failures', {
    summary: 'List the accounts whose due work fails, and why (operator)',
    description: 'Each is tried again by itself, ever more rarely, and holds up nobody else.',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    query: z.strictObject(pageQuery(idCursor('ba'))),
    answer: page(failure),
    handle: (tx, { query }) =>
      pageOf(
        query,
        (slice) => jobFailures.list(tx, slice),
        (row) => row.account,
        failureText,
      ),
  });

  api.define('POST', '/v1/jobs/failures/:ba/retry', {
    summary: 'Have an account’s due work tried again at once (operator)',
    tag,
    access: { operatorOnly: true, scope: 'manage' },
    params: z.strictObject({ ba: id('ba') }),
    answer: failure,
    handle: async (tx, { params, actor }) =>
      failureText(await jobFailures.retryNow(tx, actor, params.ba)),
  });
}

function failureText(row: FailureRow): z.input<typeof failure> {
  return {
    billing_account: row.account,
    reason: row.reason,
    failures: row.failures,
    failing_since: row.failingSince.toISOString(),
    retry_at: row.retryAt.toISOString(),
  };
}
