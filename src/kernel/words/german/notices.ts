/** Notices, mails and requests. */
export const notices = {
  'There is no such notice.': 'Diesen Hinweis gibt es nicht.',
  '"{title}" cannot be switched off for whoever looks after billing: money or service hangs on it.':
    '„{title}“ kann für niemanden abgeschaltet werden, der die Abrechnung betreut: Geld oder Betrieb hängt daran.',
  'These are somebody else’s mails; whoever manages employees can choose them.':
    'Das sind die Mails von jemand anderem; wer Mitarbeiter verwaltet, kann sie wählen.',
  'There is no such mail.': 'Diese Mail gibt es nicht.',
  'The words of this mail were forgotten once it was settled; have it made anew.':
    'Der Text dieser Mail wurde vergessen, sobald sie erledigt war; lassen Sie eine neue machen.',
  'This billing account has no receipt yet.': 'Dieses Abrechnungskonto hat noch keine Quittung.',
  'This billing account has no invoice yet.': 'Dieses Abrechnungskonto hat noch keine Rechnung.',
  'This billing account has no credit note yet.':
    'Dieses Abrechnungskonto hat noch keine Gutschrift.',
  'Such a notice tells of one request, and shows nothing without it.':
    'Ein solcher Hinweis handelt von einer Anfrage und zeigt ohne sie nichts.',
  'an invoice is past due': 'eine Rechnung ist überfällig',
  'a payment was taken back': 'eine Zahlung wurde zurückgenommen',
  Files: 'Dateien',
  Recordings: 'Aufnahmen',
  'Card ending in {last4}': 'Karte mit den letzten Ziffern {last4}',
} as const;
