import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import {
  type CompanyFilter,
  insertCompany,
  selectCompanies,
  selectCompany,
  selectCompanyByExternalId,
  updateCompanyClock,
} from './companies.store.ts';
import type { Company } from './company.ts';

export interface Companies {
  /** Refuses `already_exists` where another company has the external id. */
  create(
    tx: Transaction,
    actor: Actor,
    input: { name: string; externalId?: string | undefined },
  ): Promise<Company>;
  /** Refuses `not_found`, also for another company's actor. */
  get(tx: Transaction, actor: Actor, id: string): Promise<Company>;
  /** A company's own actor sees its own one only. In the order of creation. */
  list(tx: Transaction, actor: Actor, filter: CompanyFilter): Promise<Company[]>;
  /**
   * Settles which clock rules the company, when its first billing account is made: all its
   * accounts share one test clock or none. Refuses `clock_differs`.
   */
  settleClock(
    tx: Transaction,
    company: Company,
    testClock: string | undefined,
    isFirstAccount: boolean,
  ): Promise<void>;
}

export function createCompanies({ events, clock }: { events: Events; clock: Clock }): Companies {
  return {
    async create(tx, actor, input) {
      if (input.externalId !== undefined) {
        const taken = await selectCompanyByExternalId(tx, input.externalId);
        if (taken !== undefined) {
          throw new Refusal('already_exists', {
            message: say('Another company has the external id "{externalId}" already.', {
              externalId: input.externalId,
            }),
            pointer: '/external_id',
          });
        }
      }
      const company: Company = {
        id: newId('co'),
        name: input.name,
        externalId: input.externalId ?? null,
        testClock: null,
        createdAt: clock.now(),
      };
      await insertCompany(tx, company);
      await events.record(tx, {
        actor,
        at: company.createdAt,
        company: company.id,
        type: 'company.created',
        subject: company.id,
        after: { name: company.name, external_id: company.externalId },
      });
      return company;
    },

    async get(tx, actor, id) {
      const company = await selectCompany(tx, id);
      return ownOr404(company, company?.id, actor, 'There is no such company.');
    },

    list: (tx, actor, filter) => selectCompanies(tx, { ...filter, id: actor.company }),

    async settleClock(tx, { id }, testClock, isFirstAccount) {
      // Locked, so that two first accounts made at once cannot choose two clocks.
      const company = await selectCompany(tx, id, 'lock');
      if (isFirstAccount && testClock !== undefined) {
        await updateCompanyClock(tx, id, testClock);
      } else if ((company?.testClock ?? undefined) !== testClock) {
        throw new Refusal('clock_differs', { pointer: '/test_clock' });
      }
    },
  };
}

/**
 * What was found, where the actor may know of it. Another company's things do not exist: the
 * answer is the same `not_found` as for an id that was never given.
 */
export function ownOr404<Thing>(
  thing: Thing | undefined,
  company: string | null | undefined,
  actor: Actor,
  otherwise: PlainSentence,
): Thing {
  const foreign = actor.company !== undefined && company !== actor.company;
  if (thing === undefined || foreign) {
    throw new Refusal('not_found', { message: say(otherwise) });
  }
  return thing;
}
