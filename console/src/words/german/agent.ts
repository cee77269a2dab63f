/** What somebody can do who sees no billing, and whom they can ask. */
export const agent = {
  'Asked of the dialer just now': 'Gerade eben beim Dialer erfragt',
  'You can dial.': 'Sie können anrufen.',
  'You cannot dial now.': 'Sie können gerade nicht anrufen.',
  'Everything else': 'Alles andere',
  'Not now': 'Gerade nicht',
  '{names} can mend it.': '{names} kann das beheben.',
  'Ask my administrator': 'Administrator fragen',
  'They have been asked. You see here what they answer.':
    'Die Anfrage ist gestellt. Die Antwort sehen Sie hier.',
  'It is being done just now.': 'Sie wird gerade erledigt.',
  'It was approved.': 'Ihre Anfrage wurde genehmigt.',
  'It was declined.': 'Ihre Anfrage wurde abgelehnt.',
  'It was declined: {answer}': 'Ihre Anfrage wurde abgelehnt: {answer}',
  'You withdrew it.': 'Sie haben die Anfrage zurückgezogen.',
  'Its reference is <b>{reference}</b>.': 'Die Vorgangsnummer ist <b>{reference}</b>.',
  Withdraw: 'Zurückziehen',
} as const;
