import type { AttemptResult } from './delivery.ts';

/** One message to one receiver. */
export interface WebhookMessage {
  readonly url: string;
  readonly secret: string;
  /** The same for every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly sentAt: Date;
  readonly payload: string;
}

/** Signs and sends. Never throws for what a receiver does: that is a result. */
export interface WebhookSender {
  send(message: WebhookMessage): Promise<AttemptResult>;
}
