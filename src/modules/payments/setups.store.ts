import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';

/** A customer who is on a provider's page to give a card or bank account. */
export interface Setup {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  /** What the provider knows it by. */
  readonly reference: string;
  readonly url: string;
  readonly makeDefault: boolean;
  /** Who asked for it: the funding source stands in the audit log under their name. */
  readonly actor: Actor;
  readonly status: 'pending' | 'completed' | 'expired';
  readonly fundingSource: string | null;
  readonly createdAt: Date;
}

interface SetupTables {
  payments_setups: {
    id: string;
    account: string;
    provider: string;
    reference: string;
    url: string;
    make_default: boolean;
    actor: unknown;
    status: Setup['status'];
    funding_source: Generated<string | null>;
    created_at: Date;
  };
}

export async function insertSetup(tx: Transaction, setup: Setup): Promise<void> {
  await tables<SetupTables>(tx)
    .insertInto('payments_setups')
    .values({
      id: setup.id,
      account: setup.account,
      provider: setup.provider,
      reference: setup.reference,
      url: setup.url,
      make_default: setup.makeDefault,
      actor: sql`${JSON.stringify(setup.actor)}::jsonb`,
      status: setup.status,
      created_at: setup.createdAt,
    })
    .execute();
}

export async function selectSetup(tx: Transaction, id: string): Promise<Setup | undefined> {
  const row = await tables<SetupTables>(tx)
    .selectFrom('payments_setups')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && setupOf(row);
}

export async function selectSetupByReference(
  tx: Transaction,
  provider: string,
  reference: string,
): Promise<Setup | undefined> {
  const row = await tables<SetupTables>(tx)
    .selectFrom('payments_setups')
    .selectAll()
    .where('provider', '=', provider)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row && setupOf(row);
}

export async function updateSetup(
  tx: Transaction,
  id: string,
  outcome: { status: Setup['status']; fundingSource: string | null },
): Promise<void> {
  await tables<SetupTables>(tx)
    .updateTable('payments_setups')
    .set({ status: outcome.status, funding_source: outcome.fundingSource })
    .where('id', '=', id)
    .execute();
}

function setupOf(row: Selectable<SetupTables['payments_setups']>): Setup {
  return {
    id: row.id,
    account: row.account,
    provider: row.provider,
    reference: row.reference,
    url: row.url,
    makeDefault: row.make_default,
    actor: row.actor as Actor,
    status: row.status,
    fundingSource: row.funding_source,
    createdAt: row.created_at,
  };
}
