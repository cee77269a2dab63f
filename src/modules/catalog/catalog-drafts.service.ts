import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Catalog, Publication } from './catalog.service.ts';
import type { CatalogDraft } from './catalog-draft.ts';
import { deleteDraft, selectDrafts, upsertDraft } from './catalog-drafts.store.ts';
import type { CatalogKind, CatalogVersion } from './catalog-version.ts';

export interface CatalogDrafts {
  /** The newest first. */
  list(tx: Transaction): Promise<CatalogDraft[]>;
  /** Refuses `not_found`. */
  get(tx: Transaction, id: string): Promise<CatalogDraft>;
  /** Writes an entry's draft, in place of the one it had. Checked when it is published. */
  save<Kind extends CatalogKind>(
    tx: Transaction,
    actor: Actor,
    publication: Publication<Kind>,
  ): Promise<CatalogDraft>;
  /** Publishes a draft, which then is no more. Refuses `not_found` and what publishing refuses. */
  publish(tx: Transaction, actor: Actor, id: string): Promise<CatalogVersion>;
  /** Refuses `not_found`. */
  discard(tx: Transaction, actor: Actor, id: string): Promise<CatalogDraft>;
}

export interface CatalogDraftsDeps {
  readonly events: Events;
  readonly clock: Clock;
  readonly catalog: Catalog;
}

export function createCatalogDrafts({ events, clock, catalog }: CatalogDraftsDeps): CatalogDrafts {
  async function take(tx: Transaction, id: string): Promise<CatalogDraft> {
    return found(await deleteDraft(tx, id));
  }

  return {
    list: selectDrafts,

    // There are as many as somebody is writing at: a few.
    get: async (tx, id) => found((await selectDrafts(tx)).find((draft) => draft.id === id)),

    async save(tx, actor, { kind, code, body, effectiveOn }) {
      const savedAt = clock.now();
      const draft = await upsertDraft(tx, {
        id: newId('cdr'),
        kind,
        code,
        body,
        effectiveOn: effectiveOn ?? null,
        savedAt,
        savedBy: actor.name,
      });
      await events.record(tx, {
        actor,
        at: savedAt,
        type: 'catalog.draft_saved',
        subject: `${kind}:${code}`,
        after: { ...body, effective_on: effectiveOn ?? null },
      });
      return draft;
    },

    async publish(tx, actor, id) {
      const { kind, code, body, effectiveOn } = await take(tx, id);
      return await catalog.publish(tx, actor, {
        kind,
        code,
        body,
        effectiveOn: effectiveOn ?? undefined,
      });
    },

    async discard(tx, actor, id) {
      const draft = await take(tx, id);
      await events.record(tx, {
        actor,
        at: clock.now(),
        type: 'catalog.draft_discarded',
        subject: `${draft.kind}:${draft.code}`,
        before: { ...draft.body },
      });
      return draft;
    },
  };
}

function found(draft: CatalogDraft | undefined): CatalogDraft {
  if (draft !== undefined) return draft;
  throw new Refusal('not_found', { message: say('There is no such draft, or no more.') });
}
