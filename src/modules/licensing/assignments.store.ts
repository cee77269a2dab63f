import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';

export type EndReason = 'unassigned' | 'hidden' | 'moved' | 'lower_total';

/** A license held by an employee, from an instant and up to another. */
export interface Assignment {
  readonly id: bigint;
  readonly account: string;
  readonly employee: string;
  readonly licenseType: string;
  readonly assignedAt: Date;
  /** From then on it is over; in the future where a lower total will take it away. */
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
}

interface AssignmentTables {
  licensing_assignments: {
    id: Generated<bigint>;
    account: string;
    employee: string;
    license_type: string;
    assigned_at: Date;
    ended_at: Date | null;
    end_reason: EndReason | null;
    over: boolean;
  };
}

type Row = Selectable<AssignmentTables['licensing_assignments']>;

const assignmentOf = (row: Row): Assignment => ({
  id: row.id,
  account: row.account,
  employee: row.employee,
  licenseType: row.license_type,
  assignedAt: row.assigned_at,
  endedAt: row.ended_at,
  endReason: row.end_reason,
});

/**
 * What the employee holds at `now`, the present. When each was assigned is not compared, so one
 * that another process assigned by a clock a little ahead is seen too.
 */
export async function selectHeldBy(
  tx: Transaction,
  employee: string,
  now: Date,
): Promise<Assignment[]> {
  const rows = await tables<AssignmentTables>(tx)
    .selectFrom('licensing_assignments')
    .selectAll()
    .where('employee', '=', employee)
    .where('over', '=', false)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', now)]))
    .orderBy('license_type')
    .execute();
  return rows.map(assignmentOf);
}

/** What each of the employees holds at `now`, the present. */
export async function selectHeldByEach(
  tx: Transaction,
  employees: readonly string[],
  now: Date,
): Promise<Assignment[]> {
  if (employees.length === 0) return [];
  const rows = await tables<AssignmentTables>(tx)
    .selectFrom('licensing_assignments')
    .selectAll()
    .where('employee', 'in', employees)
    .where('over', '=', false)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', now)]))
    .orderBy('license_type')
    .execute();
  return rows.map(assignmentOf);
}

/** What the employee held until being hidden at `instant`. */
export async function selectEndedByHiding(
  tx: Transaction,
  employee: string,
  instant: Date,
): Promise<Assignment[]> {
  const rows = await tables<AssignmentTables>(tx)
    .selectFrom('licensing_assignments')
    .selectAll()
    .where('employee', '=', employee)
    .where('ended_at', '=', instant)
    .where('end_reason', '=', 'hidden')
    .orderBy('license_type')
    .execute();
  return rows.map(assignmentOf);
}

/** The types that employees who are hidden now held from the account until they were. */
export async function selectTypesOfHidden(tx: Transaction, account: string): Promise<Set<string>> {
  const { rows } = await sql<{ license_type: string }>`
    select distinct assignment.license_type from licensing_assignments assignment
    join companies_employees employee
      on employee.id = assignment.employee and employee.hidden_at = assignment.ended_at
    where assignment.account = ${account} and assignment.end_reason = 'hidden'
  `.execute(tx);
  return new Set(rows.map((row) => row.license_type));
}

/** Every assignment of the account that stood at `instant`. */
export async function selectHeldFrom(
  tx: Transaction,
  account: string,
  instant: Date,
): Promise<Assignment[]> {
  const rows = await tables<AssignmentTables>(tx)
    .selectFrom('licensing_assignments')
    .selectAll()
    .where('account', '=', account)
    .where('assigned_at', '<=', instant)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', instant)]))
    .orderBy('license_type')
    .orderBy('id')
    .execute();
  return rows.map(assignmentOf);
}

/** How many employees held each type from the account at `instant`. */
export async function countHeldFrom(
  tx: Transaction,
  account: string,
  instant: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ license_type: string; holders: number }>`
    select license_type, count(*)::int as holders from licensing_assignments
    where account = ${account} and assigned_at <= ${instant}
      and (ended_at is null or ended_at > ${instant})
    group by license_type
  `.execute(tx);
  return new Map(rows.map((row) => [row.license_type, row.holders]));
}

export interface HolderRow {
  readonly id: bigint;
  readonly licenseType: string;
  readonly employee: string;
  readonly name: string;
}

/** Who holds what from the account at `now`, the present; oldest assignment first. */
export async function selectHolders(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<HolderRow[]> {
  const { rows } = await sql<HolderRow>`
    select assignment.id, assignment.license_type as "licenseType", assignment.employee,
           employee.first_name || ' ' || employee.last_name as name
    from licensing_assignments assignment
    join companies_employees employee on employee.id = assignment.employee
    where assignment.account = ${account} and not assignment.over
      and (assignment.ended_at is null or assignment.ended_at > ${now})
    order by assignment.id
  `.execute(tx);
  return rows;
}

export interface PlannedEndRow {
  readonly assignment: bigint;
  readonly change: bigint;
  readonly effectiveOn: LocalDate;
}

/** The planned ends of the account's assignments by decreases that stand. */
export async function selectPlannedEnds(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<PlannedEndRow[]> {
  const { rows } = await sql<PlannedEndRow>`
    select planned.assignment, planned.total_change as change, change.effective_on as "effectiveOn"
    from licensing_planned_ends planned
    join licensing_total_changes change on change.sequence = planned.total_change
    where change.account = ${account} and change.cancelled_at is null
      and change.effective_at > ${now}
    order by change.sequence
  `.execute(tx);
  return rows;
}

export async function insertAssignments(
  tx: Transaction,
  assignments: readonly Pick<Assignment, 'account' | 'employee' | 'licenseType' | 'assignedAt'>[],
): Promise<void> {
  if (assignments.length === 0) return;
  await tables<AssignmentTables>(tx)
    .insertInto('licensing_assignments')
    .values(
      assignments.map((assignment) => ({
        account: assignment.account,
        employee: assignment.employee,
        license_type: assignment.licenseType,
        assigned_at: assignment.assignedAt,
        ended_at: null,
        end_reason: null,
        over: false,
      })),
    )
    .execute();
}

/** Ends assignments now; a planned end that would have come later is thereby overtaken. */
export async function endAssignments(
  tx: Transaction,
  ids: readonly bigint[],
  { at, reason }: { at: Date; reason: EndReason },
): Promise<void> {
  if (ids.length === 0) return;
  await tables<AssignmentTables>(tx)
    .updateTable('licensing_assignments')
    .set({ ended_at: at, end_reason: reason, over: true })
    .where('id', 'in', ids)
    .execute();
}

/** The account's planned ends that have come by `now` and were not told; now they are. */
export async function takeEndsDue(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<Assignment[]> {
  const rows = await tables<AssignmentTables>(tx)
    .updateTable('licensing_assignments')
    .set({ over: true })
    .where('account', '=', account)
    .where('over', '=', false)
    .where('ended_at', '<=', now)
    .returningAll()
    .execute();
  return rows.map(assignmentOf).sort((left, right) => Number(left.id - right.id));
}
