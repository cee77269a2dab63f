import { type Generated, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import { belongsTo, type Whose } from '../accounts/index.ts';
import type { Exemption, Tax, TaxVersion } from './tax-version.ts';

interface TaxTables {
  taxes_versions: {
    revision: Generated<bigint>;
    jurisdiction: string;
    code: string;
    version: number;
    body: Tax;
    effective_on: string | null;
    published_at: Date;
  };
  taxes_exemptions: {
    id: string;
    account: string;
    jurisdiction: string;
    certificate: string;
    reason: string;
    valid_from: string;
    valid_to: string | null;
    recorded_at: Date;
  };
  taxes_exemption_ends: {
    sequence: Generated<bigint>;
    exemption: string;
    valid_to: string;
    recorded_at: Date;
  };
}

/** 0 while nothing was ever published. */
export async function selectRevision(tx: Transaction): Promise<bigint> {
  const row = await tables<TaxTables>(tx)
    .selectFrom('taxes_versions')
    .select((select) => select.fn.max('revision').as('revision'))
    .executeTakeFirst();
  return (row?.revision as bigint | null | undefined) ?? 0n;
}

/** Every version of every tax, oldest first: they are few. */
export async function selectVersions(tx: Transaction): Promise<TaxVersion[]> {
  const rows = await tables<TaxTables>(tx)
    .selectFrom('taxes_versions')
    .selectAll()
    .orderBy('revision')
    .execute();
  return rows.map(({ effective_on, published_at, ...row }) => ({
    ...row,
    effectiveOn: effective_on,
    publishedAt: published_at,
  }));
}

/** Writes a tax's next version. The lock makes two writers number theirs in turn. */
export async function insertVersion(
  tx: Transaction,
  version: Omit<TaxVersion, 'revision' | 'version'>,
): Promise<{ version: number; revision: bigint }> {
  const { jurisdiction, code } = version;
  await sql`lock table taxes_versions in share row exclusive mode`.execute(tx);
  const { rows } = await sql<{ version: number; revision: bigint }>`
    insert into taxes_versions (jurisdiction, code, version, body, effective_on, published_at)
    values (${jurisdiction}, ${code},
            1 + (select count(*) from taxes_versions
                 where jurisdiction = ${jurisdiction} and code = ${code})::int,
            ${JSON.stringify(version.body)}::jsonb, ${version.effectiveOn}, ${version.publishedAt})
    returning version, revision
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returns its row');
  return row;
}

export async function insertExemption(tx: Transaction, exemption: Exemption): Promise<void> {
  await tables<TaxTables>(tx)
    .insertInto('taxes_exemptions')
    .values({
      id: exemption.id,
      account: exemption.account,
      jurisdiction: exemption.jurisdiction,
      certificate: exemption.certificate,
      reason: exemption.reason,
      valid_from: exemption.validFrom,
      valid_to: exemption.validTo,
      recorded_at: exemption.recordedAt,
    })
    .execute();
}

export async function insertExemptionEnd(
  tx: Transaction,
  end: { exemption: string; validTo: string; at: Date },
): Promise<void> {
  await tables<TaxTables>(tx)
    .insertInto('taxes_exemption_ends')
    .values({ exemption: end.exemption, valid_to: end.validTo, recorded_at: end.at })
    .execute();
}

/** The accounts' certificates as they hold now, the oldest first. */
export async function selectExemptions(
  tx: Transaction,
  accounts: readonly string[],
): Promise<Exemption[]> {
  const named = sql`account = any(${[...accounts]}::text[])`;
  const { rows } = await sql<Exemption>`${exemptionsWhere(named)}`.execute(tx);
  return rows;
}

/** Those of an account, a company or all, the newest first. */
export async function selectExemptionsOf(
  tx: Transaction,
  whose: Whose,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<Exemption[]> {
  const before = after === undefined ? sql`true` : sql`id < ${after}`;
  const wanted = sql`${belongsTo(whose)} and ${before}`;
  const { rows } = await sql<Exemption>`
    select * from (${exemptionsWhere(wanted)}) as found order by id desc limit ${limit}
  `.execute(tx);
  return rows;
}

export async function selectExemption(tx: Transaction, id: string): Promise<Exemption | undefined> {
  const { rows } = await sql<Exemption>`${exemptionsWhere(sql`id = ${id}`)}`.execute(tx);
  return rows[0];
}

function exemptionsWhere(condition: ReturnType<typeof sql>) {
  return sql`
    select id, account, jurisdiction, certificate, reason, valid_from as "validFrom",
      coalesce((select ended.valid_to from taxes_exemption_ends ended
        where ended.exemption = taxes_exemptions.id order by sequence desc limit 1),
        valid_to) as "validTo",
      recorded_at as "recordedAt"
    from taxes_exemptions where ${condition} order by id
  `;
}
