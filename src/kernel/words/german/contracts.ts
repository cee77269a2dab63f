/** Contracts. */
export const contracts = {
  'There is no such contract.': 'Diesen Vertrag gibt es nicht.',
  'That contract would have ended on {endsOn}; today is {today}.':
    'Dieser Vertrag wäre schon am {endsOn} beendet; heute ist der {today}.',
  'The catalog has no price of {code} in {currency}, so the contract must set one.':
    'Der Katalog hat keinen Preis für {code} in {currency}; der Vertrag muss einen festlegen.',
  'Another contract runs from {startsOn} up to {until}; contracts of one billing account never overlap.':
    'Ein anderer Vertrag läuft vom {startsOn} bis {until}; Verträge eines Abrechnungskontos überschneiden sich nie.',
  'A contract ends on a day to come; today is {today}. Nothing is repriced.':
    'Ein Vertrag endet an einem kommenden Tag; heute ist der {today}. Nichts bekommt einen neuen Preis.',
  'By itself the contract runs no further than {until}.':
    'Von selbst läuft der Vertrag nicht über {until} hinaus.',
} as const;
