/** Money and licenses over the last twelve months. */
export const operatorReports = {
  MRR: 'MRR',
  'What the license totals in force cost a month, before tax, and why it moved':
    'Was die geltenden Lizenzanzahlen im Monat kosten, netto, und warum es sich geändert hat',
  'MRR at the end of the month': 'MRR am Monatsende',
  Revenue: 'Umsatz',
  'Licenses are earned day by day, storage when charged, minutes when used':
    'Lizenzen zählen Tag für Tag, Speicher bei der Berechnung, Minuten beim Verbrauch',
  Receivables: 'Forderungen',
  'What is owed today, by how long it is past due':
    'Was heute geschuldet wird, danach, wie lange es überfällig ist',
  'Dialer minutes sold, used and held, in money':
    'Minuten: verkauft, verbraucht und reserviert, in Geld',
  Utilization: 'Auslastung',
  'Licenses paid for, assigned, and in use at the peak':
    'Lizenzen: bezahlt, zugewiesen und in der Spitze benutzt',
  'There is nothing to report yet on the real clock.':
    'Auf der echten Uhr gibt es noch nichts zu berichten.',
  'What is drawn': 'Was gezeichnet ist',

  Month: 'Monat',
  Category: 'Art',
  licenses: 'Lizenzen',
  storage: 'Speicher',
  minutes: 'Minuten',
  'License type': 'Lizenztyp',
  Start: 'Anfang',
  New: 'Neu',
  Expansion: 'Zuwachs',
  Contraction: 'Rückgang',
  Churn: 'Abgang',
  Reactivation: 'Rückkehr',
  End: 'Ende',
  Recognized: 'Realisiert',
  Deferred: 'Abgegrenzt',
  Sold: 'Verkauft',
  Refunded: 'Erstattet',
  Reversed: 'Storniert',
  Held: 'Reserviert',
  Paid: 'Bezahlt',
  'In use at the peak': 'In der Spitze benutzt',
  'Peak in use': 'Spitze',
  'Not due': 'Nicht fällig',
  '1 to 30 days': '1 bis 30 Tage',
  'Days over 90': 'Über 90 Tage',
} as const;
