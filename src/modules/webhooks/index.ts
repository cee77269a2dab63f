export type { AttemptResult, DeliveryState } from './delivery.ts';
export type { WebhookMessage, WebhookSender } from './webhook-sender.ts';
export {
  type ClaimedDelivery,
  createWebhooks,
  DISABLED_REASONS,
  type EndpointInput,
  type Webhooks,
} from './webhooks.service.ts';
export type { Delivery, WebhookEndpoint } from './webhooks.store.ts';
