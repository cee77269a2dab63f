import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import { type Answer, type Answers, type Asking, QUESTIONS } from '../../modules/answers/index.ts';
import { type Employees, ownOr404 } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { id, remedy } from '../schemas/fields.ts';

const question = z.enum(QUESTIONS);

const answer = z
  .strictObject({
    question,
    answer: z.string(),
    facts: z.record(z.string(), z.json()),
    remedies: z.array(remedy),
  })
  .meta({ id: 'Answer' });

export interface AnswersRoutesDeps {
  readonly accounts: Accounts;
  readonly employees: Employees;
  readonly answers: Answers;
}

const PATH = '/v1/billing-accounts/:ba/answers';
const tag = 'Answers';
const access = { scope: 'read', permission: 'billing.view' } as const;
/** About whom it is asked, where it is about somebody. */
const query = z.strictObject({ employee: id('emp').optional() });

export function registerAnswers(api: Api, deps: AnswersRoutesDeps): void {
  const { answers } = deps;

  api.define('GET', PATH, {
    summary: 'The eight questions that people ask most, answered with live figures',
    tag,
    access,
    params: z.strictObject({ ba: id('ba') }),
    query,
    answer: z.strictObject({ data: z.array(answer) }).meta({ id: 'Answers' }),
    handle: async (tx, { params, query: { employee }, actor }) => {
      const asking = await askingOf(tx, deps, actor, params.ba, employee);
      return { data: (await answers.all(tx, asking)).map(answerText) };
    },
  });

  api.define('GET', `${PATH}/:question`, {
    summary: 'One question, answered with live figures',
    tag,
    access,
    params: z.strictObject({ ba: id('ba'), question }),
    query,
    answer,
    handle: async (tx, { params, query: { employee }, actor }) => {
      const asking = await askingOf(tx, deps, actor, params.ba, employee);
      return answerText(await answers.answer(tx, asking, params.question));
    },
  });
}

/** The employee is one of the account's company, or does not exist. */
async function askingOf(
  tx: Transaction,
  { accounts, employees }: AnswersRoutesDeps,
  actor: Actor,
  accountId: string,
  employeeId: string | undefined,
): Promise<Asking> {
  const account = await accounts.get(tx, actor, accountId);
  if (employeeId === undefined) return { actor, account };
  const found = await employees.get(tx, actor, employeeId);
  const asCompany = { ...actor, company: account.company };
  return {
    actor,
    account,
    employee: ownOr404(found, found.company, asCompany, 'There is no such employee.'),
  };
}

function answerText(row: Answer): z.input<typeof answer> {
  return {
    question: row.question,
    answer: row.answer,
    facts: row.facts as z.input<typeof answer>['facts'],
    remedies: [...row.remedies],
  };
}
