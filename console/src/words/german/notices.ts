/** What a company is told without asking. */
export const notices = {
  'What you were told before money moved, with what can be done about it':
    'Was Sie erfahren, bevor Geld fließt, und was sich tun lässt',
  'Show older ones': 'Ältere anzeigen',
  'Mailed to you': 'Per E-Mail an Sie',
  'Everything is shown here. Mails that money or service hangs on cannot be switched off for those who look after billing.':
    'Hier steht alles. E-Mails, an denen Geld oder der Betrieb hängt, lassen sich nicht abschalten für alle, die sich um die Abrechnung kümmern.',
} as const;
