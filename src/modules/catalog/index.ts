export { type Catalog, type ChargedUntil, createCatalog } from './catalog.service.ts';
export type { CatalogDraft } from './catalog-draft.ts';
export { type CatalogDrafts, createCatalogDrafts } from './catalog-drafts.service.ts';
export {
  type CatalogSnapshot,
  licensePriceOn,
  priceIn,
  snapshotAsOf,
  versionOn,
  versionsOn,
} from './catalog-snapshot.ts';
export {
  type Activity,
  type CatalogBodies,
  type CatalogKind,
  type CatalogVersion,
  type Direction,
  type LicenseType,
  type Prices,
  type Rate,
  rateCode,
  type StorageMeter,
} from './catalog-version.ts';
export { requirementChain } from './requirement.ts';
