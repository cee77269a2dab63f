import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Money } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import { type Contracts, contractInForceOn } from '../contracts/index.ts';
import {
  type Invoice,
  type Invoicing,
  type OpenItem,
  type Receivables,
  storageLine,
} from '../invoicing/index.ts';
import type { Licensing } from '../licensing/index.ts';
import type { FundingSources } from '../payments/index.ts';
import type { StorageReports } from '../storage-metering/index.ts';
import type { Wallet } from '../wallet/index.ts';
import { hasOrderUnderWay } from './orders.store.ts';

/** How an account was left when it was closed. */
export interface Closed {
  readonly account: BillingAccount;
  /** The storage of its last, broken period; undefined where nothing was owed for it. */
  readonly invoice?: Invoice;
  /** Everything that is still owed, that invoice included. */
  readonly owing: readonly OpenItem[];
  /** Minutes that are left; the operator may give them back. */
  readonly minutesLeft: Money;
}

export interface Closing {
  /**
   * Closes an account for ever: its last storage is invoiced. Refuses `account_closed`, and
   * `account_not_empty` while a total is above 0, a contract runs or a payment is under way.
   */
  close(tx: Transaction, actor: Actor, account: string): Promise<Closed>;
}

export interface ClosingDeps {
  readonly accounts: Accounts;
  readonly contracts: Contracts;
  readonly licensing: Licensing;
  readonly wallet: Wallet;
  readonly storage: StorageReports;
  readonly invoicing: Invoicing;
  readonly receivables: Receivables;
  readonly fundingSources: FundingSources;
}

export function createClosing(deps: ClosingDeps): Closing {
  const { accounts, wallet, invoicing, fundingSources } = deps;

  async function refuseNotEmpty(tx: Transaction, account: BillingAccount): Promise<void> {
    const licenses = await deps.licensing.licenses(tx, account);
    const totals = licenses.filter((one) => one.total > 0 || (one.raise?.total ?? 0) > 0);
    if (totals.length > 0) {
      const named = totals.map((one) => `${one.name}: ${one.total}`).join(', ');
      throw new Refusal('account_not_empty', {
        message: say(
          'Licenses are still being paid for ({named}). Lower their totals to 0 first.',
          { named },
        ),
        facts: { totals: Object.fromEntries(totals.map((one) => [one.licenseType, one.total])) },
      });
    }
    const contracts = await deps.contracts.list(tx, account);
    const running =
      contractInForceOn(contracts, account.today)?.contract ??
      contracts.find(
        ({ startsOn, endedOn }) =>
          startsOn > account.today && (endedOn === undefined || endedOn > startsOn),
      );
    if (running !== undefined) {
      throw new Refusal('account_not_empty', {
        message: say('The contract {contract} runs until {endsOn}.', {
          contract: running.id,
          endsOn: running.endsOn,
        }),
        facts: { contract: running.id, contract_ends_on: running.endsOn },
      });
    }
    if (await hasOrderUnderWay(tx, account.id)) {
      throw new Refusal('account_not_empty', {
        message: say('The payment of an order is still under way.'),
      });
    }
  }

  async function invoiceStorage(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
  ): Promise<Invoice | undefined> {
    const fee = await deps.storage.feeForPeriod(tx, account, account.period);
    if (fee.lines.length === 0) return undefined;
    const lines = fee.lines.map((line) => storageLine(line, account.period));
    const paidByHand = await fundingSources.isPaidByHand(tx, account.id);
    return await invoicing.issueInvoice(tx, actor, account, {
      occasion: 'closing',
      lines,
      totals: await invoicing.totals(tx, account, lines),
      paidByHand,
      collect: !paidByHand,
    });
  }

  return {
    async close(tx, actor, id) {
      const account = await accounts.lock(tx, actor, id);
      if (account.standing === 'closed') throw new Refusal('account_closed');
      await refuseNotEmpty(tx, account);
      const { balance } = await wallet.summary(tx, account);
      const closed = await accounts.markClosed(tx, actor, account);
      const invoice = await invoiceStorage(tx, actor, account);
      return {
        account: closed,
        ...(invoice !== undefined && { invoice }),
        owing: await deps.receivables.owing(tx, id),
        minutesLeft: balance,
      };
    },
  };
}
