import { type Transaction, tables } from '../../database/transaction.ts';
import type { ReasonCode } from '../admission/index.ts';
import type { EmployeeRequest, RequestState, WordedRemedy } from './request.ts';
import type { RequestPlan } from './request-plan.ts';

interface RequestRow {
  id: string;
  reference: string;
  company: string;
  account: string;
  employee: string;
  activity: string;
  reason: string;
  remedy: unknown;
  plan: unknown;
  state: RequestState;
  quote: string | null;
  answered_by: string | null;
  answer: string | null;
  created_at: Date;
  answered_at: Date | null;
}

interface RequestTables {
  notices_requests: RequestRow;
}

const requestOf = (row: RequestRow): EmployeeRequest => ({
  id: row.id,
  reference: row.reference,
  company: row.company,
  account: row.account,
  employee: row.employee,
  activity: row.activity,
  reason: row.reason as ReasonCode,
  remedy: row.remedy as WordedRemedy,
  plan: row.plan as RequestPlan,
  state: row.state,
  quote: row.quote,
  answeredBy: row.answered_by,
  answer: row.answer,
  createdAt: row.created_at,
  answeredAt: row.answered_at,
});

export async function insertRequest(tx: Transaction, request: EmployeeRequest): Promise<void> {
  await tables<RequestTables>(tx)
    .insertInto('notices_requests')
    .values({
      id: request.id,
      reference: request.reference,
      company: request.company,
      account: request.account,
      employee: request.employee,
      activity: request.activity,
      reason: request.reason,
      remedy: JSON.stringify(request.remedy),
      plan: JSON.stringify(request.plan),
      state: request.state,
      quote: request.quote,
      answered_by: request.answeredBy,
      answer: request.answer,
      created_at: request.createdAt,
      answered_at: request.answeredAt,
    })
    .execute();
}

export async function selectRequest(
  tx: Transaction,
  id: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<EmployeeRequest | undefined> {
  const query = tables<RequestTables>(tx)
    .selectFrom('notices_requests')
    .selectAll()
    .where('id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && requestOf(row);
}

export interface RequestFilter {
  readonly company?: string | undefined;
  readonly employee?: string | undefined;
  readonly state?: RequestState | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The newest first. */
export async function selectRequests(
  tx: Transaction,
  filter: RequestFilter,
): Promise<EmployeeRequest[]> {
  let query = tables<RequestTables>(tx).selectFrom('notices_requests').selectAll();
  if (filter.company !== undefined) query = query.where('company', '=', filter.company);
  if (filter.employee !== undefined) query = query.where('employee', '=', filter.employee);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.after !== undefined) query = query.where('id', '<', filter.after);
  return (await query.orderBy('id', 'desc').limit(filter.limit).execute()).map(requestOf);
}

/** What the employee asked for since `since`, whatever became of it. */
export async function countRequestsSince(
  tx: Transaction,
  employee: string,
  since: Date,
): Promise<number> {
  const row = await tables<RequestTables>(tx)
    .selectFrom('notices_requests')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('employee', '=', employee)
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function updateRequest(
  tx: Transaction,
  request: Pick<EmployeeRequest, 'id' | 'state' | 'quote' | 'answeredBy' | 'answer' | 'answeredAt'>,
): Promise<void> {
  await tables<RequestTables>(tx)
    .updateTable('notices_requests')
    .set({
      state: request.state,
      quote: request.quote,
      answered_by: request.answeredBy,
      answer: request.answer,
      answered_at: request.answeredAt,
    })
    .where('id', '=', request.id)
    .execute();
}
