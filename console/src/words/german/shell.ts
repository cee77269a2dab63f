/** The frame of every page. */
export const shell = {
  'Skip to the page': 'Zur Seite springen',
  'Close the menu': 'Menü schließen',
  'Open the menu': 'Menü öffnen',
  Pages: 'Seiten',
  'Use dark colours': 'Dunkle Farben verwenden',
  'Use light colours': 'Helle Farben verwenden',
  'Signed in as {name}': 'Angemeldet als {name}',
  Security: 'Sicherheit',
  'Sign out': 'Abmelden',
  'Operator admin': 'Betreiber-Administrator',
  Operator: 'Betreiber',
  Finance: 'Finanzen',
  Support: 'Support',
} as const;
