import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import { insertTicket, selectTicket, takeTicket } from './tickets.store.ts';

/** What a ticket stands for, and what it carries. */
export interface TicketData {
  /** A sign-in link. `trusted`: printed where the product was started, to who owns the machine. */
  readonly link: { readonly user: string; readonly kind: 'mailed' | 'made' | 'trusted' };
  /** One factor was shown; the second is still to come. */
  readonly second_factor: { readonly user: string; readonly method: 'password' | 'link' };
  /** Somebody was led to their company's own sign-in. */
  readonly sso: {
    readonly connection: string;
    readonly nonce: string;
    readonly verifier: string;
    readonly browser: string;
    readonly next: string;
  };
}

export type TicketKind = keyof TicketData;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** 256 random bits, as text that fits an address and a cookie. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** Makes a ticket; its secret, of which only the hash is kept. */
export async function makeTicket<Kind extends TicketKind>(
  tx: Transaction,
  kind: Kind,
  data: TicketData[Kind],
  expiresAt: Date,
): Promise<string> {
  const secret = newSecret();
  await insertTicket(tx, { secretHash: hashOf(secret), kind, data, expiresAt });
  return secret;
}

/** What the ticket carries, once; undefined where it was used, has ended, or never was. */
export async function useTicket<Kind extends TicketKind>(
  tx: Transaction,
  clock: Clock,
  kind: Kind,
  secret: string,
): Promise<TicketData[Kind] | undefined> {
  return dataOf(await takeTicket(tx, hashOf(secret), kind), clock);
}

/** The same, and the ticket can be used still. */
export async function seeTicket<Kind extends TicketKind>(
  tx: Transaction,
  clock: Clock,
  kind: Kind,
  secret: string,
): Promise<TicketData[Kind] | undefined> {
  return dataOf(await selectTicket(tx, hashOf(secret), kind), clock);
}

function dataOf<Data>(
  found: { data: unknown; expiresAt: Date } | undefined,
  clock: Clock,
): Data | undefined {
  if (found === undefined || found.expiresAt <= clock.now()) return undefined;
  return found.data as Data;
}
