import { type BillingServices, createBilling } from './billing-services.ts';
import type { OpenDatabase } from './database/connect.ts';
import { createEvents, type Events } from './database/events.ts';
import type { Clock } from './kernel/clock.ts';
import { type Accounting, createAccounting } from './modules/accounting/index.ts';
import {
  type Accounts,
  createAccounts,
  createRenewalsDue,
  createTestClocks,
  type DueSource,
  type RenewalsDue,
  type TestClocks,
} from './modules/accounts/index.ts';
import {
  type Admission,
  connectionsOf,
  createAdmission,
  createPorts,
  type Ports,
} from './modules/admission/index.ts';
import { type Answers, createAnswers } from './modules/answers/index.ts';
import {
  type Catalog,
  type CatalogDrafts,
  createCatalog,
  createCatalogDrafts,
} from './modules/catalog/index.ts';
import {
  type ApiKeys,
  type Companies,
  createApiKeys,
  createCompanies,
  createEmployees,
  createPermissionGroups,
  type Employees,
  type PermissionGroups,
} from './modules/companies/index.ts';
import {
  type ContractDrafts,
  type Contracts,
  createContractDrafts,
  createContractMilestones,
  createContracts,
} from './modules/contracts/index.ts';
import { createLicensing, type Licensing } from './modules/licensing/index.ts';
import type { PaymentProvider } from './modules/payments/index.ts';
import {
  createDraftEffects,
  createReports,
  createVerifier,
  type DraftEffects,
  type Reports,
  type Verifier,
} from './modules/reporting/index.ts';
import { createSimulations, type Simulations } from './modules/simulation/index.ts';
import {
  createReadings,
  createStorageObjects,
  createStorageReports,
  type StorageObjects,
  type StorageReports,
} from './modules/storage-metering/index.ts';
import { createWallet, type Wallet } from './modules/wallet/index.ts';
import { createWebhooks, type Webhooks } from './modules/webhooks/index.ts';
import {
  createNoticing,
  DEFAULT_NOTICE_SETTINGS,
  type NoticeServices,
  type NoticeSettings,
} from './notice-services.ts';

/** Every module's service, made once per process. */
export interface Services extends BillingServices, NoticeServices {
  readonly events: Events;
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly catalogDrafts: CatalogDrafts;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly permissionGroups: PermissionGroups;
  readonly apiKeys: ApiKeys;
  readonly testClocks: TestClocks;
  readonly accounts: Accounts;
  readonly renewalsDue: RenewalsDue;
  readonly contracts: Contracts;
  readonly contractDrafts: ContractDrafts;
  readonly licensing: Licensing;
  readonly wallet: Wallet;
  readonly ports: Ports;
  readonly admission: Admission;
  readonly storageObjects: StorageObjects;
  readonly storageReports: StorageReports;
  readonly storageReadings: DueSource;
  readonly verifier: Verifier;
  readonly reports: Reports;
  readonly draftEffects: DraftEffects;
  readonly accounting: Accounting;
  readonly simulations: Simulations;
  readonly webhooks: Webhooks;
  readonly answers: Answers;
  /** Everything that falls due by itself. */
  readonly dueSources: readonly DueSource[];
}

export interface ServiceOptions {
  /** Instead of the shipped ones: tests put a provider of their own here. */
  readonly paymentProviders?: readonly PaymentProvider[] | undefined;
  readonly noticing?: NoticeSettings;
}

/** Wires the modules in their one order; each knows only those before it. */
export function createServices(
  open: OpenDatabase,
  clock: Clock,
  { paymentProviders, noticing = DEFAULT_NOTICE_SETTINGS }: ServiceOptions = {},
): Services {
  const ground = createGround(clock);
  const { events, catalog, companies, employees, accounts } = ground;
  const renewalsDue = createRenewalsDue({ accounts, events });
  const contracts = createContracts({ events, catalog, accounts });
  const licensing = createLicensing({ events, catalog, companies, employees, accounts, contracts });
  const wallet = createWallet({ events, catalog, accounts });
  const ports = createPorts({ employees, licensing });
  const readings = createReadings({ events, catalog, usersAt: licensing.usersWithCrm });
  const storageDeps = { events, catalog, usersAt: licensing.usersWithCrm };
  const storageReports = createStorageReports(storageDeps);
  const made = {
    ...ground,
    renewalsDue,
    contracts,
    licensing,
    wallet,
    ports,
    storageReports,
  };
  const { database } = open;
  const connections = connectionsOf(open.lanes);
  const admission = createAdmission({ ...made, database, connections });
  const storage = storageReports;
  const billing = createBilling({ ...made, database, storage, paymentProviders });
  const told = createNoticing({ ...billing, ...made, admission }, noticing);
  return {
    ...billing,
    ...made,
    ...told,
    admission,
    answers: createAnswers({
      ...billing,
      ...made,
      failedGates: async (tx, _asking, { id }, activity) => {
        const access = await admission.access(tx, id, activity);
        return access.flatMap(({ checks }) => checks.flatMap(({ reasons }) => reasons));
      },
    }),
    contractDrafts: createContractDrafts({ events, catalog, accounts, contracts }),
    storageObjects: createStorageObjects(storageDeps),
    storageReadings: readings,
    simulations: createSimulations({ catalog, contracts, storage, invoicing: billing.invoicing }),
    reports: createReports({ accounts, catalog, contracts, clock }),
    draftEffects: createDraftEffects({ accounts, catalog, contracts, licensing }),
    verifier: createVerifier({ ...made, ...billing }),
    accounting: createAccounting({ ...made, ...billing }),
    webhooks: createWebhooks({ events, clock }),
    dueSources: [
      admission.due,
      createContractMilestones({ events, contracts }),
      licensing.due,
      readings,
      ...billing.billingDueSources,
      told.noticesDue,
    ],
  };
}

/** What every other module stands on: who there is, what is sold, and whose time it is. */
function createGround(clock: Clock) {
  const events = createEvents();
  const catalog = createCatalog({ events, clock });
  const companies = createCompanies({ events, clock });
  const testClocks = createTestClocks({ clock });
  return {
    events,
    clock,
    catalog,
    catalogDrafts: createCatalogDrafts({ events, clock, catalog }),
    companies,
    employees: createEmployees({ events }),
    permissionGroups: createPermissionGroups({ events }),
    apiKeys: createApiKeys({ events, clock }),
    testClocks,
    accounts: createAccounts({ events, clock, companies, testClocks }),
  };
}
