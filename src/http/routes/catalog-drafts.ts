import { z } from 'zod';
import { moneyText, subtract } from '../../kernel/money.ts';
import type { CatalogDraft, CatalogDrafts } from '../../modules/catalog/index.ts';
import type { DraftEffect, DraftEffects } from '../../modules/reporting/index.ts';
import type { Api } from '../endpoint.ts';
import {
  activityBody,
  activityPublication,
  licenseTypeBody,
  licenseTypePublication,
  rateBody,
  ratePrefix,
  ratePublication,
  storageMeterBody,
  storageMeterPublication,
  version,
  versionText,
} from '../schemas/catalog.ts';
import { code, dayText, id, instantText, money } from '../schemas/fields.ts';
import { page } from '../schemas/page.ts';

const draft = z
  .strictObject({
    id: id('cdr'),
    kind: z.enum(['license_type', 'activity', 'rate', 'storage_meter']),
    code: z.string(),
    effective_on: dayText.nullable(),
    saved_at: instantText,
    saved_by: z.string(),
    body: z.record(z.string(), z.json()).describe('The fields of the version to be'),
  })
  .meta({ id: 'CatalogDraft' });

const effect = z
  .strictObject({
    currency: z.string(),
    accounts: z.int(),
    licenses: z.int(),
    /** Of them, those at a contract's price. */
    contracted: z.int(),
    /** A month, before tax. */
    before: money,
    after: money,
    difference: money,
  })
  .meta({ id: 'CatalogDraftEffect' });

const manage = { operatorOnly: true, scope: 'manage' } as const;
const tag = 'Catalog';
const ofCode = z.strictObject({ code });
const ofDraft = z.strictObject({ cdr: id('cdr') });

export interface CatalogDraftsRoutesDeps {
  readonly catalogDrafts: CatalogDrafts;
  readonly draftEffects: DraftEffects;
}

/** Drafts of catalog versions: kept on the server, binding nobody until they are published. */
export function registerCatalogDrafts(
  api: Api,
  { catalogDrafts, draftEffects }: CatalogDraftsRoutesDeps,
): void {
  registerSaving(api, catalogDrafts);

  api.define('GET', '/v1/catalog/drafts', {
    summary: 'List the drafts of catalog versions, the newest first (operator)',
    tag,
    access: { ...manage, scope: 'read' },
    answer: page(draft),
    handle: async (tx) => {
      const drafts = await catalogDrafts.list(tx);
      return { data: drafts.map(draftText), has_more: false, next_cursor: null };
    },
  });

  api.define('GET', '/v1/catalog/drafts/:cdr/effect', {
    summary: 'Whom a license type’s draft would concern, and what would change a month (operator)',
    description:
      'By currency, as of the draft’s day. What a contract prices is counted and changes ' +
      'nothing. Drafts of other kinds have no such figures.',
    tag,
    access: { ...manage, scope: 'read' },
    params: ofDraft,
    answer: page(effect),
    handle: async (tx, { params }) => {
      const effects = await draftEffects.of(tx, await catalogDrafts.get(tx, params.cdr));
      return { data: effects.map(effectText), has_more: false, next_cursor: null };
    },
  });

  api.define('POST', '/v1/catalog/drafts/:cdr/publish', {
    summary: 'Publish a draft as its entry’s next version (operator)',
    tag,
    access: manage,
    params: ofDraft,
    answer: version,
    handle: async (tx, { params, actor }) =>
      versionText(await catalogDrafts.publish(tx, actor, params.cdr)),
  });

  api.define('DELETE', '/v1/catalog/drafts/:cdr', {
    summary: 'Discard a draft (operator)',
    tag,
    access: manage,
    params: ofDraft,
    answer: draft,
    handle: async (tx, { params, actor }) =>
      draftText(await catalogDrafts.discard(tx, actor, params.cdr)),
  });
}

function registerSaving(api: Api, drafts: CatalogDrafts): void {
  const save = {
    description: 'In place of the draft that it had. Nothing is published by it.',
    tag,
    access: manage,
    answer: draft,
  };

  api.define('PUT', '/v1/catalog/license-types/:code/draft', {
    summary: 'Save a draft of a license type’s next version (operator)',
    ...save,
    params: ofCode,
    body: licenseTypeBody,
    handle: async (tx, { params, body, actor }) =>
      draftText(await drafts.save(tx, actor, licenseTypePublication(params.code, body))),
  });

  api.define('PUT', '/v1/catalog/activities/:code/draft', {
    summary: 'Save a draft of an activity’s next version (operator)',
    ...save,
    params: ofCode,
    body: activityBody,
    handle: async (tx, { params, body, actor }) =>
      draftText(await drafts.save(tx, actor, activityPublication(params.code, body))),
  });

  api.define('PUT', '/v1/catalog/rates/:prefix/draft', {
    summary: 'Save a draft of a rate’s next version (operator)',
    ...save,
    params: z.strictObject({ prefix: ratePrefix }),
    body: rateBody,
    handle: async (tx, { params, body, actor }) =>
      draftText(await drafts.save(tx, actor, ratePublication(params.prefix, body))),
  });

  api.define('PUT', '/v1/catalog/storage-meters/:code/draft', {
    summary: 'Save a draft of a storage meter’s next version (operator)',
    ...save,
    params: ofCode,
    body: storageMeterBody,
    handle: async (tx, { params, body, actor }) =>
      draftText(await drafts.save(tx, actor, storageMeterPublication(params.code, body))),
  });
}

function effectText({ before, after, ...counts }: DraftEffect): z.input<typeof effect> {
  return {
    ...counts,
    before: moneyText(before),
    after: moneyText(after),
    difference: moneyText(subtract(after, before)),
  };
}

function draftText(row: CatalogDraft): z.input<typeof draft> {
  return {
    id: row.id,
    kind: row.kind,
    code: row.code,
    effective_on: row.effectiveOn,
    saved_at: row.savedAt.toISOString(),
    saved_by: row.savedBy,
    body: { ...row.body } as z.input<typeof draft>['body'],
  };
}
