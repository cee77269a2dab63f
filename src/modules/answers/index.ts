export type { FailedGates } from './access-answers.service.ts';
export { type AlertsDeps, accountAlerts, alertFacts } from './alerts.service.ts';
export { type Alert, type AlertFacts, type AlertLevel, alertsOf } from './alerts.ts';
export { type Answer, QUESTIONS, type Question } from './answer.ts';
export { type Answers, type AnswersDeps, createAnswers } from './answers.service.ts';
export type { Asking } from './asking.ts';
