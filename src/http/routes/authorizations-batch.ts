import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Admission, BatchAnswer, BatchItem } from '../../modules/admission/index.ts';
import {
  authorizeText,
  extendText,
  releaseText,
  requestOf,
  settleText,
} from '../admission-answers.ts';
import type { Api, RequestKey } from '../endpoint.ts';
import { problemReply } from '../problem-reply.ts';
import {
  authorizeBody,
  extendAnswer,
  extendBody,
  grantedAnswer,
  leaseId,
  operationProblem,
  refusedAnswer,
  releaseAnswer,
  settleAnswer,
  settleBody,
} from '../schemas/admission.ts';
import { misfit } from '../schemas/misfit.ts';

const OPERATIONS_MAX = 1_000;

const key = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, misfit('must be 1 to 255 visible ASCII characters'))
  .optional();
const ofLease = { authorization: leaseId, idempotency_key: key };

const operation = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('authorize'), ...authorizeBody.shape, idempotency_key: key }),
    z.strictObject({ op: z.literal('extend'), ...extendBody.shape, ...ofLease }),
    z.strictObject({ op: z.literal('settle'), ...settleBody.shape, ...ofLease }),
    z.strictObject({ op: z.literal('release'), ...ofLease }),
  ])
  .meta({ id: 'Operation' });

const result = z.union([
  grantedAnswer,
  refusedAnswer,
  extendAnswer,
  settleAnswer,
  releaseAnswer,
  operationProblem,
]);

export function registerAuthorizationsBatch(
  api: Api,
  { admission }: { admission: Admission },
): void {
  api.define('POST', '/v1/authorizations/batch', {
    summary: 'Up to 1,000 operations, decided in their order, each with its own result',
    description:
      'One operation that is wrong refuses only itself: its result is a problem. Each may carry ' +
      'its own `idempotency_key`. Fields of an operation are those of the single call, and ' +
      '`authorization` names the one to extend, settle or release.',
    tag: 'Admission',
    access: { scope: 'admission', permission: 'billing.manage', typedName: false },
    body: z.strictObject({
      operations: z.array(z.record(z.string(), z.unknown())).min(1).max(OPERATIONS_MAX),
    }),
    answer: z.strictObject({ results: z.array(result) }),
    async handleKeeping({ actor, body, requestId }, wholeKey) {
      const scope = actor.company ?? 'operator';
      const read = body.operations.map((one, index) => readOperation(one, scope, index, wholeKey));
      const items = read.filter((one): one is BatchItem => !(one instanceof Refusal));
      const answers = (await admission.batch(actor, items)).values();
      const texts = read.map((one) => {
        const answer = one instanceof Refusal ? one : answers.next().value;
        if (answer instanceof Refusal) return problemReply(answer, requestId).text;
        return answer === undefined ? '{}' : textOf(answer);
      });
      return { status: 200, text: `{"results":[${texts.join(',')}]}` };
    },
  });
}

function readOperation(
  raw: unknown,
  scope: string,
  index: number,
  wholeKey: RequestKey | undefined,
): BatchItem | Refusal {
  const parsed = operation.safeParse(raw);
  if (!parsed.success) return invalidOperation(parsed.error, index);
  const { data } = parsed;
  // Under a key for the whole batch each operation has its own, by its place.
  const name = data.idempotency_key ?? (wholeKey && `${wholeKey.key}/${index}`);
  const hash = createHash('sha256').update(JSON.stringify(raw)).digest();
  const itemKey = name === undefined ? undefined : { scope, key: name, hash };
  switch (data.op) {
    case 'authorize': {
      const { op, idempotency_key: _, ...request } = data;
      return { op, request: requestOf(request), key: itemKey };
    }
    case 'extend': {
      const input = { usedMs: data.used_seconds, wantedMs: data.seconds };
      return { op: data.op, lease: data.authorization, input, key: itemKey };
    }
    case 'settle': {
      const { used_seconds: usedMs, used_segments: segments, ended_at: endedAt } = data;
      const input = { usedMs, segments, endedAt };
      return { op: data.op, lease: data.authorization, input, key: itemKey };
    }
    case 'release':
      return { op: data.op, lease: data.authorization, key: itemKey };
  }
}

function invalidOperation(error: z.ZodError, index: number): Refusal {
  const [first] = error.issues;
  const path = (first?.path ?? []).map((part) => `/${String(part)}`).join('');
  const detail = first?.message ?? say('is not valid');
  return new Refusal('invalid_value', {
    pointer: `/operations/${index}${path}`,
    message: path === '' ? say('The operation: {detail}', { detail }) : `${path}: ${detail}`,
  });
}

function textOf(answer: BatchAnswer): string {
  switch (answer.op) {
    case 'authorize':
      return authorizeText(answer.answer);
    case 'extend':
      return extendText(answer.answer);
    case 'settle':
      return settleText(answer.answer);
    case 'release':
      return releaseText(answer.answer);
  }
}
