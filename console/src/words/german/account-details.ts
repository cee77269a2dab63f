/** Billing Account Details: its frame, its contract and its funding sources. */
export const accountDetails = {
  'Billing period {start} to {end} · {zone}': 'Abrechnungszeitraum {start} bis {end} · {zone}',
  Sections: 'Abschnitte',
  Assignments: 'Zuweisungen',
  Ports: 'Ports',

  'No contract is in force: it goes month to month, and each total may be lowered from {day}, down to 0.':
    'Es gilt kein Vertrag: Das Konto läuft von Monat zu Monat, und jede Lizenzanzahl darf ab {day} gesenkt werden, bis auf 0.',
  '{months, plural, one {# month} other {# months}}':
    '{months, plural, one {# Monat} other {# Monate}}',
  '{months, plural, one {# month} other {# months}}, until {day}':
    '{months, plural, one {# Monat} other {# Monate}}, bis {day}',
  'Share of the term that has passed': 'Vergangener Teil der Laufzeit',
  'ends {day}': 'endet {day}',
  'At least {floor} <b>{name}</b>, until {day}.': 'Mindestens {floor} <b>{name}</b>, bis {day}.',
  'At least {floor} <b>{name}</b>, each at {price} a month, until {day}.':
    'Mindestens {floor} <b>{name}</b>, je {price} im Monat, bis {day}.',
  '<b>{name}</b> costs {price} a month.': '<b>{name}</b> kostet {price} im Monat.',
  'You pay for {total}, so {spare} can be dropped from {day}.':
    'Sie bezahlen {total}; davon können {spare} ab {day} wegfallen.',
  'You pay for {total}: that is the floor. It cannot be lower before the contract ends.':
    'Sie bezahlen {total}: Das ist die Mindestmenge. Vor Vertragsende kann sie nicht gesenkt werden.',
  'Lower it to {floor}': 'Auf {floor} senken',
  'From {day} on it goes month to month, at the catalog’s prices and with no floor.':
    'Ab {day} läuft das Konto von Monat zu Monat, zu Katalogpreisen und ohne Mindestmenge.',
  'On {day} it renews for as long again. Ordering a lower total for that day beforehand is the notice, and becomes the next term’s floor.':
    'Am {day} verlängert sich der Vertrag um dieselbe Laufzeit. Wer vorher für diesen Tag eine niedrigere Anzahl bestellt, kündigt damit die bisherige Mindestmenge; die neue gilt für die nächste Laufzeit.',
  'Other contracts': 'Andere Verträge',
  'to come': 'künftig',
  over: 'beendet',

  'Add one': 'Hinzufügen',
  'Card that works': 'Karte, die funktioniert',
  'Card that is declined': 'Karte, die abgelehnt wird',
  'Card whose answer is lost': 'Karte, deren Antwort verloren geht',
  'Bank account, clears after 3 days': 'Bankkonto, Geld kommt nach 3 Tagen',
  'Bank account, bounces after 3 days': 'Bankkonto, Lastschrift platzt nach 3 Tagen',
  'Card or bank account, on Stripe’s page': 'Karte oder Bankkonto, auf der Seite von Stripe',
  'Check or wire, recorded by the operator': 'Scheck oder Überweisung, vom Betreiber erfasst',
  'The funding source was added.': 'Das Zahlungsmittel wurde hinzugefügt.',
  'Go to Stripe': 'Weiter zu Stripe',
  'Card numbers are never typed here: the payment provider keeps them.':
    'Kartennummern werden hier nie eingegeben: Der Zahlungsdienst verwahrt sie.',
  'The sandbox’s cards are pretended, to try things out.':
    'Die Karten der Sandbox sind nicht echt; sie sind zum Ausprobieren da.',
  'What to add': 'Was hinzugefügt wird',
  'Charge it first from now on': 'Ab jetzt zuerst belasten',
  'The provider has not finished with it yet; it is added by itself once it has.':
    'Der Zahlungsdienst ist noch nicht fertig; danach kommt es von selbst hinzu.',
  'Nothing was given on the provider’s page, so nothing was added.':
    'Auf der Seite des Zahlungsdienstes wurde nichts angegeben, also wurde nichts hinzugefügt.',
  'Card, charged at once': 'Karte, sofort belastet',
  'Bank debit, clears after some days': 'Lastschrift, Geld kommt nach einigen Tagen',
  'Check or wire, by invoice': 'Scheck oder Überweisung, auf Rechnung',
  'The default is charged first; where it fails, the others are tried in this order.':
    'Zuerst wird der Standard belastet; gelingt das nicht, werden die anderen in dieser Reihenfolge versucht.',
  'None yet; buying needs one, lowering a total does not.':
    'Noch keines. Zum Kaufen brauchen Sie eines, zum Senken einer Lizenzanzahl nicht.',
  '{label} is the default.': '{label} ist jetzt der Standard.',
  '{label} is gone.': '{label} wurde entfernt.',
  default: 'Standard',
  invalid: 'ungültig',
  removed: 'entfernt',
  '{kind}, added {instant}': '{kind}, hinzugefügt {instant}',
  expired: 'abgelaufen',
  'expires soon': 'läuft bald ab',
  'Replace {label}': '{label} ersetzen',
  'Add the new one': 'Die neue hinzufügen',
  '{kind}, added {instant}, expires {day}': '{kind}, hinzugefügt {instant}, gültig bis {day}',
  'Make {label} the default': '{label} zum Standard machen',
  'Make default': 'Zum Standard machen',
  'Make it the default': 'Zum Standard machen',
  'Use {label} first': '{label} zuerst verwenden',
  'Remove {label}': '{label} entfernen',
  'Remove it': 'Entfernen',
  'Renewals and orders are charged to it from now on.':
    'Verlängerungen und Bestellungen werden ab jetzt damit bezahlt.',
  'Nothing is charged to it any more.': 'Es wird nicht mehr belastet.',
} as const;
