import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { insertTerms, selectTerms } from './terms.store.ts';
import { type PublishedTerms, type Terms, termsOn } from './terms.ts';

/** The terms of orders: those that were published, and before them those of the settings. */
export interface TermsOfOrders {
  /** What an order must accept now. */
  inForce(tx: Transaction): Promise<Terms>;
  /** Everything that was published, the oldest first. */
  published(tx: Transaction): Promise<PublishedTerms[]>;
  /** Refuses `already_exists`: whoever accepted a version knows it by its name. */
  publish(
    tx: Transaction,
    actor: Actor,
    terms: Terms & { readonly effectiveOn: LocalDate | null },
  ): Promise<PublishedTerms>;
  /** What the settings name. */
  readonly shipped: Terms;
}

export interface TermsDeps {
  readonly events: Events;
  /** The machine's clock: terms are the operator's, whatever the accounts' clocks show. */
  readonly clock: Clock;
  readonly shipped: Terms;
}

export function createTerms({ events, clock, shipped }: TermsDeps): TermsOfOrders {
  return {
    shipped,
    published: selectTerms,

    async inForce(tx) {
      const today = clock.now().toISOString().slice(0, 10);
      const { version, url } = termsOn(await selectTerms(tx), today) ?? shipped;
      return { version, url };
    },

    async publish(tx, actor, { version, url, effectiveOn }) {
      const made: PublishedTerms = { version, url, effectiveOn, publishedAt: clock.now() };
      if (version === shipped.version || !(await insertTerms(tx, made))) {
        throw new Refusal('already_exists', {
          message: say('There are terms of the version {version} already; they never change.', {
            version,
          }),
          pointer: '/version',
        });
      }
      await events.record(tx, {
        actor,
        at: made.publishedAt,
        type: 'terms.published',
        subject: `terms_${version}`,
        after: { version, url, effective_on: effectiveOn },
      });
      return made;
    },
  };
}
