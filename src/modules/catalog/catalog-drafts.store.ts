import { type Transaction, tables } from '../../database/transaction.ts';
import type { CatalogDraft } from './catalog-draft.ts';
import type { CatalogBodies, CatalogKind } from './catalog-version.ts';

interface DraftTables {
  catalog_drafts: {
    id: string;
    kind: CatalogKind;
    code: string;
    body: CatalogBodies[CatalogKind];
    effective_on: string | null;
    saved_at: Date;
    saved_by: string;
  };
}

/** The newest first. */
export async function selectDrafts(tx: Transaction): Promise<CatalogDraft[]> {
  const rows = await tables<DraftTables>(tx)
    .selectFrom('catalog_drafts')
    .selectAll()
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(draftOf);
}

/** Takes the draft away, so that of two who publish it only one has it. */
export async function deleteDraft(tx: Transaction, id: string): Promise<CatalogDraft | undefined> {
  const row = await tables<DraftTables>(tx)
    .deleteFrom('catalog_drafts')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && draftOf(row);
}

/** Writes an entry's draft, in place of the one it had. The one that stands now. */
export async function upsertDraft(tx: Transaction, draft: CatalogDraft): Promise<CatalogDraft> {
  const changed = {
    body: JSON.stringify(draft.body) as unknown as CatalogDraft['body'],
    effective_on: draft.effectiveOn,
    saved_at: draft.savedAt,
    saved_by: draft.savedBy,
  };
  const row = await tables<DraftTables>(tx)
    .insertInto('catalog_drafts')
    .values({ id: draft.id, kind: draft.kind, code: draft.code, ...changed })
    .onConflict((conflict) => conflict.columns(['kind', 'code']).doUpdateSet(changed))
    .returningAll()
    .executeTakeFirstOrThrow();
  return draftOf(row);
}

function draftOf(row: DraftTables['catalog_drafts']): CatalogDraft {
  return {
    id: row.id,
    kind: row.kind,
    code: row.code,
    body: row.body,
    effectiveOn: row.effective_on,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
}
