import type { z } from 'zod';
import { orWithoutDatabase } from '../database/outage.ts';
import type { Database } from '../database/transaction.ts';
import { newId } from '../kernel/id.ts';
import type { Reply } from './problem-reply.ts';
import type { authorizeBody, provisionalAnswer } from './schemas/admission.ts';

/** What admission answers while the database cannot be reached. */
export type WithoutDatabase = 'refuse' | 'allow';

/** As in `POST /v1/authorizations`: wanted where nothing is said. */
const SECONDS_DEFAULT = 60;
/** As long as a lease of ours outlives its seconds: ringing and the last report. */
const AFTERWARDS_MS = 150_000;

/**
 * Asks admission; where its database is gone and the operator has declared `allow`, the call goes
 * on unheld and unlimited by any balance: a provisional grant, which nothing here remembers. Its
 * usage is not settled but reported as a usage event once the database is back, and charged then.
 */
export async function orProvisional(
  ask: () => Promise<Reply>,
  { declared, database }: { declared: WithoutDatabase; database: Database },
  body: z.output<typeof authorizeBody>,
  now: Date,
): Promise<Reply> {
  if (declared === 'refuse') return await ask();
  return await orWithoutDatabase(database, ask, () => provisional(body, now));
}

function provisional(body: z.output<typeof authorizeBody>, now: Date): Reply {
  const granted = body.seconds ?? SECONDS_DEFAULT * 1_000;
  const answer: z.input<typeof provisionalAnswer> = {
    allowed: true,
    provisional: true,
    id: newId('auth'),
    granted_seconds: granted / 1_000,
    final: true,
    expires_at: new Date(now.getTime() + granted + AFTERWARDS_MS).toISOString(),
    places: [],
  };
  return { status: 201, text: JSON.stringify(answer) };
}
