/** Webhook endpoints. */
export const webhooks = {
  'There is no such webhook endpoint.': 'Diesen Webhook-Endpunkt gibt es nicht.',
  'That event was never sent there.': 'Dieses Ereignis wurde nie dorthin gesendet.',
} as const;
