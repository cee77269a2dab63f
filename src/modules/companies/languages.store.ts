import { type Transaction, tables } from '../../database/transaction.ts';

interface LanguageTables {
  companies_languages: { person: string; language: string };
}

export async function selectLanguage(tx: Transaction, person: string): Promise<string | undefined> {
  const row = await tables<LanguageTables>(tx)
    .selectFrom('companies_languages')
    .select('language')
    .where('person', '=', person)
    .executeTakeFirst();
  return row?.language;
}

export async function upsertLanguage(
  tx: Transaction,
  person: string,
  language: string,
): Promise<void> {
  await tables<LanguageTables>(tx)
    .insertInto('companies_languages')
    .values({ person, language })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ language }))
    .execute();
}

export async function deleteLanguage(tx: Transaction, person: string): Promise<void> {
  await tables<LanguageTables>(tx)
    .deleteFrom('companies_languages')
    .where('person', '=', person)
    .execute();
}
