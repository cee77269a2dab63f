import { z } from 'zod';
import type { Catalog, CatalogKind, CatalogSnapshot } from '../../modules/catalog/index.ts';
import type { Api } from '../endpoint.ts';
import {
  activityBody,
  activityPublication,
  entry,
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
import { code } from '../schemas/fields.ts';

const wholeCatalog = z
  .strictObject({
    license_types: z.array(entry),
    activities: z.array(entry),
    rates: z.array(entry),
    storage_meters: z.array(entry),
  })
  .meta({ id: 'Catalog' });

const access = { operatorOnly: true, scope: 'manage' } as const;
const tag = 'Catalog';

export function registerCatalog(api: Api, { catalog }: { catalog: Catalog }): void {
  api.define('GET', '/v1/catalog', {
    summary: 'Read the catalog: every entry as it stands, with all its versions',
    tag,
    access: { scope: 'read' },
    answer: wholeCatalog,
    handle: async (tx) => {
      const snapshot = await catalog.load(tx);
      return {
        license_types: entriesOf(snapshot, 'license_type'),
        activities: entriesOf(snapshot, 'activity'),
        rates: entriesOf(snapshot, 'rate'),
        storage_meters: entriesOf(snapshot, 'storage_meter'),
      };
    },
  });

  const ofCode = z.strictObject({ code });
  api.define('PUT', '/v1/catalog/license-types/:code', {
    summary: 'Publish a version of a license type',
    tag,
    access,
    params: ofCode,
    body: licenseTypeBody,
    answer: version,
    handle: async (tx, { params, body, actor }) =>
      versionText(await catalog.publish(tx, actor, licenseTypePublication(params.code, body))),
  });

  api.define('PUT', '/v1/catalog/activities/:code', {
    summary: 'Publish a version of an activity',
    tag,
    access,
    params: ofCode,
    body: activityBody,
    answer: version,
    handle: async (tx, { params, body, actor }) =>
      versionText(await catalog.publish(tx, actor, activityPublication(params.code, body))),
  });

  api.define('PUT', '/v1/catalog/rates/:prefix', {
    summary: 'Publish a version of the rate of an E.164 prefix',
    tag,
    access,
    params: z.strictObject({ prefix: ratePrefix }),
    body: rateBody,
    answer: version,
    handle: async (tx, { params, body, actor }) =>
      versionText(await catalog.publish(tx, actor, ratePublication(params.prefix, body))),
  });

  api.define('PUT', '/v1/catalog/storage-meters/:code', {
    summary: 'Publish a version of a storage meter',
    tag,
    access,
    params: ofCode,
    body: storageMeterBody,
    answer: version,
    handle: async (tx, { params, body, actor }) =>
      versionText(await catalog.publish(tx, actor, storageMeterPublication(params.code, body))),
  });
}

/** The newest published version's fields, and all versions below it. */
function entriesOf(snapshot: CatalogSnapshot, kind: CatalogKind) {
  return [...snapshot[kind].values()].map((versions) => {
    const texts = versions.map(versionText);
    return { ...texts.at(-1), versions: texts };
  });
}
