export { type AlertsDeps, accountAlerts } from './alerts.service.ts';
export type { Alert, AlertLevel } from './alerts.ts';
export { type Answer, QUESTIONS, type Question } from './answer.ts';
