import { type RawBuilder, sql } from 'kysely';

/** Whose rows a list shows: one account's, all of a company's or, with neither, everybody's. */
export interface Whose {
  readonly account?: string | undefined;
  readonly company?: string | undefined;
}

/** Whether a row's column `account` is among them. */
export function belongsTo({ account, company }: Whose): RawBuilder<boolean> {
  if (account !== undefined) return sql<boolean>`account = ${account}`;
  if (company === undefined) return sql<boolean>`true`;
  return sql<boolean>`account in (select id from accounts where company = ${company})`;
}
