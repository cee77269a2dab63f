import type { Database } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Admission } from '../../../modules/admission/index.ts';
import type { Employees } from '../../../modules/companies/index.ts';
import { type AccessDeps, createAccess } from './access.ts';
import { createAccounting } from './accounting.ts';
import { readClients } from './clients.ts';
import { createRadiusServer, type PacketOutcome, type RadiusServer } from './radius-server.ts';

export interface RadiusSettings {
  /** The file of clients and their secrets. */
  readonly clientsFile: string;
  readonly address: string;
  readonly accessPort: number;
  readonly accountingPort: number;
}

export interface RadiusFrontDeps extends Pick<AccessDeps, 'balanceOf' | 'log'> {
  /** Whether calls go on while the database is gone. */
  readonly withoutDatabase: 'refuse' | 'allow';
  readonly database: Database;
  readonly admission: Admission;
  readonly employees: Employees;
  readonly clock: Clock;
  readonly count: (outcome: PacketOutcome) => void;
}

/**
 * Admission for switches that speak RADIUS (RFC 2865 and 2866) and not HTTP. Reads the clients
 * at once: throws ConfigurationError where their file is not good.
 */
export function createRadiusFront(settings: RadiusSettings, deps: RadiusFrontDeps): RadiusServer {
  const { database, employees, count, log, clock } = deps;
  const findByEmail = async (company: string, email: string) => {
    const found = await database.read((tx) => employees.findByEmail(tx, company, email));
    return found?.id;
  };
  const outage = deps.withoutDatabase === 'allow' ? database : undefined;
  const calls = { ...deps, findByEmail, outage, now: () => clock.now() };
  return createRadiusServer({
    ...settings,
    clients: readClients(settings.clientsFile),
    decideAccess: createAccess(calls),
    decideAccounting: createAccounting(calls),
    count,
    log,
  });
}
