import { ATTRIBUTE, textOf } from './attributes.ts';
import type { RadiusClient } from './clients.ts';
import type { Packet } from './packet.ts';

/** Whose licenses and minutes a call takes. */
export interface Payer {
  readonly employee?: string;
  readonly billingAccount?: string;
}

/** Finds a company's employee by e-mail address; undefined where there is none, or several. */
export type FindByEmail = (company: string, email: string) => Promise<string | undefined>;

/**
 * Who pays: User-Name as an id, in the client's `users`, or as an e-mail address; else
 * Calling-Station-Id in `users`, for switches that know callers by their lines alone.
 */
export async function payerOf(
  packet: Packet,
  client: RadiusClient,
  findByEmail: FindByEmail,
): Promise<Payer | undefined> {
  const user = textOf(packet, ATTRIBUTE.userName);
  const calling = textOf(packet, ATTRIBUTE.callingStationId);
  const named = user && (client.users.get(user) ?? user);
  const id = named ?? '';
  if (/^emp_[0-9a-z]+$/.test(id)) return { employee: id };
  if (/^ba_[0-9a-z]+$/.test(id)) return { billingAccount: id };
  if (client.company !== undefined && id.includes('@')) {
    const employee = await findByEmail(client.company, id);
    if (employee !== undefined) return { employee };
  }
  const line = calling && client.users.get(calling);
  if (line === undefined || line === '') return undefined;
  return line.startsWith('emp_') ? { employee: line } : { billingAccount: line };
}
