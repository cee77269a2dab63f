/** What is stored, and how to have less of it. */
export const storage = {
  'There is no stored object “{externalId}”.': 'Es gibt kein gespeichertes Objekt „{externalId}“.',
  '“{name}” was purged; it is gone.': '„{name}“ wurde endgültig gelöscht.',
  'There is no storage meter "{meter}" in the catalog.':
    'Der Katalog hat keinen Speicherzähler „{meter}“.',
  '“{name}” is not deleted. Delete it first; only what is deleted is purged.':
    '„{name}“ ist nicht gelöscht. Löschen Sie es zuerst; nur Gelöschtes wird endgültig gelöscht.',
  '{count, plural, one {# deleted object still counts} other {# deleted objects still count}} under {meter} until purged.':
    '{count, plural, one {# gelöschtes Objekt zählt} other {# gelöschte Objekte zählen}} unter {meter} weiter, bis es endgültig gelöscht ist.',
  '{count, plural, one {# call recording} other {# call recordings}}, last used on {day} or before.':
    '{count, plural, one {# Anrufaufnahme} other {# Anrufaufnahmen}}, zuletzt am {day} oder davor benutzt.',
  '“{name}”': '„{name}“',
  'The largest of {meter}: {names}.': 'Die größten unter {meter}: {names}.',
  'Only {dialed} of the {records} names in “{list}” were dialed: keep the rest elsewhere and upload what is called next.':
    'Nur {dialed} der {records} Namen in „{list}“ wurden angerufen: Bewahren Sie den Rest anderswo auf und laden Sie hoch, was als Nächstes angerufen wird.',
  'an unknown day': 'einem unbekannten Tag',
  '{names} and {more} more': '{names} und {more} weitere',
} as const;
