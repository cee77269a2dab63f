import { type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import type { AtEnd, ContractInput, Draft } from './contract.ts';
import { pricesOf, priceTexts } from './contracts.store.ts';

interface DraftTables {
  contracts_drafts: {
    id: string;
    account: string;
    starts_on: LocalDate;
    months: number;
    floors: Record<string, number>;
    prices: Record<string, string>;
    at_end: AtEnd;
    drafted_at: Date;
    signed_at: Date | null;
    discarded_at: Date | null;
  };
}

/** Every draft that an account ever had, also those that were signed or discarded. */
export async function selectDrafts(
  tx: Transaction,
  account: { id: string; currency: Currency },
): Promise<Draft[]> {
  const rows = await tables<DraftTables>(tx)
    .selectFrom('contracts_drafts')
    .selectAll()
    .where('account', '=', account.id)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => draftOf(row, account.currency));
}

/** Writes a draft, or writes it anew. */
export async function upsertDraft(tx: Transaction, draft: Omit<Draft, 'state'>): Promise<void> {
  await sql`
    insert into contracts_drafts
      (id, account, starts_on, months, floors, prices, at_end, drafted_at)
    values (${draft.id}, ${draft.account}, ${draft.startsOn}, ${draft.months},
            ${JSON.stringify(draft.floors)}::jsonb,
            ${JSON.stringify(priceTexts(draft.prices))}::jsonb, ${draft.atEnd},
            ${draft.draftedAt})
    on conflict (id) do update
    set starts_on = excluded.starts_on, months = excluded.months, floors = excluded.floors,
        prices = excluded.prices, at_end = excluded.at_end
  `.execute(tx);
}

export async function closeDraft(
  tx: Transaction,
  id: string,
  outcome: 'signed_at' | 'discarded_at',
  at: Date,
): Promise<void> {
  await tables<DraftTables>(tx)
    .updateTable('contracts_drafts')
    .set({ [outcome]: at })
    .where('id', '=', id)
    .execute();
}

function draftOf(row: Selectable<DraftTables['contracts_drafts']>, currency: Currency): Draft {
  const terms: ContractInput = {
    startsOn: row.starts_on,
    months: row.months,
    floors: row.floors,
    prices: pricesOf(row.prices, currency),
    atEnd: row.at_end,
  };
  const closed = row.signed_at === null ? 'discarded' : 'signed';
  const isOpen = row.signed_at === null && row.discarded_at === null;
  return {
    ...terms,
    id: row.id,
    account: row.account,
    draftedAt: row.drafted_at,
    state: isOpen ? 'draft' : closed,
  };
}
