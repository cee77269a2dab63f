import type { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, Whose } from '../../modules/accounts/index.ts';
import type { Companies } from '../../modules/companies/index.ts';
import { id } from '../schemas/fields.ts';
import { pageQuery } from '../schemas/page.ts';

/** The query fields of a list that spans billing accounts and, for the operator, companies. */
export const whoseQuery = <Cursor extends z.ZodType<string>>(cursor: Cursor) => ({
  ...pageQuery(cursor),
  company: id('co').optional(),
  billing_account: id('ba').optional(),
});

export interface WhoseDeps {
  readonly companies: Companies;
  readonly accounts: Accounts;
}

/** Whose rows are asked for. Refuses `not_found` for another company's; the operator sees all. */
export async function whoseOf(
  tx: Transaction,
  { companies, accounts }: WhoseDeps,
  actor: Actor,
  query: { company?: string | undefined; billing_account?: string | undefined },
): Promise<Whose> {
  const company = query.company ?? actor.company;
  if (company !== undefined) await companies.get(tx, actor, company);
  if (query.billing_account === undefined) return { company };
  const account = await accounts.get(tx, actor, query.billing_account);
  if (company === undefined || account.company === company) return { account: account.id };
  throw new Refusal('not_found', { message: say('That company has no such billing account.') });
}
