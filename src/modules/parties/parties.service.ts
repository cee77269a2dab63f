import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Companies } from '../companies/index.ts';
import {
  insertBuyer,
  insertSeller,
  insertSellerChoice,
  lockSellers,
  selectBuyer,
  selectBuyers,
  selectPartyBases,
  selectSellers,
  selectSellersRevision,
} from './parties.store.ts';
import {
  type Buyer,
  type BuyerVersion,
  DEFAULT_SELLER,
  type Parties,
  type Seller,
  type SellerVersion,
  sellerOn,
} from './party.ts';

export interface SellersAndBuyers {
  /**
   * Publishes a seller's next version. Refuses `already_exists` where another seller's documents
   * bear the same prefix: two documents would have one number.
   */
  publishSeller(
    tx: Transaction,
    actor: Actor,
    seller: { code: string; body: Seller; effectiveOn?: LocalDate | undefined },
  ): Promise<SellerVersion>;
  /** Every version of every seller, the oldest first. */
  sellers(tx: Transaction): Promise<readonly SellerVersion[]>;
  /** From now on the account buys from this seller. Refuses `unknown_code`. */
  chooseSeller(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    seller: string,
  ): Promise<void>;
  /** The code of the seller that the account buys from. */
  sellerOf(tx: Transaction, account: BillingAccount): Promise<string>;
  /** What documents say of the buyer from now on; those that were issued stay as they are. */
  setBuyer(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    body: Buyer,
  ): Promise<BuyerVersion>;
  /** The buyer's versions, the oldest first. */
  buyers(tx: Transaction, account: string): Promise<BuyerVersion[]>;
  /** Who sells to the account on a day, and who buys now. */
  partiesOn(tx: Transaction, account: BillingAccount, day: LocalDate): Promise<Parties>;
  /** The same for many accounts, each on its `today`, in their order. */
  partiesOfAll(tx: Transaction, accounts: readonly BillingAccount[]): Promise<Parties[]>;
  /** The versions that a document names. */
  partiesBy(
    tx: Transaction,
    account: string,
    versions: {
      seller?: { code: string; version: number } | undefined;
      buyer?: number | undefined;
    },
  ): Promise<Parties>;
}

export interface PartiesDeps {
  readonly events: Events;
  /** The machine's clock: sellers are of no account. */
  readonly clock: Clock;
  readonly companies: Companies;
  readonly accounts: Accounts;
}

export function createParties(deps: PartiesDeps): SellersAndBuyers {
  const { events, clock, companies, accounts } = deps;
  const sellersNow = createSellersCache();

  async function partiesOf(
    tx: Transaction,
    wanted: readonly { account: string; day: LocalDate }[],
  ): Promise<Parties[]> {
    const versions = await sellersNow(tx);
    const ids = wanted.map(({ account }) => account);
    const bases = await selectPartyBases(tx, [...new Set(ids)]);
    return wanted.map(({ account, day }) => {
      const basis = bases.get(account);
      const seller = sellerOn(versions, basis?.choice ?? DEFAULT_SELLER, day);
      return { seller, buyer: basis?.buyer };
    });
  }

  async function sellerOf(tx: Transaction, account: string): Promise<string> {
    const bases = await selectPartyBases(tx, [account]);
    return bases.get(account)?.choice ?? DEFAULT_SELLER;
  }

  async function recordBuyer(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    body: Buyer,
  ): Promise<BuyerVersion> {
    const version = await insertBuyer(tx, { account: account.id, body, recordedAt: account.now });
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: 'buyer.changed',
      subject: account.id,
      after: { ...body, version },
    });
    return { account: account.id, version, body, recordedAt: account.now };
  }

  // A buyer is known by the company's name until somebody enters more.
  events.on('account.created', async (tx, { subject }) => {
    const account = await accounts.get(tx, SYSTEM, subject);
    const company = await companies.get(tx, SYSTEM, account.company);
    const body = { legal_name: company.name };
    await insertBuyer(tx, { account: account.id, body, recordedAt: account.now });
  });

  return {
    async publishSeller(tx, actor, { code, body, effectiveOn }) {
      await lockSellers(tx);
      refuseSamePrefix(await selectSellers(tx), code, body.number_prefix);
      const publishedAt = clock.now();
      const written = { code, body, effectiveOn: effectiveOn ?? null, publishedAt };
      const numbers = await insertSeller(tx, written);
      await events.record(tx, {
        actor,
        at: publishedAt,
        type: 'seller.published',
        subject: code,
        after: { ...body, version: numbers.version, effective_on: effectiveOn ?? null },
      });
      return { ...written, ...numbers };
    },

    sellers: selectSellers,

    async chooseSeller(tx, actor, account, seller) {
      const known = await selectSellers(tx);
      if (!known.some((one) => one.code === seller)) {
        throw new Refusal('unknown_code', {
          message: say('There is no seller "{seller}".', { seller }),
          pointer: '/seller',
        });
      }
      const before = await sellerOf(tx, account.id);
      if (before === seller) return;
      await insertSellerChoice(tx, { account: account.id, seller, at: account.now });
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'account.seller_chosen',
        subject: account.id,
        before: { seller: before },
        after: { seller },
      });
    },

    sellerOf: (tx, account) => sellerOf(tx, account.id),

    setBuyer: recordBuyer,
    buyers: selectBuyers,

    async partiesOn(tx, account, day) {
      return (await partiesOf(tx, [{ account: account.id, day }]))[0] ?? {};
    },

    partiesOfAll: (tx, all) =>
      partiesOf(
        tx,
        all.map(({ id, today }) => ({ account: id, day: today })),
      ),

    async partiesBy(tx, account, versions) {
      const known = versions.seller && (await sellersNow(tx));
      const seller = known?.find(
        (one) => one.code === versions.seller?.code && one.version === versions.seller.version,
      );
      assert(versions.seller === undefined || seller !== undefined, 'a seller’s version stays');
      const { buyer: version } = versions;
      const buyer = version === undefined ? undefined : await selectBuyer(tx, account, version);
      return { seller, buyer };
    },
  };
}

/** Reads the sellers again only when a newer version was committed. */
function createSellersCache() {
  let cached: { revision: bigint | null; versions: readonly SellerVersion[] } | undefined;
  return async (tx: Transaction): Promise<readonly SellerVersion[]> => {
    // Asked in the caller's transaction: what was rolled back is never kept.
    const revision = await selectSellersRevision(tx);
    if (cached?.revision === revision) return cached.versions;
    const versions = revision === null ? [] : await selectSellers(tx);
    cached = { revision, versions };
    return versions;
  };
}

function refuseSamePrefix(versions: readonly SellerVersion[], code: string, prefix: string): void {
  const other = versions.find((one) => one.code !== code && one.body.number_prefix === prefix);
  if (other === undefined) return;
  throw new Refusal('already_exists', {
    message: say(
      'The seller "{seller}" numbers its documents with the same prefix ("{prefix}"); choose another, so that no number is given twice.',
      { seller: other.code, prefix },
    ),
    pointer: '/number_prefix',
    facts: { seller: other.code },
  });
}
