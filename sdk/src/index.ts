export { type Client, type ClientOptions, createClient } from './client.ts';
export type { AuthorizedBy, CallOptions, Schemas } from './operations.ts';
export { type Problem, ProblemError, type ProblemRemedy } from './problem-error.ts';
export { verifyWebhook, WebhookError, type WebhookHeaders } from './webhook.ts';
