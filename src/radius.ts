import type { FastifyBaseLogger } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import type { Config } from './config.ts';
import type { Database } from './database/transaction.ts';
import {
  createRadiusFront,
  PACKET_OUTCOMES,
  type RadiusServer,
} from './integrations/telephony/radius/index.ts';
import { SYSTEM } from './kernel/actor.ts';
import { moneyText } from './kernel/money.ts';
import type { Services } from './services.ts';

/** Where switches ask by RADIUS, wired to the core; undefined where none is set. */
export function createRadius(
  config: Config,
  deps: Services & { database: Database; registry: Registry; log: FastifyBaseLogger },
): RadiusServer | undefined {
  if (config.radius === undefined) return undefined;
  const { admission, accounts, wallet, database, registry } = deps;
  const packets = new Counter({
    name: 'tollkeeper_radius_packets_total',
    help: 'Datagrams on the RADIUS ports by what became of them',
    labelNames: ['outcome'],
    registers: [registry],
  });
  for (const outcome of PACKET_OUTCOMES) packets.inc({ outcome }, 0);
  return createRadiusFront(config.radius, {
    ...deps,
    withoutDatabase: config.admissionWithoutDatabase,
    count: (outcome) => packets.inc({ outcome }),
    balanceOf: (lease) =>
      database.read(async (tx) => {
        const { account } = await admission.get(tx, SYSTEM, lease);
        const { available } = await wallet.summary(tx, await accounts.get(tx, SYSTEM, account));
        return moneyText(available);
      }),
  });
}
