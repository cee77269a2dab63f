/** Ordering licenses and minutes, and what an order costs. */
export const cart = {
  'Licenses and minutes': 'Lizenzen und Minuten',
  'For <a>{name}</a>': 'Für <a>{name}</a>',
  Summary: 'Übersicht',
  'Change a total or type an amount, and what it costs appears here. Asking costs nothing.':
    'Ändern Sie eine Anzahl oder geben Sie einen Betrag ein, dann steht hier, was es kostet. Fragen kostet nichts.',
  'Working out the price': 'Der Preis wird berechnet',
  'It is not known yet whether this went through':
    'Noch ist nicht bekannt, ob die Bestellung geklappt hat',
  'The answer to your order of {amount} did not arrive. Asking again is safe: it is the same order, and it is never charged twice.':
    'Die Antwort auf Ihre Bestellung über {amount} ist nicht angekommen. Nachfragen ist gefahrlos: Es ist dieselbe Bestellung, und sie wird nie doppelt abgebucht.',
  'Ask what became of it': 'Nachfragen, was daraus wurde',

  '{count} now': '{count} vorhanden',
  '{count} assigned': '{count} zugewiesen',
  'at least {floor} by contract': 'laut Vertrag mindestens {floor}',
  'Lower totals count from {day}.': 'Senkungen gelten ab {day}.',
  'As early as possible instead': 'Stattdessen so früh wie möglich',

  '{amount} is available now. Minutes never expire.':
    'Jetzt sind {amount} verfügbar. Minuten verfallen nie.',

  '{count} fewer {name} from {day}': '{count} weniger {name} ab {day}',
  'On the balance as soon as the payment has gone through':
    'Im Guthaben, sobald die Zahlung eingegangen ist',
  '{price} a month each, {days} of {all} days of this billing period; {from} → {to} now':
    'je {price} im Monat, {days} von {all} Tagen dieses Abrechnungszeitraums; jetzt {from}\u00a0→\u00a0{to}',
  '{from} → {to}; usable until then, and nothing is credited':
    '{from}\u00a0→\u00a0{to}; bis dahin nutzbar, ohne Gutschrift',

  'Who loses {name} on that day?': 'Wer verliert an diesem Tag {name}?',
  'Take {name} from {count}':
    '{name} {count, plural, one {einer Person} other {# Personen}} entziehen',
  'Choose {count}': '{count} auswählen',
  'Choose {count} more': 'Noch {count} auswählen',

  'Due now': 'Jetzt fällig',
  'Each month, as before': 'Jeden Monat, wie bisher',
  'licenses before tax, from the next renewal': 'Lizenzen netto, ab der nächsten Verlängerung',
  'Cancels the pending decrease of {name}': 'Hebt die vorgemerkte Senkung auf: {name}',
  'It would have been {total} from {day}.': 'Ab {day} wären es {total} gewesen.',
  'Taken away on {day}': 'Entzogen am {day}',
  '{license} from {name}': '{license}: {name}',
  '{license} from an employee': '{license}: ein Mitarbeiter',
  'The figures have changed': 'Die Zahlen haben sich geändert',
  '{label}: {amount}, as before.': '{label}: {amount}, wie bisher.',
  '{label}: {was} before, {is} now.': '{label}: bisher {was}, jetzt {is}.',
  'Nothing was charged.': 'Es wurde nichts abgebucht.',

  'There is nothing to pay with yet': 'Es gibt noch kein Zahlungsmittel',
  'Paid with': 'Bezahlt mit',
  'Paid with {source}.': 'Bezahlt wird mit {source}.',
  'Accept, nothing due now': 'Bestellen, jetzt nichts fällig',
  'Accept and pay {amount}': 'Bestellen und {amount} zahlen',
  'What is shown is what is charged, to the cent.':
    'Abgebucht wird auf den Cent genau, was hier steht.',

  'Receipt {number}': 'Quittung {number}',
  '{what}: {to} instead of {from}.': '{what}: {to} statt {from}.',
  'Your bank asks you to confirm this payment': 'Ihre Bank bittet Sie, diese Zahlung zu bestätigen',
  'Confirm it until {time}; nothing is bought before. This page says when it has gone through.':
    'Bestätigen Sie sie bis {time}; vorher wird nichts gekauft. Diese Seite zeigt, wann sie durchgegangen ist.',
  'Confirm the payment': 'Zahlung bestätigen',
  'One step is left': 'Ein Schritt fehlt noch',
  Done: 'Erledigt',
  'Paid {amount}': '{amount} bezahlt',
  'Ordered; the payment is on its way': 'Bestellt; die Zahlung ist unterwegs',
  'The payment did not go through': 'Die Zahlung ist fehlgeschlagen',
  'The receipt follows when it has gone through.':
    'Die Quittung folgt, sobald die Zahlung eingegangen ist.',
  'Assign the new licenses': 'Neue Lizenzen zuweisen',
  'See the minutes balance': 'Minutenguthaben ansehen',
  'See the licenses': 'Lizenzen ansehen',
  'Order something else': 'Noch etwas bestellen',
} as const;
