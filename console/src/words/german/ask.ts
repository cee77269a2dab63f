/** The questions that people ask most. */
export const ask = {
  'Answered with your own figures, as they are now':
    'Beantwortet mit Ihren eigenen Zahlen, wie sie jetzt sind',
  'There is no billing account to ask about yet.':
    'Es gibt noch kein Abrechnungskonto, zu dem sich fragen ließe.',
  About: 'Über wen',
  'About everybody': 'Über alle',
} as const;
