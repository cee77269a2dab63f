import { z } from 'zod';
import { moneyText } from '../../kernel/money.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { PortAdvice, Ports, PortsBoard } from '../../modules/admission/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText, money } from '../schemas/fields.ts';

const portsAnswer = z
  .strictObject({
    license_type: z.string(),
    name: z.string(),
    total: z.int(),
    in_use: z.int(),
    free: z.int(),
    assigned: z.int(),
    by_activity: z.array(z.strictObject({ activity: z.string(), in_use: z.int() })),
    leases: z.array(
      z.strictObject({
        authorization: z.string(),
        activity: z.string(),
        direction: z.string().nullable(),
        employee: z.string().nullable(),
        name: z.string().nullable(),
        since: instantText,
        expires_at: instantText,
      }),
    ),
    peak_30d: z.int(),
    refusals_30d: z.int(),
    busiest_erlangs: z.number(),
    advice: z.strictObject({
      recommended: z.int(),
      blocking: z.number(),
      sentence: z.string(),
      /** Enough in 95 of 100 quarters of an hour in which any were in use. */
      percentile_95: z.int(),
      /** What fewer or more would come to: the share of calls refused, and each month's cost. */
      options: z.array(
        z.strictObject({ total: z.int(), blocking: z.number(), per_month: money.nullable() }),
      ),
    }),
    peaks: z.array(z.strictObject({ quarter: instantText, peak: z.int() })),
  })
  .meta({ id: 'Ports' });

export interface PortsRoutesDeps {
  readonly accounts: Accounts;
  readonly ports: Ports;
}

export function registerPorts(api: Api, { accounts, ports }: PortsRoutesDeps): void {
  api.define('GET', '/v1/billing-accounts/:ba/ports', {
    summary: 'See who holds which Flex Port since when, and how many are really needed',
    tag: 'Admission',
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ ba: id('ba') }),
    answer: portsAnswer,
    handle: async (tx, { params, actor }) =>
      portsText(await ports.board(tx, await accounts.get(tx, actor, params.ba))),
  });
}

function portsText(board: PortsBoard): z.input<typeof portsAnswer> {
  return {
    license_type: board.licenseType,
    name: board.name,
    total: board.total,
    in_use: board.inUse,
    free: board.free,
    assigned: board.assigned,
    by_activity: board.byActivity.map(({ activity, inUse }) => ({ activity, in_use: inUse })),
    leases: board.leases.map((lease) => ({
      authorization: lease.lease,
      activity: lease.activity,
      direction: lease.direction,
      employee: lease.employee,
      name: lease.name,
      since: lease.since.toISOString(),
      expires_at: lease.expiresAt.toISOString(),
    })),
    peak_30d: board.peak30d,
    refusals_30d: board.refusals30d,
    busiest_erlangs: board.busiestErlangs,
    advice: adviceText(board.advice),
    peaks: board.peaks.map(({ quarter, peak }) => ({ quarter: quarter.toISOString(), peak })),
  };
}

function adviceText(advice: PortAdvice): z.input<typeof portsAnswer>['advice'] {
  return {
    recommended: advice.recommended,
    blocking: advice.blocking,
    sentence: advice.sentence,
    percentile_95: advice.percentile95,
    options: advice.options.map(({ total, blocking, perMonth }) => ({
      total,
      blocking,
      per_month: perMonth === undefined ? null : moneyText(perMonth),
    })),
  };
}
