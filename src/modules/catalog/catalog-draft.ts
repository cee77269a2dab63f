import type { CatalogBodies, CatalogKind } from './catalog-version.ts';

/** What is about to be published for an entry; one at most for each. */
export interface CatalogDraft {
  readonly id: string;
  readonly kind: CatalogKind;
  readonly code: string;
  readonly body: CatalogBodies[CatalogKind];
  /** The UTC day it is to hold from; null: from its publication. */
  readonly effectiveOn: string | null;
  readonly savedAt: Date;
  /** The name of whoever saved it last. */
  readonly savedBy: string;
}
