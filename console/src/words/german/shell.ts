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
  Company: 'Firma',
  'All accounts': 'Alle Konten',
  Everybody: 'Alle',
  'What I can do': 'Was ich tun kann',
  'Choose a company to see its pages.': 'Wählen Sie eine Firma, um ihre Seiten zu sehen.',
  'Stop looking': 'Ansicht beenden',
  'You see what <b>{name}</b> of {company} sees, and can change nothing. Until {end}, because: {reason}':
    'Sie sehen, was <b>{name}</b> ({company}) sieht, und können nichts ändern. Bis {end}, Grund: {reason}',

  'There is no such page': 'Diese Seite gibt es nicht',
  'To the first page': 'Zur Startseite',
  'The address may have been typed wrong, or the page may have moved.':
    'Die Adresse ist vielleicht falsch eingegeben, oder die Seite ist umgezogen.',
  'This page could not be shown': 'Diese Seite konnte nicht angezeigt werden',
  'Load it again': 'Neu laden',
  'Mostly that is because Tollkeeper was renewed since you opened this tab. Nothing was changed.':
    'Meist liegt das daran, dass Tollkeeper erneuert wurde, seit Sie diesen Tab geöffnet haben. Es wurde nichts geändert.',

  'Notices, {count} not read': 'Hinweise, {count} ungelesen',
  'All notices, and which are mailed to you': 'Alle Hinweise, und welche per E-Mail kommen',

  'Ctrl K': 'Strg K',
  'Find anything': 'Alles durchsuchen',
  'A page, an employee, a document’s number or a question':
    'Eine Seite, ein Mitarbeiter, eine Belegnummer oder eine Frage',
  'Nothing has that name.': 'Dazu wurde nichts gefunden.',
  Questions: 'Fragen',
  Documents: 'Belege',
  '{email} · hidden': '{email} · ausgeblendet',

  'Sign in again': 'Erneut anmelden',
  'Your session has ended. Sign in as {name} and go on where you were: nothing that you typed is lost.':
    'Ihre Sitzung ist beendet. Melden Sie sich als {name} an und machen Sie weiter, wo Sie waren: Ihre Eingaben bleiben erhalten.',
  'With a link or single sign-on: sign in in another tab and come back to this one.':
    'Mit Link oder Single Sign-on: Melden Sie sich in einem anderen Tab an und kommen Sie hierher zurück.',
  'Nobody is signed in yet.': 'Es ist noch niemand angemeldet.',
  'Leave this page': 'Seite verlassen',
  'I have signed in': 'Ich habe mich angemeldet',
} as const;
