import type { OpenDatabase } from './database/connect.ts';
import { createEvents, type Events } from './database/events.ts';
import type { Clock } from './kernel/clock.ts';
import {
  type Accounts,
  createAccounts,
  createTestClocks,
  type TestClocks,
} from './modules/accounts/index.ts';
import { type Catalog, createCatalog } from './modules/catalog/index.ts';
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

/** Every module's service, made once per process. */
export interface Services {
  readonly events: Events;
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly permissionGroups: PermissionGroups;
  readonly apiKeys: ApiKeys;
  readonly testClocks: TestClocks;
  readonly accounts: Accounts;
}

/** Wires the modules in their one order; each knows only those before it. */
export function createServices(_open: OpenDatabase, clock: Clock): Services {
  const events = createEvents();
  const catalog = createCatalog({ events, clock });
  const companies = createCompanies({ events, clock });
  const employees = createEmployees({ events });
  const permissionGroups = createPermissionGroups({ events });
  const apiKeys = createApiKeys({ events, clock });
  const testClocks = createTestClocks({ clock });
  const accounts = createAccounts({ events, clock, companies, testClocks });
  return {
    events,
    clock,
    catalog,
    companies,
    employees,
    permissionGroups,
    apiKeys,
    testClocks,
    accounts,
  };
}
