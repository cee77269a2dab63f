/** The catalog, and what is asked of it. */
export const catalog = {
  'There is no such draft, or no more.': 'Diesen Entwurf gibt es nicht oder nicht mehr.',
  'Something was already charged by {code} up to {until}; what is charged is never repriced.':
    'Nach {code} wurde schon bis {until} berechnet; Berechnetes bekommt keinen neuen Preis.',
  'There is no license type "{code}" in the catalog.': 'Der Katalog hat keinen Lizenztyp „{code}“.',
  'These license types would require one another: {types}.':
    'Diese Lizenztypen würden einander voraussetzen: {types}.',
  'Log in to the dialer': 'Am Dialer anmelden',
  "Use the dialer's screens": 'Ansichten des Dialers benutzen',
  'Call out': 'Anrufen',
  'Send a voice message': 'Sprachnachricht senden',
  'Record a call': 'Anruf aufnehmen',
  'Monitor a call': 'Anruf mithören',
  'Take an inbound call': 'Eingehenden Anruf annehmen',
  'Connect a press-1 broadcast': 'Rundruf mit Taste 1 verbinden',
  'Send a text message': 'Kurznachricht senden',
  Data: 'Daten',
  Files: 'Dateien',
  'Call recordings': 'Anrufaufnahmen',
} as const;
