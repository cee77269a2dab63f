import type { Transaction } from '../../database/transaction.ts';
import { LANGUAGES, type Language } from '../../kernel/words/say.ts';
import { deleteLanguage, selectLanguage, upsertLanguage } from './languages.store.ts';

/** The language that a person chose; null where they chose none, and are written to in English. */
export async function chosenLanguage(tx: Transaction, person: string): Promise<Language | null> {
  const chosen = await selectLanguage(tx, person);
  return LANGUAGES.find((one) => one === chosen) ?? null;
}

/** Keeps it: an employee's or the operator's person's own choice, which concerns nobody else. */
export async function chooseLanguage(
  tx: Transaction,
  person: string,
  language: Language | null,
): Promise<void> {
  if (language === null) await deleteLanguage(tx, person);
  else await upsertLanguage(tx, person, language);
}
