import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Companies } from '../companies/index.ts';
import type { Invoicing } from '../invoicing/index.ts';
import {
  type BoardPage,
  type PastDueInvoice,
  selectPastDue,
  selectPastDueInvoices,
} from './dunning-board.store.ts';
import { type AgeBracket, amountsByAge } from './dunning-board.ts';

/** An account that is past due, as the operator looks at it. */
export interface BoardRow {
  readonly account: BillingAccount;
  readonly companyName: string;
  /** The local day since which its oldest invoice is past due. */
  readonly since: string;
  readonly pastDue: Money;
  readonly byAge: Readonly<Record<AgeBracket, Money>>;
  readonly invoices: readonly (PastDueInvoice & { readonly number: string })[];
}

export interface DunningBoard {
  /** Accounts of every company that are past due, the longest first. */
  list(tx: Transaction, page: BoardPage): Promise<BoardRow[]>;
}

export interface DunningBoardDeps {
  readonly accounts: Accounts;
  readonly companies: Companies;
  readonly invoicing: Invoicing;
  readonly clock: Clock;
}

export function createDunningBoard(deps: DunningBoardDeps): DunningBoard {
  const { accounts, companies, invoicing, clock } = deps;
  return {
    async list(tx, page) {
      const found = await selectPastDue(tx, clock.now(), page);
      const ids = found.map(({ account }) => account);
      const invoices = Map.groupBy(await selectPastDueInvoices(tx, ids), ({ account }) => account);
      const rows: BoardRow[] = [];
      for (const { account: id, since } of found) {
        const account = await accounts.get(tx, SYSTEM, id);
        const { name } = await companies.get(tx, SYSTEM, account.company);
        const own = (invoices.get(id) ?? []).filter(({ pastDueOn }) => pastDueOn <= account.today);
        const numbered = [];
        for (const one of own) {
          const { number } = await invoicing.invoice(tx, SYSTEM, one.invoice);
          numbered.push({ ...one, number });
        }
        const total = own.reduce((sum, { outstanding }) => sum + outstanding, 0n);
        rows.push({
          account,
          companyName: name,
          since,
          pastDue: money(total, account.currency),
          byAge: amountsByAge(own, account.today, account.currency),
          invoices: numbered,
        });
      }
      return rows;
    },
  };
}
