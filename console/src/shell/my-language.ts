import { useEffect } from 'react';
import { client, type Me } from '../api/queries.ts';
import { choose, chosenHere, type Language, language } from '../words/language.ts';

/** In this browser, and for the person's mails; also where those cannot be changed just now. */
export async function chooseMine(next: Language): Promise<void> {
  await keep(next);
  choose(next);
}

/**
 * Makes one of what was chosen here and what the person chose elsewhere: a new browser speaks
 * their language, and mails speak that of the page on which they signed in.
 */
export function useOneLanguage(me: Me | undefined): void {
  useEffect(() => {
    if (me === undefined || me.impersonation !== null || me.kind !== 'person') return;
    const here = chosenHere();
    if (here === undefined) {
      if (me.language !== null && me.language !== language) choose(me.language);
    } else if (me.language === null && here !== 'en') void keep(here);
  }, [me]);
}

/** What it is for is said already, so a refusal (of somebody who only looks) says nothing more. */
async function keep(next: Language): Promise<void> {
  await client.patch('/v1/me', { body: { language: next } }).catch(() => undefined);
}
