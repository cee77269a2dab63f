/** Receipts, invoices and credit notes; what stands in them is English. */
export const invoicing = {
  'There is no such document.': 'Dieses Dokument gibt es nicht.',
  'There is no such receipt.': 'Diese Quittung gibt es nicht.',
  'There is no such invoice.': 'Diese Rechnung gibt es nicht.',
  'There is no such credit note.': 'Diese Gutschrift gibt es nicht.',
  'The invoice has {count, plural, one {# line} other {# lines}}.':
    'Die Rechnung hat {count, plural, one {# Zeile} other {# Zeilen}}.',
  'Line {position} charged {amount}; no more can be credited.':
    'Zeile {position} hat {amount} berechnet; mehr kann nicht gutgeschrieben werden.',
  'The invoice charged {tax} of tax; no more can be given back.':
    'Die Rechnung hat {tax} Steuer berechnet; mehr kann nicht zurückgegeben werden.',
  'At most what the invoice charged can be credited: {total}.':
    'Höchstens was die Rechnung berechnet hat, kann gutgeschrieben werden: {total}.',
  'A receipt of a payment has no form in EN 16931; an invoice has.':
    'Für die Quittung einer Zahlung hat EN 16931 keine Form, für eine Rechnung schon.',
  'EN 16931 knows two decimals at most, and {currency} has three.':
    'EN 16931 kennt höchstens zwei Nachkommastellen, und {currency} hat drei.',
  'A credit of nothing but tax has no form in EN 16931.':
    'Für eine Gutschrift allein der Steuer hat EN 16931 keine Form.',
  'EN 16931 knows no document without a line.': 'EN 16931 kennt kein Dokument ohne Zeile.',
  'EN 16931 knows one tax a line, and this document bears {names}.':
    'EN 16931 kennt eine Steuer je Zeile, und dieses Dokument trägt {names}.',
  'An electronic invoice needs {missing}, which had not been entered when this document was issued. Enter it for those that follow.':
    'Für eine elektronische Rechnung fehlt: {missing}. Das war nicht eingetragen, als dieses Dokument ausgestellt wurde. Tragen Sie es für die folgenden ein.',
  'the seller': 'der Verkäufer',
  'the seller’s VAT id or tax number': 'die USt-IdNr. oder Steuernummer des Verkäufers',
  'a registration of the seller': 'eine Registrierung des Verkäufers',
  'the buyer’s address': 'die Anschrift des Käufers',
  '{name}: 1 more license ({from} to {to}), {daysCharged} of {days} days':
    '{name}: 1 Lizenz mehr ({from} auf {to}), {daysCharged} von {days} Tagen',
  '{name}: {quantity} more licenses ({from} to {to}), {daysCharged} of {days} days':
    '{name}: {quantity} Lizenzen mehr ({from} auf {to}), {daysCharged} von {days} Tagen',
  '{name}: 1 license, {start} to {end}': '{name}: 1 Lizenz, {start} bis {end}',
  '{name}: {quantity} licenses, {start} to {end}': '{name}: {quantity} Lizenzen, {start} bis {end}',
  'Dialer minutes for {amount}': 'Minuten für {amount}',
  '{name}: {gigabytes} GB above the allowance on average, {start} to {end}':
    '{name}: im Mittel {gigabytes} GB über der Freimenge, {start} bis {end}',
  'Credit for: {line}': 'Gutschrift für: {line}',
  'Tax charged in error on: {line}': 'Irrtümlich berechnete Steuer auf: {line}',
} as const;
