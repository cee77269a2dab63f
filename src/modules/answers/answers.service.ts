import type { Transaction } from '../../database/transaction.ts';
import {
  type AccessAnswersDeps,
  answerDialing,
  answerMinutes,
  answerPorts,
} from './access-answers.service.ts';
import { type Answer, QUESTIONS, type Question } from './answer.ts';
import type { Asking } from './asking.ts';
import {
  answerCredit,
  answerLeavers,
  answerLowering,
  answerNewUser,
  answerStorage,
  type LicenseAnswersDeps,
} from './license-answers.service.ts';

export interface AnswersDeps extends AccessAnswersDeps, LicenseAnswersDeps {}

/** Answers people's questions from the code that decides. Reads only. */
export interface Answers {
  answer(tx: Transaction, asking: Asking, question: Question): Promise<Answer>;
  /** All eight, in their order. */
  all(tx: Transaction, asking: Asking): Promise<Answer[]>;
}

type Answering = (tx: Transaction, deps: AnswersDeps, asking: Asking) => Promise<Answer>;

const ANSWERING: Record<Question, Answering> = {
  'why-cannot-dial': answerDialing,
  'where-are-my-minutes': answerMinutes,
  'why-insufficient-ports': answerPorts,
  'what-does-a-new-user-cost': answerNewUser,
  'can-i-get-a-credit': answerCredit,
  'how-to-stop-paying-for-leavers': answerLeavers,
  'why-cannot-lower-licenses': answerLowering,
  'how-to-lower-storage-fee': answerStorage,
};

export function createAnswers(deps: AnswersDeps): Answers {
  const answer: Answers['answer'] = (tx, asking, question) => ANSWERING[question](tx, deps, asking);
  return {
    answer,
    async all(tx, asking) {
      const answers: Answer[] = [];
      for (const question of QUESTIONS) answers.push(await answer(tx, asking, question));
      return answers;
    },
  };
}
