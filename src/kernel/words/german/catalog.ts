/** The catalog, and what is asked of it. */
export const catalog = {
  'There is no such draft, or no more.': 'Diesen Entwurf gibt es nicht oder nicht mehr.',
  'Something was already charged by {code} up to {until}; what is charged is never repriced.':
    'Nach {code} wurde schon bis {until} berechnet; Berechnetes bekommt keinen neuen Preis.',
  'There is no license type "{code}" in the catalog.': 'Der Katalog hat keinen Lizenztyp „{code}“.',
  'These license types would require one another: {types}.':
    'Diese Lizenztypen würden einander voraussetzen: {types}.',
} as const;
