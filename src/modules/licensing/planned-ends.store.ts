import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';

/** Names who loses `licenseType` when the decrease `change` takes effect. */
export async function insertPlannedEnds(
  tx: Transaction,
  account: string,
  { change, licenseType, employees }: { change: bigint; licenseType: string; employees: string[] },
): Promise<void> {
  await sql`
    insert into licensing_planned_ends (assignment, total_change)
    select id, ${change} from licensing_assignments
    where account = ${account} and license_type = ${licenseType} and not over
      and employee = any(${employees}::text[])
    on conflict do nothing
  `.execute(tx);
}

/**
 * Ties to the decrease `change` of `licenseType` also those who lose that license by then for
 * another decrease: it counted on them, so undoing the other one must not give them back.
 */
export async function adoptPlannedEnds(
  tx: Transaction,
  account: string,
  { change, licenseType }: { change: bigint; licenseType: string },
): Promise<void> {
  await sql`
    insert into licensing_planned_ends (assignment, total_change)
    select assignment.id, own.sequence
    from licensing_assignments assignment
    join licensing_planned_ends planned on planned.assignment = assignment.id
    join licensing_total_changes other on other.sequence = planned.total_change
    join licensing_total_changes own on own.sequence = ${change}
    where assignment.account = ${account} and assignment.license_type = ${licenseType}
      and not assignment.over
      and other.cancelled_at is null and other.effective_at <= own.effective_at
    on conflict do nothing
  `.execute(tx);
}

/**
 * Sets every running assignment's end to the earliest of the decreases, not cancelled, that
 * take it away, or to none.
 */
export async function refreshPlannedEnds(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<void> {
  await sql`
    update licensing_assignments assignment
    set ended_at = planned.ended_at,
        end_reason = case when planned.ended_at is null then null else 'lower_total' end
    from (
      select running.id, min(change.effective_at) as ended_at
      from licensing_assignments running
      left join licensing_planned_ends ends on ends.assignment = running.id
      left join licensing_total_changes change
        on change.sequence = ends.total_change and change.cancelled_at is null
      where running.account = ${account} and not running.over
        and (running.ended_at is null or running.ended_at > ${now})
      group by running.id
    ) planned
    where assignment.id = planned.id and assignment.ended_at is distinct from planned.ended_at
  `.execute(tx);
}
