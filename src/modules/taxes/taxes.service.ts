import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Jurisdiction } from '../../kernel/country.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount, Whose } from '../accounts/index.ts';
import type { Parties, SellersAndBuyers } from '../parties/index.ts';
import { decideTax } from './tax-rule.ts';
import type { TaxTerms } from './tax-terms.ts';
import { type Exemption, holdsOn, type Tax, type TaxVersion } from './tax-version.ts';
import {
  insertExemption,
  insertExemptionEnd,
  insertVersion,
  selectExemption,
  selectExemptions,
  selectExemptionsOf,
  selectRevision,
  selectVersions,
} from './taxes.store.ts';

/** Who knows the taxes. The shipped one goes by the operator's own rates. */
export interface TaxProvider {
  /** The terms of this account's documents of that day. */
  termsFor(tx: Transaction, account: BillingAccount, day: LocalDate): Promise<TaxTerms>;
  /**
   * The same for many accounts, each as of its `today`, in their order. A renewal run asks for
   * hundreds at once, so it must not cost a query an account.
   */
  termsForAll(tx: Transaction, accounts: readonly BillingAccount[]): Promise<TaxTerms[]>;
}

/** Tells the last day on which a tax was charged, where it ever was. Later modules know. */
export type TaxChargedUntil = (
  tx: Transaction,
  jurisdiction: Jurisdiction,
  code: string,
) => Promise<LocalDate | undefined>;

export interface Taxes extends TaxProvider {
  /** Refuses `already_charged`: an effective day before one on which the tax was charged. */
  publish(
    tx: Transaction,
    actor: Actor,
    tax: {
      jurisdiction: Jurisdiction;
      code: string;
      body: Tax;
      effectiveOn?: LocalDate | undefined;
    },
  ): Promise<TaxVersion>;
  /** Every version of every tax, the oldest first. */
  versions(tx: Transaction): Promise<readonly TaxVersion[]>;
  /** Records a certificate. The account is locked. */
  exempt(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    certificate: Omit<Exemption, 'id' | 'account' | 'recordedAt'>,
  ): Promise<Exemption>;
  /**
   * Withdraws a certificate after `lastDay`. Refuses `not_found`, and `nothing_to_change` where
   * it holds no longer than that anyway.
   */
  endExemption(tx: Transaction, actor: Actor, id: string, lastDay: LocalDate): Promise<Exemption>;
  exemptions(tx: Transaction, account: string): Promise<Exemption[]>;
  /** Those of many accounts, the newest first. */
  exemptionsOf(
    tx: Transaction,
    whose: Whose,
    slice: { limit: number; after: string | undefined },
  ): Promise<Exemption[]>;
  /** Refuses `not_found`, also to other companies. */
  exemption(tx: Transaction, actor: Actor, id: string): Promise<Exemption>;
  /** Registers who knows what has been charged. */
  askChargedUntil(chargedUntil: TaxChargedUntil): void;
}

export interface TaxesDeps {
  readonly events: Events;
  /** The machine's clock: rates are of no account. */
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly parties: SellersAndBuyers;
}

