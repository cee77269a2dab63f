/** What if: the next invoices under a supposition. */
export const simulation = {
  'What if': 'Was wäre, wenn',
  'The next invoices of <a>{name}</a>. Nothing is ordered by it.':
    'Die nächsten Rechnungen von <a>{name}</a>. Bestellt wird dadurch nichts.',
  'What is supposed': 'Was angenommen wird',
  'Invoices to look at': 'Anzahl Rechnungen',
  'A total changes': 'Eine Anzahl ändert sich',
  'Somebody is hired': 'Jemand kommt dazu',
  'Somebody leaves': 'Jemand geht',
  'A contract is signed': 'Ein Vertrag wird geschlossen',
  'A contract is signed today': 'Heute wird ein Vertrag geschlossen',
  'Prices change': 'Preise ändern sich',
  'Catalog prices are other ones': 'Die Katalogpreise sind andere',
  'New total': 'Neue Anzahl',
  'Each with': 'Jeweils mit',
  'Suppose it no more': 'Nicht mehr annehmen',
  'Suppose no contract': 'Keinen Vertrag annehmen',
  'Suppose no other prices': 'Keine anderen Preise annehmen',
  'Add what might happen. Nothing is ordered, and nobody is told.':
    'Fügen Sie hinzu, was geschehen könnte. Nichts wird bestellt, und niemand erfährt davon.',
  'As supposed': 'Wie angenommen',
  'As things stand': 'Nach jetzigem Stand',
  'The difference': 'Der Unterschied',
  'Invoices in a picture': 'Rechnungen im Bild',
  'Each invoice as things stand and as supposed':
    'Jede Rechnung nach jetzigem Stand und wie angenommen',
  'Charged at once for orders': 'Sofort für Bestellungen belastet',
  'Nothing is charged, so no invoice is made.':
    'Nichts wird belastet, also entsteht keine Rechnung.',
  People: 'Personen',
  From: 'Ab',
} as const;
