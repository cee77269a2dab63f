/** Billing accounts, their standing and their clocks. */
export const accounts = {
  'There is no such billing account.': 'Dieses Abrechnungskonto gibt es nicht.',
  'That company has no such billing account.': 'Diese Firma hat kein solches Abrechnungskonto.',
  'This billing account is closed.': 'Dieses Abrechnungskonto ist geschlossen.',
  'No renewal of this account has failed.': 'Keine Verlängerung dieses Kontos ist fehlgeschlagen.',
  'There is no such test clock.': 'Diese Testuhr gibt es nicht.',
  'The clock shows {instant}; it never goes back.': 'Die Uhr zeigt {instant}; sie geht nie zurück.',
  '{amount} is past due': '{amount} sind überfällig',
} as const;
