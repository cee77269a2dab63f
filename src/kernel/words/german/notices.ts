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
  Recordings: 'Aufnahmen',
  'Card ending in {last4}': 'Karte mit den letzten Ziffern {last4}',
  'A trial of the mail server': 'Eine Probe des Mailservers',
  'Mail works': 'Mail funktioniert',
  'This mail was sent to try the mail server. It shows how mails of this system look.':
    'Diese Mail wurde gesendet, um den Mailserver zu erproben. Sie zeigt, wie Mails dieses Systems aussehen.',
  'Whoever receives it need not do anything.': 'Wer sie bekommt, muss nichts tun.',
  'not sent: no mail server is set': 'nicht gesendet: kein Mailserver ist eingestellt',
  '[Test clock] {title}: {name}': '[Testuhr] {title}: {name}',
  For: 'Für',
  '{label} ({amount} {currency} now)': '{label} (jetzt {amount} {currency})',
  'You receive this because invoices of {companyName} are sent to this address.':
    'Sie bekommen dies, weil Rechnungen von {companyName} an diese Adresse gehen.',
  'You receive this because you look after {companyName} here.':
    'Sie bekommen dies, weil Sie hier {companyName} betreuen.',
  '{why} Mails like this one cannot be switched off, because money or service hangs on them.':
    '{why} Mails wie diese lassen sich nicht abschalten, weil Geld oder Betrieb daran hängt.',
  '{why} Choose which mails you want: {address}':
    '{why} Wählen Sie, welche Mails Sie möchten: {address}',
  'The next renewal is tomorrow, on {end}.': 'Die nächste Verlängerung ist morgen, am {end}.',
  'The next renewal is in {days} days, on {end}.':
    'Die nächste Verlängerung ist in {days} Tagen, am {end}.',
  'As things stand it charges {amount}, taxes included. Totals can be lowered until the day before.':
    'Wie es steht, berechnet sie {amount} mit Steuern. Lizenzanzahlen können bis zum Tag davor gesenkt werden.',
  'Renewal on': 'Verlängerung am',
  Amount: 'Betrag',
  'Review the licenses': 'Lizenzen prüfen',
  'Please pay it by {dueOn}.': 'Bitte bezahlen Sie sie bis {dueOn}.',
  'It is charged to your funding source; nothing needs to be done.':
    'Sie wird von Ihrem Zahlungsmittel abgebucht; Sie müssen nichts tun.',
  'It is paid.': 'Sie ist bezahlt.',
  'Invoice {number} of {total} was issued.':
    'Die Rechnung {number} über {total} wurde ausgestellt.',
  'Invoice {number} of {total} for {start} to {end} was issued.':
    'Die Rechnung {number} über {total} für {start} bis {end} wurde ausgestellt.',
  Invoice: 'Rechnung',
  'Due on': 'Fällig am',
  'See the invoice': 'Rechnung ansehen',
  '{total} was paid. Receipt {number} says for what.':
    '{total} wurden bezahlt. Wofür, steht in der Quittung {number}.',
  '{total} was paid with {paidWith}. Receipt {number} says for what.':
    '{total} wurden mit {paidWith} bezahlt. Wofür, steht in der Quittung {number}.',
  Receipt: 'Quittung',
  'See the receipt': 'Quittung ansehen',
  'it was charged in error': 'irrtümlich berechnet wurde',
  'the service was out': 'der Dienst ausgefallen war',
  'the tax was not right': 'die Steuer nicht stimmte',
  'of a mistake': 'ein Fehler vorlag',
  'Credit note {number} takes {amount} of invoice {invoiceNumber} back, because {reason}.':
    'Die Gutschrift {number} nimmt {amount} der Rechnung {invoiceNumber} zurück, weil {reason}.',
  'Credit note': 'Gutschrift',
  'there is no valid funding source': 'es gibt kein gültiges Zahlungsmittel',
  'the payment was declined': 'die Zahlung wurde abgelehnt',
  'there is not enough money': 'es ist nicht genug Geld da',
  'the card was declined': 'die Karte wurde abgelehnt',
  'the card has expired': 'die Karte ist abgelaufen',
  'Invoice {number} could not be paid: {why}. {amount} is outstanding.':
    'Die Rechnung {number} konnte nicht bezahlt werden: {why}. {amount} sind offen.',
  Outstanding: 'Offen',
  'Invoice {number} fell due today and {amount} of it is not paid.':
    'Die Rechnung {number} ist heute fällig, und {amount} davon sind nicht bezahlt.',
  'Invoice {number} fell due {days, plural, one {# day} other {# days}} ago and {amount} of it is not paid.':
    'Die Rechnung {number} ist seit {days, plural, one {# Tag} other {# Tagen}} fällig, und {amount} davon sind nicht bezahlt.',
  'Nothing is tried by itself any more.': 'Von selbst wird nichts mehr versucht.',
  'Your funding sources are tried again on {nextAttemptOn}.':
    'Ihre Zahlungsmittel werden am {nextAttemptOn} wieder versucht.',
  'Unless it is paid, the billing account is suspended on {suspendsOn}.':
    'Wird sie nicht bezahlt, wird das Abrechnungskonto am {suspendsOn} gesperrt.',
  'Suspended on': 'Gesperrt am',
  'The bank asks whoever holds the card to confirm a payment of {amount}. Until then it is not paid.':
    'Die Bank bittet, wer die Karte hat, eine Zahlung über {amount} zu bestätigen. Bis dahin ist nicht bezahlt.',
  'Confirm it': 'Bestätigen',
  'A payment of {amount} came back from the bank unpaid.':
    'Eine Zahlung über {amount} kam von der Bank unbezahlt zurück.',
  'A payment of {amount} was taken back by whoever paid it.':
    'Eine Zahlung über {amount} wurde von dem zurückgeholt, der sie geleistet hat.',
  'What it paid for is owed again.': 'Was sie bezahlt hat, ist wieder offen.',
  '{accountName} is suspended ({reason}): no call, message or sign-in to the dialer is admitted until what is owed is paid. Calls that run are let finish.':
    '{accountName} ist gesperrt ({reason}): Kein Anruf, keine Nachricht und keine Anmeldung am Dialer wird zugelassen, bis das Geschuldete bezahlt ist. Laufende Anrufe gehen zu Ende.',
  '{accountName} is in good standing again: calls are admitted as before.':
    '{accountName} ist wieder in Ordnung: Anrufe werden wie zuvor zugelassen.',
  'See the account': 'Konto ansehen',
} as const;
