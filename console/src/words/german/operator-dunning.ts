/** Who owes, since when, and what can be done. */
export const operatorDunning = {
  'Accounts that owe, the longest first': 'Konten, die etwas schulden, die ältesten zuerst',
  'Nobody owes anything: every invoice that was due is paid.':
    'Niemand schuldet etwas: Jede fällige Rechnung ist bezahlt.',
  'Past due since {day}.': 'Überfällig seit {day}.',
  'Suspended on {instant} if nothing is paid.':
    'Wird am {instant} gesperrt, wenn nichts bezahlt wird.',
  'up to 30 days': 'bis 30 Tage',
  'over 90 days': 'über 90 Tage',
  'Invoices past due': 'Überfällige Rechnungen',
  'Invoices past due, which scroll': 'Überfällige Rechnungen, scrollbar',
  'Last and next attempt': 'Letzter und nächster Versuch',
  'Not tried yet.': 'Noch nicht versucht.',
  'Tried next {instant}.': 'Nächster Versuch: {instant}.',
  'A payment is on its way.': 'Eine Zahlung ist unterwegs.',
  'Nothing more is tried by itself.': 'Von selbst wird nichts mehr versucht.',
  'Charge {amount} now': '{amount} jetzt einziehen',
  'Charge {number} now': '{number} jetzt einziehen',
  'Charge {amount}': '{amount} einziehen',
  'The default funding source is tried first, then its backups. What came of it stands on this page.':
    'Zuerst wird das Standard-Zahlungsmittel belastet, dann die Ersatzmittel. Was daraus wurde, steht auf dieser Seite.',
  'Record a payment': 'Zahlung verbuchen',
  'Record {amount} {currency}': '{amount} {currency} verbuchen',
  'A payment came for {number}': 'Zahlung zu {number} eingegangen',
  '{amount} is outstanding. A suspended account is back the moment everything is paid.':
    '{amount} sind offen. Ein gesperrtes Konto ist wieder frei, sobald alles bezahlt ist.',
  'The number of the check or wire': 'Die Nummer des Schecks oder der Überweisung',
} as const;
