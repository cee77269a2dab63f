import { z } from 'zod';
import type { Database } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Admission } from '../../modules/admission/index.ts';
import {
  authorizeText,
  extendText,
  releaseText,
  requestOf,
  settleText,
} from '../admission-answers.ts';
import type { Api } from '../endpoint.ts';
import { orProvisional, type WithoutDatabase } from '../provisional-grant.ts';
import {
  authorizeAnswer,
  authorizeBody,
  extendAnswer,
  extendBody,
  leaseId,
  releaseAnswer,
  settleAnswer,
  settleBody,
} from '../schemas/admission.ts';

const tag = 'Admission';
const access = { scope: 'admission', permission: 'billing.manage', typedName: false } as const;
const params = z.strictObject({ auth: leaseId });

export interface AuthorizationsRoutesDeps {
  readonly admission: Admission;
  readonly clock: Clock;
  readonly database: Database;
  readonly withoutDatabase: WithoutDatabase;
}

export function registerAuthorizations(api: Api, deps: AuthorizationsRoutesDeps): void {
  const { admission, clock, database } = deps;
  const outage = { declared: deps.withoutDatabase, database };
  api.define('POST', '/v1/authorizations', {
    summary: 'May this employee do this now? Takes places and holds money if so',
    description:
      'A refusal is an answer, not an error: 200 with `allowed: false` and every failing gate.',
    tag,
    access,
    body: authorizeBody,
    answer: authorizeAnswer,
    status: 201,
    async handleKeeping({ actor, body }, key) {
      const ask = async () => {
        const answer = await admission.authorize(actor, requestOf(body), key);
        return { status: answer.allowed ? 201 : 200, text: authorizeText(answer) };
      };
      return await orProvisional(ask, outage, body, clock.now());
    },
  });

  api.define('POST', '/v1/authorizations/:auth/extend', {
    summary: 'Ask for more time; repeating it changes nothing',
    tag,
    access,
    params,
    body: extendBody,
    answer: extendAnswer,
    async handleKeeping({ actor, params: { auth }, body }, key) {
      const input = { usedMs: body.used_seconds, wantedMs: body.seconds };
      return { status: 200, text: extendText(await admission.extend(actor, auth, input, key)) };
    },
  });

  api.define('POST', '/v1/authorizations/:auth/settle', {
    summary: 'Charge what was used and give the rest back; the first settlement stands',
    tag,
    access,
    params,
    body: settleBody,
    answer: settleAnswer,
    async handleKeeping({ actor, params: { auth }, body }, key) {
      const input = {
        usedMs: body.used_seconds,
        segments: body.used_segments,
        endedAt: body.ended_at,
      };
      return { status: 200, text: settleText(await admission.settle(actor, auth, input, key)) };
    },
  });

  api.define('POST', '/v1/authorizations/:auth/release', {
    summary: 'Give places and hold back; nothing is charged',
    tag,
    access,
    params,
    answer: releaseAnswer,
    async handleKeeping({ actor, params: { auth } }, key) {
      return { status: 200, text: releaseText(await admission.release(actor, auth, key)) };
    },
  });
}
