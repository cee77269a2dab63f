import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { insertSchedule, selectSchedules } from './dunning.store.ts';
import { type DunningRules, type DunningSchedule, scheduleFault } from './dunning-schedule.ts';

export interface DunningSchedules {
  /** Every version, the newest first. */
  list(tx: Transaction): Promise<DunningSchedule[]>;
  /**
   * Publishes a version, in force for what falls past due from `effectiveOn` on, or from now on.
   * What is being dunned already follows the version that it began with. Refuses `invalid_value`.
   */
  publish(
    tx: Transaction,
    actor: Actor,
    rules: DunningRules,
    effectiveOn: LocalDate | null,
  ): Promise<DunningSchedule>;
}

export interface DunningSchedulesDeps {
  readonly events: Events;
  /** The machine's clock: a schedule is the operator's, whatever the accounts' clocks show. */
  readonly clock: Clock;
}

export function createDunningSchedules({ events, clock }: DunningSchedulesDeps): DunningSchedules {
  return {
    list: selectSchedules,

    async publish(tx, actor, rules, effectiveOn) {
      const fault = scheduleFault(rules);
      if (fault !== undefined) throw new Refusal('invalid_value', fault);
      const [before] = await selectSchedules(tx);
      const schedule = await insertSchedule(tx, rules, effectiveOn, clock.now());
      await events.record(tx, {
        actor,
        at: schedule.publishedAt,
        type: 'dunning_schedule.published',
        subject: `dunning_schedule_${schedule.version}`,
        before: before && describe(before),
        after: describe(schedule),
      });
      return schedule;
    },
  };
}

function describe(schedule: DunningSchedule): Record<string, unknown> {
  return {
    version: schedule.version,
    retry_days: schedule.retryDays,
    notice_days: schedule.noticeDays,
    grace_days: schedule.graceDays,
    effective_on: schedule.effectiveOn,
  };
}
