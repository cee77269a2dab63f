import type { z } from 'zod';
import { moneyText } from '../kernel/money.ts';
import type {
  AuthorizeRequest,
  Extended,
  Granted,
  NotGranted,
  Released,
  Settled,
} from '../modules/admission/index.ts';
import type {
  authorizeBody,
  extendAnswer,
  grantedAnswer,
  settleAnswer,
} from './schemas/admission.ts';

/** Answers of admission as text: what is kept under a key comes out the same, byte for byte. */

export function requestOf(body: z.output<typeof authorizeBody>): AuthorizeRequest {
  const { billing_account: billingAccount, seconds: wantedMs, ...same } = body;
  return { ...same, billingAccount, wantedMs };
}

export function authorizeText(answer: Granted | NotGranted): string {
  // Reasons are JSON already, as they were first put into words.
  if (!answer.allowed) return `{"allowed":false,"reasons":${answer.reasons}}`;
  const granted: z.input<typeof grantedAnswer> = {
    allowed: true,
    id: answer.id,
    granted_seconds: answer.grantedMs / 1000,
    final: answer.final,
    expires_at: answer.expiresAt.toISOString(),
    places: answer.places.map((licenseType) => ({ license_type: licenseType })),
    hold: moneyText(answer.hold),
    counts_from: answer.countsFrom,
  };
  return JSON.stringify(granted);
}

export function extendText({ grantedMs, expiresAt, final }: Extended): string {
  const extended: z.input<typeof extendAnswer> = {
    granted_seconds: grantedMs / 1000,
    expires_at: expiresAt.toISOString(),
    final,
  };
  return JSON.stringify(extended);
}

export function settledFields(settled: Settled): z.input<typeof settleAnswer> {
  return {
    charged: moneyText(settled.charged),
    balance: moneyText(settled.balance),
    ...(settled.overrun ? { overrun: true } : {}),
    ...(settled.late ? { late: true } : {}),
    ...(settled.conflict ? { conflict: true } : {}),
  };
}

export function settleText(settled: Settled): string {
  return JSON.stringify(settledFields(settled));
}

export function releaseText({ id, outcome }: Released): string {
  return JSON.stringify({ id, outcome });
}
