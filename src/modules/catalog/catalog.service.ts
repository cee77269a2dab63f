import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { insertVersion, selectRevision, selectVersions } from './catalog.store.ts';
import { type CatalogSnapshot, versionOn } from './catalog-snapshot.ts';
import type { CatalogBodies, CatalogKind, CatalogVersion } from './catalog-version.ts';
import { requirementCycle } from './requirement.ts';

export interface CatalogDeps {
  readonly events: Events;
  readonly clock: Clock;
}

/** Tells the last day already charged by an entry, where anything was. Later modules know. */
export type ChargedUntil = (
  tx: Transaction,
  kind: CatalogKind,
  code: string,
) => Promise<string | undefined>;

export interface Publication<Kind extends CatalogKind> {
  readonly kind: Kind;
  readonly code: string;
  readonly body: CatalogBodies[Kind];
  readonly effectiveOn?: string | undefined;
}

export interface Catalog {
  /** The whole catalog as of the last commit; cheap while nothing was published. */
  load(tx: Transaction): Promise<CatalogSnapshot>;
  /**
   * Publishes a new version. Refuses `already_charged` (an effective day before something that
   * was charged by that entry), `unknown_code` and `requirement_cycle`.
   */
  publish<Kind extends CatalogKind>(
    tx: Transaction,
    actor: Actor,
    publication: Publication<Kind>,
  ): Promise<CatalogVersion<Kind>>;
  /** Registers who knows what has been charged; every answer counts. */
  askChargedUntil(chargedUntil: ChargedUntil): void;
}

export function createCatalog({ events, clock }: CatalogDeps): Catalog {
  let cached: CatalogSnapshot | undefined;
  const chargedUntil: ChargedUntil[] = [];

  async function load(tx: Transaction): Promise<CatalogSnapshot> {
    // The revision is read in the caller's transaction, so a version that this process has not
    // seen yet is never missed and one that was rolled back is never kept.
    const revision = await selectRevision(tx);
    if (cached?.revision === revision) return cached;
    const snapshot = snapshotOf(await selectVersions(tx));
    cached = snapshot;
    return snapshot;
  }

  async function publish<Kind extends CatalogKind>(
    tx: Transaction,
    actor: Actor,
    { kind, code, body, effectiveOn }: Publication<Kind>,
  ): Promise<CatalogVersion<Kind>> {
    const snapshot = await load(tx);
    refuseUnknownCodes(snapshot, kind, code, body);
    for (const ask of chargedUntil) {
      const until = await ask(tx, kind, code);
      if (effectiveOn !== undefined && until !== undefined && effectiveOn < until) {
        throw new Refusal('already_charged', {
          message: say(
            'Something was already charged by {code} up to {until}; what is charged is never repriced.',
            { code, until },
          ),
          pointer: '/effective_on',
          facts: { charged_until: until },
        });
      }
    }
    const publishedAt = clock.now();
    const before = versionOn(snapshot, kind, code, '9999-12-31');
    const written = { kind, code, body, effectiveOn: effectiveOn ?? null, publishedAt };
    const numbers = await insertVersion(tx, written);
    await events.record(tx, {
      actor,
      at: publishedAt,
      type: 'catalog.published',
      subject: `${kind}:${code}`,
      before: before && { ...before.body },
      after: { ...body, version: numbers.version, effective_on: effectiveOn ?? null },
    });
    return { ...written, ...numbers };
  }

  return { load, publish, askChargedUntil: (ask) => chargedUntil.push(ask) };
}

/** A license type or activity may only name license types that exist. */
function refuseUnknownCodes(
  snapshot: CatalogSnapshot,
  kind: CatalogKind,
  code: string,
  body: CatalogBodies[CatalogKind],
): void {
  if (kind === 'rate' || kind === 'storage_meter') return;
  const named =
    'requires' in body ? body.requires : 'places' in body ? [...body.licenses, ...body.places] : [];
  const unknown = named.find((other) => other !== code && !snapshot.license_type.has(other));
  if (unknown !== undefined) {
    throw new Refusal('unknown_code', {
      message: say('There is no license type "{code}" in the catalog.', { code: unknown }),
      facts: { code: unknown },
    });
  }
  const cycle = 'requires' in body ? requirementCycle(snapshot, code, body.requires) : undefined;
  if (cycle !== undefined) {
    throw new Refusal('requirement_cycle', {
      message: say('These license types would require one another: {types}.', {
        types: cycle.join(' → '),
      }),
      pointer: '/requires',
      facts: { cycle },
    });
  }
}

function snapshotOf(versions: readonly CatalogVersion[]): CatalogSnapshot {
  const pick = <Kind extends CatalogKind>(kind: Kind) => {
    const ofKind = versions.filter((version) => version.kind === kind) as CatalogVersion<Kind>[];
    return Map.groupBy(ofKind, (version) => version.code);
  };
  return {
    revision: versions.at(-1)?.revision ?? 0n,
    license_type: pick('license_type'),
    activity: pick('activity'),
    rate: pick('rate'),
    storage_meter: pick('storage_meter'),
  };
}
