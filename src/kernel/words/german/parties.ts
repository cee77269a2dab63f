/** Sellers, buyers and taxes. */
export const parties = {
  'There is no seller "{seller}".': 'Es gibt keinen Verkäufer „{seller}“.',
  'The seller "{seller}" numbers its documents with the same prefix ("{prefix}"); choose another, so that no number is given twice.':
    'Der Verkäufer „{seller}“ nummeriert seine Dokumente mit demselben Präfix („{prefix}“); wählen Sie ein anderes, damit keine Nummer zweimal vergeben wird.',
  'There is no such tax exemption.': 'Diese Steuerbefreiung gibt es nicht.',
  '{tax} of {jurisdiction} was already charged up to {until}; what is charged is never taxed anew.':
    '{tax} von {jurisdiction} wurde schon bis {until} berechnet; Berechnetes wird nicht neu besteuert.',
  'The certificate holds from {validFrom}; it cannot end before.':
    'Die Bescheinigung gilt ab {validFrom}; vorher kann sie nicht enden.',
  'The certificate holds until {validTo} as it is.':
    'Die Bescheinigung gilt ohnehin nur bis {validTo}.',
} as const;
