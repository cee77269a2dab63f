/** Licenses and their totals. */
export const licenses = {
  '{price} a month': '{price} im Monat',
  'no price in this currency': 'kein Preis in dieser Währung',
  Available: 'Frei',
  'In use now': 'Gerade benutzt',
  'Most in 30 days': 'Höchstwert in 30 Tagen',
  'at least {floor}': 'mindestens {floor}',
  'at least {floor} until {day}': 'mindestens {floor} bis {day}',
  '{taken} of {total} {name} assigned': '{taken} von {total} {name} zugewiesen',
  '{taken} of {total} {name} in use': '{taken} von {total} {name} benutzt',
  '{count, number} more at once, charged for the days left until {day}.':
    'Sofort {count, number} mehr, berechnet für die restlichen Tage bis {day}.',
  '{wanted, number} from {day} on; until then all {total, number} stay usable.':
    '{wanted, number} ab {day}; bis dahin bleiben alle {total, number} nutzbar.',
  'More count at once and are charged for the days left in this period. Fewer count from {day}: until then they stay usable, and nothing is credited.':
    'Mehr gelten sofort und werden für die restlichen Tage dieses Zeitraums berechnet. Weniger gelten ab {day}: Bis dahin bleiben sie nutzbar, und nichts wird gutgeschrieben.',
  'Review {count, plural, one {# change} other {# changes}}':
    '{count, plural, one {# Änderung} other {# Änderungen}} prüfen',

  '{total} from {day}': '{total} ab {day}',
  '{total} from {day} by contract': '{total} ab {day} laut Vertrag',
  'Undo: keep {total} {name}': 'Rückgängig machen: {total} {name} behalten',
  'Keep {total} {name}': '{total} {name} behalten',
  'Undo the decrease': 'Senkung rückgängig machen',
  '{name} stays at {total}.': '{name} bleibt bei {total}.',
  'The total stays at {total}. Nothing is charged now.':
    'Die Lizenzanzahl bleibt bei {total}. Jetzt wird nichts berechnet.',
} as const;
