import type { Refusal, RefusalDetails } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';
import { PROBLEMS } from './problems.ts';

/** One field at fault: where it is, and what is wrong with it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** An answer as it goes over the wire, and into the idempotency row. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  /** What a repetition is answered, where that differs: without a secret, say. */
  readonly keptText?: string;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** A refusal as an RFC 9457 problem. */
export function problemReply(
  refusal: Refusal,
  requestId: string,
  fields: readonly FieldError[] = [],
): Reply {
  const { status, title, detail: otherwise } = PROBLEMS[refusal.code];
  const { message, remedies, facts }: RefusalDetails = refusal.details;
  const detail = message ?? say(otherwise);
  const errors = [...fields];
  if (refusal.details.pointer !== undefined && fields.length === 0) {
    errors.push({ pointer: refusal.details.pointer, detail });
  }
  const body = {
    type: `urn:tollkeeper:problem:${refusal.code}`,
    title: say(title),
    status,
    code: refusal.code,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
    ...(facts !== undefined ? { details: facts } : {}),
    ...(remedies !== undefined && remedies.length > 0 ? { remedies } : {}),
    request_id: requestId,
  };
  return { status, text: JSON.stringify(body) };
}

/** A fault of ours: says nothing of its inside, and gives the number to find it by in the log. */
export function faultReply(requestId: string): Reply {
  const body = {
    type: 'urn:tollkeeper:problem:internal',
    title: say('Something went wrong'),
    status: 500,
    code: 'internal',
    detail: say('Something went wrong on our side. Nothing was changed.'),
    request_id: requestId,
  };
  return { status: 500, text: JSON.stringify(body) };
}