export function createTaxes({ events, clock, accounts, parties }: TaxesDeps): Taxes {
  const chargedUntil: TaxChargedUntil[] = [];
  let cached: TaxKnowledge | undefined;

  /** Every version as of the caller's transaction. */
  async function known(tx: Transaction): Promise<TaxKnowledge> {
    const revision = await selectRevision(tx);
    if (cached?.revision === revision) return cached;
    cached = { revision, versions: revision === 0n ? [] : await selectVersions(tx) };
    return cached;
  }

  async function exemption(tx: Transaction, actor: Actor, id: string): Promise<Exemption> {
    const found = await selectExemption(tx, id);
    if (found === undefined) {
      throw new Refusal('not_found', { message: say('There is no such tax exemption.') });
    }
    await accounts.get(tx, actor, found.account); // Refuses those of other companies.
    return found;
  }

  return {
    async termsFor(tx, account, day) {
      const both = await parties.partiesOn(tx, account, day);
      const exemptions = await selectExemptions(tx, [account.id]);
      return termsOf(await known(tx), both, exemptions, day);
    },

    async termsForAll(tx, all) {
      const knowledge = await known(tx);
      const partiesOf = await parties.partiesOfAll(tx, all);
      const ids = all.map(({ id }) => id);
      const exemptions = Map.groupBy(await selectExemptions(tx, ids), ({ account }) => account);
      return all.map(({ id, today }, index) =>
        termsOf(knowledge, partiesOf[index] ?? {}, exemptions.get(id) ?? [], today),
      );
    },

    async publish(tx, actor, { jurisdiction, code, body, effectiveOn }) {
      for (const ask of chargedUntil) {
        const until = await ask(tx, jurisdiction, code);
        if (effectiveOn !== undefined && until !== undefined && effectiveOn < until) {
          throw new Refusal('already_charged', {
            message: say(
              '{tax} of {jurisdiction} was already charged up to {until}; what is charged is never taxed anew.',
              { tax: body.name, jurisdiction, until },
            ),
            pointer: '/effective_on',
            facts: { charged_until: until },
          });
        }
      }
      const publishedAt = clock.now();
      const effective = effectiveOn ?? null;
      const written = { jurisdiction, code, body, effectiveOn: effective, publishedAt };
      const numbers = await insertVersion(tx, written);
      await events.record(tx, {
        actor,
        at: publishedAt,
        type: 'tax.published',
        subject: `${jurisdiction}:${code}`,
        after: { ...body, version: numbers.version, effective_on: effectiveOn ?? null },
      });
      return { ...written, ...numbers };
    },

    versions: selectVersions,

    async exempt(tx, actor, account, certificate) {
      const { id, now: recordedAt } = { id: newId('txe'), now: account.now };
      const made: Exemption = { ...certificate, id, account: account.id, recordedAt };
      await insertExemption(tx, made);
      await recordExemption(tx, events, actor, account, 'tax_exemption.recorded', made);
      return made;
    },

    async endExemption(tx, actor, id, lastDay) {
      const { account: accountId } = await exemption(tx, actor, id);
      const account = await accounts.lock(tx, actor, accountId);
      const found = await exemption(tx, actor, id); // As it is now that nobody else changes it.
      if (lastDay < found.validFrom) {
        throw new Refusal('invalid_value', {
          message: say('The certificate holds from {validFrom}; it cannot end before.', {
            validFrom: found.validFrom,
          }),
          pointer: '/valid_to',
        });
      }
      if (found.validTo !== null && found.validTo <= lastDay) {
        throw new Refusal('nothing_to_change', {
          message: say('The certificate holds until {validTo} as it is.', {
            validTo: found.validTo,
          }),
        });
      }
      await insertExemptionEnd(tx, { exemption: id, validTo: lastDay, at: account.now });
      const ended = { ...found, validTo: lastDay };
      await recordExemption(tx, events, actor, account, 'tax_exemption.ended', ended);
      return ended;
    },

    exemption,
    exemptions: (tx, account) => selectExemptions(tx, [account]),
    exemptionsOf: selectExemptionsOf,
    askChargedUntil: (ask) => chargedUntil.push(ask),
  };
}

/** Every tax version up to a revision. */
interface TaxKnowledge {
  readonly revision: bigint;
  readonly versions: readonly TaxVersion[];
}

function termsOf(
  { revision, versions }: TaxKnowledge,
  { seller, buyer }: Parties,
  certificates: readonly Exemption[],
  day: LocalDate,
): TaxTerms {
  const exemptions = certificates.filter((one) => holdsOn(one, day));
  const facts = { seller: seller?.body, buyer: buyer?.body, versions, exemptions, day };
  return {
    ...decideTax(facts),
    basis: {
      day,
      revision: Number(revision),
      ...(seller !== undefined && { seller: { code: seller.code, version: seller.version } }),
      ...(buyer !== undefined && { buyer: buyer.version }),
      exemptions: exemptions.map(({ id }) => id),
    },
  };
}

async function recordExemption(
  tx: Transaction,
  events: Events,
  actor: Actor,
  account: BillingAccount,
  type: string,
  exemption: Exemption,
): Promise<void> {
  await events.record(tx, {
    actor,
    at: account.now,
    company: account.company,
    account: account.id,
    type,
    subject: exemption.id,
    after: {
      jurisdiction: exemption.jurisdiction,
      certificate: exemption.certificate,
      reason: exemption.reason,
      valid_from: exemption.validFrom,
      valid_to: exemption.validTo,
    },
  });
}
