/** A receipt or an invoice by itself, and the terms. */
export const documents = {
  'Invoice {number}': 'Rechnung {number}',
  'Issued on {day}, <a>with all others</a>': 'Ausgestellt am {day}, <a>zu allen Belegen</a>',

  'What you authorize': 'Was Sie freigeben',
  'Your typed first and last name stand for your signature. With each change they are kept, together with the version of the terms that you accepted, and cannot be removed.':
    'Ihr eingetippter Vor- und Nachname steht für Ihre Unterschrift. Er wird mit jeder Änderung aufbewahrt, zusammen mit der Fassung der Bedingungen, die Sie akzeptiert haben, und lässt sich nicht entfernen.',
  'More licenses are charged at once, for the days that are left in the billing period. Fewer licenses count from the next billing period; nothing is credited for licenses that are not used.':
    'Mehr Lizenzen werden sofort berechnet, für die restlichen Tage des Abrechnungszeitraums. Weniger Lizenzen gelten ab dem nächsten Abrechnungszeitraum; für nicht benutzte Lizenzen gibt es keine Gutschrift.',
  'Dialer minutes are paid in advance and never expire. A contract’s floors hold until its last day.':
    'Minuten werden im Voraus bezahlt und verfallen nie. Die Mindestmengen eines Vertrags gelten bis zu seinem letzten Tag.',
  'Your operator’s own terms, where there are any, are named where you accept them.':
    'Hat Ihr Betreiber eigene Bedingungen, sind sie dort genannt, wo Sie sie akzeptieren.',
} as const;
