import type { Events } from './database/events.ts';
import type { Database } from './database/transaction.ts';
import { createEInvoiceWriter } from './integrations/documents/e-invoice-writer.ts';
import { createTypesetter } from './integrations/documents/typesetter.ts';
import { createOfflineProvider } from './integrations/payments/offline.ts';
import { createSandboxProvider } from './integrations/payments/sandbox.ts';
import type { Clock } from './kernel/clock.ts';
import type { Accounts, DueSource, RenewalsDue } from './modules/accounts/index.ts';
import type { Catalog } from './modules/catalog/index.ts';
import type { Companies } from './modules/companies/index.ts';
import type { Contracts } from './modules/contracts/index.ts';
import {
  chargedUntil,
  createDocuments,
  createInvoicing,
  createLicensesOn,
  createReceivables,
  createRenewalRuns,
  createRenewals,
  type Documents,
  type Invoicing,
  type Receivables,
  type RenewalRuns,
  type Renewals,
  taxedUntil,
} from './modules/invoicing/index.ts';
import type { Licensing } from './modules/licensing/index.ts';
import {
  type Closing,
  createClosing,
  createDelivery,
  createOffers,
  createOrders,
  createOrdersInDoubt,
  createQuotes,
  createRechargeWork,
  type Delivery,
  type Offers,
  type Orders,
  type Quotes,
} from './modules/orders/index.ts';
import { createParties, type SellersAndBuyers } from './modules/parties/index.ts';
import {
  type Charging,
  createCharging,
  createDunning,
  createDunningBoard,
  createDunningSchedules,
  createFundingSources,
  createInvoiceCollection,
  createPaymentAsking,
  createPayments,
  createProviderNews,
  createSetups,
  type DunningBoard,
  type DunningSchedules,
  type DunningService,
  type FundingSources,
  type InvoiceCollection,
  type PaymentProvider,
  type Payments,
  type ProviderNewsHandler,
  type Setups,
} from './modules/payments/index.ts';
import type { StorageReports } from './modules/storage-metering/index.ts';
import { createTaxes, type Taxes } from './modules/taxes/index.ts';
import type { Wallet } from './modules/wallet/index.ts';

/** What bills and collects: invoices, payments, orders. */
export interface BillingServices {
  readonly parties: SellersAndBuyers;
  readonly taxes: Taxes;
  readonly invoicing: Invoicing;
  readonly documents: Documents;
  readonly receivables: Receivables;
  readonly renewals: Renewals;
  readonly renewalRuns: RenewalRuns;
  readonly fundingSources: FundingSources;
  readonly charging: Charging;
  readonly collection: InvoiceCollection;
  readonly dunning: DunningService;
  readonly dunningSchedules: DunningSchedules;
  readonly dunningBoard: DunningBoard;
  readonly payments: Payments;
  readonly setups: Setups;
  readonly providerNews: ProviderNewsHandler;
  /** The payment providers that are configured. */
  readonly paymentProviders: ReadonlyMap<string, PaymentProvider>;
  readonly offers: Offers;
  readonly quotes: Quotes;
  readonly delivery: Delivery;
  readonly orders: Orders;
  readonly closing: Closing;
  readonly billingDueSources: readonly DueSource[];
}

export interface BillingDeps {
  readonly database: Database;
  readonly events: Events;
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly companies: Companies;
  readonly accounts: Accounts;
  readonly renewalsDue: RenewalsDue;
  readonly contracts: Contracts;
  readonly licensing: Licensing;
  readonly wallet: Wallet;
  readonly storage: StorageReports;
  /** Instead of the shipped ones: tests put a provider of their own here. */
  readonly paymentProviders?: readonly PaymentProvider[] | undefined;
}

/** Wires the modules that bill, in their one order. */
export function createBilling(deps: BillingDeps): BillingServices {
  const { database, events, catalog, accounts } = deps;
  const providers = new Map(
    (deps.paymentProviders ?? [createSandboxProvider(database), createOfflineProvider()]).map(
      (provider) => [provider.name, provider],
    ),
  );
  const parties = createParties(deps);
  const taxes = createTaxes({ ...deps, parties });
  taxes.askChargedUntil(taxedUntil);
  const invoicing = createInvoicing({ events, accounts, parties, taxes });
  const receivables = createReceivables({ events, parties });
  const fundingSources = createFundingSources({ ...deps, receivables, providers });
  const charging = createCharging({ ...deps, providers });
  const withAll = { ...deps, invoicing, receivables, fundingSources, charging };
  const renewals = createRenewals({
    ...withAll,
    licensesOn: createLicensesOn(deps),
    paidByHand: fundingSources.paidByHand,
  });
  const setups = createSetups({ ...withAll, providers });
  const dunning = createDunning(withAll);
  const collection = createInvoiceCollection({ ...withAll, dunning });
  const offers = createOffers(withAll);
  catalog.askChargedUntil(async (tx, kind, code) => {
    if (kind === 'license_type') return await chargedUntil(tx, 'license_type', code);
    return kind === 'storage_meter' ? await chargedUntil(tx, 'meter', code) : undefined;
  });
  return {
    parties,
    taxes,
    invoicing,
    documents: createDocuments({
      accounts,
      parties,
      typesetter: createTypesetter(),
      eInvoices: createEInvoiceWriter(),
    }),
    receivables,
    renewals,
    renewalRuns: createRenewalRuns({ ...deps, renewals }),
    fundingSources,
    charging,
    collection,
    dunning,
    dunningSchedules: createDunningSchedules(deps),
    dunningBoard: createDunningBoard(withAll),
    offers,
    payments: createPayments(withAll),
    setups,
    providerNews: createProviderNews({ ...withAll, setups }),
    paymentProviders: providers,
    quotes: createQuotes({ accounts, offers }),
    delivery: createDelivery({ ...withAll, offers }),
    orders: createOrders(withAll),
    closing: createClosing(withAll),
    billingDueSources: [
      createOrdersInDoubt(withAll),
      createPaymentAsking(withAll),
      renewals.due,
      collection.due,
      dunning.due,
      createRechargeWork(withAll),
    ],
  };
}
