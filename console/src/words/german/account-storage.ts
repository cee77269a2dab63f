/** The storage of a billing account: what is stored, what it costs, and how to pay less. */
export const accountStorage = {
  'What takes the room': 'Was den Speicher belegt',
  'Deleted, not purged': 'Gelöscht, aber noch nicht endgültig',
  'Nothing is stored.': 'Es ist nichts gespeichert.',
  'Smaller {meter}': 'Kleinere {meter}',
  '{name}, {size}': '{name}, {size}',
  '{name}, {size}, last used {instant}': '{name}, {size}, zuletzt benutzt {instant}',
  '{name}, {size}, last used {instant}, deleted':
    '{name}, {size}, zuletzt benutzt {instant}, gelöscht',
  '<b>{name}</b>, {size}, last used {instant}': '<b>{name}</b>, {size}, zuletzt benutzt {instant}',

  'How to get below': 'So kommen Sie darunter',
  'Projected for {start} to {end}: {fee}': 'Voraussichtlich für {start} bis {end}: {fee}',
  'Everything is within the free allowance; there is nothing to do.':
    'Alles liegt innerhalb der Freimenge; es gibt nichts zu tun.',
  'Nothing is left that could be purged.':
    'Es ist nichts mehr da, was endgültig gelöscht werden könnte.',
  'As it is, storage costs {fee} a month. Done from the top, each step saves what stands beside it.':
    'So wie es ist, kostet der Speicher {fee} im Monat. Von oben nach unten spart jeder Schritt, was daneben steht.',
  '{price} a GB': '{price} pro GB',
  '{used} <small>of {allowance} allowance</small>':
    '{used} <small>von {allowance} Freimenge</small>',
  '{name} within the allowance': '{name} innerhalb der Freimenge',
  '{name} over the allowance': '{name} über der Freimenge',
  '{size} over: {fee} a month': '{size} darüber: {fee} im Monat',
  '{size} left': '{size} frei',
  '{fee} projected for this period': '{fee} voraussichtlich für diesen Zeitraum',

  'frees {size}, saves {amount} a month': 'macht {size} frei, spart {amount} im Monat',
  'It frees {size} and saves {amount} a month.':
    'Das macht {size} frei und spart {amount} im Monat.',
  Delete: 'Löschen',
  Restore: 'Wiederherstellen',
  Purge: 'Endgültig löschen',
  'Purge for good': 'Endgültig löschen',
  'Delete {count, plural, one {# object} other {# objects}}':
    '{count, plural, one {# Objekt} other {# Objekte}} löschen',
  'Restore {count, plural, one {# object} other {# objects}}':
    '{count, plural, one {# Objekt} other {# Objekte}} wiederherstellen',
  'Purge {count, plural, one {# object} other {# objects}}':
    '{count, plural, one {# Objekt} other {# Objekte}} endgültig löschen',
  '{size} were deleted; they count until purged.':
    '{size} wurden gelöscht; sie zählen, bis sie endgültig gelöscht werden.',
  '{size} were restored.': '{size} wurden wiederhergestellt.',
  '{size} were freed.': '{size} wurden frei.',
  'This is the first of two steps: it can be restored, and counts, until it is purged.':
    'Das ist der erste von zwei Schritten: Bis es endgültig gelöscht wird, lässt es sich wiederherstellen und zählt mit.',
  'It is there again as it was, and counts as before.':
    'Es ist wieder da, wie es war, und zählt wie vorher.',
  'This cannot be undone.': 'Das lässt sich nicht rückgängig machen.',
  'and {count} more': 'und {count} weitere',
} as const;
