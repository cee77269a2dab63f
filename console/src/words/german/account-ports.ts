/** The ports of a billing account: who uses them, and how many are needed. */
export const accountPorts = {
  'Who holds them': 'Wer sie benutzt',
  '{count} free': '{count} frei',
  '{part} of {total}': '{part} von {total}',
  'No port is in use. Calls that take one appear here within seconds.':
    'Gerade wird kein Port benutzt. Anrufe, die einen brauchen, erscheinen hier binnen Sekunden.',
  'Ports in use': 'Benutzte Ports',
  '{assigned, plural, one {# employee holds} other {# employees hold}} a {license} license; at most {peak} were in use at once in 30 days.':
    '{assigned, plural, one {# Mitarbeiter hat} other {# Mitarbeiter haben}} eine Lizenz „{license}“; in 30 Tagen wurden höchstens {peak} gleichzeitig benutzt.',
  'Needed, by the last 30 days': 'Bedarf nach den letzten 30 Tagen',
  'What for': 'Wofür',
  'No employee yet': 'Noch kein Mitarbeiter',

  'What another total would come to': 'Was eine andere Anzahl bedeuten würde',
  'By Erlang B for the busiest hour of 30 days. In 95 of 100 quarters of an hour in which any were in use, {count, plural, one {# was} other {# were}} enough.':
    'Nach Erlang B für die vollste Stunde aus 30 Tagen. In 95 von 100 Viertelstunden, in denen Ports benutzt wurden, {count, plural, one {hat # gereicht} other {haben # gereicht}}.',
  'Other totals': 'Andere Anzahlen',
  'Refused in the busiest hour': 'Abgewiesen in der vollsten Stunde',
  now: 'jetzt',
  recommended: 'empfohlen',
  'Order {total}': '{total} bestellen',
  'as now': 'wie jetzt',

  'When they are needed': 'Wann sie gebraucht werden',
  'The most in use at once, by weekday and hour ({timeZone}), over the last 30 days.':
    'Wie viele höchstens gleichzeitig benutzt wurden, nach Wochentag und Stunde ({timeZone}), in den letzten 30 Tagen.',
  'Ports in use by weekday and hour: at most {most}, on {day} {hour}:00':
    'Benutzte Ports nach Wochentag und Stunde: höchstens {most}, {day} {hour}:00 Uhr',
} as const;
