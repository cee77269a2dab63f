import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { periodContaining } from '../../kernel/period.ts';
import { type BillingAccount, type DueSource, dayStart } from '../accounts/index.ts';
import {
  insertReminder,
  type Reminder,
  selectAccountsDue,
  selectAccountsDueBy,
  selectNextDueAt,
  selectReminder,
  updateReminder,
} from './due.store.ts';
import type { Hiding } from './hiding.service.ts';
import { stillPayingForText } from './leftover.ts';
import type { LicensingDeps } from './licensing-state.service.ts';
import { tell, tellWhatTookEffect } from './told-changes.service.ts';

/** A week leaves a working week to lower a total before it is charged again. */
const REMINDER_DAYS = 7;

/**
 * Tells what took effect by itself, and reminds each account before its renewal of licenses
 * that are paid for and that nobody holds.
 */
export function createLicensingDue(deps: LicensingDeps, hiding: Hiding): DueSource {
  const { events, accounts } = deps;

  events.on('account.created', async (tx, { actor, subject }) => {
    const account = await accounts.get(tx, actor, subject);
    await insertReminder(tx, account, reminderAfter(account, account.today));
  });
  events.on('account.closed', async (tx, { actor, subject }) => {
    const { period } = await accounts.get(tx, actor, subject);
    await updateReminder(tx, subject, { renewalOn: period.end, remindAt: null });
  });

  async function remind(tx: Transaction, account: BillingAccount, on: LocalDate): Promise<void> {
    const left = await hiding.leftovers(tx, account);
    if (left.length === 0) return;
    await tell(tx, deps, SYSTEM, account, {
      type: 'licenses.unused_before_renewal',
      subject: account.id,
      after: { renewal_on: on, still_paying_for: left.map(stillPayingForText) },
    });
  }

  return {
    name: 'licensing',
    rank: 25, // Before renewals, which charge the totals that take effect at the same instant.
    next: selectNextDueAt,
    accountsDue: selectAccountsDue,
    beforeRenewal: selectAccountsDueBy,
    async run(tx, account) {
      await tellWhatTookEffect(tx, deps, account);
      const reminder = await selectReminder(tx, account.id);
      if (reminder?.remindAt == null || reminder.remindAt > account.now) return;
      await remind(tx, account, reminder.renewalOn);
      await updateReminder(tx, account.id, reminderAfter(account, reminder.renewalOn));
    },
  };
}

/** The first reminder still to come of a renewal after `day`. */
function reminderAfter(account: BillingAccount, day: LocalDate): Reminder {
  let renewalOn = day;
  let remindAt: Date;
  do {
    renewalOn = periodContaining(account.anchorDate, renewalOn).end;
    remindAt = dayStart(account, addDays(renewalOn, -REMINDER_DAYS));
  } while (remindAt <= account.now);
  return { renewalOn, remindAt };
}
