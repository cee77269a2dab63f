/** What people are told of without asking: the heading, and a line for whoever chooses mails. */
export const noticeKinds = {
  'You are about to pay for licenses that nobody holds':
    'Sie bezahlen bald für Lizenzen, die niemand hat',
  'Licenses without an employee, and those of hidden employees, days before a renewal':
    'Lizenzen ohne Mitarbeiter und die ausgeblendeter Mitarbeiter, Tage vor einer Verlängerung',
  'A renewal is coming': 'Eine Verlängerung steht an',
  'The amount and day of the next renewal, days before it':
    'Betrag und Tag der nächsten Verlängerung, Tage davor',
  'A contract is coming to its end': 'Ein Vertrag geht zu Ende',
  'The last weeks in which a renewing contract can be lowered, or a new one signed':
    'Die letzten Wochen, in denen ein Vertrag gesenkt oder ein neuer unterzeichnet werden kann',
  'The dialer minutes run out soon': 'Die Minuten gehen bald aus',
  'A week before the minutes run out at the usual pace':
    'Eine Woche bevor die Minuten im üblichen Tempo ausgehen',
  'The dialer minutes are used up': 'Die Minuten sind aufgebraucht',
  'No call is connected until minutes are bought':
    'Kein Anruf wird verbunden, bis Minuten gekauft sind',
  'An automatic recharge failed': 'Eine automatische Aufladung schlug fehl',
  'A recharge that could not be paid': 'Eine Aufladung, die nicht bezahlt werden konnte',
  'The cap on automatic recharges is reached':
    'Die Obergrenze der automatischen Aufladung ist erreicht',
  'A recharge that is wanted and not made, because of the cap that was set':
    'Eine Aufladung, die nötig wäre und wegen der Obergrenze unterbleibt',
  'Automatic recharge has stopped': 'Die automatische Aufladung ist angehalten',
  'A payment was taken back, so nothing is bought by itself any more':
    'Eine Zahlung wurde zurückgenommen; von selbst wird nichts mehr gekauft',
  'Storage is nearly at its free allowance': 'Der Speicher hat die Freimenge fast erreicht',
  'Four fifths of a free allowance are used': 'Vier Fünftel einer Freimenge sind belegt',
  'Storage is above its free allowance': 'Der Speicher liegt über der Freimenge',
  'A storage fee will be on the next renewal':
    'Auf der nächsten Verlängerung steht eine Speichergebühr',
  'A card is about to expire': 'Eine Karte läuft bald ab',
  'A card that renewals are paid with ends within a month':
    'Eine Karte, mit der Verlängerungen bezahlt werden, endet binnen eines Monats',
  'A new invoice': 'Eine neue Rechnung',
  'Every invoice, with its document': 'Jede Rechnung, mit ihrem Dokument',
  'A receipt': 'Eine Quittung',
  'Every receipt, with its document': 'Jede Quittung, mit ihrem Dokument',
  'A credit note': 'Eine Gutschrift',
  'Every credit note, with its document': 'Jede Gutschrift, mit ihrem Dokument',
  'A payment failed': 'Eine Zahlung schlug fehl',
  'An invoice that could not be paid': 'Eine Rechnung, die nicht bezahlt werden konnte',
  'An invoice is past due': 'Eine Rechnung ist überfällig',
  'Reminders until it is paid': 'Erinnerungen, bis sie bezahlt ist',
  'A payment was returned': 'Eine Zahlung kam zurück',
  'A bank debit that bounced, or a payment that was taken back':
    'Eine geplatzte Lastschrift oder eine zurückgenommene Zahlung',
  'A payment waits for you': 'Eine Zahlung wartet auf Sie',
  'A bank asks the card holder to confirm a payment':
    'Eine Bank bittet den Karteninhaber, eine Zahlung zu bestätigen',
  'A billing account is suspended': 'Ein Abrechnungskonto ist gesperrt',
  'Nothing new is admitted until what is owed is paid':
    'Nichts Neues wird zugelassen, bis das Geschuldete bezahlt ist',
  'A billing account works again': 'Ein Abrechnungskonto geht wieder',
  'The end of a suspension': 'Das Ende einer Sperre',
  'Somebody asks you to approve a change': 'Jemand bittet Sie, eine Änderung zu genehmigen',
  'An employee who was refused and asks for what is missing':
    'Ein Mitarbeiter, dem etwas verweigert wurde und der um das Fehlende bittet',
  'Your request was answered': 'Ihre Anfrage wurde beantwortet',
  'What became of something that you asked for': 'Was aus etwas wurde, um das Sie gebeten haben',
} as const;
