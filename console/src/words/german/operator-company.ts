/** A company from all sides, and what only the operator may do to its accounts. */
export const operatorCompany = {
  'Customer since {instant}': 'Kunde seit {instant}',
  'Customer since {instant} · your id {id}': 'Kunde seit {instant} · Ihre ID {id}',
  'Open its pages': 'Seiten der Firma öffnen',
  'It has no billing account yet.': 'Sie hat noch kein Abrechnungskonto.',
  'test clock': 'Testuhr',
  'its clock shows {instant}': 'seine Uhr zeigt {instant}',
  'Minutes available': 'Minuten verfügbar',
  'Whole minutes': 'Ganze Minuten',
  'Storage fee so far': 'Speichergebühr bisher',
  'Contract until': 'Vertrag bis',
  'month to month': 'monatlich',
  '<b>{total}</b> {name}<more>, {assigned} assigned, {used} in use</more>':
    '<b>{total}</b> {name}<more>, {assigned} zugewiesen, {used} benutzt</more>',
  'It pays for no licenses.': 'Es zahlt für keine Lizenzen.',
  'Billing Account Details': 'Kontodetails',

  'Suspend it': 'Sperren',
  'Suspend {account}': '{account} sperren',
  Suspend: 'Sperren',
  'Resume it': 'Sperre aufheben',
  'Resume {account}': 'Sperre aufheben: {account}',
  Resume: 'Sperre aufheben',
  'New calls and logins are admitted again at once.':
    'Neue Anrufe und Anmeldungen sind sofort wieder möglich.',
  'New calls and logins are refused at once; what runs goes on, and so do renewals.':
    'Neue Anrufe und Anmeldungen werden sofort abgewiesen; was läuft, läuft weiter, auch die Verlängerungen.',
  'Administrators see it, and it stays in the change history':
    'Administratoren sehen ihn, und er bleibt im Änderungsverlauf',
  'Pay minutes back': 'Minuten auszahlen',
  'Pay minutes of {account} back': '{account}: Minuten auszahlen',
  'Pay back': 'Auszahlen',
  'Take {amount} {currency} off': '{amount} {currency} abziehen',
  '{amount} is available. The amount leaves the balance now; the money itself is sent by you.':
    '{amount} sind verfügbar. Der Betrag geht jetzt vom Guthaben ab; das Geld selbst überweisen Sie.',
  'Advance its test clock': 'Testuhr vorstellen',
  'Advance the test clock': 'Testuhr vorstellen',
  'Advance to {day}': 'Auf {day} vorstellen',
  'To noon (UTC) of': 'Auf 12 Uhr (UTC) am',
  'It shows {instant} and never goes back. Renewals, bank debits and leases that fall due on the way happen in order.':
    'Sie zeigt {instant} und geht nie zurück. Verlängerungen, Lastschriften und Reservierungen, die unterwegs fällig werden, kommen der Reihe nach dran.',

  'It has no invoices yet.': 'Sie hat noch keine Rechnungen.',
  'Invoices, which scroll': 'Rechnungen, scrollbar',
  Issued: 'Ausgestellt',
  'payment pending': 'Zahlung unterwegs',
  Credit: 'Gutschreiben',
  'Credit {number}': 'Gutschrift zu {number}',
  'Credit {count, plural, one {# line} other {# lines}}':
    '{count, plural, one {# Position} other {# Positionen}} gutschreiben',
  'Credit of line {number}': 'Gutschrift zu Position {number}',
  'A mistake is mended with a credit note; what was not used is never credited.':
    'Ein Fehler wird mit einer Gutschrift berichtigt; nicht Benutztes wird nie gutgeschrieben.',
  'It was charged in error': 'Irrtümlich berechnet',
  'The service was out': 'Der Dienst war ausgefallen',
  'The company is insolvent': 'Die Firma ist zahlungsunfähig',
  'Nobody can be found any more': 'Niemand ist mehr zu finden',
  'The claim is time-barred': 'Die Forderung ist verjährt',
  'It was agreed to take less': 'Man hat sich auf weniger geeinigt',
  'Collecting it costs more than it brings': 'Sie einzutreiben kostet mehr, als es bringt',
  'Write off': 'Ausbuchen',
  'Write off {number}': '{number} ausbuchen',
  'The reason stands in the audit log.': 'Der Grund steht im Protokoll.',
  '{amount} becomes a loss, and its dunning ends, with a suspension for it. Should money come after all, write it down as a payment.':
    '{amount} wird zum Verlust, und die Mahnung endet, auch eine Sperre deswegen. Kommt doch noch Geld, tragen Sie es als Zahlung ein.',
  'The tax was wrong': 'Die Steuer war falsch',
  'The reason stands on the credit note. Not having used something is none.':
    'Der Grund steht auf der Gutschrift. Etwas nicht benutzt zu haben, ist keiner.',
  '{amount} before tax': '{amount} netto',
  'Amounts are before tax; the tax on them is credited along.':
    'Beträge sind netto; die Steuer darauf wird mit gutgeschrieben.',

  'Nobody works there yet.': 'Dort gibt es noch keine Mitarbeiter.',
  hidden: 'ausgeblendet',
  Changes: 'Änderungen',
  'Nothing was changed yet.': 'Noch wurde nichts geändert.',
  '{name} (signed in as {account})': '{name} (angemeldet als {account})',
} as const;
