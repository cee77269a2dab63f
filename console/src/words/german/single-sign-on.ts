/** A company's own identity provider, and how its people must sign in. */
export const singleSignOn = {
  'Single sign-on': 'Single Sign-on',
  'Your own identity provider, and how your people must sign in':
    'Ihr eigener Identitätsanbieter, und wie sich Ihre Mitarbeiter anmelden müssen',
  'Identity provider': 'Identitätsanbieter',
  'Any provider that speaks OpenID Connect. Only employees who are here already are let in, by their verified e-mail address.':
    'Jeder Anbieter, der OpenID Connect spricht. Eingelassen werden nur Mitarbeiter, die es hier schon gibt, anhand ihrer bestätigten E-Mail-Adresse.',
  Issuer: 'Aussteller (Issuer)',
  'As its discovery document names it': 'Wie ihn sein Discovery-Dokument nennt',
  'Client id': 'Client-ID',
  'Client secret': 'Client-Secret',
  'Empty: as before': 'Leer: wie bisher',
  'Show the client secret': 'Client-Secret anzeigen',
  'Domain of your e-mail addresses': 'Domain Ihrer E-Mail-Adressen',
  'Redirect address to allow at the provider':
    'Weiterleitungsadresse, die beim Anbieter zu erlauben ist',
  'Save the identity provider': 'Identitätsanbieter speichern',
  'Remove single sign-on': 'Single Sign-on entfernen',
  'Everybody at {domain} can sign in through {issuer} once the domain is proved.':
    'Alle bei {domain} können sich über {issuer} anmelden, sobald die Domain nachgewiesen ist.',
  'Your people sign in by password, passkey or link from then on.':
    'Ihre Mitarbeiter melden sich dann mit Passwort, Passkey oder Anmeldelink an.',

  Proved: 'Nachgewiesen',
  'Not proved': 'Nicht nachgewiesen',
  'Nobody is led to your provider before the domain says that it is yours. Add this TXT record to it:':
    'Niemand wird zu Ihrem Anbieter geleitet, bevor die Domain sagt, dass sie Ihnen gehört. Fügen Sie ihr diesen TXT-Eintrag hinzu:',
  'Vouch for it': 'Dafür bürgen',
  'Look for the record': 'Eintrag suchen',
  'Since {instant} everybody with an address at {domain} can choose single sign-on.':
    'Seit {instant} können alle mit einer Adresse bei {domain} Single Sign-on wählen.',
  'Prove {domain}': '{domain} nachweisen',
  'Prove it': 'Nachweisen',
  'Everybody with an address at {domain} is led to your provider from then on.':
    'Alle mit einer Adresse bei {domain} werden dann zu Ihrem Anbieter geleitet.',

  Rules: 'Regeln',
  'Two-factor sign-in is required': 'Die Zwei-Faktor-Anmeldung ist Pflicht',
  'Whoever has neither an app nor a passkey sets one up before anything else':
    'Wer weder App noch Passkey hat, richtet als Erstes eines davon ein',
  'Single sign-on is required': 'Single Sign-on ist Pflicht',
  'Passwords, passkeys and mailed links are switched off; links made by hand work':
    'Passwörter, Passkeys und gemailte Links sind abgeschaltet; von Hand erstellte Links gelten',
  'Prove your domain first': 'Weisen Sie zuerst Ihre Domain nach',
  'Change how your people sign in': 'Ändern, wie sich Ihre Mitarbeiter anmelden',
  'Two-factor sign-in: {twoFactor}. Single sign-on: {singleSignOn}.':
    'Zwei-Faktor-Anmeldung: {twoFactor}. Single Sign-on: {singleSignOn}.',
  required: 'Pflicht',
  'as everybody likes': 'freiwillig',
} as const;
