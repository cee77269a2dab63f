/** The minutes of a billing account: balance, recharge, rates, movements. */
export const accountMinutes = {
  'The balance is below zero': 'Das Guthaben ist unter null',
  'No call or message that costs something is admitted. The next purchase fills it first.':
    'Anrufe und Kurznachrichten, die etwas kosten, werden nicht zugelassen. Der nächste Kauf gleicht zuerst das Minus aus.',
  'Buy minutes': 'Minuten kaufen',
  'In whole minutes': 'In ganzen Minuten',
  'at the base rate for calls out': 'zum Grundtarif für ausgehende Anrufe',
  'Lasts until': 'Reicht bis',
  'nothing has been used for a whole day yet': 'noch kein ganzer Tag mit Verbrauch',
  'at {amount} a day on average': 'bei durchschnittlich {amount} am Tag',
  '{available} available': '{available} verfügbar',
  '{available} available, {held} held for calls':
    '{available} verfügbar, {held} für Anrufe reserviert',
  '{amount} on its way': '{amount} unterwegs',

  'Burn-down': 'Verlauf des Guthabens',
  'How it burns down': 'So nimmt das Guthaben ab',
  'The balance of each of the last {days} days': 'Das Guthaben an jedem der letzten {days} Tage',
  'Nothing is being used, so nothing runs out.':
    'Es wird nichts verbraucht, also geht nichts zu Ende.',
  'At {perDay} a day, {available} lasts until about {day}.':
    'Bei {perDay} am Tag reichen {available} etwa bis {day}.',
  'At the usual pace': 'Bei üblichem Verbrauch',
  'Recharges below': 'Aufladung darunter',
  'Five days left': 'Noch fünf Tage',

  'Automatic recharge': 'Automatische Aufladung',
  'Automatic recharge was set.': 'Die automatische Aufladung wurde eingerichtet.',
  'By usage': 'Nach Verbrauch',
  'Fixed amounts': 'Feste Beträge',
  'Set it up': 'Einrichten',
  'Stopped: {reason}. Setting it again starts it.':
    'Angehalten: {reason}. Wer sie neu einrichtet, startet sie wieder.',
  'Off: minutes are only bought by hand.': 'Aus: Minuten werden nur von Hand gekauft.',
  'By usage it would be: {sentence}': 'Nach Verbrauch wäre es: {sentence}',
  'By usage; nothing has been used for a whole day yet, so nothing is bought.':
    'Nach Verbrauch; es gab noch keinen ganzen Tag mit Verbrauch, also wird nichts gekauft.',
  'Below 5 days of your average usage, 14 days of it are bought.':
    'Unter 5 Tagen Ihres durchschnittlichen Verbrauchs werden 14 Tage davon gekauft.',
  'When below {threshold}, buy {amount}.': 'Unter {threshold} werden {amount} gekauft.',
  'When below {threshold}, buy {amount}, at most {cap} a month before tax.':
    'Unter {threshold} werden {amount} gekauft, höchstens {cap} im Monat vor Steuern.',
  '{amount}, less than a day': '{amount} (weniger als ein Tag)',
  '{amount}, about {days, plural, one {# day} other {# days}}':
    '{amount} (etwa {days, plural, one {# Tag} other {# Tage}})',
  How: 'Wie',
  'When below': 'Wenn unter',
  'At most in a billing period (optional)': 'Höchstens im Abrechnungszeitraum (freiwillig)',

  'What a call costs': 'Was ein Anruf kostet',
  'To the number': 'An die Nummer',
  'Digits only, with the country’s code first': 'Nur Ziffern, die Landesvorwahl zuerst',
  'No rate covers {destination}, so calls to it are refused. Your operator can add one.':
    'Für {destination} gilt kein Tarif, deshalb werden Anrufe dorthin abgewiesen. Ihr Betreiber kann einen hinzufügen.',
  '{duration} costs {amount}': '{duration} kosten {amount}',
  'The balance buys about {count, plural, one {# minute} other {# minutes}} of it.':
    'Das Guthaben reicht dafür etwa {count, plural, one {# Minute} other {# Minuten}}.',
  '{price} a segment': '{price} pro Segment',
  '{price} a segment, and {fee} a message': '{price} pro Segment und {fee} pro Nachricht',
  '{price} a minute, {steps}': '{price} pro Minute, {steps}',
  '{price} a minute, {steps}, and {fee} a call': '{price} pro Minute, {steps}, und {fee} pro Anruf',
  'by whole minutes': 'nach ganzen Minuten',
  'by {next, plural, one {# second} other {# seconds}}':
    'im Takt von {next, plural, one {# Sekunde} other {# Sekunden}}',
  'the first {first, plural, one {# second} other {# seconds}}, then by {next}':
    'zuerst {first, plural, one {# Sekunde} other {# Sekunden}}, dann im Takt von {next}',

  Movements: 'Buchungen',
  'Which movements': 'Welche Buchungen',
  Purchases: 'Käufe',
  Usage: 'Verbrauch',
  Refunds: 'Erstattungen',
  Reversals: 'Stornos',
  'Up to': 'Bis zum',
  'Nothing has been bought or used yet.': 'Es wurde noch nichts gekauft oder verbraucht.',
  'There are none of this kind.': 'Davon gibt es keine.',
  Whom: 'Wen',
  Purchase: 'Kauf',
  'Call or message': 'Anruf oder Kurznachricht',
  Refund: 'Erstattung',
  Reversal: 'Storno',
  'No employee': 'Kein Mitarbeiter',
  Rate: 'Tarif',
  'Held for it': 'Dafür reserviert',
  '{count, plural, one {# segment} other {# segments}}':
    '{count, plural, one {# Segment} other {# Segmente}}',
} as const;
