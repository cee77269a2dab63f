/** The contracts of a billing account: prepare, sign, end. */
export const operatorContracts = {
  'Contracts of {account}': 'Verträge: {account}',
  'Floors that totals cannot go below, and prices that hold for the term':
    'Mindestmengen, die keine Anzahl unterschreitet, und Preise für die Laufzeit',
  'There is none: the account goes month to month at catalog prices.':
    'Es gibt keinen: Das Konto läuft monatlich zu Katalogpreisen.',
  draft: 'Entwurf',
  active: 'gilt',
  renewing: 'verlängert',
  lapsed: 'ausgelaufen',
  ended: 'beendet',
  'Contract from {day}': 'Vertrag ab {day}',
  '{months, plural, one {# month} other {# months}}, then month to month.':
    '{months, plural, one {# Monat} other {# Monate}}, danach monatlich.',
  '{months, plural, one {# month} other {# months}}, then it renews for as long again.':
    '{months, plural, one {# Monat} other {# Monate}}, danach verlängert er sich um dieselbe Zeit.',
  '{months, plural, one {# month} other {# months}}, then it renews for as long again, next on {day}.':
    '{months, plural, one {# Monat} other {# Monate}}, danach verlängert er sich um dieselbe Zeit, das nächste Mal am {day}.',
  'At least {floor} {license}, at catalog prices':
    'Mindestens {floor} {license}, zu Katalogpreisen',
  'At least {floor} {license}, each at {price} a month':
    'Mindestens {floor} {license}, je {price} im Monat',
  'From {day} at least {floor} {license}: notice was given.':
    'Ab {day} mindestens {floor} {license}: fristgerecht angekündigt.',

  'Prepare a contract': 'Vertrag vorbereiten',
  'Edit the draft': 'Entwurf bearbeiten',
  'First day': 'Erster Tag',
  Months: 'Monate',
  'At its end': 'Am Ende',
  'Month to month': 'Monatlich weiter',
  'Renew for as long again': 'Um dieselbe Zeit verlängern',
  '{license}: floor': '{license}: Mindestmenge',
  'Price in {currency} a month': 'Preis in {currency} im Monat',
  'The catalog has no price in this currency.': 'Der Katalog hat keinen Preis in dieser Währung.',
  'Now {total} at {price} each.': 'Jetzt {total} zu je {price}.',
  'The total of {total} is below {wanted}: the first renewal of the term, on or after {day}, raises it.':
    'Die Anzahl {total} liegt unter {wanted}: Die erste Verlängerung in der Laufzeit, am {day} oder danach, erhöht sie.',

  Sign: 'Unterzeichnen',
  'Sign the contract': 'Vertrag unterzeichnen',
  'Sign for {months, plural, one {# month} other {# months}}':
    'Für {months, plural, one {# Monat} other {# Monate}} unterzeichnen',
  'From {day} on no total can be ordered below its floor. Nothing is charged by signing.':
    'Ab {day} lässt sich keine Anzahl unter ihrer Mindestmenge bestellen. Das Unterzeichnen selbst kostet nichts.',
  'End it early': 'Vorzeitig beenden',
  'End the contract early': 'Vertrag vorzeitig beenden',
  'End it': 'Beenden',
  'End it on {day}': 'Am {day} beenden',
  'Floors and contracted prices hold until that day; nothing charged is repriced.':
    'Mindestmengen und Vertragspreise gelten bis zu diesem Tag; schon Berechnetes bleibt, wie es ist.',
  'First day without it': 'Erster Tag ohne Vertrag',
  'Discard the draft': 'Entwurf verwerfen',
  'Discard it': 'Verwerfen',
  'The draft from {day} over {months, plural, one {# month} other {# months}} is gone then. It bound nobody.':
    'Der Entwurf ab {day} über {months, plural, one {# Monat} other {# Monate}} ist dann weg. Er hat niemanden gebunden.',
} as const;
