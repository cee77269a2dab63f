/** Webhook endpoints. */
export const webhooks = {
  'There is no such webhook endpoint.': 'Diesen Webhook-Endpunkt gibt es nicht.',
  'That event was never sent there.': 'Dieses Ereignis wurde nie dorthin gesendet.',
  'disabled by request': 'auf Wunsch abgeschaltet',
  'the receiver answered 410 Gone': 'der Empfänger antwortete 410 Gone',
} as const;
